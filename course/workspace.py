"""The learner's workspace: a folder with copies of the notebooks, in which the learner writes.

    .mle-course.json                              the marker: what the course wrote, with fingerprints
    02_linear_algebra_numpy/lesson.ipynb
    02_linear_algebra_numpy/02_linear_algebra_numpy.ipynb     exercises; nbgrader knows it by this name

A file whose fingerprint is no longer the marker's has been touched by the learner, and is never overwritten.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = ".mle-course.json"
PROJECT = "mle-course"


@dataclass(frozen=True, slots=True)
class Report:
    """What `init` did; names are relative to the workspace, with forward slashes."""

    directory: Path
    written: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    """Files of an earlier version that the learner had not touched."""
    kept: tuple[str, ...] = ()
    """Files that the learner owns, where the course has something else to offer."""


@dataclass(slots=True)
class _Marker:
    """The content of the marker file."""

    version: str
    created: str
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file as the course wrote it."""


def init(directory: Path) -> Report:
    """Make `directory` a workspace, or bring what the learner has not touched in it up to date.

    Raises `WorkspaceError` where the folder holds something else, or cannot be written.
    """
    directory = directory.expanduser().absolute()
    try:
        _claim(directory)
        return _fill(directory)
    except OSError as error:
        raise WorkspaceError(
            f"{directory}: {error.strerror}; expected a folder that can be written. "
            "Choose another with:  course init FOLDER"
        ) from error


def locate(start: Path) -> Path | None:
    """Return the workspace that `start` lies in, or None."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / MARKER).is_file()), None)


def default_directory(start: Path) -> Path:
    """Return the workspace to use when none is named.

    The one that `start` lies in; else `workspace` in the checkout that the course runs from; else
    `mle-course` in the home folder.
    """
    return locate(start) or _in_checkout() or Path.home() / PROJECT


def first_notebook(directory: Path) -> Path | None:
    """Return the notebook to begin with, relative to the workspace: a lesson if there is one."""
    notebooks = sorted(directory.glob("[0-9]*_*/*.ipynb"))
    lessons = [path for path in notebooks if path.name == "lesson.ipynb"]
    return next((path.relative_to(directory) for path in (*lessons, *notebooks)), None)


def _in_checkout() -> Path | None:
    checkout = Path(__file__).parent.parent
    return checkout / "workspace" if (checkout / "pyproject.toml").is_file() else None


def _claim(directory: Path) -> None:
    """Put a marker into a new or empty folder first of all, so that an interrupted start can go on."""
    if (directory / MARKER).is_file():
        return
    directory.mkdir(parents=True, exist_ok=True)
    if any(not path.name.startswith(".") for path in directory.iterdir()):
        raise WorkspaceError(
            f"{directory} holds other files and is no workspace; expected a new or empty folder. "
            "Choose one with:  course init FOLDER"
        )
    _write_marker(directory, _Marker(_version(), datetime.now(UTC).isoformat(timespec="seconds")))


def _fill(directory: Path) -> Report:
    marker = _read_marker(directory)
    done: dict[str, list[str]] = {"written": [], "updated": [], "kept": []}
    for name, source in _notebooks():
        content = source.read_bytes()
        outcome = _place(directory / name, content, marker.files.get(name))
        if outcome != "kept":
            marker.files[name] = _fingerprint(content)
        done.setdefault(outcome, []).append(name)
    marker.version = _version()
    _write_marker(directory, marker)
    _sign(directory / name for name in (*done["written"], *done["updated"]))
    return Report(directory, tuple(done["written"]), tuple(done["updated"]), tuple(done["kept"]))


def _notebooks() -> Iterator[tuple[str, Path]]:
    """All notebooks that the course has to offer, as name in the workspace and file to copy."""
    from course.catalog import content_dir

    for lesson in sorted(content_dir("modules").glob("[0-9]*_*/lesson.ipynb")):
        yield f"{lesson.parent.name}/{lesson.name}", lesson
    for assignment in sorted(content_dir("assignments").glob("[0-9]*_*/*.ipynb")):
        yield f"{assignment.parent.name}/{assignment.name}", assignment


def _place(target: Path, content: bytes, written_before: str | None) -> str:
    """Write `content` unless the learner owns the file; return what was done."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, content)
        return "written"
    present = target.read_bytes()
    if present == content:
        return "current"
    if _fingerprint(present) != written_before:
        return "kept"
    _write(target, content)
    return "updated"


def _write(path: Path, content: bytes) -> None:
    """Write in one step: a learner never meets half a notebook."""
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(content)
    draft.replace(path)


def _read_marker(directory: Path) -> _Marker:
    path = directory / MARKER
    try:
        return _Marker(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise WorkspaceError(
            f"{path}: found {error}; expected what the course wrote. Your notebooks are "
            "untouched: copy them elsewhere, empty the folder, then run  course init  again."
        ) from error


def _write_marker(directory: Path, marker: _Marker) -> None:
    fields = {"version": marker.version, "created": marker.created, "files": marker.files}
    _write(directory / MARKER, f"{json.dumps(fields, indent=1)}\n".encode())


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _version() -> str:
    try:
        return metadata.version(PROJECT)
    except metadata.PackageNotFoundError:
        return "not installed"


def _sign(notebooks: Iterator[Path]) -> None:
    """Tell Jupyter that the notebooks can be trusted, so that it shows the cards with their colours."""
    paths = list(notebooks)
    if not paths:
        return
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()
    for path in paths:
        notary.sign(nbformat.read(path, as_version=4))
