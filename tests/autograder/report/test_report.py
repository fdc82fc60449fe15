"""`autograder report`: numbers of a class, from the gradebook and from what grading remembered."""

from __future__ import annotations

import csv
import io
import json
import stat
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console
from rich.progress import Progress

from autograder.errors import GraderError
from autograder.grading.settings import course_folder
from autograder.grading.state import LONGEST, kept_results, results_folder, shortened
from autograder.report import command
from autograder.report.charts import histogram
from autograder.report.exports import as_csv
from autograder.report.gather import excerpt, gather
from autograder.report.page import as_html
from autograder.report.terminal import show
from tests.autograder.feedback.graded import ASSIGNMENT, Course, code

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.report.summary import ClassReport

ANSWER = "# mine\ndef project(A, b):\n    return A.T @ A  # <script>alert(1)</script>\n"
SCORES = {"ada": 4.0, "bob": 1.0, "cleo": 1.0, "dora": 0.0}
LATE = "2026-03-01 13:00:00.000000"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Four students with an exercise of the course each, one of them late; nothing is remembered of them."""
    made = Course(tmp_path / "course")
    for student, score in SCORES.items():
        cells = [
            code(ANSWER, "project-answer", solution=True),
            code("check", "project", grade=True, locked=True),
        ]
        late = student == "cleo"
        made.hand_in(student, cells, at=LATE if late else None, penalty=0.5 if late else None)
        made.grade(student, "project", 4, auto=score)
    return made


def verdict(check: str, kind: str, *, hidden: bool = False, message: str = "") -> dict[str, Any]:
    """Return one verdict as grading remembers it."""
    return {"check": check, "verdict": kind, "points": 0, "max": 1, "hidden": hidden, "message": message}


def remember(
    course: Course, student: str, *verdicts: dict[str, Any], diagnosis: str | None = None, reasons: tuple[str, ...] = ()
) -> None:  # fmt: skip
    """Write what `autograder grade` remembers of a submission."""
    cell = {"score": 1, "max": 4, "verdicts": [*verdicts], "sealed": True, "diagnosis": diagnosis}
    result = {"student": student, "reasons": [*reasons], "remarks": [], "cells": {"first/project": cell}}
    folder = results_folder(course_folder(course.root), ASSIGNMENT)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{student}.json").write_text(
        json.dumps({"v": 1, "digest": "", "notebooks": [], "result": result})
    )


def report(course: Course) -> ClassReport:
    """Gather."""
    return gather(course_folder(course.root), ASSIGNMENT)


def quiet() -> Progress:
    """Return a progress bar that nobody sees."""
    return Progress(disable=True)


def test_the_distribution_is_of_scores_after_late_penalties(course: Course) -> None:
    """In tenths of the points, with mean and median."""
    found = report(course)
    assert found.percents == [0.0, 12.5, 25.0, 100.0]
    assert found.histogram == [1, 1, 1, 0, 0, 0, 0, 0, 0, 1]
    assert found.facts() == {
        "students": 4, "with_score": 4, "mean_percent": 34.4, "median_percent": 18.8, "late": 1,
        "parts_waiting": 0, "need_attention": 3,
    }  # fmt: skip


def test_checks_are_ordered_by_the_share_that_failed(course: Course) -> None:
    """Of the answers that came to them: neither untouched starters nor waiting checks count."""
    shape, values = "keeps the shape", "is orthogonal"
    remember(course, "ada", verdict(shape, "passed"), verdict(values, "passed", hidden=True))
    remember(course, "bob", verdict(shape, "passed"), verdict(values, "failed", hidden=True))
    remember(course, "cleo", verdict(shape, "raised"), verdict(values, "blocked", hidden=True))
    remember(course, "dora", verdict(shape, "not_attempted"), verdict(values, "blocked", hidden=True))
    assert [(each.check, each.hidden, each.failed, each.reached) for each in report(course).checks] == [
        (values, True, 1, 2), (shape, False, 1, 3),
    ]  # fmt: skip


def test_without_remembered_checks_tests_count_by_their_scores(course: Course) -> None:
    """After stock nbgrader graded, say."""
    found = report(course)
    assert [(each.part, each.failed, each.reached) for each in found.checks] == [("project", 3, 4)]
    assert found.remembered == 0


def test_a_misconception_comes_with_an_answer_that_shows_it_and_the_remedy(course: Course) -> None:
    """The commonest first; leading comments of the answer are left out."""
    from course.catalog import load

    known = load("project").misconceptions
    for student, place in (("ada", 1), ("bob", 0), ("cleo", 0)):
        remember(course, student, verdict("x", "failed"), diagnosis=known[place].name)
    first, second = report(course).misconceptions
    assert (first.name, first.students, first.remedy) == (known[0].name, ("bob", "cleo"), known[0].remedy)
    assert first.example.startswith("def project(A, b):")
    assert second.students == ("ada",)


def test_an_example_is_bounded() -> None:
    """However long an answer is."""
    assert excerpt("a = 1\n" * 1000) == "a = 1\n" * 24 + "…"
    assert len(excerpt("a" * 10_000)) < 2_000


def test_who_needs_attention_is_said_with_the_reason(course: Course) -> None:
    """No score, nothing attempted, few points; those without a score first."""
    remember(course, "dora", verdict("x", "not_attempted"), verdict("y", "blocked"))
    remember(course, "bob", verdict("x", "failed"))
    remember(course, "eve", reasons=("first.ipynb is empty",))
    for student in ("eve", "fay"):
        (course.root / "submitted" / student / ASSIGNMENT).mkdir(parents=True)
    found = report(course)
    assert [(each.student.id, each.status, each.reasons[0]) for each in found.attention] == [
        ("eve", "needs_attention", "first.ipynb is empty"),
        ("fay", "not_graded", "handed in, but not graded: autograder grade ps --student fay"),
        ("dora", "graded", "nothing was attempted"),
        ("cleo", "graded", "12 % of the points"),
        ("bob", "graded", "25 % of the points"),
    ]


def test_faults_of_ours_are_told_apart_from_learners_mistakes(course: Course) -> None:
    """A broken check is listed with what went wrong, and fails nobody."""
    for student in ("ada", "bob"):
        remember(course, student, verdict("x", "broken", message="KeyError: 'a'"))
    found = report(course)
    assert [(each.part, each.check, each.message, each.count) for each in found.faults] == [
        ("project", "x", "KeyError: 'a'", 2)
    ]
    assert all(each.check != "x" for each in found.checks)


def test_the_page_shows_learners_code_as_text(course: Course) -> None:
    """Names, answers, reasons: nothing of them is markup."""
    remember(
        course,
        "bob",
        verdict("<b>x", "failed"),
        diagnosis="<img src=x>",
        reasons=("<script>alert(2)</script>",),
    )
    course.person("bob", "<script>", "alert(3)</script>", "x@y.z")
    page = as_html(report(course))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "default-src &#39;none&#39;" in page


def test_the_terminal_shows_the_same_facts(course: Course) -> None:
    """Markup of the terminal's in a name is text, too."""
    remember(course, "bob", verdict("[red]x[/]", "failed"), diagnosis="name [bold]")
    console = Console(width=110, record=True, file=io.StringIO())
    show(report(course), console)
    text = console.export_text()
    for words in ("4 students", "median 18.8 %", "[red]x[/]", "name [bold]", "25 % of the points"):
        assert words in text


def test_the_table_has_a_line_for_each_student(course: Course) -> None:
    """Who has no score has an empty field; no field is a formula."""
    course.person("ada", "Ada", "=HYPERLINK(1)", "ada@example.org", "77")
    (course.root / "submitted" / "eve" / ASSIGNMENT).mkdir(parents=True)
    rows = [*csv.DictReader(io.StringIO(as_csv(report(course))))]
    assert {
        row["student_id"]: (row["score"], row["percent"], row["late_seconds"], row["status"]) for row in rows
    } == {
        "ada": ("4", "100.00", "0", "graded"),
        "bob": ("1", "25.00", "0", "graded"),
        "cleo": ("0.5", "12.50", "3600", "graded"),
        "dora": ("0", "0.00", "0", "graded"),
        "eve": ("", "", "0", "not_graded"),
    }
    assert (rows[0]["last_name"], rows[0]["email"], rows[0]["lms_user_id"]) == (
        "'=HYPERLINK(1)",
        "ada@example.org",
        "77",
    )


def test_tables_have_the_columns_that_learning_systems_ask_for(course: Course) -> None:
    """Canvas wants its own ids and a line of points; Moodle finds people by name, number or address."""
    course.person("ada", "Ada", "Love", "ada@example.org", "77")
    canvas = [*csv.reader(io.StringIO(as_csv(report(course), "canvas")))]
    assert canvas[:3] == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "ps"],
        ["    Points Possible", "", "", "", "", "4"],
        ["Love, Ada", "77", "", "ada", "", "4"],
    ]
    moodle = [*csv.reader(io.StringIO(as_csv(report(course), "moodle")))]
    assert moodle[1] == ["Ada", "Love", "ada", "77", "ada@example.org", "4", "4"]


def test_files_are_for_the_instructor_alone(course: Course, tmp_path: Path) -> None:
    """The page, the table and the data are written where they were asked for."""
    files = [tmp_path / "out" / name for name in ("r.html", "r.csv", "r.json")]
    _, written = command.report(course.root, ASSIGNMENT, command.Wanted(*files), quiet)
    assert written == files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    data = json.loads(files[2].read_text())
    assert (data["format"], data["v"], data["learners"][0]["student"]["id"]) == (
        "mle-course-class-report",
        1,
        "ada",
    )


def test_an_unknown_shape_of_table_is_named(course: Course) -> None:
    """With those that there are."""
    with pytest.raises(GraderError, match="found --csv-for 'excel'; expected plain, canvas, moodle"):
        command.report(course.root, ASSIGNMENT, command.Wanted(csv_for="excel"), quiet)


def test_what_is_remembered_is_bounded_and_a_torn_file_is_passed_over(course: Course) -> None:
    """No answer can fill the disk, and a crash costs one result."""
    remember(course, "ada", verdict("x", "failed"))
    folder = results_folder(course_folder(course.root), ASSIGNMENT)
    (folder / "torn.json").write_text('{"v": 1, "res')
    assert [each["student"] for each in kept_results(course_folder(course.root), ASSIGNMENT)] == ["ada"]
    assert len(json.dumps(shortened({"a": "x" * 10**6, "b": ["y"] * 10**6}))) < LONGEST * 8


def test_the_picture_says_its_facts_in_words() -> None:
    """For who cannot see it; an empty class has one, too."""
    assert 'aria-label="Students by percent of the points. 0-10 %: 2, 90-100 %: 30"' in histogram(
        [2, *[0] * 8, 30], 95
    )
    assert "nobody" in histogram([0] * 10, None)
