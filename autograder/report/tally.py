"""Counts what grading remembered of a class, one submission after the other: it may be of ten thousand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from autograder.verdict import Kind

_WRONG = {str(kind) for kind in (Kind.FAILED, Kind.RAISED, Kind.TIMEOUT, Kind.MEMORY)}
_UNTRIED = {str(kind) for kind in (Kind.NOT_ATTEMPTED, Kind.BLOCKED)}
_OURS = {str(kind) for kind in (Kind.BROKEN, Kind.UNAVAILABLE)}


@dataclass(slots=True)
class Count:
    """How one check ended, over all answers that came to it."""

    hidden: bool = False
    failed: int = 0
    reached: int = 0


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of one student: a class may have ten thousand."""

    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    untried: bool = False
    """Whether nothing was attempted."""


@dataclass(slots=True)
class Tally:
    """Counts what grading remembered, one submission after the other."""

    remembered: dict[str, Remembered] = field(default_factory=dict)
    checks: dict[tuple[str, str, str], Count] = field(default_factory=dict)
    """By notebook, cell and check."""
    diagnosed: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    """Students by notebook, cell and misconception."""
    faults: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By cell, check and message."""

    def add(self, result: dict[str, Any]) -> None:
        """Count one submission."""
        student, kinds = str(result["student"]), set()
        for place, cell in result["cells"].items():
            notebook, _, name = place.rpartition("/")
            for verdict in cell["verdicts"]:
                kinds.add(verdict["verdict"])
                self._verdict(notebook, name, verdict)
            if cell.get("diagnosis"):
                self.diagnosed.setdefault((notebook, name, cell["diagnosis"]), []).append(student)
        self.faults.update(
            ("", "", reason) for reason in result["reasons"] if "fault of the grader" in reason
        )
        self.remembered[student] = Remembered(
            tuple(result["reasons"]), tuple(result["remarks"]), untried=bool(kinds) and kinds <= _UNTRIED
        )

    def _verdict(self, notebook: str, name: str, verdict: dict[str, Any]) -> None:
        kind = verdict["verdict"]
        if kind in _OURS:
            self.faults[name, verdict["check"], verdict["message"]] += 1
        if kind == Kind.PASSED or kind in _WRONG:
            count = self.checks.setdefault((notebook, name, verdict["check"]), Count(bool(verdict["hidden"])))
            count.reached += 1
            count.failed += kind in _WRONG
