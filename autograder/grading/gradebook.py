"""Writes grades into nbgrader's gradebook, through nbgrader's own `Gradebook`: the only writer of a run.

That class commits in each call, which would cost more than grading does. So while a batch of submissions is
recorded its commits do nothing, and one real commit follows; where anything fails, nothing of the batch is
written. No connection is open between batches, because workers are forked then.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.assignment_rows import find_ids, make_rows
from autograder.grading.database import (
    LOCKED,
    NotNow,
    is_locked,
    patiently,
    prepare,
    reason_to_wait,
    unusable,
)
from autograder.grading.submission_rows import SubmissionWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from sqlalchemy.engine import URL

    from autograder.grading.released import Released
    from autograder.grading.rows import Rows
    from autograder.grading.settings import CourseFolder
    from autograder.grading.submission_rows import Change


class Book:
    """The gradebook of one assignment, whose rows are there once this is made.

    A locked gradebook is waited for, and so is a server that answered before, after `waits` was told so.
    """

    def __init__(
        self,
        course: CourseFolder,
        assignment: str,
        released: Sequence[Released],
        waits: Callable[[str], None],
    ) -> None:
        self.waits, self.url = waits, course.gradebook_url
        self.gradebook, ids = patiently(lambda: self._opened(course, assignment, released), waits)
        self.writer = SubmissionWriter(self.gradebook, course, ids)

    def record(self, batch: Sequence[Rows], *, keep: bool = True) -> list[list[Change]]:
        """Write submissions in one transaction; returns for each the automatic scores that changed.

        What fails raises `GraderError`, and nothing is written. Without `keep` nothing is written either.
        """
        return patiently(lambda: self._written(batch, keep=keep), self.waits)

    def _written(self, batch: Sequence[Rows], *, keep: bool) -> list[list[Change]]:
        try:
            with self._transaction(keep=keep):
                return self.writer.write_all(batch)
        except GraderError:
            raise
        except Exception as error:
            if why := reason_to_wait(error):
                raise NotNow(why) from error
            raise GraderError(f"could not be recorded: {type(error).__name__}: {error}") from None

    @contextmanager
    def _transaction(self, *, keep: bool) -> Generator[None]:
        from sqlalchemy import text

        session = self.gradebook.db
        session.commit = _not_yet
        try:
            if session.bind.dialect.name == "sqlite":
                session.execute(text("BEGIN IMMEDIATE"))
            yield
            session.flush()
            if keep:
                session().commit()
        finally:
            del session.commit
            self.gradebook.close()

    def _opened(self, course: CourseFolder, assignment: str, released: Sequence[Released]) -> Any:
        from nbgrader.api import Gradebook, InvalidEntry
        from sqlalchemy.exc import SQLAlchemyError

        try:
            prepare(self.url)
            with Gradebook(self.url, course.course_id) as gradebook:
                make_rows(gradebook, course, assignment, released, self.url)
                return gradebook, find_ids(gradebook, assignment)
        except (SQLAlchemyError, InvalidEntry, ImportError) as error:
            if is_locked(error):
                raise NotNow(LOCKED) from error
            raise unusable(self.url, error) from None


def _not_yet() -> None:
    """Stand for a commit in the middle of a batch."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a gradebook has of an assignment before anybody is graded."""

    due: str = ""
    extensions: dict[str, str] = field(default_factory=dict)
    """Of the students whom it has, by their names; empty for those without one."""

    def deadline(self, student: str) -> str:
        """Return until when a student had time; another one may mean another penalty."""
        return f"{self.due} {self.extensions.get(student, '')}"


def read_recorded(db_url: str, assignment: str, waits: Callable[[str], None] = print) -> Recorded:
    """Return what a gradebook has of an assignment; nothing is made, nor nbgrader imported.

    A locked gradebook is waited for, after `waits` was told so.
    """
    if _is_new_file(db_url):
        return Recorded()
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    def look() -> Recorded:
        try:
            url = make_url(db_url)
            if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
                return Recorded()
            return _read_recorded(url, assignment)
        except (SQLAlchemyError, ImportError) as error:
            if is_locked(error):
                raise NotNow(LOCKED) from error
            raise unusable(db_url, error) from None

    return patiently(look, waits)


def _is_new_file(db_url: str) -> bool:
    """Whether a gradebook is a plain file that is not there: no need to import SQLAlchemy for that."""
    path = db_url.removeprefix("sqlite:///")
    return path != db_url and "?" not in path and not Path(path).exists()


def _read_recorded(url: URL, assignment: str) -> Recorded:
    from sqlalchemy import create_engine, inspect, text

    engine = create_engine(url)
    due_date = "SELECT duedate FROM assignment WHERE name = :name"
    extensions = (
        "SELECT student_id, extension FROM submitted_assignment JOIN assignment "
        "ON assignment.id = submitted_assignment.assignment_id WHERE assignment.name = :name"
    )
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("submitted_assignment"):
                return Recorded()
            name = {"name": assignment}
            return Recorded(
                str(connection.execute(text(due_date), name).scalar() or ""),
                {student: str(extra or "") for student, extra in connection.execute(text(extensions), name)},
            )
    finally:
        engine.dispose()
