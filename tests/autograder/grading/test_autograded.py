"""A graded notebook is a valid one, whatever was handed in and whatever the learner's side sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from autograder.grading.arrange import arrange
from autograder.grading.autograded import autograded_notebook
from autograder.grading.graded_folder import replace_files, without_clashes
from autograder.grading.handed_in import parse_notebook
from autograder.grading.master import MasterNotebook, Role, read_master
from autograder.grading.released import Released
from autograder.grading.results import CellOutcome
from tests.autograder import sample_results as sample
from tests.autograder.grading import gradebook_course as course

if TYPE_CHECKING:
    from pathlib import Path

NAME = "first"


def released() -> Released:
    """Return the instructor's notebook, with the starters' texts."""
    return Released(NAME, course.notebook(NAME, dict.fromkeys(course.SOLUTIONS, "") | course.STARTERS))


def handed_in() -> dict[str, Any]:
    """Return a right learner's notebook."""
    return course.notebook(NAME, course.SOLUTIONS, tests=False)


def added(source: str, **more: Any) -> dict[str, Any]:
    """Return a cell that a learner added."""
    return {"cell_type": "code", "id": "mine", "metadata": {}, "source": source, "outputs": [], **more}


def graded(
    tmp_path: Path, content: dict[str, Any], outputs: dict[str, list[Any]] | None = None, **of: CellOutcome
) -> Any:
    """Return the graded notebook, each cell of which left these outputs, by its name; it is valid."""
    path = tmp_path / f"{NAME}.ipynb"
    path.write_text(json.dumps(released().content))
    data = json.dumps(content).encode()
    outcomes = [
        CellOutcome(
            step.master.name if step.master else "", place, step.source,
            (outputs or {}).get(step.master.name if step.master else "", []),
            step.master.role if step.master else None,
        )
        for place, step in enumerate(arrange(read_master(path), parse_notebook(data, NAME)).steps)
    ]  # fmt: skip
    outcomes = [of.get(outcome.name.replace("-", "_"), outcome) for outcome in outcomes]
    text = autograded_notebook(outcomes, data, released())
    notebook = nbformat.reads(text.decode(), as_version=4)
    nbformat.validate(notebook)
    return notebook


def cell(notebook: Any, name: str) -> Any:
    """Return a cell by its name."""
    return next(item for item in notebook.cells if item.metadata.get("nbgrader", {}).get("grade_id") == name)


def test_answers_are_the_learners_and_tests_the_instructors(tmp_path: Path) -> None:
    """Whatever the learner wrote into a test."""
    content = handed_in()
    content["cells"][2]["source"] = "pass"
    notebook = graded(tmp_path, content)
    assert cell(notebook, "test-total").source == course.TEST_TOTAL
    assert cell(notebook, "total").source == course.SOLUTIONS["total"]
    assert cell(notebook, "essay").source == "Because."


def test_added_cells_follow_the_cell_that_they_followed(tmp_path: Path) -> None:
    """In the instructor's order, with their text and their pictures; of their metadata nothing is kept."""
    content = handed_in()
    picture = {"plot.png": {"image/png": "aGk="}, "broken": 3}
    text = added(
        "![](attachment:plot.png)",
        cell_type="markdown",
        attachments=picture,
        metadata={"nbgrader": {"grade": True}},
    )
    content["cells"][2:2] = [added("after_total = 1"), text]
    content["cells"] = [added("first = 1"), *reversed(content["cells"])]
    notebook = graded(tmp_path, content)
    sources = [item.source for item in notebook.cells if not item.metadata]
    assert sources == ["first = 1", "![](attachment:plot.png)", "after_total = 1"]
    pictures = [item.attachments for item in notebook.cells if "attachments" in item]
    assert pictures == [{"plot.png": {"image/png": "aGk="}}]


def test_cells_that_are_gone_are_put_back(tmp_path: Path) -> None:
    """Tests with their text, answers with the starter's."""
    content = handed_in()
    content["cells"] = [item for item in content["cells"] if item["id"] not in ("test-double", "essay")]
    notebook = graded(tmp_path, content)
    assert cell(notebook, "test-double").source == course.TEST_DOUBLE
    assert cell(notebook, "essay").source == course.STARTERS["essay"]


def test_an_answer_that_stands_there_twice_counts_last(tmp_path: Path) -> None:
    """As it was run."""
    content = handed_in()
    content["cells"].append({**content["cells"][1], "source": "total = None"})
    notebook = graded(tmp_path, content)
    assert [item.source for item in notebook.cells if item.metadata["nbgrader"]["grade_id"] == "total"] == [
        "total = None"
    ]


def test_code_cells_are_numbered_as_they_ran(tmp_path: Path) -> None:
    """Empty ones are not, and a value shows the number of its cell."""
    content = handed_in()
    content["cells"][1]["source"] = ""
    value = {
        "output_type": "execute_result",
        "data": {"text/plain": "3"},
        "metadata": {},
        "execution_count": 77,
    }
    notebook = graded(tmp_path, content, {"share": [value]})
    assert [cell(notebook, name).execution_count for name in ("setup", "total", "share")] == [1, None, 3]
    assert cell(notebook, "share").outputs[0].execution_count == 3


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "stream"},
        {"output_type": "stream", "name": {"a": 1}, "text": ["x", 2]},
        {"output_type": "error", "traceback": "no list", "ename": 3},
        {"output_type": "display_data", "data": {"text/plain": float("nan"), "text/html": "<b>x</b>"}},
        {"output_type": "display_data", "data": {"text/plain": "\ud800 alone"}},
        {"output_type": "execute_result", "data": None},
        {"output_type": "something new", "data": {}},
        {},
    ],
    ids=str,
)
def test_outputs_of_any_form_leave_a_valid_notebook(tmp_path: Path, output: dict[str, Any]) -> None:
    """What the learner's side sends is data."""
    graded(tmp_path, handed_in(), {"total": [output]})


def test_ids_of_cells_are_valid_and_different(tmp_path: Path) -> None:
    """Whatever the learner's file says."""
    content = handed_in()
    content["cells"] += [
        added(str(number), id=name) for number, name in enumerate([None, 3, "no good", "total"])
    ]
    notebook = graded(tmp_path, content)
    assert len({item.id for item in notebook.cells}) == len(notebook.cells)


def test_an_exercise_of_ours_shows_its_card_and_its_points(tmp_path: Path) -> None:
    """The same two outputs as in the learner's own notebook."""
    result = sample.judged(sample.PASSED_SHAPE, sample.PASSED_EXAMPLE, sample.FAILED_HIDDEN)
    outcome = CellOutcome("test-total", 2, "", [], Role.GRADE, 1.0, 4.0, result=result)
    card, number = cell(graded(tmp_path, handed_in(), test_total=outcome), "test-total").outputs
    assert card.output_type == "display_data"
    assert sample.DEPENDENT in card.data["text/html"]
    assert (number.output_type, number.data["text/plain"]) == ("execute_result", "1.0")


def test_a_failed_test_without_outputs_says_why(tmp_path: Path) -> None:
    """As an error, which is what nbgrader's pages look for."""
    outcome = CellOutcome("test-total", 2, "", [], Role.GRADE, 0.0, 2.0, failure="it took longer than 30 s")
    (error,) = cell(graded(tmp_path, handed_in(), test_total=outcome), "test-total").outputs
    assert (error.output_type, error.evalue) == ("error", "it took longer than 30 s")


def test_an_empty_master_is_no_special_case(tmp_path: Path) -> None:
    """A notebook of texts alone has its texts."""
    content = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    data = json.dumps({**content, "cells": [added("x = 1")]}).encode()
    (step,) = arrange(MasterNotebook(NAME, ()), parse_notebook(data, NAME)).steps
    text = autograded_notebook([CellOutcome("", 0, step.source, [])], data, Released(NAME, content))
    assert [item["source"] for item in json.loads(text)["cells"]] == ["x = 1"]


def test_a_folder_holds_what_it_should_and_no_more(tmp_path: Path) -> None:
    """Earlier files go, read-only ones are replaced, and folders and files change places."""
    folder = tmp_path / "graded"
    replace_files(folder, {"a": b"1", "b/c": b"2", "d/e/f": b"3"}, 0o444)
    replace_files(folder, {"a": b"4", "b": b"5", "d/e/g": b"6"}, 0o444)
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found == {"a": b"4", "b": b"5", "d/e/g": b"6"}
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o444}


def test_the_instructors_files_stand_over_the_learners() -> None:
    """But for those that the course leaves to learners; a learner's file never takes the place of a folder."""
    ours = {"data.csv": b"o", "own.py": b"o", "tables/a.csv": b"o"}
    theirs = {"data.csv": b"t", "own.py": b"t", "tables": b"t", "data.csv/x": b"t", "more.txt": b"t"}
    assert without_clashes(ours, theirs, ["own.py", "absent.py"]) == {
        "data.csv": b"o", "own.py": b"t", "tables/a.csv": b"o", "more.txt": b"t",
    }  # fmt: skip
