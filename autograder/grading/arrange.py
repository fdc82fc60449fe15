"""Decides which cells of a submission run, in which order, and which of them are the instructor's.

The master's cells come in the master's order, whatever the learner moved, deleted or edited; only answers
are the learner's, and of an answer that stands there twice the last one counts. Cells that a learner added
run after the known cell that they follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.grading.master import MasterCell, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.grading.handed_in import Cell
    from autograder.grading.master import MasterNotebook


@dataclass(frozen=True, slots=True)
class Step:
    """One cell in the order of running."""

    source: str
    """What runs at the learner's side; empty for text and for tests."""
    master: MasterCell | None
    """The instructor's cell; None for one that the learner added."""
    runs: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """A submission ready to run."""

    steps: tuple[Step, ...]
    remarks: tuple[str, ...]
    """What was put right, for the report."""


def arrange(master: MasterNotebook, cells: Sequence[Cell]) -> Arranged:
    """Match a submission's cells with the master's."""
    known = {cell.name: cell for cell in master.cells if cell.name}
    answers: dict[str, list[Cell]] = {}
    added: dict[str, list[Cell]] = {}
    after = ""
    for cell in cells:
        if cell.name in known:
            after = cell.name
            answers.setdefault(after, []).append(cell)
        else:
            added.setdefault(after, []).append(cell)
    steps = [_added(cell) for cell in added.get("", [])]
    for cell in master.cells:
        if cell.name:
            steps += [_known(cell, answers.get(cell.name, [])), *map(_added, added.get(cell.name, []))]
    return Arranged(tuple(steps), tuple(_remarks(master, cells, answers)))


def _added(cell: Cell) -> Step:
    return Step(cell.source, None, cell.code)


def _known(cell: MasterCell, found: list[Cell]) -> Step:
    if cell.role in (Role.ANSWER, Role.MANUAL, Role.LOOSE):
        source = found[-1].source if found else ""
        return Step(source, cell, cell.code and bool(found) and found[-1].code)
    return Step(cell.source, cell, cell.role is Role.GIVEN)


def _remarks(master: MasterNotebook, cells: Sequence[Cell], found: dict[str, list[Cell]]) -> list[str]:
    remarks = []
    for cell in master.cells:
        copies = found.get(cell.name, [])
        if not cell.name or cell.role is Role.TEXT:
            continue
        if not copies:
            restored = "stays unanswered" if cell.role in (Role.ANSWER, Role.MANUAL) else "was put back"
            remarks.append(f"the cell {cell.name!r} was deleted or renamed and {restored}")
        elif len(copies) > 1:
            remarks.append(f"the cell {cell.name!r} stands there {len(copies)} times; the last one counts")
        elif (cell.role is Role.GIVEN or cell.exercise) and copies[0].source != cell.source:
            remarks.append(f"the locked cell {cell.name!r} was edited and was put back")
    order = [cell.name for cell in cells if cell.name in found]
    places = {cell.name: place for place, cell in enumerate(master.cells)}
    if [places[name] for name in order] != sorted(places[name] for name in order):
        remarks.append("cells were moved; they run in the instructor's order")
    return remarks
