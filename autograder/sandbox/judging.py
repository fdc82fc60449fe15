"""T, the judge of one submission: runs checks, and asks the learner's side through the boundary.

Its worker tells it which exercise or which instructor's cell is next. When it needs a way to the learner's
side, for the first time or because the last one was lost, it asks the worker, which sends a socket.
"""

from __future__ import annotations

import contextlib
import math
import os
import time
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder import known
from autograder.boundary.exceptions import rebuild
from autograder.boundary.judge_side import CHECK_MODULE, JudgeSide
from autograder.boundary.wire import PipeWire
from autograder.errors import AnswerLost, AnswerRaised, Expired, Refused
from autograder.judge import judge
from autograder.prepared import prepare as prepare_exercise
from autograder.sandbox.confine import Limits
from autograder.sandbox.files import unpack
from autograder.sandbox.shell import Shell
from course.catalog import load_file

if TYPE_CHECKING:
    from collections.abc import Generator

    from autograder.sandbox.channel import Channel
    from course.exercise import Exercise

OURS = True
"""Whether a fork runs our code alone."""


def prepare(settings: dict[str, Any]) -> Shell:
    """Load the exercises and make the shell for instructors' cells, so that every fork has them."""
    for path in settings["exercises"]:
        prepare_exercise(_exercise(path))
    shell = Shell(Limits.from_json(settings["limits"]).output)
    shell.names["__name__"] = CHECK_MODULE
    return shell


def live(worker: Channel, shell: Shell) -> None:
    """Serve the worker until it closes its end."""
    judge_process = _JudgeProcess(worker, shell)
    with contextlib.suppress(AnswerLost):
        judge_process.serve()


class Link:
    """The way to the learner's side, which the worker renews when it is lost."""

    def __init__(self, worker: Channel) -> None:
        self.worker = worker
        self.wire: PipeWire | None = None

    def connect(self) -> PipeWire:
        """Return the wire; raises `AnswerLost` where the worker gave up on the learner's side."""
        if self.wire is None:
            self.worker.send(["side"])
            reply = self.worker.receive()
            if reply is not None:
                raise AnswerLost(reply)
            (descriptor,) = self.worker.received
            self.wire = PipeWire(descriptor, descriptor)
        return self.wire

    def cut(self) -> AnswerLost | None:
        """Give up this wire and have the learner's side ended; returns what the worker knows of why."""
        if self.wire is None:
            return None
        os.close(self.wire.read_fd)
        self.wire = None
        self.worker.send(["lost"])
        why = self.worker.receive()
        return AnswerLost(why, memory=True) if why else None


class SealedHost:
    """The answer is what the cells of a confined process bound."""

    def __init__(self, exercise: Exercise, link: Link, cell_error: dict[str, Any] | None) -> None:
        self.exercise, self.link, self.cell_error = exercise, link, cell_error
        self._side: JudgeSide | None = None
        self._silent: AnswerLost | None = None
        """Why the learner's side, which lives, answers nothing: every further check would wait as long."""

    def side(self) -> JudgeSide:
        """Return the judge side; raises what the answer cell raised where that left no answer."""
        if self._silent is not None:
            raise self._silent
        if self._side is None:
            prepared = prepare_exercise(self.exercise)
            try:
                side = _side(self.link, prepared.setup_types)
                with self.limit(self.exercise.limit):
                    side.begin([], types=sorted(prepared.setup_types))
                    self._tell_cell_error(side)
            except AnswerLost as error:
                self._silent = self.drop() or error
                raise self._silent from None
            self._side = side
        return self._side

    def _tell_cell_error(self, side: JudgeSide) -> None:
        if self.cell_error is None:
            return
        for name in prepare_exercise(self.exercise).roots:
            if side.ask("root", name)[0] == "absent":
                raise _cell_error(self.cell_error)

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Generator[None]:
        """Bound how long the judge waits for the learner's side."""
        wire = self.link.connect()
        wire.deadline = time.monotonic() + seconds
        try:
            yield
        finally:
            wire.deadline = None

    def drop(self) -> AnswerLost | None:
        """Have the learner's side ended; the next one runs the same cells."""
        self._side = None
        return self.link.cut()


def _cell_error(told: dict[str, Any]) -> BaseException:
    """Return what stands for an answer cell that did not come to its end."""
    if told.get("type") == Expired.__name__:
        return AnswerLost("its cell took too long", timeout=True)
    return AnswerLost(str(told["ended"])) if "ended" in told else rebuild(told)


def _side(link: Link, setup_types: dict[str, type], *, arithmetic: bool = False) -> JudgeSide:
    """Return a judge side with empty tables on the link's wire."""
    wire = link.connect()
    side = JudgeSide(setup_types, arithmetic=arithmetic)
    side.wire, wire.serve = wire, side.serve
    return side


class _JudgeProcess:
    def __init__(self, worker: Channel, shell: Shell) -> None:
        self.worker, self.link, self.shell = worker, Link(worker), shell

    def serve(self) -> None:
        """Do one thing after another."""
        while True:
            op, *values = self.worker.receive()
            try:
                reply = ["done", getattr(self, f"on_{op}")(*values)]
            except Exception as error:  # noqa: BLE001 -- the next answer is judged all the same
                reply = ["failed", f"{type(error).__name__}: {error}"[:500]]
            self.worker.send(reply)

    def on_folder(self, name: str, files: dict[str, str]) -> None:
        """Put the instructor's files into a folder and work there."""
        unpack(name, files)

    def on_exercise(
        self, path: str, salt: int, cell_error: dict[str, Any] | None, sound: list[str]
    ) -> dict[str, Any]:
        """Judge the exercise of a content file; of `sound` checks it is known that the reference passes."""
        exercise = _exercise(path)
        started = time.monotonic()
        judged = judge(exercise, SealedHost(exercise, self.link, cell_error), salt, sound=sound)
        return {
            "verdicts": [asdict(verdict) for verdict in judged.verdicts],
            "traces": {check: trace.as_json() for check, trace in judged.traces.items()},
            "seconds": time.monotonic() - started,
        }

    def on_known(self, path: str, salt: int) -> dict[str, Any]:
        """Judge the reference and the misconceptions of one exercise, all ours."""
        return known.as_json(known.compute(_exercise(path), salt))

    def on_cell(self, source: str, names: list[str], seconds: float, *trusted: str) -> dict[str, Any]:
        """Run an instructor's cell with these names bound to what the learner's side holds.

        With `"operators"` operators are applied to the learner's objects.
        """
        unreadable: dict[str, str] = {}
        try:
            side = self._bind(names, seconds, unreadable, arithmetic="operators" in trusted)
        except AnswerLost as error:
            self.link.cut()
            return {"outputs": [], "error": _told(error, unreadable), "value": None, "noisy": False}
        outputs, error = self.shell.run(source, seconds + 1.0)
        if self.link.wire is not None:
            self.link.wire.deadline = None
        if isinstance(error, (AnswerLost, Expired)):
            self.link.cut()
        told = None if error is None else _told(error, unreadable)
        noisy = side is not None and side.noisy
        return {"outputs": outputs, "error": told, "value": number_in(self.shell.value), "noisy": noisy}

    def _bind(
        self, names: list[str], seconds: float, unreadable: dict[str, str], *, arithmetic: bool
    ) -> JudgeSide | None:
        """Bind names to what the learner's side holds; say of those that do not cross why."""
        for name in names:
            self.shell.names.pop(name, None)
        if not names:
            return None
        side = _side(self.link, {}, arithmetic=arithmetic)
        self.link.connect().deadline = time.monotonic() + seconds
        found = side.begin(names, types=[])
        for name in names:
            try:
                self.shell.names[name] = found[name] if name in found else side.root(name)
            except NameError:
                continue
            except Refused as error:
                unreadable[name] = f"`{name}` cannot be judged: {error}"
        return side


@cache
def _exercise(path: str) -> Exercise:
    return load_file(Path(path))


def number_in(value: Any) -> float | None:
    """Return a number of Python's or NumPy's own types as points, None for everything else."""
    if isinstance(value, np.generic):
        value = value.item()
    if type(value) not in (bool, int, float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def _told(error: BaseException, unreadable: dict[str, str]) -> dict[str, str]:
    """Return an exception for the worker; a name that did not cross is missing for that reason."""
    name = error.raised.type if isinstance(error, AnswerRaised) else type(error).__name__
    try:
        message = str(error)[:2000]
    except Exception:  # noqa: BLE001 -- a message may hold a learner's object
        message = ""
    if isinstance(error, NameError) and error.name in unreadable:
        message = unreadable[error.name]
    return {"type": name, "message": message}
