"""Where an answer lives while it is judged: in this process, or in a child behind two pipes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from typing import IO, TYPE_CHECKING, Any, Protocol, Self, cast

from autograder.boundary.answer_side import AnswerSide
from autograder.boundary.exceptions import rebuild
from autograder.boundary.judge_side import JudgeSide
from autograder.boundary.wire import LocalWire, PipeWire
from autograder.errors import AnswerLost, AnswerRaised
from autograder.prepared import prepare, setup_types
from autograder.threads import one_thread_environment

if TYPE_CHECKING:
    from collections.abc import Generator

    from autograder.capture import Capture
    from course.exercise import Exercise

GRACE = 1.0
"""Seconds that a child gets beyond the limit before it is killed."""
START_SECONDS = 60.0


class Host(Protocol):
    """Holds an answer and gives the judge a side to talk to it."""

    def side(self) -> JudgeSide:
        """Return the judge side of a boundary to the answer, started again where it was lost."""

    def limit(self, seconds: float, /) -> contextlib.AbstractContextManager[None]:
        """Bound what the answer side may take for replies inside the block."""

    def drop(self) -> None:
        """Forget an answer side that stopped answering; the next `side()` begins anew."""


class LocalHost:
    """The answer is a namespace of this process: a learner's kernel, or an answer run here."""

    def __init__(self, exercise: Exercise, namespace: dict[str, Any], capture: Capture) -> None:
        self._side = JudgeSide(prepare(exercise).setup_types)
        answers = AnswerSide(namespace, setup_types(exercise, namespace), capture)
        self._side.wire = LocalWire(answers.serve)
        answers.wire = LocalWire(self._side.serve)

    def side(self) -> JudgeSide:
        """Return the one judge side there is."""
        return self._side

    @contextlib.contextmanager
    def limit(self, _seconds: float) -> Generator[None]:
        """Leave the limit to the judge: it runs in this process, too."""
        yield

    def drop(self) -> None:
        """The next check starts with empty tables anyway."""


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
