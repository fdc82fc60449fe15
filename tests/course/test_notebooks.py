"""Exercises and lessons become notebooks."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from course.catalog import Module
from course.errors import ContentErrors
from course.notebooks import exercise_cells, lesson_notebook, source_notebook
from course.source import parse

FOLDER = Path(__file__).parent / "data" / "modules" / "02_vectors"
SAMPLE = FOLDER / "e2_double.py"
TEXT = SAMPLE.read_text(encoding="utf-8")
MODULE = Module(FOLDER.name, FOLDER, FOLDER / "lesson.py", (SAMPLE,))


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    """The instructor's notebook of the sample's module."""
    return source_notebook(MODULE)


def cells_by_grade_id(notebook: nbformat.NotebookNode) -> dict[str, nbformat.NotebookNode]:
    """Cells by the name that nbgrader knows them by."""
    return {cell.metadata["nbgrader"]["grade_id"]: cell for cell in notebook.cells}


def test_a_module_becomes_one_notebook_in_order(notebook: nbformat.NotebookNode) -> None:
    """Title, then for each exercise: heading, statement, set-up, answer, grade cell."""
    expected = ["02_vectors-title", "double-heading", "double-statement-1", "double-setup-1"]
    assert list(cells_by_grade_id(notebook)) == [*expected, "double-answer", "double"]


def test_the_title_is_the_lessons_first_heading(notebook: nbformat.NotebookNode) -> None:
    """A learner meets the module under one name."""
    assert notebook.cells[0].source.split("\n")[0] == "# 2 Vectors you can run: exercises"


def test_the_title_without_a_lesson_is_the_slug() -> None:
    """A module can be built before its lesson is written."""
    first = source_notebook(Module("02_some_vectors", FOLDER, None, ())).cells[0]
    assert first.source.split("\n")[0] == "# 2 Some vectors: exercises"


def test_a_heading_says_what_an_exercise_asks_and_pays(notebook: nbformat.NotebookNode) -> None:
    """Difficulty, time and points stand above the statement."""
    expected = "## 2.2 Double every number\n\n★★ · about 15 minutes · 4 points"
    assert cells_by_grade_id(notebook)["double-heading"].source == expected


def test_the_grade_cell_holds_one_fixed_line(notebook: nbformat.NotebookNode) -> None:
    """Learners' notebooks stay valid when checks change; the metadata says which version they hold."""
    cell = cells_by_grade_id(notebook)["double"]
    exercise = parse(TEXT, SAMPLE)
    assert cell.source == 'from autograder import check; check("double")'
    assert cell.metadata["mle_course"] == {"exercise": "double", "version": 3, "digest": exercise.digest}
    assert cell.metadata["nbgrader"]["points"] == exercise.points


@pytest.mark.parametrize(
    ("grade_id", "grade", "solution", "locked"),
    [
        ("double-heading", False, False, True),
        ("double-statement-1", False, False, True),
        ("double-setup-1", False, False, True),
        ("double-answer", False, True, False),
        ("double", True, False, True),
    ],
)
def test_nbgrader_knows_every_cells_role(
    notebook: nbformat.NotebookNode, grade_id: str, *, grade: bool, solution: bool, locked: bool
) -> None:
    """Only the answer cell is the learner's."""
    settings = cells_by_grade_id(notebook)[grade_id].metadata["nbgrader"]
    assert (settings["grade"], settings["solution"], settings["locked"]) == (grade, solution, locked)


def test_nothing_but_statement_and_reference_enters(notebook: nbformat.NotebookNode) -> None:
    """Hints, checks, explanations and other answers stay with the course."""
    exercise = parse(TEXT, SAMPLE)
    kept_back = [*exercise.hints, exercise.explanation, exercise.shared]
    for part in (*exercise.checks, *exercise.alternatives, *exercise.misconceptions, *exercise.variants):
        kept_back += [part.name, part.text]
    text = nbformat.writes(notebook)
    sources = "\n".join(cell.source for cell in notebook.cells)
    assert [part for part in kept_back if part in sources or part in text] == []


def test_a_notebook_is_valid_and_always_the_same(notebook: nbformat.NotebookNode) -> None:
    """Two builds of one source do not differ by a byte."""
    nbformat.validate(notebook)
    assert nbformat.writes(source_notebook(MODULE)) == nbformat.writes(notebook)


def test_cell_ids_stay_when_cells_above_change() -> None:
    """What a learner wrote is matched by id, so ids come from names."""
    more = TEXT.replace("# %%\nimport numpy", "# %% [markdown]\n# More.\n\n# %%\nimport numpy")
    before = [cell.id for cell in exercise_cells(parse(TEXT, SAMPLE))]
    after = [cell.id for cell in exercise_cells(parse(more, SAMPLE))]
    assert set(before) - set(after) == set()
    assert len(after) == len(before) + 1


def test_a_lesson_becomes_a_notebook() -> None:
    """A lesson's cells arrive as they are, commands and tags included."""
    cells = lesson_notebook(FOLDER / "lesson.py").cells
    assert [cell.cell_type for cell in cells] == ["markdown", "code", "markdown", "code", "markdown", "code"]
    assert cells[1].source == "import numpy as np\n\n%time np.arange(3) * 2"
    assert cells[3].metadata == {"tags": ["predict"]}
    assert len({cell.id for cell in cells}) == len(cells)


def test_lesson_ids_outlive_a_new_section(tmp_path: Path) -> None:
    """A new section leaves the ids of the other sections alone."""
    text = (FOLDER / "lesson.py").read_text(encoding="utf-8")
    path = tmp_path / FOLDER.name / "lesson.py"
    path.parent.mkdir()
    new = "# %% [markdown]\n# ## New\n\n# %%\n1\n\n"
    path.write_text(text.replace("# %% [markdown]\n# ## Predict", new + "# %% [markdown]\n# ## Predict", 1))
    before = [cell.id for cell in lesson_notebook(FOLDER / "lesson.py").cells]
    after = [cell.id for cell in lesson_notebook(path).cells]
    assert [cell_id for cell_id in before if cell_id not in after] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# %%\nx = (", "code that Python refuses"),
        ('# %% role="hint"\n1', "'role' in a lesson's cell"),
        ("# %% [markdown]\nprose", "the line 'prose' in a markdown cell"),
        ('# %% name="a"\n1\n# %% name="a"\n2', "a second cell named 'a'"),
    ],
)
def test_a_lessons_mistakes_are_named(tmp_path: Path, line: str, found: str) -> None:
    """A lesson is read as strictly as an exercise."""
    path = tmp_path / "lesson.py"
    path.write_text(line)
    with pytest.raises(ContentErrors) as caught:
        lesson_notebook(path)
    assert any(error.found.startswith(found) for error in caught.value.errors)
