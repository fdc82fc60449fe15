"""What happened to one exercise, record by record; `course.mastery` says what it amounts to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from course.records import Record

REVIEW_DAYS = (1, 3, 7, 21, 60)
"""Days from the first pass, then from the last review, until one falls due; by how many of those passed."""

HINT_COST = 0.1
HINT_FLOOR = 0.7
SOLUTION_CAP = 0.3
SOMEBODY = "an instructor"


@dataclass(frozen=True, slots=True)
class Step:
    """A record that showed more than all before it, or that an instructor judged."""

    time: datetime
    exercise: str
    kind: str
    """`attempt`, `review` or `grade`."""
    share: float
    """Share of the points that this record earned."""
    points: float
    """Share of the points that the exercise shows from now on."""
    mastery: float
    passed: bool
    """Whether this is the first pass, or a review that passed."""
    attempts: int
    hints: int
    reviews: int
    assessor: str
    """Who judged it, if it was not the learner's own check."""
    placed: bool = False
    """Whether it happened in a placement."""


@dataclass(slots=True)
class Story:
    """What happened to one exercise, up to some record."""

    attempts: int = 0
    share: float = 0.0
    mastery: float = 0.0
    hints: set[object] = field(default_factory=set)
    capped: bool = False
    shown: set[str] = field(default_factory=set)
    """Fingerprints of the solutions that were opened."""
    helped: set[str] = field(default_factory=set)
    """Reviews during which the solution was opened."""
    first_pass: datetime | None = None
    last_pass: datetime | None = None
    kept_fresh: datetime | None = None
    """The first pass, or the last review that passed: what the reminder counts from."""
    last: datetime | None = None
    """The last attempt, review or grade."""
    reviews: int = 0
    judged: float = 0.0
    """The best share that an instructor gave."""
    assessor: str = ""

    @property
    def review_due(self) -> datetime | None:
        """When the next review falls due; None before the first pass."""
        if self.kept_fresh is None:
            return None
        return self.kept_fresh + timedelta(days=REVIEW_DAYS[min(self.reviews, len(REVIEW_DAYS) - 1)])

    def add(self, record: Record) -> Step | None:
        """Go on by one record; kinds that say nothing about mastery change nothing."""
        before = self.share, self.mastery, self.reviews, self.first_pass
        judge = judge_of(record)
        match record.kind:
            case "hint" if not record.text("review"):
                self.hints.add(record.number("number"))
            case "solution":
                self.capped = True
                self.shown.add(record.text("answer_sha"))
                self.helped.add(record.text("review"))
            case "attempt" | "grade":
                self._attempt(record, judge)
            case "review":
                self._review(record)
        if before == (self.share, self.mastery, self.reviews, self.first_pass) and not judge:
            return None
        passed = self.first_pass != before[3] or self.reviews > before[2]
        return self._step(record, judge, passed=passed)

    def _step(self, record: Record, judge: str, *, passed: bool) -> Step:
        return Step(
            time=record.time,
            exercise=record.text("exercise"),
            kind=record.kind,
            share=record.share,
            points=self.share,
            mastery=self.mastery,
            passed=passed,
            attempts=self.attempts,
            hints=len(self.hints),
            reviews=self.reviews,
            assessor=judge,
            placed=record.text("source") == "placement",
        )

    def _attempt(self, record: Record, judge: str) -> None:
        self.last = record.time
        self.attempts += record.kind == "attempt"
        share = record.share
        earned = min(share, SOLUTION_CAP) if self.capped else share
        self.share = max(self.share, earned)
        self.mastery = max(self.mastery, min(share * factor(len(self.hints)), earned))
        if judge and earned >= self.judged:
            self.judged, self.assessor = earned, judge
        if share == 1:
            self._passed(record.time)

    def _review(self, record: Record) -> None:
        """Take in a review; one that passed before it was due restores points, and does not count as one.

        One that repeats an opened solution, or during which it was opened, shows nothing new.
        """
        self.last = record.time
        if record.share < 1 or self._is_a_copy(record):
            return
        due = self.review_due
        self.reviews += due is not None and record.time >= due
        self.capped = False
        self.share = 1.0
        self.mastery = max(self.mastery, factor(record.number("hints") or 0))
        self._passed(record.time)
        self.kept_fresh = record.time

    def _is_a_copy(self, review: Record) -> bool:
        """Whether a review that passed had the solution for a model."""
        name, answer = review.text("review"), review.text("answer_sha")
        copied = bool(answer) and answer in self.shown and self.share < 1
        return copied or (bool(name) and name in self.helped)

    def _passed(self, time: datetime) -> None:
        self.first_pass = self.first_pass or time
        self.kept_fresh = self.kept_fresh or time
        self.last_pass = time


def judge_of(record: Record) -> str:
    """Return who judged a record's work; empty where the learner's own check did."""
    judged = record.kind == "grade" or (record.kind == "attempt" and record.text("source") == "instructor")
    return (record.text("assessor") or SOMEBODY) if judged else ""


def factor(hints: float) -> float:
    """Return what is left of an exercise's mastery after so many hints."""
    return min(max(1 - HINT_COST * hints, HINT_FLOOR), 1.0)
