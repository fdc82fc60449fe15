"""A worker's view of one notebook's judge: asks it, helps it to the learner's side, replaces a lost one.

A judge may be lost on what an answer gives it. The next one is told again what the instructor's cells did.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from autograder.errors import AnswerLost
from autograder.grading.stopwatch import PROCESSES, TESTS
from autograder.sandbox.files import pack

if TYPE_CHECKING:
    from autograder.grading.learner_session import LearnerSession
    from autograder.grading.stopwatch import Stopwatch
    from autograder.sandbox.channel import Channel
    from autograder.sandbox.forking import Client, Fork

SLOWEST = 120.0
"""Seconds after which a judge is ended that is still busy with one exercise or test."""


@dataclass(slots=True)
class JudgeSession:
    """The judge of one notebook."""

    client: Client
    learner: LearnerSession
    folder: str
    files: dict[str, bytes]
    """The assignment's; none of the learner's."""
    stopwatch: Stopwatch
    fork: Fork | None = None
    _told: list[tuple[Any, ...]] = field(default_factory=list)

    def ask(self, *message: Any) -> Any:
        """Ask the judge for something; raises `AnswerLost` where it could not make sense of the answer."""
        channel = (self.fork or self._start()).channel
        try:
            with self.stopwatch.step(TESTS):
                op, value = self._reply(channel, message)
        except AnswerLost:
            self.close()
            raise
        if op == "failed":
            raise AnswerLost(value)
        return value

    def tell(self, *message: Any) -> Any:
        """Ask for what the next judge has to be told, too, if this one should end."""
        reply = self.ask(*message)
        self._told.append(message)
        return reply

    def close(self) -> None:
        """End the judge, if there is one."""
        if self.fork is not None:
            with self.stopwatch.step(PROCESSES):
                self.fork.end()
            self.fork = None

    def _start(self) -> Fork:
        with self.stopwatch.step(PROCESSES):
            self.fork = fork = self.client.fork()
        if self.files:
            self.ask("folder", self.folder, pack(self.files))
        for message in self._told:
            self.ask(*message)
        return fork

    def _reply(self, channel: Channel, message: tuple[Any, ...]) -> tuple[str, Any]:
        """Send a question and help the judge to the learner's side until it replies."""
        deadline = time.monotonic() + SLOWEST
        channel.send(list(message))
        while True:
            op, *values = channel.receive(deadline, self.learner.watch)
            if op in ("done", "failed"):
                return op, values[0]
            self._help(channel, op)

    def _help(self, channel: Channel, op: str) -> None:
        """Do what the judge asks for: end the learner's side, or connect to it."""
        if op == "lost":
            why, self.learner.why_lost = self.learner.why_lost, ""
            self.learner.close()
            channel.send(why)
            return
        try:
            end = self.learner.connect()
        except AnswerLost as error:
            channel.send(str(error))
            return
        channel.send(None, [end.fileno()])
        end.close()
