"""The errors that the course's commands report.

    CourseError                 anything a command can explain to the person who typed it
    ├── ContentError            one mistake in a content file: path:line, found, expected
    ├── ContentErrors           all mistakes of a run at once
    ├── UnknownExercise         no exercise of that id; carries the nearest ids
    ├── WorkspaceError          a learner's folder cannot be used as asked
    └── MissingExtra            an optional part of the installation is absent

Only `cli.py` prints them and turns them into exit codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class CourseError(Exception):
    """A problem that the course can explain; its text says what to do next."""

    exit_code = 1


class ContentError(CourseError):
    """One mistake in a content file, with the place where an author mends it."""

    def __init__(self, path: Path | str, line: int, found: str, expected: str) -> None:
        self.path = path
        self.line = line
        self.found = found
        self.expected = expected
        super().__init__(f"{path}:{line}: found {found}; expected {expected}")


class ContentErrors(CourseError):
    """Every mistake that one reading of the content found."""

    def __init__(self, errors: Sequence[ContentError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class UnknownExercise(CourseError):
    """No exercise has this id."""

    exit_code = 2

    def __init__(self, exercise_id: str, nearest: Sequence[str]) -> None:
        self.exercise_id = exercise_id
        self.nearest = tuple(nearest)
        hint = f" Did you mean {' or '.join(map(repr, self.nearest))}?" if self.nearest else ""
        super().__init__(f"There is no exercise {exercise_id!r}.{hint}")


class WorkspaceError(CourseError):
    """A learner's folder cannot be used as asked."""


class MissingExtra(CourseError):
    """A command needs an optional part of the installation."""

    exit_code = 2

    def __init__(self, extra: str, why: str) -> None:
        self.extra = extra
        super().__init__(f"{why} Install it with:  pip install 'mle-course[{extra}]'")
