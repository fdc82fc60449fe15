"""Worker processes: forks of the driver that each grade one submission after another.

A worker that dies costs nothing but time: its submission goes to another one, and only a submission that
ends two workers is given up, with that as its reason.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from autograder.sandbox import syscalls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.context import ForkProcess

_forking = multiprocessing.get_context("fork")
TRIES = 2

Task = TypeVar("Task")


@dataclass(slots=True)
class Died:
    """In place of a result: every worker that took this task died."""

    tries: int


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: ForkProcess
    connection: Connection
    tasks: list[Task] = field(default_factory=list)
    """The task at hand, if any."""


@dataclass(slots=True)
class _Waiting(Generic[Task]):
    tasks: deque[Task] = field(default_factory=deque)
    tries: dict[Any, int] = field(default_factory=dict)


class Pool(Generic[Task]):
    """A number of workers; a context manager that leaves none behind."""

    def __init__(self, size: int, prepare: Callable[[], Callable[[Task], Any]]) -> None:
        self.size, self.prepare = size, prepare
        self.workers: list[_Worker[Task]] = []

    def map(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Any]]:
        """Yield each task with its result, in the order in which they end; tasks are hashable."""
        waiting = _Waiting(deque(tasks))
        while waiting.tasks or any(worker.tasks for worker in self.workers):
            self._hand_out(waiting)
            busy = [worker for worker in self.workers if worker.tasks]
            ready = wait([worker.connection for worker in busy])
            for worker in [worker for worker in busy if worker.connection in ready]:
                tasks, worker.tasks = worker.tasks, []
                try:
                    yield tasks[0], worker.connection.recv()
                except (EOFError, OSError):
                    self._bury(worker)
                    yield from self._again(waiting, tasks[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.connection.close()
            worker.process.join(2)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def _hand_out(self, waiting: _Waiting[Task]) -> None:
        for worker in [*self.workers]:
            if not worker.tasks and waiting.tasks:
                self._give(worker, waiting.tasks.popleft(), waiting)
        while waiting.tasks and len(self.workers) < self.size:
            worker = self._start()
            self.workers.append(worker)
            self._give(worker, waiting.tasks.popleft(), waiting)

    def _give(self, worker: _Worker[Task], task: Task, waiting: _Waiting[Task]) -> None:
        try:
            worker.connection.send(task)
            worker.tasks = [task]
        except (BrokenPipeError, OSError):
            self._bury(worker)
            waiting.tasks.appendleft(task)

    def _bury(self, worker: _Worker[Task]) -> None:
        self.workers.remove(worker)
        worker.connection.close()
        worker.process.kill()
        worker.process.join()

    def _again(self, waiting: _Waiting[Task], task: Task) -> Iterator[tuple[Task, Any]]:
        tries = waiting.tries[task] = waiting.tries.get(task, 0) + 1
        if tries >= TRIES:
            yield task, Died(tries)
        else:
            waiting.tasks.append(task)

    def _start(self) -> _Worker[Task]:
        ours, theirs = _forking.Pipe()
        inherited = [ours, *(worker.connection for worker in self.workers)]
        process = _forking.Process(target=_work, args=(theirs, inherited, self.prepare), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _work(
    connection: Connection, inherited: list[Connection], prepare: Callable[[], Callable[[Any], Any]]
) -> None:
    syscalls.end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    do = prepare()
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            connection.send(do(connection.recv()))
