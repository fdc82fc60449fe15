"""The gradebook holds what stock `nbgrader autograde` writes, row by row, and what a person wrote into it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from autograder import cli
from autograder.sandbox.isolation import findings
from tests.autograder.grading import gradebook_course as pair
from tests.autograder.stock import StockCourse

MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING)),
    pytest.mark.xdist_group("nbgrader"),
]

INTENDED: dict[str, tuple[Any, Any]] = {
    # what a learner's code writes to the error stream costs no points
    "noisy/score": (6.0, 10.0),
    "noisy/second/score": (0.0, 4.0),
    "noisy/second/failed_tests": (True, False),
    "noisy/second/late_submission_penalty": (0.0, 4.0),
    "noisy/second/test-square/auto_score": (0.0, 4.0),
    "noisy/second/test-square/score": (0.0, 4.0),
    # a test that a learner deleted is put back, and run
    "renamed/score": (9.0, 10.0),
    "renamed/first/score": (5.0, 6.0),
    "renamed/first/test-double/auto_score": (None, 1.0),
    "renamed/first/test-double/needs_manual_grade": (True, False),
    "renamed/first/test-double/score": (0.0, 1.0),
}
"""Where we differ from stock nbgrader on purpose: what it says, what we say."""

CHECKOUT = Path(__file__).parents[3]
STOCK = """
import sys
sys.path.insert(0, {checkout!r})
from pathlib import Path
from tests.autograder.grading.gradebook_course import run_stock
run_stock(Path({root!r}))
"""


@dataclass(frozen=True)
class Both:
    """The same course and submissions, graded by stock nbgrader and by us."""

    stock: Path
    ours: Path
    listed: dict[str, Any]
    """The report of a dry run before the second run."""
    rows_after_listing: bool
    """Whether the dry run left everything as it was."""
    second: dict[str, Any]
    """The report of the second run."""

    def rows(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the rows of both."""
        return pair.rows(self.stock), pair.rows(self.ours)


def grade(root: Path, *options: str) -> dict[str, Any]:
    """Grade the course with the command; returns its report."""
    report = root / "report.json"
    arguments = ["grade", pair.ASSIGNMENT, "--course-dir", str(root), "--json", str(report), *options]
    done = CliRunner().invoke(cli.app, arguments)
    assert done.exit_code == 0, done.output + repr(done.exception)
    return json.loads(report.read_text())


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Grade, hand in again, grade by hand, and grade again; both graders at the same time."""
    stock, ours = (pair.make(tmp_path_factory.mktemp(name)) for name in ("stock", "ours"))
    program = STOCK.format(checkout=str(CHECKOUT), root=str(stock))
    with ThreadPoolExecutor(1) as pool:
        theirs = pool.submit(StockCourse(stock).python, "-c", program)
        pair.set_due_date(ours)
        grade(ours)
        pair.hand_in_again(ours)
        pair.grade_by_hand(ours)
        before = state(ours)
        listed = grade(ours, "--dry-run")
        untouched = state(ours) == before
        second = grade(ours)
        assert theirs.result().returncode == 0, theirs.result().stderr[-3000:]
    return Both(stock, ours, listed, untouched, second)


def state(root: Path) -> Any:
    """Return all that grading writes."""
    return pair.rows(root), pair.graded_notebooks(root), pair.graded_files(root)


def of_helped(key: str) -> bool:
    """Whether a row is of the learner who handed in a module of their own."""
    return key.startswith("helped/")


def test_every_row_is_the_one_of_stock_nbgrader(both: Both) -> None:
    """But for the differences that are listed above."""
    stock, ours = both.rows()
    assert [*ours] == [*stock]
    others = [key for key in stock if not of_helped(key)]
    assert {key: (stock[key], ours[key]) for key in others if stock[key] != ours[key]} == INTENDED


def test_a_module_that_a_learner_handed_in_is_imported(both: Both) -> None:
    """Its rows are those of stock nbgrader, too."""
    stock, ours = ({key: row for key, row in rows.items() if of_helped(key)} for rows in both.rows())
    assert ours == stock


def test_graded_notebooks_are_those_of_stock_nbgrader(both: Both) -> None:
    """Texts of cells, with all of each test, nbgrader's marks with their checksums, and kinds of outputs."""
    stock, ours = pair.graded_notebooks(both.stock), pair.graded_notebooks(both.ours)
    assert [*ours] == [*stock]
    differing = {name for name in stock if stock[name] != ours[name] and not of_helped(name)}
    assert differing == {"renamed/first", "noisy/second"}
    restored = [cell for cell in ours["renamed/first"] if cell not in stock["renamed/first"]]
    assert [marks["grade_id"] for _, _, marks, _ in restored] == ["test-double"]
    assert [outputs for *_, outputs in stock["noisy/second"]] == [[], [("stream", "stderr")]]


def test_other_files_are_copied_as_stock_nbgrader_does(both: Both) -> None:
    """The instructor's over the learner's, readable only, with the time of handing in."""
    assert pair.graded_files(both.ours) == pair.graded_files(both.stock)


def test_a_second_run_grades_only_what_changed(both: Both) -> None:
    """Of everybody else the report says what they have."""
    unchanged = {item["student"]: item.get("unchanged", False) for item in both.second["submissions"]}
    assert unchanged == {student: student != "again" for student in pair.SUBMISSIONS}
    assert {item["student"]: item["score"] for item in both.second["submissions"]}["right"] == 10


def test_automatic_scores_that_change_are_listed(both: Both) -> None:
    """Old and new, by a dry run and by the run that writes them."""
    changed = [
        {"cell": "first/test-total", "old": 0.0, "new": 2.0},
        {"cell": "second/test-square", "old": 0.0, "new": 4.0},
    ]
    for report in (both.listed, both.second):
        assert {i["student"]: i["changed"] for i in report["submissions"] if "changed" in i} == {
            "again": changed
        }


def test_a_dry_run_writes_nothing(both: Both) -> None:
    """Gradebook, notebooks and files are as they were."""
    assert both.rows_after_listing


def test_stock_feedback_is_made_of_ours(both: Both) -> None:
    """Scores, and a comment that a person wrote, stand on the pages of `nbgrader generate_feedback`."""
    done = StockCourse(both.ours).run("generate_feedback", pair.ASSIGNMENT, "--student=again")
    assert done.returncode == 0, done.stderr[-3000:]
    page = (both.ours / "feedback" / "again" / pair.ASSIGNMENT / "first.html").read_text()
    assert "Well said." in page
    assert "(Score: 1.75 / 2.0)" in page


def test_what_is_remembered_is_for_the_instructor_alone(both: Both) -> None:
    """No other account reads results."""
    paths = [path for path in (both.ours / ".autograder").rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o077 for path in paths} == {0}
    assert len(paths) > len(pair.SUBMISSIONS)


def test_without_a_gradebook_nothing_is_written(tmp_path: Path) -> None:
    """`--no-gradebook` reports alone, and a time that is none costs only who handed it in."""
    root = pair.make(tmp_path)
    report = grade(root, "--no-gradebook", "--student", "right")
    assert [item["score"] for item in report["submissions"]] == [10]
    assert not (root / "gradebook.db").exists()
    assert not (root / "autograded").exists()
