"""What this kernel remembers of a learner's tries: it decides about hints and the solution.

An attempt counts once per distinct answer, so pressing Run All ten times changes nothing. An honest one
is not the starter and runs; it differs from the earlier ones in more than layout and comments.
"""

from __future__ import annotations

from dataclasses import dataclass, field

HONEST_ATTEMPTS = 3
"""Honest attempts after which the solution opens."""


@dataclass(slots=True)
class Tries:
    """What happened so far with one exercise."""

    answers: set[str] = field(default_factory=set)
    honest: int = 0
    passed: bool = False
    hints: int = 0
    """Hints shown."""
    honest_at_last_hint: int = -1

    def record(self, answer: str, *, honest: bool, passed: bool) -> bool:
        """Note a check of this normalised answer; returns whether it was a new one."""
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
        return self.hints - 1, False

    @property
    def may_see_solution(self) -> bool:
        """Whether the solution opens without giving up."""
        return self.passed or self.honest >= HONEST_ATTEMPTS


_tries: dict[str, Tries] = {}


def tries(exercise_id: str) -> Tries:
    """Return what is remembered of one exercise."""
    return _tries.setdefault(exercise_id, Tries())
