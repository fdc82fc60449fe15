"""The gradebook on a PostgreSQL server is the one that a file holds, whatever happens to the server meanwhile."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from nbgrader.dbutil import upgrade
from sqlalchemy import NullPool, create_engine, text
from typer.testing import CliRunner

from autograder import cli
from autograder.errors import GraderError
from autograder.grading.database import AWAY, LOCKED
from autograder.grading.gradebook import Book, read_recorded
from autograder.grading.master import read_assignment
from autograder.grading.released import released_notebooks
from autograder.grading.rows import NotebookRows, Rows
from autograder.grading.settings import CourseFolder, course_folder
from autograder.sandbox.isolation import findings
from tests.autograder.grading import gradebook_course as pair
from tests.autograder.grading.postgres_server import NEEDED, PASSWORD, PostgresServer, programs

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.skipif(programs() is None, reason=NEEDED),
    pytest.mark.xdist_group("nbgrader"),
]
MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]
STUDENTS = ("mixed", "empty", "again")


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server of its own."""
    where = programs()
    assert where is not None
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    made = PostgresServer(folder, where)
    try:
        made.make()
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def made(server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course whose gradebook is on the server."""
    root = pair.make(tmp_path_factory.mktemp("course"))
    return replace(course_folder(root), db_url=server.database("rows"))


def opened(course: CourseFolder, waits: Any = pytest.fail) -> Book:
    """Open the gradebook."""
    assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
    return Book(course, assignment.name, released_notebooks(course, assignment), waits)


@pytest.fixture
def book(made: CourseFolder) -> Iterator[Book]:
    """The gradebook, waiting for nothing unless a test says so."""
    book = opened(made)
    yield book
    book.gradebook.close()


def rows(student: str, score: float = 1.0) -> Rows:
    """Return the rows of a submission with one notebook."""
    return Rows(student, None, (NotebookRows("second", handed_in=True, scores={"test-square": score}),))


@dataclass(frozen=True)
class Twice:
    """The same class, graded twice into a file and into a server."""

    root: Path
    file: dict[str, Any]
    on_server: dict[str, Any]
    db_url: str


@pytest.fixture(scope="module")
def twice(server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """Grade, hand in again, grade by hand, and grade again: once by `--db`, once with the usual file."""
    found, url = [], server.database("graded")
    for db_url in ("", url):
        root = pair.make(tmp_path_factory.mktemp("course"))
        pair.set_due_date(root, db_url)
        grade(root, db_url)
        pair.hand_in_again(root)
        pair.grade_by_hand(root, db_url)
        grade(root, db_url)
        found.append(pair.rows(root, db_url))
    return Twice(root, *found, url)


def grade(root: Path, db_url: str) -> None:
    """Grade some of the class."""
    chosen = [part for student in STUDENTS for part in ("--student", student)]
    place = ["--course-dir", str(root), *(["--db", db_url] if db_url else [])]
    done = CliRunner().invoke(cli.app, ["grade", pair.ASSIGNMENT, *chosen, *place])
    assert done.exit_code == 0, done.output + repr(done.exception)


@pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))
def test_the_rows_on_a_server_are_those_of_a_file(twice: Twice) -> None:
    """Scores, comments, times, penalties, and what a person wrote between two runs."""
    assert twice.on_server == twice.file
    assert twice.on_server["again/first/test-total/manual_score"] == 1.25
    assert not (twice.root / "gradebook.db").exists()


def stamp(course: CourseFolder) -> list[str]:
    """Return the versions that the gradebook says it has."""
    engine = create_engine(course.gradebook_url, poolclass=NullPool)
    with engine.connect() as connection:
        return [version for (version,) in connection.execute(text("SELECT version_num FROM alembic_version"))]


def test_its_schema_carries_nbgraders_version(
    made: CourseFolder, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So `nbgrader db upgrade` has nothing to do, now, and knows where to begin, later."""
    before = stamp(made)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    upgrade(made.gradebook_url)

    assert len(before) == 1
    assert stamp(made) == before


def test_a_batch_is_written_whole_or_not_at_all(made: CourseFolder, book: Book) -> None:
    """Where one submission fails, nothing of the others is there."""
    bad = replace(rows("bad"), notebooks=(NotebookRows("second", handed_in=True, scores={"no-cell": 1.0}),))
    with pytest.raises(GraderError, match="no-cell"):
        book.record([rows("first"), bad])

    assert not read_recorded(made.gradebook_url, pair.ASSIGNMENT).extensions.keys() & {"first", "bad"}


def test_a_gradebook_that_stays_locked_is_waited_for(made: CourseFolder) -> None:
    """With a message where the address sets a time for that, and with nothing lost."""
    said: list[str] = []
    engine = create_engine(made.gradebook_url, poolclass=NullPool)
    other = engine.connect()

    def wait(line: str) -> None:
        said.append(line)
        other.rollback()

    book = opened(replace(made, db_url=f"{made.db_url}&options=-c%20lock_timeout%3D200"), wait)
    other.execute(text("LOCK TABLE submitted_assignment IN EXCLUSIVE MODE"))
    book.record([rows("locked out")])
    other.close()

    assert said == [LOCKED]
    assert "locked out" in read_recorded(made.gradebook_url, pair.ASSIGNMENT).extensions


def test_a_server_that_goes_away_between_batches_is_waited_for(
    made: CourseFolder, server: PostgresServer
) -> None:
    """A batch that it did not take is written once it is back."""
    said: list[str] = []

    def wait(line: str) -> None:
        said.append(line)
        server.start()

    book = opened(made, wait)
    book.record([rows("before")])
    server.stop()
    book.record([rows("after")])

    assert said == [AWAY]
    assert {"before", "after"} <= read_recorded(made.gradebook_url, pair.ASSIGNMENT).extensions.keys()


def test_a_server_that_goes_away_within_a_batch_is_waited_for(
    made: CourseFolder, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the interrupted try is there twice."""
    said: list[str] = []

    def wait(line: str) -> None:
        said.append(line)
        server.start()

    book = opened(made, wait)
    write = book.writer.write

    def interrupted(some: Rows, *found: Any) -> Any:
        changes = write(some, *found)
        if not said and some.student == "second of two":
            server.stop()
            write(some, *found)
        return changes

    monkeypatch.setattr(book.writer, "write", interrupted)
    book.record([rows("first of two"), rows("second of two", 3.0)])

    assert said == [AWAY]
    with pair.opened(made.root, made.gradebook_url) as gradebook:
        graded = gradebook.find_grade("test-square", "second", pair.ASSIGNMENT, "second of two")
        assert graded.auto_score == 3.0


@pytest.mark.parametrize(
    ("address", "said"),
    {
        f"postgresql://ada:{PASSWORD}@127.0.0.1:1/grades": "server running",
        f"postgresql+no_driver://ada:{PASSWORD}@127.0.0.1/grades": "gradebook cannot be used",
        f"{PASSWORD} is no address": "address is none",
    }.items(),
)
def test_an_address_that_leads_nowhere_is_said_without_its_password(address: str, said: str) -> None:
    """Before anybody is graded; logs and screens are read by others."""
    with pytest.raises(GraderError) as caught:
        read_recorded(address, pair.ASSIGNMENT)

    assert said in str(caught.value)
    assert PASSWORD not in str(caught.value)
