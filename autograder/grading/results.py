"""What grading one submission yields, as plain data that crosses processes and becomes JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from autograder.grading.master import Role
from autograder.known import read_traces
from autograder.verdict import Kind, Output, Picture, Raised, Result, SourceLine, Verdict

if TYPE_CHECKING:
    from autograder.trace import Trace
    from course.exercise import Exercise

GRADED, NEEDS_ATTENTION = "graded", "needs_attention"


@dataclass(frozen=True, slots=True)
class CellOutcome:
    """What became of one cell of a submission."""

    name: str
    place: int
    source: str
    outputs: list[dict[str, Any]]
    role: Role | None = None
    points: float | None = None
    """Points earned; None for a cell without any, and where a person or nobody can say."""
    max_points: float = 0.0
    result: Result | None = None
    """Verdicts and diagnosis of one of our exercises."""
    failure: str = ""
    """Why a plain test cell failed."""
    value: float | None = None
    """What a plain test cell gave, where that is a number."""
    sealed: bool = True
    fault: str = ""
    """Why we failed to judge; never the learner's mistake."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The one outcome of a submission."""

    student: str
    cells: tuple[tuple[str, CellOutcome], ...] = ()
    """Cells in order, each with its notebook's name."""
    reasons: tuple[str, ...] = ()
    """Why it needs attention; empty where it was graded."""
    remarks: tuple[str, ...] = ()
    """What was put right on the way."""
    seconds: float = 0.0
    steps: dict[str, float] = field(default_factory=dict)
    """Seconds of the worker that graded it, by step; see `stopwatch`."""
    isolated: bool = True

    @property
    def status(self) -> str:
        """`graded`, or `needs_attention` with the reasons."""
        return NEEDS_ATTENTION if self.reasons else GRADED

    @property
    def graded_cells(self) -> dict[str, CellOutcome]:
        """Cells with points, by `notebook/grade_id`."""
        return {
            f"{notebook}/{cell.name}": cell
            for notebook, cell in self.cells
            if cell.role in (Role.GRADE, Role.MANUAL)
        }

    @property
    def score(self) -> float | None:
        """Points of all cells; None where no score can be given."""
        return None if self.reasons else sum(cell.points or 0.0 for cell in self.graded_cells.values())

    @property
    def max_score(self) -> float:
        """Points that could be earned."""
        return sum(cell.max_points for cell in self.graded_cells.values())

    def needing_attention(self, reason: str) -> Self:
        """Return this outcome with a reason why nobody can give it a score."""
        return replace(self, reasons=(*self.reasons, reason))

    def with_notebook(self, name: str, cells: list[CellOutcome], remarks: tuple[str, ...]) -> Self:
        """Return this outcome with one notebook's cells."""
        faults = tuple(f"{name}/{cell.name}: {cell.fault}" for cell in cells if cell.fault)
        return replace(
            self,
            cells=(*self.cells, *((name, cell) for cell in cells)),
            reasons=(*self.reasons, *faults),
            remarks=(*self.remarks, *remarks),
        )

    def as_json(self) -> dict[str, Any]:
        """Return the outcome for tools, without cells' sources and outputs."""
        return {
            "student": self.student,
            "status": self.status,
            "score": self.score,
            "max_score": self.max_score,
            "reasons": [*self.reasons],
            "remarks": [*self.remarks],
            "seconds": round(self.seconds, 4),
            "isolated": self.isolated,
            "cells": {name: _cell_json(cell) for name, cell in self.graded_cells.items()},
        }


def _cell_json(cell: CellOutcome) -> dict[str, Any]:
    result = cell.result
    verdicts = [_verdict_json(verdict) for verdict in (result.verdicts if result else ())]
    if result is None and cell.points is not None:
        kind = Kind.PASSED if cell.points >= cell.max_points else Kind.FAILED
        plain = Verdict(cell.name, kind, message=cell.failure)
        verdicts = [{**_verdict_json(plain), "points": cell.points, "max": cell.max_points}]
    return {
        "score": cell.points,
        "max": cell.max_points,
        "verdicts": verdicts,
        "sealed": cell.sealed,
        "diagnosis": result.diagnosis.name if result and result.diagnosis else None,
    }


def _verdict_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "check": verdict.check,
        "verdict": str(verdict.kind),
        "points": verdict.points,
        "max": verdict.max_points,
        "hidden": verdict.hidden,
        "message": verdict.message,
    }


def read_result(exercise: Exercise, reply: dict[str, Any]) -> tuple[Result, dict[str, Trace]]:
    """Return what a judge said of one exercise, with the traces for its diagnosis."""
    verdicts = tuple(_verdict(item) for item in reply["verdicts"])
    passed = all(verdict.passed for verdict in verdicts)
    result = Result(
        exercise.id, exercise.title, exercise.label, verdicts,
        explanation=exercise.explanation if passed else "", seconds=reply["seconds"],
    )  # fmt: skip
    return result, read_traces(reply["traces"])


def _verdict(item: dict[str, Any]) -> Verdict:
    raised, output, picture = item["raised"], item["output"], item["picture"]
    known: dict[str, Any] = {
        **item,
        "kind": Kind(item["kind"]),
        "arguments": tuple((name, value) for name, value in item["arguments"]),
        "raised": None if raised is None else Raised(
            raised["type"], raised["message"], tuple(_line(line) for line in raised["lines"])
        ),
        "picture": None if picture is None else Picture(picture["svg"], picture["alt"]),
        "output": Output(output["stdout"], output["stderr"], tuple(output["warnings"])),
    }  # fmt: skip
    return Verdict(**known)


def _line(line: dict[str, Any]) -> SourceLine:
    known: dict[str, Any] = {**line, "context": tuple((number, text) for number, text in line["context"])}
    return SourceLine(**known)
