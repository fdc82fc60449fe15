"""The process that imports the scientific stack once and then only forks: `main()` is its whole life.

Its first message says what to import and what its forks are: learner's sides or judges. After that each
message asks for a fork and brings the descriptor with which the fork is to speak; the answer is a
descriptor of the fork's process, for whoever has to end it. It ends when its starter's end is closed.

Asked to rehearse, it forks a zygote that first runs some cells (see `rehearsal`), with a starter's end of its
own; forks of that one go on after those cells.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import random
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from autograder.errors import AnswerLost
from autograder.sandbox import syscalls
from autograder.sandbox.channel import Channel
from autograder.sandbox.confine import Limits, confine, prepare
from autograder.sandbox.rehearsal import generators, rehearse
from autograder.sandbox.warm import warm_up

ROLES = {"learner": "autograder.sandbox.learner", "judge": "autograder.sandbox.judging"}
"""Module of each kind of fork; it offers `prepare(settings)` and `live(worker, prepared)`."""
READY = "ready"
"""First message of a fork, once it is confined."""


def main() -> None:
    """Serve until the starter is gone."""
    starter = Channel(socket.socket(fileno=int(sys.argv[1])))
    settings = starter.receive()
    try:
        zygote = _Zygote(settings)
    except Exception as error:  # noqa: BLE001 -- the starter words it
        starter.send({"failed": f"{type(error).__name__}: {error}"})
        return
    starter.send({"ready": zygote.missing})
    zygote.serve(starter)
    os._exit(0)  # taking down a large interpreter in order would take as long as grading several submissions


class _Zygote:
    def __init__(self, settings: dict[str, Any]) -> None:
        gc.disable()  # while all that is imported stays
        self.walls = bool(settings["walls"])
        self.limits = Limits.from_json(settings["limits"])
        self.seeded: dict[str, Any] = {}
        """States of the global generators that cells touched, from which forks go on."""
        self.missing = [name for name in settings["modules"] if not _imported(name)]
        self.role = importlib.import_module(ROLES[settings["role"]])
        self.prepared = self.role.prepare(settings)
        warm_up()
        if self.walls:
            prepare()
        gc.collect()
        gc.freeze()  # what is not collected in forks stays shared
        gc.enable()
        syscalls.use_large_pages()
        self.own_processes = os.open("/proc/self/ns/pid", os.O_RDONLY) if self.walls else -1
        self.clients: list[Channel] = []

    def serve(self, starter: Channel) -> None:
        """Fork whenever a client asks; take on the clients that the starter sends."""
        while True:
            ready, _, _ = select.select([starter, *self.clients], [], [], 1.0)
            self._reap()
            for client in ready:
                try:
                    message = client.receive()
                except AnswerLost:
                    if client is starter:
                        return
                    self.clients.remove(client)
                    client.close()
                    continue
                self._answer(client, message)

    def _answer(self, client: Channel, message: dict[str, Any]) -> None:
        if message["op"] == "used":
            client.send({"cpu_seconds": sum(os.times()[:4])})
            return
        (descriptor,) = client.received
        if message["op"] == "client":
            self.clients.append(Channel(socket.socket(fileno=descriptor)))
            return
        if message["op"] == "rehearse":
            if os.fork() == 0:
                self._rehearse(message, descriptor)
            os.close(descriptor)
            return
        pid = self._fork(descriptor)
        os.close(descriptor)
        process = os.pidfd_open(pid)
        with contextlib.suppress(AnswerLost):
            client.send(None, [process])
        os.close(process)

    def _rehearse(self, task: dict[str, Any], descriptor: int) -> None:
        """Become a zygote whose forks find the cells of a task run; never returns."""
        try:
            kept = {0, 1, 2, descriptor, self.own_processes}
            _close_others(kept)
            self.clients = []
            starter = Channel(socket.socket(fileno=descriptor))
            before = generators()
            try:
                said = rehearse(self.prepared, task, self.limits, ours=self.role.OURS)
            except Exception as error:  # noqa: BLE001 -- then every fork runs the cells itself
                starter.send({"failed": f"{type(error).__name__}: {error}"})
                return
            self.seeded = {name: state for name, state in generators().items() if state != before.get(name)}
            gc.collect()
            gc.freeze()
            starter.send({"ready": said})
            self.serve(starter)
        finally:
            os._exit(0)

    def _fork(self, descriptor: int) -> int:
        if self.walls:
            syscalls.unshare(syscalls.CLONE_NEWPID)
        pid = os.fork()
        if pid == 0:
            self._live(descriptor)
        if self.walls:
            syscalls.enter_namespace(self.own_processes, syscalls.CLONE_NEWPID)
        return pid

    def _live(self, descriptor: int) -> None:
        end = os._exit  # what a learner's code replaces later is not what ends it
        worker = Channel(socket.socket(fileno=3 if descriptor == 3 else os.dup2(descriptor, 3)))
        try:
            os.setsid()
            self._let_go()
            confine(self.limits, walls=self.walls, ours=self.role.OURS)
            _seed(self.seeded)
        except Exception as error:  # noqa: BLE001 -- whoever asked for the fork words it
            with contextlib.suppress(AnswerLost):
                worker.send(f"{type(error).__name__}: {error}")
            end(1)
        try:
            worker.send(READY)
            self.role.live(worker, self.prepared)
        finally:
            end(0)

    def _let_go(self) -> None:
        """Keep nothing of the zygote's: no descriptor but the worker's, no stream, no signal handler."""
        os.closerange(4, 1 << 16)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nowhere, number)
        os.close(nowhere)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _close_others(kept: set[int]) -> None:
    for number in [int(path.name) for path in Path("/proc/self/fd").iterdir()]:
        if number not in kept:
            with contextlib.suppress(OSError):  # that of the listing itself
                os.close(number)


def _imported(name: str) -> bool:
    try:
        importlib.import_module(name)
    except Exception:  # noqa: BLE001 -- whoever needs it will hear of it in a cell
        return False
    return True


def _seed(seeded: dict[str, Any]) -> None:
    """Let the generators go on from a state, or begin from one of their own.

    Python gives its own generator a new state in every fork, NumPy keeps the one that it had.
    """
    if "random" in seeded:
        random.setstate(seeded["random"])
    if "numpy" in sys.modules and "numpy" not in seeded:
        sys.modules["numpy"].random.seed(int.from_bytes(os.urandom(4)))  # a tenth of the time without it
