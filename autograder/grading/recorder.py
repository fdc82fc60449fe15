"""Records a class while it is graded: batches for the gradebook, then the state that a second run reads.

A batch that fails is recorded one by one, so that what is wrong with one submission costs no other one.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from autograder.errors import GraderError
from autograder.grading.stopwatch import GRADEBOOK, Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from autograder.grading.gradebook import Book
    from autograder.grading.released import Released
    from autograder.grading.results import Outcome
    from autograder.grading.rows import Rows
    from autograder.grading.state import State
    from autograder.grading.submission_rows import Change

BATCH = 25
SECONDS = 2.0
"""After so many submissions, or so long, a batch is written."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What a worker made of one submission."""

    outcome: Outcome
    rows: Rows | None = None
    """What the gradebook is to hold; None where nothing is to be written."""
    digest: str = ""


class Recorder:
    """Takes graded submissions; a context manager that writes what is left at its end."""

    def __init__(
        self,
        book: Book | None,
        state: State,
        released: Sequence[Released],
        told: Callable[[Outcome, list[Change]], None],
        *,
        keep: bool = True,
    ) -> None:
        self.book, self.state, self.told, self.keep = book, state, told, keep
        self.released = tuple(released)
        self.waiting: list[tuple[Graded, Rows]] = []
        self.since = time.monotonic()
        self.stopwatch = Stopwatch()

    def add(self, graded: Graded) -> None:
        """Take one submission; it is told of once it is recorded."""
        if graded.rows is None or self.book is None:
            self._without_grade(graded.outcome)
            return
        if not self.waiting:
            self.since = time.monotonic()
        self.waiting.append((graded, graded.rows))
        if len(self.waiting) >= BATCH or time.monotonic() - self.since >= SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        batch, self.waiting = self.waiting, []
        try:
            self._record(batch)
        except GraderError as error:
            if len(batch) == 1:
                self._without_grade(batch[0][0].outcome.needing_attention(str(error)))
                return
            for item in batch:
                self.waiting = [item]
                self.flush()

    def _without_grade(self, outcome: Outcome) -> None:
        """Remember why a submission has no grade, and tell of it."""
        if outcome.reasons and self.keep:
            self.state.keep(outcome.student, "", [], outcome.as_json())
        self.told(outcome, [])

    def _record(self, batch: list[tuple[Graded, Rows]]) -> None:
        if self.book is None or not batch:
            return
        with self.stopwatch.step(GRADEBOOK):
            changes = self.book.record([rows for _, rows in batch], keep=self.keep)
        for (graded, rows), changed in zip(batch, changes, strict=True):
            if self.keep:
                names = [notebook.name for notebook in rows.notebooks if notebook.handed_in]
                self.state.keep(graded.outcome.student, graded.digest, names, graded.outcome.as_json())
            self.told(graded.outcome, changed)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()


def without_texts(outcome: Outcome) -> Outcome:
    """Return an outcome without cells' sources and outputs, which the notebook holds."""
    cells = ((name, replace(cell, source="", outputs=[])) for name, cell in outcome.cells)
    return replace(outcome, cells=tuple(cells))
