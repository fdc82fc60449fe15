"""Where a course keeps its folders: the settings of its `nbgrader_config.py`, read without nbgrader."""

from __future__ import annotations

import secrets
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError

if TYPE_CHECKING:
    from collections.abc import Generator

CONFIG = "nbgrader_config.py"
STATE = ".autograder"
"""Folder of what grading keeps: the salt, traces, results."""
_SETTINGS = {
    "source": "source_directory",
    "submitted": "submitted_directory",
    "autograded": "autograded_directory",
    "feedback": "feedback_directory",
    "structure": "directory_structure",
    "db_url": "db_url",
}


@dataclass(frozen=True, slots=True)
class CourseFolder:
    """An nbgrader course directory."""

    root: Path
    source: str = "source"
    submitted: str = "submitted"
    autograded: str = "autograded"
    feedback: str = "feedback"
    structure: str = "{nbgrader_step}/{student_id}/{assignment_id}"
    db_url: str = ""

    def source_folder(self, assignment: str) -> Path:
        """Return the folder of the instructor's notebooks."""
        return self._folder(self.source, ".", assignment)

    def submitted_folder(self, assignment: str, student: str) -> Path:
        """Return the folder that a student handed in."""
        return self._folder(self.submitted, student, assignment)

    def students(self, assignment: str) -> list[str]:
        """Return the students who handed in, by the folders that exist."""
        pattern = self.structure.format(
            nbgrader_step=self.submitted, student_id="*", assignment_id=assignment
        )
        place = self.structure.split("/").index("{student_id}")
        found = {path.relative_to(self.root).parts[place] for path in self.root.glob(pattern)}
        return sorted(name for name in found if not name.startswith("."))

    @property
    def state(self) -> Path:
        """Return the folder of what grading keeps, made where it is missing."""
        folder = self.root / STATE
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def salt(self) -> int:
        """Return the secret from which the checks of this course draw their cases."""
        file = self.state / "salt"
        try:
            return int(file.read_text())
        except (OSError, ValueError):
            number = secrets.randbelow(1 << 31)
            file.touch(mode=0o600)
            file.write_text(str(number))
            return number

    def _folder(self, step: str, student: str, assignment: str) -> Path:
        relative = self.structure.format(nbgrader_step=step, student_id=student, assignment_id=assignment)
        return self.root / relative


def course_folder(root: Path) -> CourseFolder:
    """Read the settings of a course directory; raises `GraderError` where its configuration fails."""
    config = _load(root)
    settings = config.get("CourseDirectory", {})
    given = {ours: str(settings[theirs]) for ours, theirs in _SETTINGS.items() if theirs in settings}
    return CourseFolder(Path(settings.get("root") or root).expanduser().resolve(), **given)


def _load(root: Path) -> Any:
    from traitlets.config import Config, ConfigFileNotFound, PyFileConfigLoader

    with _import_path_without_here():
        try:
            return PyFileConfigLoader(CONFIG, path=str(root)).load_config()
        except ConfigFileNotFound:
            return Config()
        except Exception as error:  # noqa: BLE001 -- an instructor's file may fail in any way
            raise GraderError(f"{root / CONFIG}: {type(error).__name__}: {error}") from None


@contextmanager
def _import_path_without_here() -> Generator[None]:
    """Keep what lies in the working directory from being imported."""
    before = [*sys.path]
    sys.path[:] = [item for item in before if item not in ("", ".", str(Path.cwd()))]
    try:
        yield
    finally:
        sys.path[:] = before
