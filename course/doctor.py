"""Looks for what keeps a learner from working, and says what to do about it.

Each look yields findings; nothing is changed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from course import log, workspace
from course.errors import WorkspaceError
from course.marker import read_marker, version
from course.notebook_files import UnreadableNotebook, read
from course.offers import offered

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).parent
_ROOM = 200_000_000
"""Bytes of free space with which a learner can work for a while."""
_REQUIREMENT = re.compile(r"^(?P<name>[\w.-]+)\s*(?:[>=]=\s*(?P<least>[\d.]+))?")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found."""

    what: str
    remedy: str = ""
    """What to do; empty where all is well."""


def examine(directory: Path) -> Iterator[Finding]:
    """Look at the installation, at a workspace, and at the progress log."""
    yield from _python()
    yield from _packages()
    yield from _kernel()
    yield from _workspace(directory)
    yield from _log()


def _python() -> Iterator[Finding]:
    found = f"Python {sys.version.split()[0]} in {sys.prefix}"
    yield Finding(found, "" if sys.version_info >= (3, 11) else "The course needs Python 3.11 or newer.")
    spec = find_spec("autograder")
    place = Path(spec.origin).parent if spec and spec.origin else None
    if place is None or place.parent != _PACKAGE.parent:
        remedy = "Another package of that name is installed: give the course an environment of its own."
        yield Finding(f"the package `autograder` is {place or 'missing'}", remedy)
    else:
        yield Finding(f"the course {version()} in {_PACKAGE.parent}")


def _packages() -> Iterator[Finding]:
    needed = [_REQUIREMENT.match(line) for line in _requirements()]
    problems = [_package_problem(match["name"], match["least"] or "") for match in needed if match]
    wrong = [problem for problem in problems if problem]
    if wrong:
        yield Finding(f"packages: {', '.join(wrong)}", "Install the course again, as its README says.")
    else:
        yield Finding(f"packages: {len(problems)} as needed")


def _requirements() -> list[str]:
    """Return what a learner's installation needs, one package a line."""
    project = _PACKAGE.parent / "pyproject.toml"
    if project.is_file():
        return tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    try:
        return [line for line in metadata.requires(workspace.PROJECT) or () if "extra ==" not in line]
    except metadata.PackageNotFoundError:
        return []


def _package_problem(name: str, least: str) -> str:
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"{name} is missing"
    return f"{name} {found} instead of {least} or newer" if _parts(found) < _parts(least) else ""


def _parts(text: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", text)]


def _kernel() -> Iterator[Finding]:
    """Notebooks run in the kernel `python3`: one that somebody installed may belong to another Python."""
    command = [sys.executable, "-m", "jupyter", "kernelspec", "list", "--json"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
        spec = json.loads(done.stdout)["kernelspecs"]["python3"]
    except (OSError, ValueError, KeyError, subprocess.SubprocessError):
        yield Finding("Jupyter finds no Python kernel", "Install the course again, as its README says.")
        return
    program = str(spec["spec"]["argv"][0])
    if Path(program).is_absolute() and Path(program).parent != Path(sys.executable).parent:
        remedy = f'Move the folder "{spec["resource_dir"]}" elsewhere.'
        yield Finding(f"the notebooks' kernel runs in another Python: {program}", remedy)
    else:
        yield Finding("the notebooks' kernel runs in this Python")


def _workspace(directory: Path) -> Iterator[Finding]:
    if not (directory / workspace.MARKER).is_file():
        yield Finding(f"no workspace in {directory}", f'Make one with:  course init "{directory}"')
        return
    try:
        marker = read_marker(directory)
    except WorkspaceError as error:
        yield Finding("the workspace's marker cannot be read", str(error))
        return
    newer = f"the workspace was written by the later version {marker.version}"
    remedy = "Update the course: git pull  in a clone, else  pip install --upgrade mle-course"
    yield Finding(newer, remedy) if marker.newer else Finding(f"workspace: {directory}")
    yield from _disk(directory)
    yield from _notebooks(directory)
    yield from _shadows(directory)


def _disk(directory: Path) -> Iterator[Finding]:
    for folder in (directory, *sorted(directory.glob("[0-9]*_*/"))):
        problem = _write_problem(folder)
        if problem:
            remedy = (
                "Make room, or make the folder writable; nothing that you type there is saved until then."
            )
            yield Finding(f"{folder} cannot be written: {problem}", remedy)
    free = shutil.disk_usage(directory).free
    short = "Make room: a notebook that cannot be saved is lost." if free < _ROOM else ""
    yield Finding(f"{free / 1e9:.1f} GB are free for the workspace", short)


def _write_problem(folder: Path) -> str:
    probe = folder / ".mle-course.probe"
    try:
        probe.write_bytes(b"x" * 4096)
        probe.unlink()
    except OSError as error:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
        return error.strerror or str(error)
    return ""


def _notebooks(directory: Path) -> Iterator[Finding]:
    present = [name for name, _ in offered() if (directory / name).is_file()]
    for name in present:
        try:
            read((directory / name).read_bytes())
        except (UnreadableNotebook, OSError) as error:
            remedy = (
                "Look into backups/ for an earlier one, or put the course's version beside it: course update"
            )
            yield Finding(f"{name} cannot be read: {error}", remedy)
    yield Finding(f"{len(present)} notebooks in the workspace")


def _shadows(directory: Path) -> Iterator[Finding]:
    """A file that is named like a module is imported in its place."""
    used = {
        *sys.stdlib_module_names,
        "course",
        "autograder",
        "numpy",
        "pandas",
        "scipy",
        "sklearn",
        "matplotlib",
    }
    for path in sorted([*directory.glob("*.py"), *directory.glob("[0-9]*_*/*.py")]):
        if path.stem in used:
            what = (
                f"{path.relative_to(directory).as_posix()} hides the module `{path.stem}` from your notebooks"
            )
            yield Finding(what, "Rename the file, and restart the kernel.")


def _log() -> Iterator[Finding]:
    try:
        found = log.read_all()
    except OSError as error:
        yield Finding(f"the progress log in {log.folder()} cannot be read: {error.strerror}", _READABLE)
        return
    for problem in found.problems:
        yield Finding(f"progress log: {problem}", "The rest counts; nothing needs to be done.")
    place = next(folder for folder in (log.folder(), *log.folder().parents) if folder.exists())
    remedy = "" if os.access(place, os.W_OK) else _READABLE
    yield Finding(f"progress log: {len(found.records)} records in {log.folder()}", remedy)


_READABLE = f"Make the folder yours to read and write, or name another one in {log.HOME}."
