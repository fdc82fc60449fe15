"""The distribution holds two packages and the content, and works however it is installed.

Environments with all of JupyterLab take long to make, so each variant is installed without dependencies into
a fresh environment, which then sees the packages of the learner's lock, and no others, through links.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.xdist_group("packaging")

ROOT = Path(__file__).parent.parent
CONTENT = ("modules", "assignments", "solutions")
PROBE = """
import importlib.util, json
import autograder, course
from course import catalog
print(json.dumps({
    "course": course.__file__,
    "autograder": autograder.__file__,
    "content": str(catalog.content_root()),
    "assignments": str(catalog.content_dir("assignments")),
    "exercises": sorted(path.name for module in catalog.modules() for path in module.exercises),
    "nbgrader": importlib.util.find_spec("nbgrader") is not None,
}))
"""


def call(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a program away from the checkout, so that it finds only what is installed; return its output."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def learners_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with links to the installed packages that the learner's lock names."""
    folder = tmp_path_factory.mktemp("learners-packages")
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    for name in (line.partition("==")[0] for line in lines if line[:1].isalnum()):
        for entry in _top_level(name):
            link = folder / entry.name
            if not link.exists():
                link.symlink_to(entry)
    return folder


def _top_level(name: str) -> set[Path]:
    """Return what a distribution put into site-packages; nothing for one of another operating system."""
    try:
        installed = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return set()
    first = {file.parts[0] for file in installed.files or () if file.parts[0] not in ("..", "__pycache__")}
    return {Path(str(installed.locate_file(entry))) for entry in first}


@dataclass(frozen=True)
class Variant:
    """One way to install, done: its environment and what a Python in it sees."""

    name: str
    prefix: Path
    seen: dict[str, Any]

    def run(self, *command: str | Path) -> str:
        """Run a command that the installation put into the environment."""
        return call(self.prefix / "bin" / command[0], *command[1:], cwd=self.prefix)


def _install(name: str, python: Path, wheel: Path) -> None:
    uv = shutil.which("uv") or Path(sys.executable).with_name("uv")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps")
    commands: dict[str, Sequence[str | Path]] = {
        "wheel": (*pip, "--no-index", wheel),
        "pip -e": (*pip, "--editable", ROOT),
        "uv -e": (uv, "pip", "install", "--quiet", "--python", python, "--no-deps", "--editable", ROOT),
    }
    call(*commands[name])


@pytest.fixture(scope="module", params=["wheel", "pip -e", "uv -e"])
def variant(
    request: pytest.FixtureRequest,
    wheel: Path,
    learners_packages: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Variant:
    """The course, installed in one of three ways into an environment of its own."""
    prefix = tmp_path_factory.mktemp("cours d'été")
    call(sys.executable, "-m", "venv", "--without-pip", prefix)
    python = prefix / "bin" / "python"
    _install(request.param, python, wheel)
    site = next(prefix.glob("lib/python*/site-packages"))
    (site / "learners_packages.pth").write_text(f"{learners_packages}\n")
    return Variant(request.param, prefix, json.loads(call(python, "-c", PROBE, cwd=prefix)))


def test_the_wheels_top_level_is_the_two_packages(wheel: Path) -> None:
    """Nothing but `course` and `autograder` becomes importable; JupyterLab's settings travel as data."""
    names = zipfile.ZipFile(wheel).namelist()
    top_level = {name.partition("/")[0] for name in names}

    assert {name for name in top_level if not name.startswith("mle_course-")} == {"course", "autograder"}
    assert sorted(name.partition("/")[2] for name in names if ".data/" in name) == [
        "data/etc/jupyter/jupyter_server_config.d/mle-course.json",
        "data/share/jupyter/lab/settings/overrides.d/mle-course.json",
    ]


def test_the_wheel_carries_all_of_the_content_and_no_litter(wheel: Path) -> None:
    """Lessons, exercises, assignments and solutions are inside; caches and checkpoints are not."""
    names = set(zipfile.ZipFile(wheel).namelist())

    for folder in CONTENT:
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob("[0-9]*/*.*")}
        wanted = {f"course/{path}" for path in here if not path.rpartition("/")[2].startswith(".")}
        assert wanted == {name for name in names if name.startswith(f"course/{folder}/")}


def test_every_variant_finds_the_exercises(variant: Variant) -> None:
    """Wheel, `pip install -e .` and `uv pip install -e .` show the same content."""
    here = sorted(path.name for path in (ROOT / "modules").glob("*/e[0-9]*_*.py"))

    assert here
    assert variant.seen["exercises"] == here


def test_every_variant_reads_the_content_of_its_own_place(variant: Variant) -> None:
    """A wheel brings its content along; an editable install reads the checkout, so an edit shows at once."""
    place = variant.prefix if variant.name == "wheel" else ROOT

    for what in ("course", "autograder", "content", "assignments"):
        assert Path(variant.seen[what]).is_relative_to(place), what


def test_no_variant_brings_nbgrader(variant: Variant) -> None:
    """Learners' JupyterLab has no instructor menus."""
    assert not variant.seen["nbgrader"]


def test_every_variant_sets_up_jupyterlab(variant: Variant) -> None:
    """JupyterLab reads our defaults (no news, no update check) from the environment it runs in."""
    shipped = variant.prefix / "share/jupyter/lab/settings/overrides.d/mle-course.json"

    assert json.loads(shipped.read_text()) == json.loads(
        (ROOT / "course/lab_settings/overrides.json").read_text()
    )


def test_every_variant_makes_a_workspace(
    variant: Variant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`course init` works with nothing but the learner's packages, and copies every assignment."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))

    variant.run("course", "init", tmp_path / "work")

    made = {path.relative_to(tmp_path / "work").as_posix() for path in (tmp_path / "work").glob("*/*.ipynb")}
    assert made >= {
        path.relative_to(ROOT / "assignments").as_posix() for path in ROOT.glob("assignments/*/*.ipynb")
    }


def test_every_variant_has_both_commands(variant: Variant) -> None:
    """`course` and `autograder` are commands of the environment."""
    for program in ("course", "autograder"):
        assert f"Usage: {program}" in variant.run(program, "--help")
