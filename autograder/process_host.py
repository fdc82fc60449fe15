"""An answer in a child process behind two pipes (POSIX only: it kills the child with all that it started)."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from typing import IO, TYPE_CHECKING, Self, cast

from autograder.boundary.exceptions import rebuild
from autograder.boundary.judge_side import JudgeSide
from autograder.boundary.wire import PipeWire
from autograder.errors import AnswerLost, AnswerRaised
from autograder.prepared import prepare
from autograder.threads import one_thread_environment

if TYPE_CHECKING:
    from collections.abc import Generator

    from course.exercise import Exercise

GRACE = 1.0
"""Seconds that a child gets beyond the limit before it is killed."""
START_SECONDS = 60.0


class ProcessHost:
    """The answer is the text of a child process, which is started again when a check lost it.

    The child is not sandboxed: its limits keep accidents small and stop no attack.
    """

    def __init__(self, exercise: Exercise, answer: str) -> None:
        self.exercise, self.answer = exercise, answer
        self._child: subprocess.Popen[bytes] | None = None
        self._side: JudgeSide | None = None
        self._does_not_run: BaseException | None = None

    def side(self) -> JudgeSide:
        """Return the judge side, starting a child where there is none."""
        if self._does_not_run is not None:
            raise self._does_not_run
        if self._side is None:
            try:
                self._side = self._start()
            except (AnswerLost, AnswerRaised) as error:
                self.drop()
                self._does_not_run = error
                raise
        return self._side

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Generator[None]:
        """Bound how long the judge waits for the child."""
        wire = self._wire()
        wire.deadline = time.monotonic() + seconds + GRACE
        try:
            yield
        finally:
            wire.deadline = None

    def drop(self) -> None:
        """Kill the child with whatever it started."""
        if self._child is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._child.pid, 9)
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe:
                    pipe.close()
        self._child = self._side = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    def _wire(self) -> PipeWire:
        return cast("PipeWire", self.side().wire)

    def _start(self) -> JudgeSide:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "autograder.answer_process", str(self.exercise.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            env=one_thread_environment(),
        )  # fmt: skip
        to_child, from_child = (cast("IO[bytes]", pipe) for pipe in (self._child.stdin, self._child.stdout))
        side = JudgeSide(prepare(self.exercise).setup_types)
        wire = PipeWire(from_child.fileno(), to_child.fileno(), side.serve)
        side.wire = wire
        wire.deadline = time.monotonic() + START_SECONDS
        side.ask("setup")
        wire.deadline = time.monotonic() + self.exercise.limit + GRACE
        outcome, value, _ = side.ask("run", self.answer)
        wire.deadline = None
        if outcome != "value":
            raise rebuild(value)
        return side
