"""A time limit ends whatever runs, also what catches everything, and leaves nothing behind."""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from autograder.errors import Expired
from autograder.limits import time_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

SECONDS = 0.05
PATIENCE = 15.0


def work() -> int:
    """Be busy for a moment, in Python."""
    return sum(range(50))


LEARNERS = """
import time

def loops():
    while True:
        work()

def swallows_exceptions():
    while True:
        try:
            work()
        except Exception:
            pass

def swallows_everything():
    while True:
        try:
            work()
        except:
            pass

def swallows_in_finally():
    while True:
        try:
            loops()
        finally:
            continue

def begins_again():
    try:
        swallows_everything()
    except:
        swallows_everything()

def sleeps():
    while True:
        time.sleep(0.01)
"""
learners: dict[str, Any] = {"work": work}
exec(LEARNERS, learners)  # noqa: S102 -- code with the habits of learners, not ours
loops, swallows_everything = learners["loops"], learners["swallows_everything"]


ENDLESS = [name for name, value in learners.items() if callable(value) and name != "work"]


def in_main(function: Callable[[], Any]) -> Any:
    """Run a function here, where the limit is a signal."""
    return function()


def in_thread(function: Callable[[], Any]) -> Any:
    """Run a function in a thread, where the limit is an asynchronous exception."""
    results: list[Any] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as error:  # noqa: BLE001 -- raised again where the test waits
            results.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "the limit did not end the thread"
    if isinstance(results[0], BaseException):
        raise results[0]
    return results[0]


@pytest.fixture(params=[in_main, in_thread], ids=["main thread", "other thread"])
def place(request: pytest.FixtureRequest) -> Iterator[Callable[[Callable[[], Any]], Any]]:
    """Where the limited code runs; nothing may be left over there afterwards."""
    handler, tracing = signal.getsignal(signal.SIGALRM), sys.gettrace()
    yield request.param
    assert signal.getsignal(signal.SIGALRM) is handler
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert sys.gettrace() is tracing


@pytest.mark.parametrize("name", ENDLESS)
def test_whatever_never_ends_is_ended(place: Callable[..., Any], name: str) -> None:
    """By a loop, by `except Exception`, by a bare `except`, by `finally`: none of it lasts."""

    def limited() -> float:
        started = time.monotonic()
        with pytest.raises(Expired), time_limit(SECONDS):
            learners[name]()
        return time.monotonic() - started

    assert SECONDS <= place(limited) < PATIENCE


def test_what_ends_in_time_is_left_alone(place: Callable[..., Any]) -> None:
    """A result comes back, and its own exceptions do."""

    def limited() -> int:
        with time_limit(PATIENCE):
            result = work()
        with pytest.raises(ZeroDivisionError), time_limit(PATIENCE):
            _ = 1 / 0
        return result

    assert place(limited) == 1225


def test_nothing_fires_after_the_block(place: Callable[..., Any]) -> None:
    """Neither after code that ended just in time nor after code that was stopped."""

    def limited() -> None:
        for seconds in (SECONDS, 1e-3, 1e-6):
            try:
                with time_limit(seconds):
                    swallows_everything()
            except Expired:
                pass
            until = time.monotonic() + 3 * SECONDS
            while time.monotonic() < until:
                work()

    place(limited)


def test_blocks_that_end_at_the_very_moment_leave_nothing(place: Callable[..., Any]) -> None:
    """However limit and end fall together, the block gives its result or `Expired`, and then it is over."""

    def limited() -> int:
        expired = 0
        for number in range(60):
            try:
                with time_limit(1e-3):
                    time.sleep(1e-3 + (number % 5) * 1e-5)
            except Expired:
                expired += 1
            work()
        return expired

    assert 0 <= place(limited) <= 60


def test_code_may_clean_up_on_its_way_out(place: Callable[..., Any]) -> None:
    """A `with` block of the standard library's contextlib ends as it should."""
    ended = []

    def limited() -> None:
        stack = ExitStack()
        stack.callback(ended.append, "cleaned up")
        with pytest.raises(Expired), time_limit(SECONDS), stack:
            loops()

    place(limited)
    assert ended == ["cleaned up"]


def test_a_handler_and_a_timer_of_before_are_restored() -> None:
    """Somebody else's alarm goes off after the block, where it was meant to."""
    rung: list[int] = []

    def ring(number: int, _frame: FrameType | None) -> None:
        rung.append(number)

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 10 * SECONDS)
    try:
        with pytest.raises(Expired), time_limit(SECONDS):
            swallows_everything()
        assert signal.getsignal(signal.SIGALRM) is ring
        assert not rung
        until = time.monotonic() + PATIENCE
        while not rung and time.monotonic() < until:
            time.sleep(SECONDS)
        assert rung == [signal.SIGALRM]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def test_a_trace_function_of_before_is_restored(place: Callable[..., Any]) -> None:
    """A debugger or a coverage tool goes on tracing, in the frames that were there before, too."""
    seen: list[str] = []

    def tracer(frame: FrameType, event: str, _argument: Any) -> Any:
        if frame.f_code.co_name == "limited":
            seen.append(event)
        return tracer

    def limited() -> tuple[Any, Any]:
        before = sys.gettrace()
        sys.settrace(tracer)
        frame = sys._getframe()
        frame.f_trace = tracer
        try:
            with pytest.raises(Expired), time_limit(SECONDS):
                swallows_everything()
            seen.clear()
            _ = 1 + 1
            return sys.gettrace(), frame.f_trace
        finally:
            sys.settrace(before)

    assert place(limited) == (tracer, tracer)
    assert "line" in seen


def test_limits_nest(place: Callable[..., Any]) -> None:
    """The inner limit ends its block, and the outer one is still there."""

    def limited() -> None:
        with pytest.raises(Expired), time_limit(4 * SECONDS):
            inner()

    def inner() -> None:
        with pytest.raises(Expired), time_limit(SECONDS):
            loops()
        loops()

    place(limited)
