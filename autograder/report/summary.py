"""One graded class as plain data: what every form of the report shows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.grading.scores import Student

VERSION = 1
BUCKETS = 10
GRADED, WAITING, NEEDS_ATTENTION = "graded", "waiting", "needs_attention"
NOT_GRADED, MISSING = "not_graded", "missing"


@dataclass(frozen=True, slots=True)
class Learner:
    """One student of the class."""

    student: Student
    status: str
    """`graded`; `waiting` for a person; `needs_attention`; `not_graded` yet; `missing`: nothing handed in."""
    score: float | None
    """Points in the end; None where nobody gave any."""
    max_score: float
    late_seconds: float = 0.0
    penalty: float = 0.0
    waiting: int = 0
    """Parts that a person still has to grade."""
    reasons: tuple[str, ...] = ()
    """Why somebody should look at it."""

    @property
    def percent(self) -> float | None:
        """Return the score as a share; extra credit may lift it above 100."""
        return None if self.score is None or self.max_score <= 0 else 100 * self.score / self.max_score


@dataclass(frozen=True, slots=True)
class Part:
    """One cell with points."""

    notebook: str
    name: str
    title: str
    max_score: float
    mean: float
    """Mean points."""
    full: int
    """Students with all points."""
    none: int
    count: int

    @property
    def share(self) -> float:
        """Mean points as a share of all, from 0 to 1."""
        return self.mean / self.max_score if self.max_score > 0 else 0.0


@dataclass(frozen=True, slots=True)
class HardCheck:
    """How many answers failed one check, of those that came to it."""

    notebook: str
    part: str
    title: str
    check: str
    hidden: bool
    failed: int
    reached: int

    @property
    def share(self) -> float:
        """Share that failed, from 0 to 1."""
        return self.failed / self.reached if self.reached else 0.0

    @property
    def where(self) -> str:
        """Return what it belongs to: an exercise's title, or the notebook of a plain test."""
        return self.notebook if self.check == self.title else self.title


@dataclass(frozen=True, slots=True)
class Misconception:
    """A mistake that was recognised in several answers."""

    part: str
    title: str
    name: str
    remedy: str
    students: tuple[str, ...]
    example: str = ""
    """An answer that shows it, shortened."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A check that broke, or could not run here: never the learners' mistake."""

    part: str
    check: str
    message: str
    count: int


@dataclass(frozen=True, slots=True)
class ClassReport:
    """All of a report."""

    assignment: str
    course: str
    learners: tuple[Learner, ...]
    parts: tuple[Part, ...]
    checks: tuple[HardCheck, ...]
    misconceptions: tuple[Misconception, ...]
    faults: tuple[Fault, ...]
    max_score: float
    remembered: int
    """Of how many submissions it is known what each check found."""

    @property
    def percents(self) -> list[float]:
        """Scores in percent of those who have one, lowest first."""
        return sorted(each.percent for each in self.learners if each.percent is not None)

    @property
    def histogram(self) -> list[int]:
        """Students by tenths of the points; who has more than all of them is in the last."""
        counts = [0] * BUCKETS
        for value in self.percents:
            counts[min(int(value * BUCKETS / 100 + 1e-9), BUCKETS - 1)] += 1
        return counts

    @property
    def attention(self) -> list[Learner]:
        """Students whom somebody should look at: those without a score first, then the lowest."""
        found = [each for each in self.learners if each.reasons]
        return sorted(
            found, key=lambda each: (-1.0 if each.percent is None else each.percent, each.student.id)
        )

    @property
    def waiting(self) -> int:
        """Parts of all students that a person still has to grade."""
        return sum(each.waiting for each in self.learners)

    def facts(self) -> dict[str, float | None]:
        """Return numbers of the whole class; shares in percent, None where nobody has a score."""
        known = self.percents
        return {
            "students": len(self.learners),
            "with_score": len(known),
            "mean_percent": round(fmean(known), 1) if known else None,
            "median_percent": round(median(known), 1) if known else None,
            "late": sum(each.late_seconds > 0 for each in self.learners),
            "parts_waiting": self.waiting,
            "need_attention": len(self.attention),
        }

    def as_json(self) -> dict[str, Any]:
        """Return the report for tools."""
        return {
            "format": "mle-course-class-report",
            "v": VERSION,
            "assignment": self.assignment,
            "max_score": self.max_score,
            **self.facts(),
            "histogram": self.histogram,
            "learners": [_learner_json(each) for each in self.learners],
            "parts": [{**asdict(each), "mean": round(each.mean, 4)} for each in self.parts],
            "checks": [{**asdict(each), "share": round(each.share, 4)} for each in self.checks],
            "misconceptions": [asdict(each) for each in self.misconceptions],
            "faults": [asdict(each) for each in self.faults],
        }


def _learner_json(each: Learner) -> dict[str, Any]:
    share = each.percent
    return {**asdict(each), "percent": None if share is None else round(share, 2)}
