"""Proves one exercise: what every answer it brings along does at some salts.

This runs the author's own answers in this process, wrong ones included; `autograder.verify` decides what
it means.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.judge import judge_here
from autograder.known import Known
from autograder.verdict import Kind, Verdict
from course.source import starter

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from autograder.judge import Judged
    from course.exercise import Exercise

CONSTANTS = (0, True, "")


@dataclass(slots=True)
class Row:
    """What one answer did, over all salts."""

    role: str
    name: str
    least_points: int = 10**6
    most_points: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    """Check → number of salts at which the answer failed it."""
    blocked: dict[str, int] = field(default_factory=dict)
    """Check → number of salts at which it waited for another one in vain."""
    salts: int = 0
    passed_at: list[int] = field(default_factory=list)
    """Salts at which everything passed."""
    failed_at: list[int] = field(default_factory=list)
    diagnosed: dict[str, list[int]] = field(default_factory=dict)
    """Name of the diagnosis ("" for none) → salts."""
    message: str = ""
    """Of the first check that failed."""
    ended: str = ""
    """How that check ended."""
    problem: str = ""
    """Why the answer could not be judged at all."""

    def add(self, salt: int, verdicts: Sequence[Verdict]) -> None:
        """Count one salt."""
        points = sum(verdict.points for verdict in verdicts)
        self.least_points, self.most_points = min(self.least_points, points), max(self.most_points, points)
        failing = [verdict for verdict in verdicts if not verdict.passed]
        (self.failed_at if failing else self.passed_at).append(salt)
        self.salts += 1
        for verdict in failing:
            counted = self.blocked if verdict.kind is Kind.BLOCKED else self.failed
            counted[verdict.check] = counted.get(verdict.check, 0) + 1
            if verdict.kind is Kind.BROKEN and "NameError" in verdict.message:
                self.problem = f"“{verdict.check}” uses a name that is not there: {verdict.message}"
        if failing and not self.message:
            self.message, self.ended = failing[0].message, str(failing[0].kind)

    def merge(self, other: Row) -> None:
        """Add what another process counted at other salts."""
        self.least_points = min(self.least_points, other.least_points)
        self.most_points = max(self.most_points, other.most_points)
        self.salts += other.salts
        self.passed_at += other.passed_at
        self.failed_at += other.failed_at
        for mine, theirs in ((self.failed, other.failed), (self.blocked, other.blocked)):
            for key, count in theirs.items():
                mine[key] = mine.get(key, 0) + count
        for name, salts in other.diagnosed.items():
            self.diagnosed.setdefault(name, []).extend(salts)
        self.message = self.message or other.message
        self.ended = self.ended or other.ended
        self.problem = self.problem or other.problem


@dataclass(slots=True)
class Proof:
    """Everything that the answers of one exercise did."""

    exercise: str
    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    unsteady: list[str] = field(default_factory=list)
    """Answers whose second run at one salt gave other verdicts."""
    crossings: dict[str, int] = field(default_factory=dict)
    """Check → messages that the reference answered."""
    slowest: float = 0.0
    """Seconds that all checks took on the reference, at worst."""
    seconds: float = 0.0

    def row(self, role: str, name: str) -> Row:
        """Return the row of one answer, a new one where there is none."""
        return self.rows.setdefault((role, name), Row(role, name))

    def merge(self, other: Proof) -> None:
        """Add what another process found at other salts."""
        for key, row in other.rows.items():
            if key in self.rows:
                self.rows[key].merge(row)
            else:
                self.rows[key] = row
        self.unsteady += other.unsteady
        for check, count in other.crossings.items():
            self.crossings[check] = max(count, self.crossings.get(check, 0))
        self.slowest = max(self.slowest, other.slowest)
        self.seconds += other.seconds


def prove(exercise: Exercise, salts: Sequence[int]) -> Proof:
    """Run every answer of an exercise, and the trivial ones, at each of these salts."""
    proof = Proof(exercise.id)
    started = time.monotonic()
    for salt in salts:
        _at_salt(exercise, salt, proof)
    proof.seconds = time.monotonic() - started
    return proof


def _at_salt(exercise: Exercise, salt: int, proof: Proof) -> None:
    before = time.monotonic()
    reference = _judged(exercise, exercise.reference.text, salt)
    proof.slowest = max(proof.slowest, time.monotonic() - before)
    for check, trace in reference.traces.items():
        proof.crossings[check] = max(proof.crossings.get(check, 0), len(trace.exact))

    def judged(text: str) -> Judged:
        return _judged(exercise, text, salt, reference.passing)

    right = {answer.name: judged(answer.text) for answer in exercise.alternatives}
    wrong = {answer.name: judged(answer.text) for answer in exercise.misconceptions}
    known = Known(reference.traces, {name: each.traces for name, each in wrong.items()})
    proof.row("reference", "reference").add(salt, reference.verdicts)
    for name, each in right.items():
        proof.row("alternative", name).add(salt, each.verdicts)
    for name, text in trivial_answers(exercise):
        proof.row("trivial", name).add(salt, judged(text).verdicts)
    for name, each in wrong.items():
        _add_diagnosed(exercise, proof.row("misconception", name), salt, each, known)
    for answer in exercise.variants:
        _add_diagnosed(exercise, proof.row("variant", answer.name), salt, judged(answer.text), known)
    if salt == 0:
        first = {exercise.reference.name: reference, **right, **wrong}
        again = (exercise.reference, *exercise.alternatives, *exercise.misconceptions)
        proof.unsteady += [each.name for each in again if _ends(judged(each.text)) != _ends(first[each.name])]


def _ends(judged: Judged) -> list[tuple[str, Kind]]:
    """Return how each check ended, which a second run at the same salt must repeat."""
    return [(verdict.check, verdict.kind) for verdict in judged.verdicts]


def _add_diagnosed(exercise: Exercise, row: Row, salt: int, judged: Judged, known: Known) -> None:
    row.add(salt, judged.verdicts)
    found = known.diagnose(exercise, judged.traces)
    name = found.name if found else ""
    row.diagnosed.setdefault(name, []).append(salt)


def _judged(exercise: Exercise, text: str, salt: int, sound: Container[str] | None = None) -> Judged:
    """Judge one answer of ours; one that cannot even be run fails every check.

    `sound` names the checks that the reference passes; without it the answer is the reference.
    """
    from autograder.judge import Judged

    capture = Capture()
    with capture.active():
        try:
            namespace = run_answer(exercise, text)
        except Exception as error:  # noqa: BLE001 -- an answer that does not run is a finding, not a crash
            message = f"could not be run: {type(error).__name__}: {error}"
            return Judged(
                [Verdict(c.name, Kind.RAISED, max_points=c.points, message=message) for c in exercise.checks]
            )
        return judge_here(exercise, namespace, capture, salt, sound=sound)


def trivial_answers(exercise: Exercise) -> list[tuple[str, str]]:
    """Return (name, text) of answers that show no understanding and must earn nothing."""
    found = [("starter", starter(exercise)), ("none", _returning(exercise, "None"))]
    found += [("constant", _returning(exercise, repr(value))) for value in CONSTANTS]
    found.append(("identity", _returning(exercise, "args[0] if args else None")))
    return found


def _returning(exercise: Exercise, what: str) -> str:
    from course.source import answer_names

    names: list[Any] = [*answer_names(exercise)]
    return "\n\n".join(f"def {name}(*args, **kwargs):\n    return {what}" for name in names)
