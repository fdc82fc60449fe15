"""`autograder grade` on a plain nbgrader course and on our own assignment, sealed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from autograder import cli
from autograder.grading import stopwatch
from autograder.sandbox.isolation import findings
from tests.autograder.grading import plain

MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]
pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))


HANDED_IN: dict[str, dict[str, str]] = {
    "right": {},
    "median": {"mean": "def mean(values):\n    return sorted(values)[len(values) // 2]"},
    "partial": {"answer": "slope = 3\nnames = []"},
    "raises": {"normalise": "def normalise(M):\n    raise ValueError('not yet')"},
    "syntax": {"count": "def count(words:\n    return {}"},
    "empty": dict.fromkeys(plain.SOLUTIONS, ""),
    "exits": {"count": "import os\nos._exit(0)"},
    "warns": {
        "mean": "import warnings\ndef mean(values):\n    warnings.warn('slow')\n    return float(np.mean(values))"
    },
    "writes": {
        "mean": "import sys\ndef mean(values):\n    sys.stderr.write('hm')\n    return float(np.mean(values))"
    },
    "model": {
        "fit": "def fit(X, y):\n    class Model:\n        coef_ = X[0]\n        def predict(self, Z):\n            return Z[:, 0]\n    return Model()"
    },
    "two cells": {"mean": "def mean(values):\n    return 0", "apply": "def twice(f, x):\n    return f(x)"},
}
SCORES = {
    "right": 18, "median": 16, "partial": 17, "raises": 16, "syntax": 17, "empty": 0, "exits": 17, "warns": 18,
    "writes": 18, "model": 15, "two cells": 15,
}  # fmt: skip


@dataclass(frozen=True)
class Graded:
    """What one run of the command did."""

    code: int
    output: str
    report: dict[str, Any]

    def of(self, student: str) -> dict[str, Any]:
        """Return one student's part of the report."""
        return next(item for item in self.report["submissions"] if item["student"] == student)


def run(root: Path, assignment: str, *options: str) -> Graded:
    """Run the command in a course directory."""
    file = root / "report.json"
    file.unlink(missing_ok=True)
    before = Path.cwd()
    os.chdir(root)
    try:
        done = CliRunner().invoke(cli.app, ["grade", assignment, "--json", str(file), *options])
    finally:
        os.chdir(before)
    report = json.loads(file.read_text()) if file.exists() else {}
    return Graded(done.exit_code, done.output + repr(done.exception or ""), report)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a plain course in which everybody of `HANDED_IN` handed in."""
    root = plain.make_course(tmp_path_factory.mktemp("course"))
    for student, answers in HANDED_IN.items():
        plain.hand_in(root, student, answers)
    return root


@pytest.fixture(scope="module")
def graded(course: Path) -> Graded:
    """Grade the class once."""
    return run(course, plain.ASSIGNMENT)


def test_everybody_gets_what_the_tests_give(graded: Graded) -> None:
    """Plain asserts, hidden tests and partial credit count as under nbgrader."""
    assert {item["student"]: item["score"] for item in graded.report["submissions"]} == SCORES
    assert {item["max_score"] for item in graded.report["submissions"]} == {18.0}
    assert graded.code == 0


def test_a_cell_that_ends_the_process_costs_only_what_it_binds(graded: Graded) -> None:
    """The cells after it run in a new process."""
    cells = graded.of("exits")["cells"]
    assert [name for name, cell in cells.items() if cell["score"] < cell["max"]] == ["numbers/test-count"]


def test_a_test_that_looks_at_the_learners_objects_is_named_as_forgeable(graded: Graded) -> None:
    """It runs where the answers live, and the report says so."""
    sealed = {name: cell["sealed"] for name, cell in graded.of("right")["cells"].items()}
    assert [name for name, is_sealed in sealed.items() if not is_sealed] == ["numbers/test-same"]


def test_a_failed_test_says_why(graded: Graded) -> None:
    """The message is the exception's."""
    (verdict,) = graded.of("raises")["cells"]["numbers/test-normalise"]["verdicts"]
    assert verdict["message"] == "ValueError: not yet"


def test_the_report_tells_where_the_time_went(graded: Graded) -> None:
    """Every step took some time, and all of them together no more than the workers had."""
    steps, seconds = graded.report["steps"], graded.report["seconds"]
    assert {*steps} == {
        stopwatch.READING, stopwatch.PROCESSES, stopwatch.CELLS, stopwatch.TESTS, stopwatch.KEEPING,
        stopwatch.GRADEBOOK,
    }  # fmt: skip
    assert all(value > 0 for value in steps.values())
    assert sum(steps.values()) < ((os.cpu_count() or 1) + 1) * seconds


def test_one_student_alone(course: Path) -> None:
    """`--student` grades nobody else."""
    report = run(course, plain.ASSIGNMENT, "--student", "median", "--workers", "1").report
    assert [item["student"] for item in report["submissions"]] == ["median"]


def test_the_error_stream_costs_points_only_where_that_is_asked_for(graded: Graded, course: Path) -> None:
    """A warning is no mistake, unless the instructor wants nbgrader's rule."""
    students = ("writes", "warns")
    assert {graded.of(student)["score"] for student in students} == {18.0}
    chosen = (option for student in students for option in ("--student", student))
    strict = run(course, plain.ASSIGNMENT, "--no-gradebook", "--stderr-fails", *chosen)
    for student in students:
        cells = strict.of(student)["cells"]
        lost = {name: cell["verdicts"] for name, cell in cells.items() if cell["score"] < cell["max"]}
        assert [*lost] == ["numbers/test-mean"]
        assert lost["numbers/test-mean"][0]["message"] == "it wrote to the error stream"


def test_an_unknown_assignment_is_named_with_those_there_are(course: Path) -> None:
    """A typing error costs a look at the list."""
    done = run(course, "week2")
    assert done.code != 0
    assert "week2" in done.output
    assert "week1" in done.output


def test_an_unknown_student_is_named(course: Path) -> None:
    """Nobody is graded when one of those asked for handed in nothing."""
    done = run(course, plain.ASSIGNMENT, "--student", "nobody")
    assert done.code != 0
    assert "nobody" in done.output


def test_without_walls_every_result_says_so(course: Path) -> None:
    """`--unsafe` grades trusted code and never hides that it did."""
    done = run(course, plain.ASSIGNMENT, "--student", "right", "--unsafe")
    assert done.of("right")["isolated"] is False
    assert done.of("right")["score"] == 18
    assert "NOT ISOLATED" in done.output


def broken(path: Path, how: str) -> None:
    """Spoil a notebook in one of the ways that happen."""
    notebook = json.loads(path.read_text())
    if how == "empty file":
        path.write_text("")
    elif how == "cut off":
        path.write_text(path.read_text()[:300])
    elif how == "old format":
        path.write_text(json.dumps({**notebook, "nbformat": 3}))
    elif how == "wrong name":
        path.rename(path.with_name("Untitled.ipynb"))
    elif how == "no cells":
        path.write_text(json.dumps({**notebook, "cells": {}}))
    elif how == "a link":
        path.rename(path.with_suffix(".txt"))
        path.symlink_to(path.with_suffix(".txt"))


@pytest.mark.parametrize(
    ("how", "reason"),
    {
        "empty file": "numbers.ipynb is empty",
        "cut off": "is not a notebook",
        "old format": "notebook format 3",
        "wrong name": "found: Untitled.ipynb",
        "no cells": "no list of cells",
        "a link": "was not handed in",
    }.items(),
)
def test_what_cannot_be_graded_has_a_reason(tmp_path: Path, how: str, reason: str) -> None:
    """Such a submission needs attention, has no score, and stops nobody else's."""
    root = plain.make_course(tmp_path)
    broken(plain.hand_in(root, "spoilt"), how)
    plain.hand_in(root, "right")
    done = run(root, plain.ASSIGNMENT)
    assert done.of("spoilt")["status"] == "needs_attention"
    assert done.of("spoilt")["score"] is None
    assert reason in done.of("spoilt")["reasons"][0]
    assert done.of("right")["score"] == 18
    assert done.code == 1


def test_locked_cells_are_the_instructors(tmp_path: Path) -> None:
    """Deleted, edited and moved cells are put right, a copied answer's last version counts, and it is told."""
    root = plain.make_course(tmp_path)
    path = plain.hand_in(root, "mixed")
    notebook = json.loads(path.read_text())
    cells = {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in notebook["cells"]}
    copy = json.loads(json.dumps(cells["mean"]))
    cells["mean"]["source"] = "def mean(values):\n    return 'an earlier try'"
    cells["setup"]["source"] = "np = None"
    cells["test-count"]["source"] = "pass"
    kept = [cell for name, cell in cells.items() if name not in ("test-fit", "count")]
    path.write_text(json.dumps({**notebook, "cells": [*reversed(kept), copy]}))
    found = run(root, plain.ASSIGNMENT).of("mixed")
    lost = {name: cell["score"] for name, cell in found["cells"].items() if cell["score"] < cell["max"]}
    assert lost == {"numbers/test-count": 0.0}
    assert any("'mean' stands there 2 times" in remark for remark in found["remarks"])
    assert any("'count' was deleted" in remark for remark in found["remarks"])
    assert any("'setup' was edited" in remark for remark in found["remarks"])
    assert any("moved" in remark for remark in found["remarks"])


def test_a_test_that_ends_its_judge_is_not_moved_to_the_learners_side(tmp_path: Path) -> None:
    """It is named as failing for the instructor's own solution, and stays where no learner can forge it."""
    root = plain.make_course(tmp_path)
    source = root / "source" / plain.ASSIGNMENT / f"{plain.NOTEBOOK}.ipynb"
    ends = "import os\ntry:\n    open('/tmp/mine', 'w')\nexcept OSError:\n    os._exit(1)\nassert mean([1, 3]) == 2"
    notebook = json.loads(source.read_text())
    for cell in notebook["cells"]:
        if cell["metadata"]["nbgrader"]["grade_id"] == "test-mean":
            cell["source"] = ends
    source.write_text(json.dumps(notebook))
    plain.hand_in(root, "right")
    done = run(root, plain.ASSIGNMENT)
    cell = done.of("right")["cells"]["numbers/test-mean"]
    assert (cell["score"], cell["sealed"]) == (0.0, True)
    assert "numbers/test-mean: the judge could not finish" in " ".join(done.output.split())
