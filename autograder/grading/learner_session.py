"""A worker's view of one learner's side: runs its cells, and begins anew where a cell or a call ended it.

The confined process may die or stop answering at any time: by a cell that ends it, or by a call of the
judge's that never returns. A new one then runs the same cells again, but for those that were fatal; so
each costs what it touches and no more.
"""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from autograder.errors import AnswerLost
from autograder.grading.stopwatch import PROCESSES, Stopwatch
from autograder.sandbox.files import pack
from autograder.sandbox.watch import memory_in_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.sandbox.confine import Limits
    from autograder.sandbox.forking import Client, Fork

MAX_LIVES = 12
"""How often one submission's process is started."""
MAX_SECONDS = 600.0
"""How long all cells of one submission may take, with every start."""
GRACE = 2.0
"""Seconds beyond a cell's limit before the process is ended from outside."""


@dataclass(slots=True)
class Ran:
    """What came of one cell."""

    outputs: list[dict[str, Any]]
    raised: dict[str, Any] | None = None
    """The exception, as `boundary.exceptions.describe` tells it."""
    fatal: str = ""
    """Why the process ended in this cell; empty where it lived on."""


@dataclass(slots=True)
class _Past:
    source: str
    fatal: bool = False
    rehearsed: bool = False
    """Whether a new process comes with it run."""


@dataclass(slots=True)
class LearnerSession:
    """The learner's side of one notebook."""

    client: Client
    limits: Limits
    folder: str
    files: dict[str, bytes]
    stopwatch: Stopwatch = field(default_factory=Stopwatch)
    rehearsed: Sequence[list[dict[str, Any]]] = ()
    """Outputs of the first cells, where the client's forks have run these."""
    fork: Fork | None = None
    lives: int = 0
    why_lost: str = ""
    _past: list[_Past] = field(default_factory=list)
    _deadline: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    def run(self, source: str) -> Ran:
        """Run one cell, after all that ran before."""
        if len(self._past) < len(self.rehearsed):
            outputs = self.rehearsed[len(self._past)]
            self._past.append(_Past(source, rehearsed=True))
            return Ran([*outputs])
        try:
            self._alive()
        except AnswerLost as error:
            return Ran(_told(str(error)), fatal=str(error))
        try:
            ran = self._ask("run", source, self.limits.cell_seconds)
            ended = ""
        except AnswerLost as error:
            ended = self._end(error)
        self._past.append(_Past(source, fatal=bool(ended)))
        return Ran(_told(ended), fatal=ended) if ended else _read(ran)

    def connect(self) -> socket.socket:
        """Return one end of a new wire whose other end the process holds; the caller closes it."""
        self._alive()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._ask("judge", descriptors=[theirs.fileno()])
        except AnswerLost as error:
            ours.close()
            raise AnswerLost(self._end(error)) from None
        finally:
            theirs.close()
        return ours

    def watch(self) -> None:
        """End the process where it holds more memory than it may."""
        pid = self.fork.pid if self.fork else 0
        if self.fork and pid and memory_in_use(pid) > self.limits.memory:
            self.why_lost = f"it held more than {self.limits.memory >> 20} MB of memory"
            self.fork.kill()

    def close(self) -> None:
        """End the process."""
        if self.fork is not None:
            with self.stopwatch.step(PROCESSES):
                self.fork.end()
            self.fork = None

    def _alive(self) -> None:
        """Make sure that a process lives that ran all cells so far."""
        if self.fork is not None and self.fork.alive:
            return
        self.close()
        with self.stopwatch.step(PROCESSES):
            while self.fork is None:
                self._start()

    def _start(self) -> None:
        if self.lives >= MAX_LIVES:
            raise AnswerLost(f"this notebook ended its process {MAX_LIVES} times")
        if time.monotonic() > self._deadline:
            raise AnswerLost(f"this notebook took more than {MAX_SECONDS:g} s")
        self.lives += 1
        self.fork = self.client.fork()
        place = None
        try:
            self._ask("folder", self.folder, pack(self.files))
            for place in self._past:
                if not (place.fatal or place.rehearsed):
                    self._ask("run", place.source, self.limits.cell_seconds)
        except AnswerLost as error:
            if place is None:
                raise
            place.fatal = True
            self._end(error)

    def _ask(self, *message: Any, descriptors: list[int] | None = None) -> Any:
        if self.fork is None:
            raise AnswerLost("the process has ended")
        seconds = message[2] if message[0] == "run" else self.limits.cell_seconds
        deadline = min(time.monotonic() + seconds + GRACE, self._deadline)
        self.why_lost = ""
        self.fork.channel.send(list(message), descriptors or [], deadline)
        return self.fork.channel.receive(deadline, self.watch)

    def _end(self, error: AnswerLost) -> str:
        """End the process and return why, in words for the notebook."""
        self.close()
        if self.why_lost:
            return self.why_lost
        if error.timeout:
            return f"it took longer than {self.limits.cell_seconds:g} s and could not be interrupted"
        return f"it ended its process ({error})"


def _read(reply: Any) -> Ran:
    """Take a reply for what it says, if it has the form of one."""
    try:
        outputs = [item for item in reply["outputs"] if isinstance(item, dict)]
        raised = reply["raised"] if isinstance(reply["raised"], dict) else None
        return Ran(outputs, raised)
    except (KeyError, TypeError):
        return Ran(_told("it sent what is no output"), fatal="it sent what is no output")


def _told(why: str) -> list[dict[str, Any]]:
    return [
        {
            "output_type": "error",
            "ename": "CellEnded",
            "evalue": why,
            "traceback": [f"This cell was stopped: {why}."],
        }
    ]
