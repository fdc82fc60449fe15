"""Where the seconds of a submission go: to each step its own, without those of the steps inside it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

READING = "reading the notebook"
PROCESSES = "starting and ending both sides"
CELLS = "the learner's cells"
TESTS = "tests"
KEEPING = "rows and graded notebook"
GRADEBOOK = "gradebook"


class Stopwatch:
    """Adds up seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._step, self._since = "", 0.0

    @contextmanager
    def step(self, name: str) -> Generator[None]:
        """Count what follows for a step; the step around it pauses."""
        around = self._step
        self._turn_to(name)
        try:
            yield
        finally:
            self._turn_to(around)

    def taken(self) -> dict[str, float]:
        """Return the seconds by step, and begin anew."""
        seconds, self.seconds = self.seconds, {}
        return seconds

    def _turn_to(self, name: str) -> None:
        now = time.monotonic()
        if self._step:
            self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = name, now
