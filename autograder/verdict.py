"""What checking an answer yields: one `Verdict` per check, one `Result` per answer.

All of it is plain data that can be written as JSON, cross a process and be drawn as a card.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How one check ended. `BROKEN` and `UNAVAILABLE` are never the learner's mistake."""

    PASSED = "passed"
    FAILED = "failed"
    RAISED = "raised"
    NOT_ATTEMPTED = "not_attempted"
    BLOCKED = "blocked"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    UNAVAILABLE = "unavailable"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the learner's code in a traceback, with its neighbours."""

    file: str
    number: int
    function: str
    text: str
    context: tuple[tuple[int, str], ...] = ()
    """Numbered lines around it, itself included."""


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception that came out of the learner's code."""

    type: str
    message: str
    lines: tuple[SourceLine, ...] = ()
    """The learner's frames, outermost first; the last is where it happened."""


@dataclass(frozen=True, slots=True)
class Output:
    """What the learner's code printed, logged or warned about while it was called."""

    stdout: str = ""
    stderr: str = ""
    warnings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stdout or self.stderr or self.warnings)


@dataclass(frozen=True, slots=True)
class Picture:
    """What was expected beside what came, drawn."""

    svg: str
    alt: str
    """What the picture shows, in words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one check ended, in words for the learner."""

    check: str
    kind: Kind
    points: int = 0
    """Points earned."""
    max_points: int = 0
    hidden: bool = False
    message: str = ""
    call: str = ""
    """The last call of the answer before the check ended, such as `project(A, b)`."""
    arguments: tuple[tuple[str, str], ...] = ()
    """Parameter name and short repr of each argument of that call."""
    answer: str = ""
    """Short repr of what the call returned."""
    expected: str = ""
    """Short repr of what the reference returned for the same call; empty for hidden checks."""
    for_example: bool = False
    """Whether other answers than `expected` are right, too."""
    difference: str = ""
    """Where two results first differ, and by how much; empty for hidden checks."""
    picture: Picture | None = None
    """The same as a picture, where the exercise has one; None for hidden checks."""
    note: str = ""
    """A likely cause that needs no misconception, such as a forgotten `return`."""
    raised: Raised | None = None
    output: Output = field(default_factory=Output)

    @property
    def passed(self) -> bool:
        """Whether the property was shown."""
        return self.kind is Kind.PASSED


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The misconception that an answer shows."""

    name: str
    remedy: str


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A right answer that is built differently from the learner's."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """All verdicts on one answer."""

    exercise: str
    title: str
    label: str
    verdicts: tuple[Verdict, ...]
    diagnosis: Diagnosis | None = None
    explanation: str = ""
    """Markdown, shown once everything passed."""
    other_way: OtherWay | None = None
    """Shown once everything passed, too."""
    seconds: float = 0.0
    undiagnosed_yet: bool = False
    """Whether the known mistakes, with which a failure is compared, were not there in time."""

    @property
    def points(self) -> int:
        """Points earned."""
        return sum(verdict.points for verdict in self.verdicts)

    @property
    def max_points(self) -> int:
        """Points that a right answer earns."""
        return sum(verdict.max_points for verdict in self.verdicts)

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(verdict.passed for verdict in self.verdicts)

    @property
    def our_fault(self) -> bool:
        """Whether we failed to judge: the learner's score must not be taken from this result."""
        return any(verdict.kind is Kind.BROKEN for verdict in self.verdicts)
