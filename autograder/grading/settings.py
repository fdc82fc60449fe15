"""Where a course keeps its folders: the settings of its `nbgrader_config.py`, read without nbgrader."""

from __future__ import annotations

import re
import secrets
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.sandbox.confine import Limits

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
    "course_id": "course_id",
}
_INHERITS = {"Autograde": "BaseConverter", "Execute": "ExecutePreprocessor"}
"""Sections of a configuration that hold for another one, too, unless that says something else."""
_IGNORED = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback"]
_RELATIVE_SQLITE = re.compile(r"(?P<driver>sqlite(\+\w+)?:///)(?P<path>[^/].*)")


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
    course_id: str = ""
    config: Any = field(default_factory=dict, compare=False, repr=False)
    """All of the configuration: `traitlets.config.Config`."""

    @property
    def gradebook_url(self) -> str:
        """Return where the gradebook is; a relative file is one of the course folder."""
        relative = _RELATIVE_SQLITE.fullmatch(self.db_url)
        if relative and relative["path"] != ":memory:":
            return f"{relative['driver']}{self.root / relative['path']}"
        return self.db_url or f"sqlite:///{self.root / 'gradebook.db'}"

    def option(self, part: str, name: str, otherwise: Any) -> Any:
        """Return one of nbgrader's settings, such as `Autograde`, `create_student`."""
        sections = (self.config.get(section, {}) for section in (part, _INHERITS.get(part)) if section)
        value = next((section[name] for section in sections if name in section), otherwise)
        return value.get_value(otherwise) if hasattr(value, "get_value") else value

    def kept_from_learners(self, assignment: str) -> frozenset[str]:
        """Names of files that a learner may replace by their own."""
        return frozenset(self.option("Autograde", "exclude_overwriting", {}).get(assignment, ()))

    @property
    def limits(self) -> Limits:
        """What a submission may use: the time that a cell has under nbgrader; without one, the whole's."""
        usual = Limits()
        seconds = self.option("Execute", "timeout", usual.cell_seconds)
        return replace(usual, cell_seconds=float(seconds if seconds and seconds > 0 else usual.cpu_seconds))

    @property
    def ignored(self) -> list[str]:
        """Patterns of files and folders that are not copied."""
        return [str(item) for item in self.option("CourseDirectory", "ignore", _IGNORED)]

    @property
    def file_mode(self) -> int:
        """Permissions of what is written into `autograded/`; nbgrader writes them in decimal digits."""
        return int(str(self.option("Autograde", "permissions", 664 if self.groupshared else 444)), 8)

    @property
    def groupshared(self) -> bool:
        """Whether the folders of `autograded/` belong to a group, whose members may write into them."""
        return bool(self.option("CourseDirectory", "groupshared", False))  # noqa: FBT003 -- an option's default

    def source_folder(self, assignment: str) -> Path:
        """Return the folder of the instructor's notebooks."""
        return self._folder(self.source, ".", assignment)

    def submitted_folder(self, assignment: str, student: str) -> Path:
        """Return the folder that a student handed in."""
        return self._folder(self.submitted, student, assignment)

    def autograded_folder(self, assignment: str, student: str) -> Path:
        """Return the folder of a student's graded notebooks."""
        return self._folder(self.autograded, student, assignment)

    def feedback_folder(self, assignment: str, student: str) -> Path:
        """Return the folder of the pages that a student reads."""
        return self._folder(self.feedback, student, assignment)

    def students(self, assignment: str) -> list[str]:
        """Return the students who handed in, by the folders that exist, but for those that are excluded."""
        pattern = self.structure.format(
            nbgrader_step=self.submitted, student_id="*", assignment_id=assignment
        )
        place = self.structure.split("/").index("{student_id}")
        found = {path.relative_to(self.root).parts[place] for path in self.root.glob(pattern)}
        excluded = str(self.option("CourseDirectory", "student_id_exclude", "")).split(",")
        return sorted(name for name in found if not name.startswith(".") and name not in excluded)

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
    return CourseFolder(Path(settings.get("root") or root).expanduser().resolve(), config=config, **given)


def late_penalty_files(course: CourseFolder) -> list[Path]:
    """Return the file with the instructor's own rule for late submissions, if there is one; it is not run."""
    chosen = course.option("AssignLatePenalties", "plugin_class", "")
    module = chosen.rpartition(".")[0] if isinstance(chosen, str) else chosen.__module__
    if not module or module.partition(".")[0] == "nbgrader":
        return []
    with import_path_without_here(), suppress(ImportError, ValueError):
        found = find_spec(module)
        if found and found.origin and Path(found.origin).is_file():
            return [Path(found.origin)]
    return []


def _load(root: Path) -> Any:
    from traitlets.config import Config, ConfigFileNotFound, PyFileConfigLoader

    with import_path_without_here():
        try:
            return PyFileConfigLoader(CONFIG, path=str(root)).load_config()
        except ConfigFileNotFound:
            return Config()
        except Exception as error:  # noqa: BLE001 -- an instructor's file may fail in any way
            raise GraderError(f"{root / CONFIG}: {type(error).__name__}: {error}") from None


@contextmanager
def import_path_without_here() -> Generator[None]:
    """Keep what lies in the working directory from being imported; what is added to the path stays there."""
    before = [*sys.path]
    sys.path[:] = [item for item in before if item not in ("", ".", str(Path.cwd()))]
    try:
        yield
    finally:
        sys.path[:] = before + [item for item in sys.path if item not in before]
