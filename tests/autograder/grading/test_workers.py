"""Workers share tasks, and a worker that dies costs nothing but time."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from autograder.grading.workers import Died, Pool

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _squared(number: int) -> int:
    return number * number


def test_every_task_has_one_result() -> None:
    """However many workers there are."""
    for size in (1, 3):
        with Pool[int](size, lambda: _squared) as pool:
            assert dict(pool.map(range(20))) == {task: task * task for task in range(20)}


def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    """Its task is done by another one."""

    def prepare() -> Callable[[int], int]:
        def work(number: int) -> int:
            mark = tmp_path / str(number)
            if number % 3 == 0 and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return number

        return work

    with Pool[int](2, prepare) as pool:
        assert sorted(result for _, result in pool.map(range(10))) == [*range(10)]


def test_a_task_that_ends_every_worker_is_given_up() -> None:
    """The others are done all the same, and it is named."""

    def prepare() -> Callable[[int], int]:
        return lambda number: os.kill(os.getpid(), signal.SIGKILL) or 0 if number == 3 else number

    with Pool[int](2, prepare) as pool:
        results = dict(pool.map(range(6)))
    assert type(results.pop(3)) is Died
    assert results == {number: number for number in (0, 1, 2, 4, 5)}


def test_no_worker_is_left_behind() -> None:
    """Also when the caller stops in the middle."""
    with Pool[int](2, lambda: lambda number: number) as pool:
        next(iter(pool.map(range(100))))
        processes = [worker.process for worker in pool.workers]
    assert not any(process.is_alive() for process in processes)
