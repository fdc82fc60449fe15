"""The model of one exercise, as `course.source` reads it from one file.

Everything here is plain, frozen data: no reading, no running. What becomes of it is decided by
`course.notebooks` (cells of a notebook) and by `autograder` (checks that run).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

CellKind = Literal["code", "markdown", "raw"]
AnswerRole = Literal["reference", "alternative", "misconception", "variant"]
Where = Literal["judge", "inside"]

DEFAULT_LIMIT = 10.0
"""Seconds of the answer's own running time that an exercise grants unless its header says more."""

POINTS_PER_STAR = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the statement: what a learner sees above the answer cell."""

    kind: CellKind
    text: str
    line: int
    """Line of the file on which the text begins (for errors and tracebacks)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Code that could stand in the learner's answer cell."""

    role: AnswerRole
    name: str
    text: str
    line: int
    fails: str | None = None
    """Name of the check on which a misconception must fail."""
    remedy: str | None = None
    """One or two sentences to the learner who wrote exactly this misconception."""
    of: str | None = None
    """Name of the misconception of which a variant is a second version."""


@dataclass(frozen=True, slots=True)
class Check:
    """One property of the answer, its text being plain asserts."""

    name: str
    text: str
    line: int
    points: int
    hidden: bool = False
    needs: tuple[str, ...] = ()
    where: Where = "judge"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: statement, reference, checks, and the answers that prove them."""

    id: str
    title: str
    version: int
    skills: tuple[str, ...]
    stars: int
    minutes: int
    path: Path
    module: str
    """The module's folder name, such as `02_linear_algebra_numpy`."""
    number: int
    """K of `eK_id.py`: the exercise's place in its module."""
    statement: tuple[Cell, ...]
    reference: Answer
    checks: tuple[Check, ...]
    hints: tuple[str, ...]
    explanation: str
    alternatives: tuple[Answer, ...] = ()
    misconceptions: tuple[Answer, ...] = ()
    variants: tuple[Answer, ...] = ()
    shared: str = ""
    """Classes and cases that several checks use."""
    picture: str = ""
    """Defines `picture(got, expected, …)`, which draws what a call gave beside what it should have given."""
    was: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    limit: float = DEFAULT_LIMIT

    @property
    def points(self) -> int:
        """What a right answer earns."""
        return sum(check.points for check in self.checks)

    @property
    def setup(self) -> str:
        """The code that a learner runs before the answer cell."""
        return "\n".join(cell.text for cell in self.statement if cell.kind == "code")

    @property
    def label(self) -> str:
        """Module number and exercise number, as learners see it: `2.4`."""
        return f"{int(self.module[:2])}.{self.number}"

    @property
    def digest(self) -> str:
        """Fingerprint of everything that decides a verdict; a change of it asks for a new version."""
        deciding = [self.setup, self.reference.text, self.shared, str(self.limit)]
        deciding += [
            f"{check.name}\0{check.points}\0{check.hidden}\0{check.needs}\0{check.where}\0{check.text}"
            for check in self.checks
        ]
        return hashlib.sha256("\0\0".join(deciding).encode()).hexdigest()[:16]
