"""The rows that a gradebook has of an assignment itself: its notebooks and their cells.

They are made or brought up to date from the instructor's notebooks before anybody is graded, because those
are what is graded with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.master import text_of
from autograder.grading.released import marks_of, save_cells

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from autograder.grading.released import Released
    from autograder.grading.settings import CourseFolder


@dataclass(frozen=True, slots=True)
class NotebookIds:
    """Ids of one notebook's rows."""

    id: str
    grades: dict[str, str]
    """Of the cells that get a score, by name."""
    comments: dict[str, str]
    """Of the cells that get a comment, by name."""


@dataclass(frozen=True, slots=True)
class AssignmentIds:
    """Ids of an assignment's rows."""

    name: str
    id: str
    duedate: datetime | None
    notebooks: dict[str, NotebookIds]


def make_rows(
    gradebook: Any, course: CourseFolder, name: str, released: Sequence[Released], db_url: str
) -> None:
    """Make an assignment's rows, or bring them up to date; raises `GraderError` where they may not change."""
    gradebook.update_or_create_assignment(name)
    assignment = gradebook.find_assignment(name)
    there = {notebook.name: notebook for notebook in assignment.notebooks}
    wanted = {book.name for book in released}
    if there and assignment.submissions and wanted != {*there}:
        raise _other_notebooks(name, wanted, {*there})
    for gone in sorted({*there} - wanted):
        gradebook.remove_notebook(gone, name)
    for book in released:
        if book.name not in there or _rows_in(there[book.name]) != _rows_wanted(book):
            save_cells(course, name, book, db_url)
    gradebook.db.remove()


def find_ids(gradebook: Any, name: str) -> AssignmentIds:
    """Return the ids of an assignment whose rows are there."""
    assignment = gradebook.find_assignment(name)
    notebooks = {
        notebook.name: NotebookIds(
            notebook.id,
            {cell.name: cell.id for cell in (*notebook.grade_cells, *notebook.task_cells)},
            {cell.name: cell.id for cell in (*notebook.solution_cells, *notebook.task_cells)},
        )
        for notebook in assignment.notebooks
    }
    return AssignmentIds(name, assignment.id, assignment.duedate, notebooks)


def _other_notebooks(name: str, wanted: set[str], there: set[str]) -> GraderError:
    changes = [f"{book}.ipynb is new" for book in sorted(wanted - there)]
    changes += [f"{book}.ipynb is gone" for book in sorted(there - wanted)]
    return GraderError(
        f"{name}: {', '.join(changes)}, but submissions are recorded already, so its notebooks cannot "
        "change. Put them back, or start a new gradebook with --db."
    )


def _rows_in(notebook: Any) -> dict[str, Any]:
    """Return what the gradebook holds of a notebook's cells."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    answers = {cell.name for cell in notebook.solution_cells}
    return {
        cell.name: (
            cell.source,
            cell.checksum,
            cell.cell_type,
            cell.locked,
            points.get(cell.name),
            cell.name in answers,
        )
        for cell in notebook.source_cells
    }


def _rows_wanted(book: Released) -> dict[str, Any]:
    return {name: _row_wanted(cell, marks_of(cell)) for name, cell in book.cells.items()}


def _row_wanted(cell: dict[str, Any], marks: dict[str, Any]) -> tuple[Any, ...]:
    points = float(marks["points"]) if marks.get("grade") or marks.get("task") else None
    locked = not marks.get("solution") and bool(marks.get("grade") or marks.get("locked"))
    return (
        text_of(cell),
        marks.get("checksum"),
        cell["cell_type"],
        locked,
        points,
        bool(marks.get("solution")),
    )
