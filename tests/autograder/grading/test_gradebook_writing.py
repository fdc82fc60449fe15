"""Writing into a gradebook: all of a batch or nothing, whoever else uses it, whatever is wrong with one submission."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from autograder.errors import GraderError
from autograder.grading.database import LOCKED
from autograder.grading.gradebook import Book, read_recorded
from autograder.grading.handed_in import NotGradable
from autograder.grading.master import read_assignment
from autograder.grading.recorder import Graded, Recorder
from autograder.grading.released import released_notebooks
from autograder.grading.results import Outcome
from autograder.grading.rows import NotebookRows, Rows, read_timestamp
from autograder.grading.settings import CourseFolder, course_folder
from autograder.grading.state import State, kept_results
from tests.autograder.grading import gradebook_course as pair

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("nbgrader")

PLUGIN = """
from nbgrader.plugins import BasePlugin


class PerHour(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        if student_id == "bad":
            raise ValueError("no rule for this")
        return 1
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose gradebook knows when the assignment is due; making a gradebook takes seconds."""
    root = pair.make(tmp_path_factory.mktemp("made"))
    pair.write(root / "plugins" / "lateness_of_some.py", PLUGIN)
    config = root / "nbgrader_config.py"
    config.write_text(config.read_text().replace('"lateness.PerHour"', '"lateness_of_some.PerHour"'))
    pair.set_due_date(root)
    return root


@pytest.fixture
def course(made: Path, tmp_path: Path) -> CourseFolder:
    """A course whose rule for late submissions fails for one learner."""
    root = shutil.copytree(made, tmp_path / "course")
    return replace(course_folder(root), db_url=f"sqlite:///{root / 'gradebook.db'}?timeout=0.1")


def opened(course: CourseFolder, waits: Any = pytest.fail) -> Book:
    """Open the gradebook."""
    assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
    return Book(course, assignment.name, released_notebooks(course, assignment), waits)


def rows(student: str, score: float = 1.0, *, late: bool = False) -> Rows:
    """Return the rows of a submission with one notebook."""
    at = read_timestamp(b"2026-03-01 13:00:00 UTC" if late else None)
    scores = {"test-square": score}
    return Rows(
        student, at, (NotebookRows("second", handed_in=True, scores=scores, comments={"square": None}),)
    )


def score_of(course: CourseFolder, student: str) -> float | None:
    """Return what the gradebook says."""
    with pair.opened(course.root) as gradebook:
        return gradebook.find_grade("test-square", "second", pair.ASSIGNMENT, student).auto_score


def students(course: CourseFolder) -> set[str]:
    """Return those who have a submission in the gradebook."""
    return {*read_recorded(course.gradebook_url, pair.ASSIGNMENT).extensions}


def test_a_batch_is_written_whole_or_not_at_all(course: CourseFolder) -> None:
    """Where one submission fails, nothing of the others is there."""
    book = opened(course)
    with pytest.raises(GraderError, match="no rule for this"):
        book.record([rows("ada"), rows("bad", late=True), rows("cleo")])
    assert students(course) == set()


def test_what_is_wrong_with_one_submission_costs_no_other(course: CourseFolder) -> None:
    """The others of its batch are recorded and remembered; its outcome says why it is not."""
    told: dict[str, Outcome] = {}
    assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
    state = State(course, assignment, walls=True)
    with Recorder(
        opened(course), state, [], lambda outcome, _: told.update({outcome.student: outcome})
    ) as recorder:
        for student in ("ada", "bad", "cleo"):
            recorder.add(Graded(Outcome(student), rows(student, late=student == "bad"), "digest"))
    assert students(course) == {"ada", "cleo"}
    assert {student: outcome.status for student, outcome in told.items()} == {
        "ada": "graded", "bad": "needs_attention", "cleo": "graded",
    }  # fmt: skip
    assert "no rule for this" in told["bad"].reasons[0]
    kept = kept_results(course, pair.ASSIGNMENT)
    assert {result["student"]: result["status"] for result in kept} == {
        "ada": "graded", "bad": "needs_attention", "cleo": "graded",
    }  # fmt: skip


def test_a_locked_gradebook_is_waited_for(course: CourseFolder) -> None:
    """With a message, and with nothing lost."""
    said = []
    other = sqlite3.connect(course.root / "gradebook.db")

    def wait(line: str) -> None:
        said.append(line)
        other.rollback()

    book = opened(course, wait)
    other.execute("BEGIN EXCLUSIVE")
    book.record([rows("ada")])
    other.close()
    assert said == [LOCKED]
    assert score_of(course, "ada") == 1.0


def test_a_gradebook_that_is_locked_from_the_start_is_waited_for(course: CourseFolder) -> None:
    """Its assignment's rows are made once it is free."""
    said = []
    other = sqlite3.connect(course.root / "gradebook.db")
    other.execute("BEGIN EXCLUSIVE")

    def wait(line: str) -> None:
        said.append(line)
        other.rollback()

    opened(course, wait).record([rows("ada")])
    other.close()
    assert said == [LOCKED]


def test_a_dry_run_tells_changes_and_keeps_nothing(course: CourseFolder) -> None:
    """Neither a changed score nor a new learner."""
    book = opened(course)
    book.record([rows("ada", 1.0)])
    changes, new = book.record([rows("ada", 3.0), rows("bo")], keep=False)
    assert [(change.old, change.new) for change in changes] == [(1.0, 3.0)]
    assert new == []
    assert (score_of(course, "ada"), students(course)) == (1.0, {"ada"})


def test_a_learner_whom_the_gradebook_does_not_know_is_refused_where_the_course_says_so(
    course: CourseFolder,
) -> None:
    """`Autograde.create_student` is nbgrader's option."""
    course.config.Autograde.create_student = False
    with pytest.raises(GraderError, match="no student 'ada'"):
        opened(course).record([rows("ada")])


def test_the_gradebook_follows_the_text_of_a_test(course: CourseFolder) -> None:
    """A test that the instructor changed is the one that formgrader shows, also once submissions are recorded."""
    opened(course).record([rows("ada")])
    path = course.source_folder(pair.ASSIGNMENT) / "second.ipynb"
    path.write_text(path.read_text().replace("square(3) == 9", "square(4) == 16"))
    opened(course)
    with pair.opened(course.root) as gradebook:
        cell = gradebook.find_source_cell("test-square", "second", pair.ASSIGNMENT)
        assert cell.source == "assert square(4) == 16"


@pytest.mark.parametrize("what", ["cell", "notebook"])
def test_cells_and_notebooks_stay_once_submissions_are_recorded(course: CourseFolder, what: str) -> None:
    """An error says what is gone, before anybody is graded."""
    opened(course).record([rows("ada")])
    path = course.source_folder(pair.ASSIGNMENT) / "second.ipynb"
    if what == "cell":
        pair.drop_cell(path, "test-square")
    else:
        path.unlink()
    with pytest.raises(GraderError, match=r"second(\.ipynb is gone|.*Cannot add or remove cells)"):
        opened(course)


@pytest.mark.parametrize("text", [b"tomorrow or so", b"\xff\xfe", b"2026-13-45", b"99999-01-01", b"1" * 2000])
def test_a_time_that_is_none_is_the_learners_reason(text: bytes) -> None:
    """It is shown, and it is never an error of ours."""
    with pytest.raises(NotGradable, match=r"timestamp\.txt says"):
        read_timestamp(text)


def test_a_database_of_a_relative_path_is_the_courses(tmp_path: Path) -> None:
    """Wherever the command was started."""
    assert (
        CourseFolder(tmp_path, db_url="sqlite:///grades.db").gradebook_url
        == f"sqlite:///{tmp_path}/grades.db"
    )
    assert CourseFolder(tmp_path).gradebook_url == f"sqlite:///{tmp_path}/gradebook.db"
    assert CourseFolder(tmp_path, db_url="postgresql://host/db").gradebook_url == "postgresql://host/db"


def test_a_result_is_remembered_only_while_its_submission_and_notebooks_are_there(
    course: CourseFolder,
) -> None:
    """A changed byte, another time or a removed notebook grade it again."""
    assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
    state = State(course, assignment, walls=True)
    graded = course.autograded_folder(pair.ASSIGNMENT, "right") / "first.ipynb"
    graded.parent.mkdir(parents=True)
    graded.touch()
    state.keep("right", state._digest_now("right"), ["first"], {"student": "right"})
    assert state.unchanged("right") == {"student": "right"}
    assert State(course, assignment, walls=False).unchanged("right") is None
    time = pair.submitted(course.root, "right") / "timestamp.txt"
    before = time.read_text()
    time.write_text("2026-03-02 11:00:00 UTC")
    assert state.unchanged("right") is None
    time.write_text(before)
    assert state.unchanged("right") is not None
    graded.unlink()
    assert state.unchanged("right") is None
    assert json.loads(state._path("right").read_text())["result"] == {"student": "right"}
