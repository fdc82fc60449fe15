"""A run that is ended at any moment loses no grade that was recorded and spoils nothing; the next one completes it.

The driver is a fork of this process, so that a run costs a second and not the seconds of its imports, and it
records two submissions at a time.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from autograder import cli
from autograder.grading import recorder
from autograder.grading.gradebook import Book
from autograder.grading.master import read_assignment
from autograder.grading.released import released_notebooks
from autograder.grading.settings import course_folder
from autograder.grading.submission_rows import SubmissionWriter
from autograder.sandbox.isolation import findings
from tests.autograder.grading import gradebook_course as pair

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import ForkProcess
    from pathlib import Path


MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING)),
    pytest.mark.xdist_group("nbgrader"),
]
MOMENTS, EARLY = 20, 6
CLASS = {f"learner-{number}": {} if number % 2 else {"double": "double = None"} for number in range(10)}
ENDS_WITHIN = 120.0
GRADES = """
SELECT submitted_assignment.student_id, notebook.name, base_cell.name, grade.auto_score, grade.needs_manual_grade
FROM grade JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN notebook ON notebook.id = submitted_notebook.notebook_id JOIN base_cell ON base_cell.id = grade.cell_id
ORDER BY 1, 2, 3
"""
_forking = multiprocessing.get_context("fork")
WRITTEN = _forking.Value("i")
"""How many submissions a run has written, recorded or not yet."""


@dataclass(frozen=True)
class Undisturbed:
    """A course directory, as it was handed in, and what a run makes of it when nobody ends it."""

    template: Path
    rows: dict[str, Any]
    grades: dict[str, list[Any]]
    notebooks: dict[str, Any]
    files: dict[str, Any]
    seconds: float


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Make the class, and grade it twice: the second time nothing has to be imported any more."""
    template = pair.make(tmp_path_factory.mktemp("made"))
    shutil.rmtree(template / "submitted")
    for student, answers in CLASS.items():
        pair.hand_in(template, student, answers, pair.IN_TIME)
    root = shutil.copytree(template, tmp_path_factory.mktemp("undisturbed") / "course")
    course = course_folder(root)
    assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
    Book(course, pair.ASSIGNMENT, released_notebooks(course, assignment), pytest.fail)
    shutil.copy(root / "gradebook.db", template / "empty.db")
    grade(root)
    started = time.monotonic()
    ended(begun(root))
    return Undisturbed(
        template, pair.rows(root), grades(root), pair.graded_notebooks(root), pair.graded_files(root),
        time.monotonic() - started,
    )  # fmt: skip


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Record two submissions at a time, and take as long for that as for grading them."""
    write = SubmissionWriter.write

    def slowly(writer: SubmissionWriter, *rows: Any) -> Any:
        changes = write(writer, *rows)
        WRITTEN.value += 1
        time.sleep(0.1)
        return changes

    monkeypatch.setattr(SubmissionWriter, "write", slowly)
    monkeypatch.setattr(recorder, "BATCH", 2)


def grade(root: Path, *options: str) -> str:
    """Grade in this process; returns what was said."""
    arguments = ["grade", pair.ASSIGNMENT, "--course-dir", str(root), *options]
    done = CliRunner().invoke(cli.app, arguments)
    assert done.exit_code == 0, done.output + repr(done.exception)
    return done.output


def begun(root: Path, *options: str) -> ForkProcess:
    """Begin to grade the whole class, whatever was graded before, in a group of processes of its own."""
    process = _forking.Process(target=_grade_alone, args=(root, ("--force", *options)))
    process.start()
    return process


def _grade_alone(root: Path, options: tuple[str, ...]) -> None:
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    arguments = ["grade", pair.ASSIGNMENT, "--course-dir", str(root), *options]
    done = CliRunner().invoke(cli.app, arguments)
    (root / "said.txt").write_text(done.output + repr(done.exception))
    os._exit(done.exit_code)


def ended(process: ForkProcess) -> int | None:
    """Wait for the end of a run; returns its exit code."""
    process.join(ENDS_WITHIN)
    assert not process.is_alive()
    return process.exitcode


def grades(root: Path) -> dict[str, list[Any]]:
    """Return every learner's grades, read as the file stands there; its integrity is checked."""
    found: dict[str, list[Any]] = {}
    if not (root / "gradebook.db").is_file():
        return found
    with closing(sqlite3.connect(root / "gradebook.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'grade'").fetchall():
            return found
        for student, *grade in connection.execute(GRADES):
            found.setdefault(student, []).append(grade)
    return found


def remembered(root: Path) -> set[str]:
    """Return the learners whom a second run would skip."""
    paths = (root / ".autograder" / "grades").rglob("*.json")
    return {json.loads(path.read_text())["result"]["student"] for path in paths}


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for what happens in another process."""
    deadline = time.monotonic() + ENDS_WITHIN
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def lives_until(process: ForkProcess, written: int, then: float) -> None:
    """Let a run live until it has written so many submissions, and so many seconds more; or until it ends."""
    wait_until(lambda: not process.is_alive() or WRITTEN.value >= written)
    process.join(then)
    process.kill()
    ended(process)


def forget(root: Path, undisturbed: Undisturbed) -> None:
    """Take out all that grading wrote but for the assignment itself, as if nobody had been graded yet."""
    for name in ("autograded", ".autograder/grades"):
        shutil.rmtree(root / name, ignore_errors=True)
    shutil.copy(undisturbed.template / "empty.db", root / "gradebook.db")


def test_ended_at_any_moment_no_grade_is_lost_and_the_next_run_completes(
    undisturbed: Undisturbed, often: None, tmp_path: Path
) -> None:
    """Twenty moments: while it starts, and between any two records, of new grades and of known ones."""
    root = shutil.copytree(undisturbed.template, tmp_path / "course")
    chance = random.Random(20)  # noqa: S311 -- moments, not secrets
    early = [(0, chance.uniform(0, undisturbed.seconds)) for _ in range(EARLY)]
    late = [(chance.randrange(len(CLASS)), chance.uniform(0, 0.2)) for _ in range(MOMENTS - EARLY)]
    before: set[str] = set()
    for number, (written, then) in enumerate(early + late):
        if number >= EARLY and number % 2:
            forget(root, undisturbed)
            before = set()
        WRITTEN.value = 0
        lives_until(begun(root), written, then)
        found = grades(root)
        assert before <= found.keys()
        assert found == {student: undisturbed.grades[student] for student in found}
        assert remembered(root) <= found.keys()
        assert all(json.loads(path.read_text()) for path in (root / "autograded").rglob("[!.]*.ipynb"))
        before = {*found}
    assert before

    grade(root)
    assert pair.rows(root) == undisturbed.rows
    assert pair.graded_notebooks(root) == undisturbed.notebooks
    assert pair.graded_files(root) == undisturbed.files


@pytest.mark.parametrize("when", ["tables", "version table"])
def test_a_gradebook_whose_making_was_interrupted_is_completed(
    undisturbed: Undisturbed, tmp_path: Path, when: str
) -> None:
    """Its tables and nbgrader's version of its schema, so that `nbgrader db upgrade` finds it up to date."""
    from nbgrader.api import Base, Gradebook, get_alembic_version
    from sqlalchemy import create_engine, text

    root = shutil.copytree(undisturbed.template, tmp_path / "course")
    url = f"sqlite:///{root / 'gradebook.db'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables[: None if when == "version table" else 4]:
            table.create(connection)
        if when == "version table":
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    engine.dispose()

    grade(root, "--student", "learner-0")
    with Gradebook(url, "pair") as gradebook:
        versions = gradebook.db.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    assert versions == [get_alembic_version()]
    assert grades(root) == {"learner-0": undisturbed.grades["learner-0"]}


def test_after_ctrl_c_everything_that_was_done_is_kept(
    undisturbed: Undisturbed, often: None, tmp_path: Path
) -> None:
    """The run says how to go on, with exit code 1, and the next one grades only what is left."""
    root = shutil.copytree(undisturbed.template, tmp_path / "course")
    process = begun(root, "--workers", "1")
    wait_until(lambda: len(remembered(root)) >= 2)
    os.killpg(process.pid, signal.SIGINT)

    assert ended(process) == 1
    kept = remembered(root)
    assert 2 <= len(kept) < len(CLASS)
    assert kept == grades(root).keys()
    assert "Run the same command again" in (root / "said.txt").read_text()
    assert f"{len(kept)} unchanged since they were graded" in grade(root)
    assert pair.rows(root) == undisturbed.rows
