"""Starts zygotes, and gets forks from them: the driver's and the workers' end of the sandbox."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from autograder.errors import AnswerLost, SandboxUnavailable
from autograder.sandbox import inside_copy, view
from autograder.sandbox.channel import Channel, pair
from autograder.sandbox.confine import Limits
from autograder.sandbox.zygote import READY
from autograder.threads import one_thread_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

START_SECONDS = 120.0
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
class Zygote:
    """A running zygote, seen from its starter."""

    process: subprocess.Popen[bytes]
    starter: Channel
    role: str
    missing: list[str] = field(default_factory=list)
    log: Any = None
    clients: list[Client] = field(default_factory=list)

    def client(self) -> Client:
        """Return a new connection, for one worker alone."""
        ours, theirs = pair()
        self.starter.send({"op": "client"}, [theirs.fileno()])
        theirs.close()
        self.clients.append(Client(ours, self.role == "learner"))
        return self.clients[-1]

    def wait(self) -> Self:
        """Wait until it imported what it was told to."""
        try:
            reply = self.starter.receive(time.monotonic() + START_SECONDS)
        except AnswerLost as error:
            raise SandboxUnavailable(f"The sandbox did not start: {self._said() or error}") from None
        if "failed" in reply:
            raise SandboxUnavailable(f"The sandbox did not start: {reply['failed']}")
        self.missing = reply["ready"]
        return self

    def _said(self) -> str:
        self.process.wait(5)
        self.log.seek(0)
        return self.log.read().decode(errors="replace").strip()[-500:]

    def cpu_seconds(self) -> float:
        """Return what it and its forks that ended used so far."""
        try:
            self.starter.send({"op": "used"})
            return float(self.starter.receive(time.monotonic() + FORK_SECONDS)["cpu_seconds"])
        except AnswerLost:
            return 0.0

    def close(self) -> None:
        """End it and every fork of it."""
        for end in (self.starter, *(client.channel for client in self.clients)):
            end.close()
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.log.close()


class Sandbox:
    """Both zygotes; a context manager that leaves no process and no file behind."""

    def __init__(
        self,
        *,
        walls: bool,
        modules: Iterable[str] = (),
        exercises: Sequence[Path] = (),
        limits: Limits | None = None,
    ) -> None:
        if sys.platform != "linux":
            raise SandboxUnavailable(
                "Notebooks are graded in processes that need Linux. Everywhere else, "
                '`check("…")` in the notebook checks an answer.'
            )
        self.walls, self.limits = walls, limits or Limits()
        inside = inside_copy.inside_folder()
        settings = {
            "walls": walls, "modules": [*modules], "exercises": [str(path) for path in exercises],
            "limits": self.limits.as_json(),
        }  # fmt: skip
        self._home = tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True)
        self.learners = _start(
            "learner", view.learners_command(inside, walls=walls), settings, self._home.name
        )
        self.judges = _start("judge", view.judges_command(walls=walls), settings, self._home.name)

    def wait(self) -> Self:
        """Wait until both zygotes are ready."""
        self.learners.wait()
        self.judges.wait()
        return self

    def cpu_seconds(self) -> float:
        """Return what both zygotes and their forks used so far."""
        return self.learners.cpu_seconds() + self.judges.cpu_seconds()

    def leave(self) -> None:
        """In a fork of the starter: let go of what would keep the zygotes alive after the starter."""
        self.learners.starter.close()
        self.judges.starter.close()

    def close(self) -> None:
        """End everything."""
        self.learners.close()
        self.judges.close()
        self._home.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _start(role: str, command: list[str], settings: dict[str, Any], home: str) -> Zygote:
    """Start a zygote; `home` is its home where it has no walls, and so no home of its own."""
    channel, theirs = pair()
    log = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the zygote
    process = subprocess.Popen(
        [*command, str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
        env=one_thread_environment() | {"HOME": home, "TMPDIR": home},
    )
    theirs.close()
    channel.send({**settings, "role": role})
    return Zygote(process, channel, role, log=log)
