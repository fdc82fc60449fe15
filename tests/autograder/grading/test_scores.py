"""What is read from a gradebook: the numbers that nbgrader computes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.errors import GraderError
from autograder.grading.gradebook import Book
from autograder.grading.master import read_assignment
from autograder.grading.released import released_notebooks
from autograder.grading.rows import NotebookRows, Rows, read_timestamp
from autograder.grading.scores import read_scores
from autograder.grading.settings import CourseFolder, course_folder
from tests.autograder.grading import gradebook_course as pair

if TYPE_CHECKING:
    from pathlib import Path

FIRST = {"test-total": 0.0, "test-share": 2.5, "test-double": 1.0, "essay": None, "sketch": None, "job": None}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A real gradebook: automatic scores, one submission late, scores by hand, extra credit, an extension."""
    root = pair.make(tmp_path_factory.mktemp("scores"))
    pair.set_due_date(root)
    course = course_folder(root)
    assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
    book = Book(course, assignment.name, released_notebooks(course, assignment), pytest.fail)
    comments = dict.fromkeys(("total", "share", "double", "essay", "sketch", "job"))
    first = NotebookRows("first", handed_in=True, scores=FIRST, comments=comments)
    second = NotebookRows(
        "second", handed_in=True, scores={"test-square": 4.0}, comments={"square": "No response."}
    )
    times = {"again": b"2026-03-01 13:30:00 UTC", "mixed": b"2026-03-01 14:30:00 UTC", "empty": None}
    book.record([Rows(name, read_timestamp(at), (first, second)) for name, at in times.items()])
    pair.grade_by_hand(root)
    return course


pytestmark = pytest.mark.xdist_group("nbgrader")


def test_scores_are_those_that_nbgrader_computes(course: CourseFolder) -> None:
    """Points, maxima, penalties and comments, of every notebook and cell."""
    ours, theirs = {}, {}
    for student, submission in read_scores(course, pair.ASSIGNMENT).submissions.items():
        for name, book in submission.notebooks.items():
            place = student, name
            ours[place] = (book.score, book.max_score, book.penalty, book.waiting)
            ours |= {(*place, cell): (marks.score, marks.max_score) for cell, marks in book.cells.items()}
            ours |= {(*place, cell, "comment"): comment for cell, comment in book.comments.items()}
    with pair.opened(course.root) as gradebook:
        for submission in gradebook.find_assignment(pair.ASSIGNMENT).submissions:
            for book in submission.notebooks:
                place = submission.student_id, book.name
                waiting = sum(each.auto_score is None and each.manual_score is None for each in book.grades)
                theirs[place] = (book.score, book.max_score, book.late_submission_penalty or 0.0, waiting)
                theirs |= {(*place, cell.name): (cell.score, cell.max_score) for cell in book.grades}
                theirs |= {
                    (*place, each.name, "comment"): each.comment for each in book.comments if each.comment
                }
    assert ours == theirs


def test_lateness_counts_from_the_due_date_and_an_extension(course: CourseFolder) -> None:
    """As nbgrader counts it; without a time nobody is late."""
    ours = {
        name: each.late_seconds for name, each in read_scores(course, pair.ASSIGNMENT).submissions.items()
    }
    with pair.opened(course.root) as gradebook:
        found = gradebook.find_assignment(pair.ASSIGNMENT).submissions
        theirs = {each.student_id: float(each.total_seconds_late) for each in found}
    assert ours == theirs == {"again": 3600.0, "empty": 0.0, "mixed": 9000.0}


def test_an_assignment_that_nobody_graded_names_the_command(course: CourseFolder, tmp_path: Path) -> None:
    """Whether its gradebook lacks it, or there is no gradebook at all."""
    with pytest.raises(GraderError, match=r"holds no submission of it.*autograder grade other"):
        read_scores(course, "other")
    with pytest.raises(GraderError, match=r"there is no gradebook at .*autograder grade ps"):
        read_scores(course_folder(tmp_path), "ps")
