"""Finds out how much each plain test has to believe, by grading the instructor's own solution.

Most tests pass at the judge although that believes nothing. One that applies operators to objects of a
learner's class needs those; one that compares such objects, or looks into a figure, fails at the judge
anyhow and has to run where the answers live. There a determined learner could forge it. So this is decided
once, before anybody is graded, and told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from autograder.grading.handed_in import HandedIn
from autograder.grading.job import JUDGE_LOST, grade
from autograder.grading.master import Role, Trust

if TYPE_CHECKING:
    from autograder.grading.job import Tools
    from autograder.grading.master import Assignment, MasterCell, MasterNotebook
    from autograder.grading.results import CellOutcome


@dataclass(frozen=True, slots=True)
class Decided:
    """An assignment whose test cells know what they believe."""

    assignment: Assignment
    failing: tuple[str, ...] = ()
    """`notebook/grade_id` of the cells that fail for the instructor's own solution, with the reason."""

    def trusting(self, trust: Trust) -> list[str]:
        """Return `notebook/grade_id` of the cells that believe so much."""
        books = self.assignment.notebooks
        return [f"{book.name}/{cell.name}" for book in books for cell in book.cells if cell.trust is trust]


def decide(assignment: Assignment, tools: Tools) -> Decided:
    """Grade the instructor's solution, believing more and more of it where that is needed."""
    if not any(_is_plain(cell) for book in assignment.notebooks for cell in book.cells):
        return Decided(assignment)
    cells = _plain_cells(assignment, tools)
    for trust in (Trust.OPERATORS, Trust.EVERYTHING):
        if doubtful := _doubtful(cells):
            assignment = _changed(assignment, doubtful, trust=trust)
            cells = _plain_cells(assignment, tools)
    failing = _failing(cells)
    assignment = _changed(assignment, failing, trust=Trust.NOTHING)
    numbers = {name for name, cell in cells.items() if cell.value is not None}
    return Decided(
        _changed(assignment, numbers, gives_number=True),
        tuple(f"{name}: {cells[name].failure or 'no points'}" for name in sorted(failing)),
    )


def _failing(cells: dict[str, CellOutcome]) -> set[str]:
    return {name for name, cell in cells.items() if (cell.points or 0.0) < cell.max_points}


def _doubtful(cells: dict[str, CellOutcome]) -> set[str]:
    """Return the cells that might pass if they believed more: not those that end their own judge."""
    return {name for name in _failing(cells) if not cells[name].failure.startswith(JUDGE_LOST)}


def _is_plain(cell: MasterCell) -> bool:
    return cell.role is Role.GRADE and not cell.exercise


def _plain_cells(assignment: Assignment, tools: Tools) -> dict[str, CellOutcome]:
    outcome = grade("instructor", _as_handed_in(assignment), assignment, tools)
    return {
        name: cell
        for name, cell in outcome.graded_cells.items()
        if cell.role is Role.GRADE and cell.result is None
    }


def _as_handed_in(assignment: Assignment) -> HandedIn:
    return HandedIn({book.name: _notebook_bytes(book) for book in assignment.notebooks})


def _notebook_bytes(book: MasterNotebook) -> bytes:
    cells = [
        {
            "cell_type": "code" if cell.code else "markdown",
            "metadata": {"nbgrader": {"grade_id": cell.name}} if cell.name else {},
            "source": cell.source,
        }
        for cell in book.cells
    ]
    return json.dumps({"nbformat": 4, "cells": cells}).encode()


def _changed(assignment: Assignment, names: set[str], **changes: Any) -> Assignment:
    """Return the assignment with some of its cells changed."""
    books = tuple(
        replace(
            book,
            cells=tuple(
                replace(cell, **changes) if f"{book.name}/{cell.name}" in names else cell
                for cell in book.cells
            ),
        )
        for book in assignment.notebooks
    )
    return replace(assignment, notebooks=books)
