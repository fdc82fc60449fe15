"""Starts zygotes and ends them: the driver's end of the sandbox."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Self

from autograder.errors import AnswerLost, SandboxUnavailable
from autograder.sandbox import inside_copy, view
from autograder.sandbox.channel import pair
from autograder.sandbox.confine import Limits
from autograder.sandbox.files import pack
from autograder.sandbox.forking import Forking, Rehearsed
from autograder.threads import one_thread_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from autograder.sandbox.forking import Client

START_SECONDS = 120.0


@dataclass(slots=True)
class Zygote(Forking):
    """A zygote that was started as a program."""

    process: subprocess.Popen[bytes] = field(kw_only=True)
    log: Any = None
    missing: list[str] = field(default_factory=list)

    def rehearse(self, task: dict[str, Any]) -> Rehearsed:
        """Have a zygote forked that runs cells first: `folder`, `files`, `cells` and `seconds` for each."""
        ours, theirs = pair()
        self.starter.send({"op": "rehearse", **task}, [theirs.fileno()])
        theirs.close()
        return Rehearsed(ours, self.role)

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

    def close(self) -> None:
        """End it and every fork of it."""
        Forking.close(self)
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.log.close()


@dataclass(slots=True)
class Sides:
    """What both sides of one notebook may begin from; a side may be missing, or not be ready."""

    learners: Rehearsed
    judges: Rehearsed | None
    seconds: float
    """How long it may take."""

    @property
    def both(self) -> list[Rehearsed]:
        """Those that there are."""
        return [self.learners, *([self.judges] if self.judges else [])]

    @property
    def outputs(self) -> list[list[dict[str, Any]]]:
        """What the cells showed at the learner's side."""
        return self.learners.outputs

    def wait(self) -> None:
        """Wait until each is ready, or says that it cannot be."""
        for each in self.both:
            each.wait(self.seconds)

    def learner_client(self) -> Client | None:
        """Return a new connection to the learner's side, None where its forks have to run the cells."""
        return self.learners.client() if self.learners.ready else None

    def judge_client(self) -> Client | None:
        """Return a new connection to the judge's side, None where its forks have to run the cells."""
        return self.judges.client() if self.judges and self.judges.ready else None


@dataclass(frozen=True, slots=True)
class RehearsalTask:
    """What is run once, before anything is forked for a notebook."""

    files: dict[str, bytes]
    """What lies in the notebook's folder."""
    cells: Sequence[str]
    seconds: float
    """For each cell."""
    later: Sequence[str] = ()
    """Cells that each judge is to run later: they are compiled."""


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
        self.rehearsed: dict[str, Sides] = {}
        """By the notebook's name."""

    def wait(self) -> Self:
        """Wait until both zygotes are ready."""
        self.learners.wait()
        self.judges.wait()
        return self

    def rehearse(self, notebook: str, task: RehearsalTask, *, judges_too: bool) -> Sides:
        """Have the first cells of a notebook run once, at the learner's side and at the judge's.

        They run beside whatever is done meanwhile; `Sides.wait` waits for them.
        """
        told = asdict(task) | {"folder": notebook, "files": pack(task.files)}
        seconds = START_SECONDS + len(task.cells) * task.seconds
        learners = self.learners.rehearse(told | {"later": []})
        sides = Sides(learners, self.judges.rehearse(told) if judges_too else None, seconds)
        for each in self.rehearsed[notebook].both if notebook in self.rehearsed else ():
            each.close()
        self.rehearsed[notebook] = sides
        return sides

    @property
    def _forking(self) -> list[Forking]:
        rehearsed = [each for sides in self.rehearsed.values() for each in sides.both]
        return [self.learners, self.judges, *rehearsed]

    def cpu_seconds(self) -> float:
        """Return what all zygotes and their forks used so far."""
        return sum(each.cpu_seconds() for each in self._forking)

    def leave(self) -> None:
        """In a fork of the starter: let go of what would keep the zygotes alive after the starter."""
        for each in self._forking:
            each.starter.close()

    def close(self) -> None:
        """End everything."""
        for each in reversed(self._forking):
            each.close()
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
    return Zygote(channel, role, process=process, log=log)
