"""The learner's workspace: a folder with copies of the notebooks, in which the learner writes.

    .mle-course.json                              the marker: what the course wrote, with fingerprints
    Welcome.md                                    what is next; `course lab` writes it
    02_linear_algebra_numpy/lesson.ipynb
    02_linear_algebra_numpy/02_linear_algebra_numpy.ipynb     exercises; nbgrader knows it by this name
    backups/                                      what `course update` and `course reset` changed, as it was

`init` never writes into a notebook that the learner has touched; `course.update` does, after a backup.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.errors import WorkspaceError
from course.inheritance import inherited, retired
from course.log import MARKER, PROJECT
from course.marker import Marker, new_marker, read_marker, write_marker
from course.offers import offered
from course.steps import Outcome, Step, carry_out, judge
from course.trust import sign

WELCOME = "Welcome.md"
__all__ = [
    "MARKER",
    "PROJECT",
    "WELCOME",
    "Report",
    "default_directory",
    "first_notebook",
    "init",
    "locate",
    "opened",
]


@dataclass(frozen=True, slots=True)
class Report:
    """What `init` did; names are relative to the workspace, with forward slashes."""

    directory: Path
    written: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    """Files of an earlier version that the learner had not touched."""
    kept: tuple[str, ...] = ()
    """Files that the learner owns, where the course has something else to offer."""
    newer: str = ""
    """The version that the workspace comes from, where that is a later one: then nothing was done."""


def init(directory: Path) -> Report:
    """Make `directory` a workspace, or bring what the learner has not touched in it up to date.

    Raises `WorkspaceError` where the folder holds something else, or cannot be written.
    """
    directory = directory.expanduser().absolute()
    try:
        _claim(directory)
        marker = read_marker(directory)
        return Report(directory, newer=marker.version) if marker.newer else _fill(directory, marker)
    except OSError as error:
        raise _unwritable(directory, error.strerror or str(error)) from error


def opened(directory: Path | None, start: Path) -> Path:
    """Return the workspace that a command means: `directory`, or the one to use from `start`.

    Raises `WorkspaceError` where it is none.
    """
    directory = (directory or default_directory(start)).expanduser().absolute()
    if not (directory / MARKER).is_file():
        raise WorkspaceError(
            f'{directory} is no workspace: found no {MARKER} in it. Make one with:  course init "{directory}"'
        )
    return directory


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
    write_marker(directory, new_marker())


def _fill(directory: Path, marker: Marker) -> Report:
    notebooks = dict(offered())
    gone = retired(directory, marker, notebooks)
    judged = (judge(directory, name, source.read_bytes(), marker) for name, source in notebooks.items())
    steps = list(carry_out(directory, [inherited(directory, step, marker, gone) for step in judged], marker))
    write_marker(directory, marker)
    sign(step.offered for step in steps if step.after == step.offered and step.outcome is not Outcome.FAILED)
    failed = next((step for step in steps if step.outcome is Outcome.FAILED), None)
    if failed:
        raise _unwritable(directory / failed.name, failed.detail)
    return Report(
        directory,
        _names(steps, Outcome.WRITTEN),
        _names(steps, Outcome.REPLACED),
        _names(steps, Outcome.KEPT),
    )


def _names(steps: list[Step], outcome: Outcome) -> tuple[str, ...]:
    return tuple(step.name for step in steps if step.outcome is outcome)


def _unwritable(path: Path, why: str) -> WorkspaceError:
    return WorkspaceError(
        f"{path}: {why}; expected a folder that can be written. Choose another with:  course init FOLDER"
    )
