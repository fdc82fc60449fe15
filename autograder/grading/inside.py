"""Finds the test cells that cannot be judged from outside, by grading the instructor's own solution.

A test that compares objects of a learner's class, or looks into a figure, fails at the judge although the
answer is right. Such a cell has to run where the answers live. There a determined learner could forge it;
so it is listed as forgeable, and decided once, before anybody is graded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from autograder.grading.handed_in import HandedIn
from autograder.grading.job import grade
from autograder.grading.master import Role

if TYPE_CHECKING:
    from autograder.grading.job import Tools
    from autograder.grading.master import Assignment, MasterCell, MasterNotebook


@dataclass(frozen=True, slots=True)
class Decided:
    """An assignment whose test cells know where they run."""

    assignment: Assignment
    forgeable: tuple[str, ...] = ()
    """`notebook/grade_id` of the cells that run where the answers live."""
    failing: tuple[str, ...] = ()
    """Cells that fail for the instructor's own solution, wherever they run, with the reason."""


def decide(assignment: Assignment, tools: Tools) -> Decided:
    """Grade the instructor's solution at the judge, then what failed there inside."""
    if not any(_is_plain(cell) for book in assignment.notebooks for cell in book.cells):
        return Decided(assignment)
    failed = _failing(assignment, tools)
    if not failed:
        return Decided(assignment)
    moved = _moved(assignment, {*failed})
    still = _failing(moved, tools)
    return Decided(
        _moved(assignment, {name for name in failed if name not in still}),
        tuple(name for name in failed if name not in still),
        tuple(f"{name}: {why}" for name, why in still.items()),
    )


def _is_plain(cell: MasterCell) -> bool:
    return cell.role is Role.GRADE and not cell.exercise


def _failing(assignment: Assignment, tools: Tools) -> dict[str, str]:
    outcome = grade("instructor", _as_handed_in(assignment), assignment, tools)
    return {
        name: cell.failure or cell.fault or "no points"
        for name, cell in outcome.graded_cells.items()
        if cell.role is Role.GRADE and cell.result is None and (cell.points or 0.0) < cell.max_points
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


def _moved(assignment: Assignment, names: set[str]) -> Assignment:
    books = tuple(
        replace(
            book,
            cells=tuple(
                replace(cell, inside=True) if f"{book.name}/{cell.name}" in names else cell
                for cell in book.cells
            ),
        )
        for book in assignment.notebooks
    )
    return replace(assignment, notebooks=books)
