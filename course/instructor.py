"""Starts JupyterLab with nbgrader's formgrader in a course directory, for instructors.

Formgrader shows a page of errors unless the server runs in the course directory itself, and starts `alembic`
by name, which the server's PATH has. A new or empty folder becomes a course directory with the notebooks of
this course: `solutions/` is what nbgrader calls *source*, `assignments/` what it calls *release*.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from course.catalog import content_dir
from course.errors import WorkspaceError
from course.lab import Manner
from course.release import CONFIG, require_instructor
from course.safe_files import write

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTEBOOKS = ("solutions", "assignments")
STATE = ".autograder"
FORMGRADER = Manner(
    "/lab?formgrader=true", Path(__file__).with_name("instructor_settings"), f"{STATE}/layout"
)
"""Opens formgrader in a tab; keeps the layout of tabs where grading keeps its files."""
CONFIG_TEXT = """\
# Settings of nbgrader for this course directory. Grades go into gradebook.db beside this file, unless you say
# otherwise:  c.CourseDirectory.db_url = "postgresql://user@host/name"
from course.solution import STUB

c = get_config()

c.CourseDirectory.course_id = "mle-course"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.ClearSolutions.code_stub = {"python": STUB}
"""
IGNORED = """\
# A class's data is nobody's but the instructor's.
gradebook.db*
/submitted/
/autograded/
/feedback/
.autograder/
"""


def course_directory(asked: Path | None, start: Path) -> Path:
    """Return the course directory that a command means, made where `asked` is new or empty.

    Without `asked` it is the one that `start` lies in. Raises `WorkspaceError` where there is none, and
    `MissingExtra` without nbgrader.
    """
    require_instructor("Formgrader")
    directory = _around(start.absolute()) if asked is None else asked.expanduser().absolute()
    if not (directory / CONFIG).is_file():
        _make(directory)
    (directory / STATE).mkdir(mode=0o700, exist_ok=True)
    return directory


def _around(start: Path) -> Path:
    found = next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
    if found is None:
        raise WorkspaceError(
            f"{start} is in no course directory: found no {CONFIG} in it or above it. Name one, or a new "
            "folder that becomes one:  course instructor FOLDER"
        )
    return found


def _make(directory: Path) -> None:
    """Make a course directory; one whose making was interrupted is completed."""
    if directory.exists() and {*_names(directory)} - {*NOTEBOOKS}:
        raise WorkspaceError(
            f"{directory} holds other files and no {CONFIG}; expected a course directory, or a new or empty "
            f"folder. If nbgrader's own settings are right for it, make an empty {CONFIG} in it."
        )
    try:
        for name in NOTEBOOKS:
            shutil.copytree(content_dir(name), directory / name, dirs_exist_ok=True)
        write(directory / ".gitignore", IGNORED.encode())
        write(directory / CONFIG, CONFIG_TEXT.encode())
    except OSError as error:
        raise WorkspaceError(f"{directory} cannot become a course directory: {error}") from error


def _names(directory: Path) -> Iterator[str]:
    return (path.name for path in directory.iterdir() if not path.name.startswith("."))
