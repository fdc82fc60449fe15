"""What is remembered of a learner's tries: it decides about hints, the solution, and what is recorded.

An attempt counts once per distinct answer, so pressing Run All ten times changes nothing. An honest one
is not the starter and runs; it differs from the earlier ones in more than layout and comments. In a workspace
the memory begins with the progress log, so a restarted kernel goes on where the last one was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from autograder.verdict import Kind
from course import log

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.records import Record

OWN = ("self", "placement")
"""Sources of what a learner checked; grades are an instructor's."""
HONEST_ATTEMPTS = 3
"""Honest attempts after which the solution opens."""


@dataclass(slots=True)
class Tries:
    """What happened so far with one exercise."""

    answers: set[str] = field(default_factory=set)
    """Fingerprints of the normalised answers."""
    honest: int = 0
    passed: bool = False
    hints: int = 0
    """Hints shown."""
    honest_at_last_hint: int = -1
    solution_logged: bool = False
    helped: bool = False
    """Whether the solution was opened before an answer passed."""
    logged: dict[tuple[int, str], float] = field(default_factory=dict)
    """Best score that the log has for an exercise version and an answer."""

    def record(self, answer: str, *, honest: bool, passed: bool) -> bool:
        """Note a check of the answer with this fingerprint; returns whether it was a new one."""
        self.passed = self.passed or passed
        if answer in self.answers:
            return False
        self.answers.add(answer)
        self.honest += honest
        return True

    def next_hint(self, count: int) -> tuple[int, bool]:
        """Return the number of the hint to show (from 0), and whether it is a new one.

        The first is there for the asking; each further one needs a new honest attempt.
        """
        if self.hints < count and (self.hints == 0 or self.honest > self.honest_at_last_hint):
            self.hints += 1
            self.honest_at_last_hint = self.honest
            return self.hints - 1, True
        return min(self.hints, count) - 1, False

    @property
    def may_see_solution(self) -> bool:
        """Whether the solution opens without giving up."""
        return self.passed or self.honest >= HONEST_ATTEMPTS

    def is_logged(self, version: int, answer: str, score: float) -> bool:
        """Whether the log has this answer with this score or a better one (a slow moment may cost points)."""
        return self.logged.get((version, answer), -1) >= score

    def log(self, version: int, answer: str, score: float) -> None:
        """Note that the log has this answer now."""
        self.logged[version, answer] = max(score, self.logged.get((version, answer), -1))

    def replay(self, record: Record) -> None:
        """Take in what an earlier kernel recorded."""
        match record.kind:
            case "attempt" | "review" if record.text("source") in OWN:
                self._replay_attempt(record)
            case "hint":
                self.hints = max(self.hints, int(record.number("number") or 0))
                self.honest_at_last_hint = self.honest
            case "solution":
                self.solution_logged = True
                self.helped = self.helped or not self.passed

    def _replay_attempt(self, record: Record) -> None:
        kinds = record.data.get("verdicts")
        kinds = kinds if isinstance(kinds, list) else []
        answer = record.text("answer_sha")
        passed = bool(kinds) and all(kind == Kind.PASSED for kind in kinds)
        self.record(answer, honest=bool(kinds) and is_honest(kinds), passed=passed)
        self.log(int(record.number("exercise_version") or 0), answer, record.number("score") or 0)


def is_honest(kinds: Collection[str]) -> bool:
    """Whether an answer with these verdicts was tried in earnest, and could be judged."""
    return not any(kind in (Kind.NOT_ATTEMPTED, Kind.UNAVAILABLE, Kind.BROKEN) for kind in kinds)


_tries: dict[tuple[str, str], Tries] = {}


def tries(exercise_id: str, review: str = "") -> Tries:
    """Return what is remembered of one exercise, or of one review of it: each begins from nothing."""
    key = exercise_id, review
    if key not in _tries:
        _tries[key] = _from_log(exercise_id, review)
    return _tries[key]


def _from_log(exercise_id: str, review: str) -> Tries:
    so_far = Tries()
    if log.in_workspace():
        for record in _earlier().get(exercise_id, ()):
            if record.text("review") == review:
                so_far.replay(record)
            elif record.kind == "review":
                so_far.solution_logged = False
    return so_far


@cache
def _earlier() -> dict[str, list[Record]]:
    """Return what earlier kernels recorded, by exercise; read once, at the first check of this kernel."""
    found: dict[str, list[Record]] = {}
    for record in log.read_all().records:
        found.setdefault(record.text("exercise"), []).append(record)
    return found
