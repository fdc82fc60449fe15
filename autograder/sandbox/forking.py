"""A worker's way to forks: what they are asked of, and how one is spoken to and ended."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import AnswerLost, SandboxUnavailable
from autograder.sandbox.channel import pair
from autograder.sandbox.zygote import READY

if TYPE_CHECKING:
    from autograder.sandbox.channel import Channel

FORK_SECONDS = 30.0
FROM_LEARNER = 1 << 23
"""Bytes that one message of a learner's side may have; in memory its lists take many times that."""


@dataclass(slots=True)
class Fork:
    """A forked process: how to speak to it and how to end it."""

    channel: Channel
    process: int
    """Descriptor of the process, which names it even after its number is used again."""
    _ended: bool = False

    @property
    def pid(self) -> int:
        """Its number as this process sees it, 0 where it is gone; the zygote knows it by another one."""
        for line in Path(f"/proc/self/fdinfo/{self.process}").read_text().splitlines():
            if line.startswith("Pid:"):
                return max(int(line.split()[1]), 0)
        return 0

    def kill(self) -> None:
        """Kill it with all that it started; whoever waits for its messages hears that it ended."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.process, signal.SIGKILL)

    def end(self) -> None:
        """Kill it and let go of it."""
        if self._ended:
            return
        self._ended = True
        self.kill()
        select.select([self.process], [], [], 5.0)
        os.close(self.process)
        self.channel.close()

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return not self._ended and not select.select([self.process], [], [], 0)[0]


@dataclass(slots=True)
class Client:
    """One worker's connection to a zygote."""

    channel: Channel
    from_learner: bool

    def fork(self) -> Fork:
        """Return a new fork; raises `SandboxUnavailable` where the zygote has ended."""
        most = FROM_LEARNER if self.from_learner else 1 << 28
        ours, theirs = pair(max_message=most, descriptors=not self.from_learner)
        try:
            self.channel.send({"op": "fork"}, [theirs.fileno()])
            self.channel.receive(time.monotonic() + FORK_SECONDS)
        except AnswerLost as error:
            raise SandboxUnavailable(f"The process that starts others is gone: {error}") from None
        finally:
            theirs.close()
        (process,) = self.channel.received
        fork = Fork(ours, process)
        try:
            said = ours.receive(time.monotonic() + FORK_SECONDS)
        except AnswerLost as error:
            said = str(error)
        if said != READY:
            fork.end()
            raise SandboxUnavailable(f"A confined process did not start: {said}")
        return fork


@dataclass(slots=True)
class Forking:
    """A process that forks on demand, seen from its starter."""

    starter: Channel
    role: str
    clients: list[Client] = field(default_factory=list)

    def client(self) -> Client:
        """Return a new connection, for one worker alone."""
        ours, theirs = pair()
        self.starter.send({"op": "client"}, [theirs.fileno()])
        theirs.close()
        self.clients.append(Client(ours, self.role == "learner"))
        return self.clients[-1]

    def cpu_seconds(self) -> float:
        """Return what it and its forks that ended used so far."""
        try:
            self.starter.send({"op": "used"})
            return float(self.starter.receive(time.monotonic() + FORK_SECONDS)["cpu_seconds"])
        except AnswerLost:
            return 0.0

    def close(self) -> None:
        """Let go of it: it ends, and every fork of it."""
        for end in (self.starter, *(client.channel for client in self.clients)):
            end.close()


@dataclass(slots=True)
class Rehearsed(Forking):
    """A zygote that ran the first cells of a notebook."""

    outputs: list[list[dict[str, Any]]] = field(default_factory=list)
    """What each of the cells showed."""
    ready: bool = False
    """Whether forks may go on from there."""

    def wait(self, seconds: float) -> None:
        """Wait for the cells."""
        try:
            reply = self.starter.receive(time.monotonic() + seconds)
        except AnswerLost:
            return
        self.ready, self.outputs = "ready" in reply, reply.get("ready", [])
