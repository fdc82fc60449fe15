"""What a grade cell may leave behind, tried with the real `nbgrader autograde`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest

from autograder import attempt
from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.judge import judge_here
from course import catalog
from tests.autograder.stock import StockCourse, graded_cell, notebook_of

if TYPE_CHECKING:
    from pathlib import Path

    from course.exercise import Exercise

pytestmark = pytest.mark.xdist_group("nbgrader")

MODULE = "02_linear_algebra_numpy"
CARD = 'from IPython.display import display; display({"text/html": "<b>card</b>", "text/plain": "card"}, raw=True)\n'
OUTCOMES = {
    "card_then_float": (CARD + "2.5", 2.5),
    "numpy_float": ("import numpy as np\nnp.float64(1.0)", 4),
    "not_a_number": ("float('nan')", 4),
    "negative": ("-1.0", 4),
    "nothing": (CARD + "None", 4),
    "semicolon": (CARD + "2.5;", 4),
    "stderr": ("import sys\nsys.stderr.write('a warning')\n4.0", 0),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Scores of one notebook with a grade cell per outcome."""
    course = StockCourse(tmp_path_factory.mktemp("outcomes"))
    (course.root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'outcomes'\n"
    )
    notebook = notebook_of(*(graded_cell(name, text) for name, (text, _) in OUTCOMES.items()))
    (course.root / "source" / "ps").mkdir(parents=True)
    nbformat.write(notebook, course.root / "source" / "ps" / "ps.ipynb")
    assert course.run("generate_assignment", "ps").returncode == 0
    course.submit("ada", "ps", notebook)
    course.run("autograde", "ps")
    return course.scores("ada", "ps")


@pytest.mark.parametrize("name", OUTCOMES)
def test_stock_nbgrader_scores_an_outcome_as_the_format_says(name: str, outcomes: dict[str, float]) -> None:
    """Each row of the table on which `check` relies still holds for the pinned nbgrader."""
    assert outcomes[name] == OUTCOMES[name][1]


def autograded_alone(root: Path, *cells: nbformat.NotebookNode) -> tuple[StockCourse, int]:
    """Grade one submission of these cells, released with the first of them; returns autograde's exit code."""
    course = StockCourse(root)
    (root / "nbgrader_config.py").write_text("c = get_config()\n")
    (root / "source" / "ps").mkdir(parents=True)
    nbformat.write(notebook_of(cells[0]), root / "source" / "ps" / "ps.ipynb")
    course.run("generate_assignment", "ps")
    course.submit("ada", "ps", notebook_of(*cells))
    return course, course.run("autograde", "ps").returncode


def test_more_than_full_marks_removes_a_whole_submission_under_stock_nbgrader(tmp_path: Path) -> None:
    """A float above the points, by rounding alone, is an error for the whole submission: hence the clamp."""
    course, code = autograded_alone(tmp_path, graded_cell("above", "4.000000000000001"))
    assert code != 0
    assert not [*(course.root / "autograded").rglob("*.ipynb")]


def test_a_copied_check_cell_stops_stock_nbgrader(tmp_path: Path) -> None:
    """A learner who pastes a check cell a second time makes stock nbgrader refuse the submission."""
    cell = graded_cell("once", "4.0")
    course, code = autograded_alone(tmp_path, cell, nbformat.from_dict(cell | {"id": "pasted"}))
    assert code != 0
    assert not [*(course.root / "autograded").rglob("*.ipynb")]


def answers(kind: str, exercise: Exercise) -> str | None:
    """Return what this learner writes into the answer cell of an exercise; None leaves the starter."""
    first = exercise.misconceptions[0]
    return {
        "right": exercise.alternatives[0].text,
        "wrong": first.text,
        "partly": exercise.reference.text if exercise.number % 2 else exercise.misconceptions[-1].text,
        "raising": f"def {exercise.id}(*args, **kwargs):\n    import warnings\n    warnings.warn('hm')\n    print('hello')\n    return 1 / 0",
        "untouched": None,
    }[kind]


KNOWN = """
import sys
from autograder import known
from course.catalog import load_all
for exercise in load_all():
    if exercise.module == sys.argv[1]:
        known.write_cache(exercise, 0, known.compute(exercise, 0))
"""
"""Prepares the diagnosis of every exercise, which a kernel would do at its first failed check."""
KINDS = ("right", "wrong", "partly", "raising", "untouched")
EDITED, DELETED = "project", "low_rank"
"""Exercises whose check cell one learner changes; the first is answered wrong, the other right."""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> StockCourse:
    """The released assignment, answered by five learners and graded by stock nbgrader."""
    course = StockCourse(tmp_path_factory.mktemp("course"))
    root = catalog.content_dir("solutions").parent
    (course.root / "nbgrader_config.py").write_text((root / "nbgrader_config.py").read_text())
    for folder in ("solutions", "assignments"):
        target = course.root / folder / MODULE
        target.mkdir(parents=True)
        text = (root / folder / MODULE / f"{MODULE}.ipynb").read_text(encoding="utf-8")
        (target / f"{MODULE}.ipynb").write_text(text, encoding="utf-8")
    released = (course.root / "assignments" / MODULE / f"{MODULE}.ipynb").read_bytes()
    generated = course.run("generate_assignment", MODULE, "--force")
    assert generated.returncode == 0, generated.stderr
    assert (course.root / "assignments" / MODULE / f"{MODULE}.ipynb").read_bytes() == released
    for kind in KINDS:
        course.submit(kind, MODULE, filled(course.root / "assignments" / MODULE / f"{MODULE}.ipynb", kind))
    course.submit("meddler", MODULE, meddled(course.root / "assignments" / MODULE / f"{MODULE}.ipynb"))
    assert course.python("-c", KNOWN, MODULE).returncode == 0
    autograded = course.run("autograde", MODULE)
    assert autograded.returncode == 0, autograded.stderr
    return course


def meddled(path: Path) -> nbformat.NotebookNode:
    """Return the released notebook with one check cell edited and one gone."""
    notebook = nbformat.read(path, as_version=4)
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id", ""): cell for cell in notebook.cells}
    cells[f"{EDITED}-answer"].source = catalog.load(EDITED).misconceptions[0].text
    cells[EDITED].source = f"{catalog.load(EDITED).points}.0"
    cells[f"{DELETED}-answer"].source = catalog.load(DELETED).reference.text
    notebook.cells.remove(cells[DELETED])
    return notebook


def filled(path: Path, kind: str) -> nbformat.NotebookNode:
    """Return the released notebook with this learner's answers."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name.endswith("-answer"):
            cell.source = answers(kind, catalog.load(name.removesuffix("-answer"))) or cell.source
    return notebook


@pytest.mark.parametrize("kind", KINDS)
def test_stock_nbgrader_gives_the_points_that_try_gives(kind: str, graded: StockCourse) -> None:
    """The learner's notebook, the instructor's nbgrader and the author's `autograder try` agree on every exercise."""
    exercises = [exercise for exercise in catalog.load_all() if exercise.module == MODULE]
    expected = {}
    for place, exercise in enumerate(exercises):
        in_child = place % len(KINDS) == KINDS.index(kind)
        expected[exercise.id] = points_of(exercise, answers(kind, exercise), in_child=in_child)
    assert graded.scores(kind, MODULE) == expected


def points_of(exercise: Exercise, text: str | None, *, in_child: bool) -> float:
    """Return the points of an answer: by `try`, or by the same judge in this process, which is faster."""
    if text is None:
        return 0.0
    if in_child:
        return float(attempt.attempt(exercise, text).points)
    capture = Capture()
    with capture.active():
        judged = judge_here(exercise, run_answer(exercise, text), capture)
    return float(sum(verdict.points for verdict in judged.verdicts))


def test_an_edited_check_cell_is_restored(graded: StockCourse) -> None:
    """Writing full marks into the check cell earns what the answer earns."""
    expected = points_of(catalog.load(EDITED), catalog.load(EDITED).misconceptions[0].text, in_child=False)
    assert graded.scores("meddler", MODULE)[EDITED] == expected


def test_a_deleted_check_cell_costs_its_own_points_alone(graded: StockCourse) -> None:
    """Stock nbgrader gives nothing for a cell that is gone, and still grades the notebook."""
    scores = graded.scores("meddler", MODULE)
    assert not scores[DELETED]
    assert {*scores} == {*graded.scores("right", MODULE)}


def test_a_right_submission_earns_everything(graded: StockCourse) -> None:
    """Full marks are within reach under stock nbgrader."""
    exercises = [exercise for exercise in catalog.load_all() if exercise.module == MODULE]
    assert graded.scores("right", MODULE) == {exercise.id: exercise.points for exercise in exercises}


@pytest.mark.parametrize("kind", KINDS)
def test_each_grade_cell_leaves_one_card_and_one_number(kind: str, graded: StockCourse) -> None:
    """Whatever an answer prints, logs or warns about, nothing but the card and the points is left."""
    path = graded.root / "autograded" / kind / MODULE / f"{MODULE}.ipynb"
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            assert [output.output_type for output in cell.outputs] == ["display_data", "execute_result"]
            float(cell.outputs[1].data["text/plain"])


def test_validate_tells_right_from_wrong(graded: StockCourse) -> None:
    """`nbgrader validate` finds nothing wrong with right answers, and names cells of untouched ones."""
    right = graded.run("validate", str(graded.root / "submitted" / "right" / MODULE / f"{MODULE}.ipynb"))
    assert "Success" in right.stdout
    untouched = graded.run(
        "validate", str(graded.root / "submitted" / "untouched" / MODULE / f"{MODULE}.ipynb")
    )
    assert "Success" not in untouched.stdout
