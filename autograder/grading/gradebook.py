"""Writes grades into nbgrader's gradebook, through nbgrader's own `Gradebook`: the only writer of a run.

That class commits in each call, which would cost more than grading does. So while a batch of submissions is
recorded its commits only flush, and one real commit follows; where anything fails, nothing of the batch is
written. No connection is open between batches, because workers are forked then.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from autograder.errors import GraderError
from autograder.grading.assignment_rows import find_ids, make_rows
from autograder.grading.submission_rows import SubmissionWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from autograder.grading.released import Released
    from autograder.grading.rows import Rows
    from autograder.grading.settings import CourseFolder
    from autograder.grading.submission_rows import Change

LOCKED = "The gradebook is in use by another program. Waiting for it; nothing is lost."
PAUSE = 0.5
"""Seconds between two tries to use a gradebook that is locked."""

Done = TypeVar("Done")


class _Locked(Exception):
    """Another program uses the database, or it went away for a while."""


class Book:
    """The gradebook of one assignment, whose rows are there once this is made.

    A locked gradebook is waited for, after `waits` was told so.
    """

    def __init__(
        self,
        course: CourseFolder,
        assignment: str,
        released: Sequence[Released],
        waits: Callable[[str], None],
    ) -> None:
        self.waits, self.url = waits, course.gradebook_url
        self.gradebook, ids = self._patiently(lambda: self._opened(course, assignment, released))
        self.writer = SubmissionWriter(self.gradebook, course, ids)

    def record(self, batch: Sequence[Rows], *, keep: bool = True) -> list[list[Change]]:
        """Write submissions in one transaction; returns for each the automatic scores that changed.

        What fails raises `GraderError`, and nothing is written. Without `keep` nothing is written either.
        """
        return self._patiently(lambda: self._written(batch, keep=keep))

    def _written(self, batch: Sequence[Rows], *, keep: bool) -> list[list[Change]]:
        try:
            with self._transaction(keep=keep):
                return [self.writer.write(rows) for rows in batch]
        except GraderError:
            raise
        except Exception as error:
            if _is_locked(error):
                raise _Locked from error
            raise GraderError(f"could not be recorded: {type(error).__name__}: {error}") from None

    @contextmanager
    def _transaction(self, *, keep: bool) -> Generator[None]:
        from sqlalchemy import text

        session = self.gradebook.db
        session.commit = session.flush
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
            with _programs_found(), Gradebook(self.url, course.course_id) as gradebook:
                make_rows(gradebook, course, assignment, released, self.url)
                return gradebook, find_ids(gradebook, assignment)
        except (SQLAlchemyError, InvalidEntry) as error:
            if _is_locked(error):
                raise _Locked from error
            raise GraderError(
                f"{self.url}: the gradebook cannot be used: {error}. If it is of an older nbgrader, "
                "copy it and run `nbgrader db upgrade`."
            ) from None

    def _patiently(self, do: Callable[[], Done]) -> Done:
        told = False
        while True:
            try:
                return do()
            except _Locked:
                if not told:
                    self.waits(LOCKED)
                told = True
                time.sleep(PAUSE)


def recorded_students(db_url: str, assignment: str) -> set[str]:
    """Return the students of whom a gradebook has this assignment; nothing is made, nor nbgrader imported."""
    from sqlalchemy import create_engine, inspect, text
    from sqlalchemy.engine import make_url

    url = make_url(db_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return set()
    engine = create_engine(url)
    query = (
        "SELECT submitted_assignment.student_id FROM submitted_assignment JOIN assignment "
        "ON assignment.id = submitted_assignment.assignment_id WHERE assignment.name = :name"
    )
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("submitted_assignment"):
                return set()
            return {student for (student,) in connection.execute(text(query), {"name": assignment})}
    finally:
        engine.dispose()


def _opened(db_url: str, course_id: str) -> Any:
    from nbgrader.api import Gradebook
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return Gradebook(db_url, course_id)
    except SQLAlchemyError as error:
        raise GraderError(
            f"{db_url}: the gradebook cannot be opened: {error}. If it is of an older nbgrader, "
            "copy it and run `nbgrader db upgrade`."
        ) from None


@contextmanager
def _programs_found() -> Generator[None]:
    """Let nbgrader find `alembic`, which it starts by name, where no environment is activated."""
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _is_locked(error: Exception) -> bool:
    """Whether an error says that another program uses the database, or that it went away for a while.

    nbgrader passes some of the database's errors on as its own, with their text.
    """
    said = str(error).lower()
    gone = getattr(error, "connection_invalidated", False)
    return gone or any(word in said for word in ("is locked", "database is busy", "deadlock"))
