"""The ways to make an environment agree with pyproject.toml, and prepare no more than is needed.

Neither conda nor a conda channel is needed here: what conda would hand to pip is checked with pip.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """The table `project` of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pinned(lock: str) -> dict[str, str]:
    """Return name and version of each package in a lock file."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pairs = (line.split()[0].split("==") for line in lines if line[:1].isalnum())
    return {canonicalize_name(name): version for name, version in pairs}


def needed(requirements: Iterable[str]) -> set[str]:
    """Return the names of everything that these requirements install here, from the installed metadata."""
    found: set[tuple[str, str]] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        for extra in ("", *requirement.extras):
            key = (canonicalize_name(requirement.name), extra)
            if key in found:
                continue
            found.add(key)
            children = (Requirement(text) for text in metadata.requires(requirement.name) or ())
            waiting += [
                each for each in children if not each.marker or each.marker.evaluate({"extra": extra})
            ]
    return {name for name, _ in found}


def test_conda_takes_python_and_leaves_the_rest_to_pip(project: dict[str, Any]) -> None:
    """There is one list of versions: conda brings Python and pip, and the package itself names the rest."""
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))

    assert conda["dependencies"] == [f"python{project['requires-python']}", "pip", {"pip": ["-e ."]}]
    assert conda["name"] == project["name"]


def test_pip_accepts_what_conda_hands_to_it(tmp_path: Path) -> None:
    """Conda writes the pip part into a requirements file beside environment.yml; pip can install that."""
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("\n".join(conda["dependencies"][-1]["pip"]))
    command = ["-m", "pip", "install", "--dry-run", "--no-deps", "--no-build-isolation", "--quiet", "-r"]

    done = subprocess.run(
        [sys.executable, *command, requirements], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("lock", "extras"), [(LOCKS[0], []), (LOCKS[1], ["instructor", "postgresql", "dev"])]
)
def test_a_lock_pins_what_pyproject_asks_for(project: dict[str, Any], lock: str, extras: list[str]) -> None:
    """Whoever installs from a lock gets versions that pyproject.toml allows; else `make lock` is due."""
    optional = project["optional-dependencies"]
    asked = [*project["dependencies"], *(each for extra in extras for each in optional[extra])]
    versions = pinned(lock)

    wrong = [
        text
        for text in asked
        if (want := Requirement(text)).name != project["name"]
        and not want.specifier.contains(versions.get(canonicalize_name(want.name), "0"))
    ]

    assert wrong == []


def test_both_locks_agree() -> None:
    """What is tested with the tools installed is what learners have."""
    learner, dev = map(pinned, LOCKS)

    assert learner.items() <= dev.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_hashes_everything(lock: str) -> None:
    """A lock works with any package index, and a tampered package is refused."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = text.replace(" \\\n", " ").splitlines()

    assert "://" not in text
    assert [entry for entry in entries if entry[:1].isalnum() and "--hash=sha256:" not in entry] == []


def test_a_learners_install_has_no_nbgrader(project: dict[str, Any]) -> None:
    """Nothing that learners install asks for nbgrader, and their lock holds all that is asked for."""
    everything = needed(project["dependencies"])

    assert "nbgrader" not in everything
    assert "nbgrader" not in pinned(LOCKS[0])
    assert everything <= set(pinned(LOCKS[0]))
    assert "nbgrader" in needed(project["optional-dependencies"]["instructor"])


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that makes `.venv`, working in a folder of its own; programs are recorded, not run."""
    spec = importlib.util.spec_from_file_location("environment_script", ROOT / ".ci" / "environment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "cours d'été"
    for name, value in {
        "ROOT": root,
        "VENV": root / ".venv",
        "PYTHON": root / ".venv" / "python",
        "LOCKS": {"learner": root / LOCKS[0], "dev": root / LOCKS[1]},
    }.items():
        monkeypatch.setattr(module, name, value)
    root.mkdir()
    for name in (*LOCKS, "pyproject.toml"):
        (root / name).write_text(name)
    return module


def record(environment: ModuleType, monkeypatch: pytest.MonkeyPatch, broken: str = "") -> list[str]:
    """Replace running programs by writing down their names; a program named `broken` fails."""
    called: list[str] = []

    def run(*command: str | Path) -> None:
        words = [Path(word).name for word in command]
        called.append("venv" if "venv" in words else words[0] if words[0] == "uv" else "pip")
        if called[-1] == broken:
            raise subprocess.CalledProcessError(1, words)
        if called[-1] == "venv":
            environment.VENV.mkdir(exist_ok=True)
            environment.PYTHON.touch()

    monkeypatch.setattr(environment, "_run", run)
    return called


def test_an_environment_is_made_once(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second `make lab` starts at once, and an environment for development serves learners too."""
    monkeypatch.setattr(environment.shutil, "which", lambda _: "/bin/uv")
    called = record(environment, monkeypatch)

    environment.prepare("dev")
    assert called == ["venv", "uv", "uv"]

    environment.prepare("dev")
    environment.prepare("learner")
    assert called == ["venv", "uv", "uv"]


def test_a_changed_lock_is_installed(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an update of the course, `make lab` brings the environment up to date and keeps what is in it."""
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    called = record(environment, monkeypatch)
    environment.prepare("learner")

    environment.LOCKS["learner"].write_text("changed")
    environment.prepare("learner")

    assert called == ["venv", "pip", "pip", "pip", "pip"]


def test_an_environment_of_another_folder_is_made_anew(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A checkout that was moved or copied does not run the programs of the old place."""
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    record(environment, monkeypatch)
    environment.prepare("learner")

    old, new = environment.ROOT, tmp_path / "moved"
    old.rename(new)
    for name in ("ROOT", "VENV", "PYTHON"):
        monkeypatch.setattr(environment, name, new / getattr(environment, name).relative_to(old))
    monkeypatch.setattr(environment, "LOCKS", {"learner": new / LOCKS[0], "dev": new / LOCKS[1]})
    called = record(environment, monkeypatch)
    environment.prepare("learner")

    assert called == ["venv", "pip", "pip"]


def test_pip_takes_over_where_uv_fails(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose package index only pip knows still gets its environment."""
    monkeypatch.setattr(environment.shutil, "which", lambda _: "/bin/uv")
    called = record(environment, monkeypatch, broken="uv")

    environment.prepare("learner")

    assert called == ["venv", "uv", "pip", "pip"]


def test_a_failed_installation_is_tried_again(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment counts as ready only when everything was installed."""
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    record(environment, monkeypatch, broken="pip")
    with pytest.raises(SystemExit, match="not complete"):
        environment.prepare("learner")

    called = record(environment, monkeypatch)
    environment.prepare("learner")

    assert called == ["pip", "pip"]
