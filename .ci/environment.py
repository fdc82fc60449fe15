"""Makes `.venv`: `environment.py learner` with what the course needs, `environment.py dev` with all tools.

A stamp in the environment remembers what was installed, so a second run costs nothing. Packages are added,
never removed: what a learner installed besides stays. uv is used where it is present, pip otherwise; either
compiles the packages, so that no process has to do it again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"learner": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}


def prepare(kind: str) -> None:
    """Make the environment of this kind unless it is there; one for development serves learners too.

    Ends the program where that fails, after what the installer said.
    """
    if any(_is_current(wider) for wider in ("learner", "dev")[kind == "dev" :]):
        return
    started = time.monotonic()
    print(f"Preparing .venv ({kind}) with {LOCKS[kind].name} ...", flush=True)
    try:
        _make(kind)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}\n.venv is not complete: mend what is said above, then run again.")
    print(f"Prepared .venv in {time.monotonic() - started:.0f} s.", flush=True)


def _make(kind: str) -> None:
    if not _belongs_here():
        _run(sys.executable, "-m", "venv", "--clear", VENV)
        _stamp("place").write_text(str(ROOT), encoding="utf-8")
    _install(kind)
    _stamp(kind).write_text(_wanted(kind), encoding="utf-8")


def _install(kind: str) -> None:
    uv = shutil.which("uv")
    if uv:
        try:
            _install_with([uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON], kind)
        except subprocess.CalledProcessError:
            print("uv could not install the packages; pip tries now.", flush=True)
        else:
            return
    _install_with([PYTHON, "-m", "pip", "install", "--quiet"], kind)


def _install_with(install: list[str | Path], kind: str) -> None:
    _run(*install, "--requirement", LOCKS[kind])
    _run(*install, "--no-deps", "--editable", ROOT)


def _run(*command: str | Path) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def _stamp(name: str) -> Path:
    return VENV / f"mle-course-{name}.txt"


def _is_current(kind: str) -> bool:
    return _belongs_here() and _read(_stamp(kind)) == _wanted(kind)


def _belongs_here() -> bool:
    """Whether `.venv` was made in this folder (a moved one has broken paths) and its Python still runs."""
    return _read(_stamp("place")) == str(ROOT) and PYTHON.exists()


def _wanted(kind: str) -> str:
    """Fingerprint of what an environment of this kind is made from."""
    files = (LOCKS[kind], ROOT / "pyproject.toml")
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    if sys.argv[1:] not in (["learner"], ["dev"]):
        sys.exit("Say which environment: environment.py learner, or environment.py dev")
    prepare(sys.argv[1])
