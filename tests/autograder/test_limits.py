"""A time limit ends whatever runs, also what catches everything, and leaves nothing behind.

Each scenario runs in a child process, so that nothing which a limit leaves behind reaches the tests; one
child runs all of them in its main thread, where the limit is a signal, and one in another thread, where it
is an asynchronous exception. `python test_limits.py PLACE` is such a child.
"""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import threading
import time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from autograder.errors import Expired
from autograder.limits import _owners, time_limit

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SECONDS = 0.05
LONG = 20.0
"""Seconds that are never used up here, also on a busy machine."""
PLACES = ("main", "other")

LEARNERS = """
import contextlib
import time

def work():
    return sum(range(50))

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

def suppresses():
    while True:
        with contextlib.suppress(BaseException):
            work()

def begins_again():
    try:
        swallows_everything()
    except:
        swallows_everything()

def sleeps():
    while True:
        time.sleep(0.01)

def computes_in_c():
    while True:
        sum(range(100_000))

def asks_a_generator():
    def endless():
        while True:
            try:
                work()
            except:
                pass
            yield
    numbers = endless()
    while True:
        try:
            next(numbers)
        except:
            pass

def sorts_by_an_endless_key():
    sorted([2, 1], key=lambda _: loops())

def recurses():
    def deeper():
        deeper()
    while True:
        try:
            deeper()
        except RecursionError:
            pass
"""
learners: dict[str, Any] = {}
exec(LEARNERS, learners)  # noqa: S102 -- code with the habits of learners, not ours
ENDLESS = [name for name, value in learners.items() if callable(value) and name != "work"]
work, loops, swallows_everything = (learners[name] for name in ("work", "loops", "swallows_everything"))


def expires(function: Callable[[], Any], seconds: float = SECONDS, patience: float = 1.0) -> bool:
    """Whether the limit ended a call."""
    try:
        with time_limit(seconds, patience):
            function()
    except Expired:
        return True
    return False


def busy(seconds: float) -> None:
    """Compute in Python for so long; whatever fires late is raised here."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        work()


# ---- scenarios: each runs in a child, and what it returns is compared by a test -----------------------


def endless(name: str) -> list[bool]:
    """Run what never ends."""
    started = time.monotonic()
    return [expires(learners[name]), time.monotonic() - started >= SECONDS]


def in_time() -> list[Any]:
    """Return results and raise exceptions under a limit that is not reached."""
    with time_limit(LONG):
        result = work()
    try:
        with time_limit(LONG):
            _ = 1 / 0
    except ZeroDivisionError as error:
        return [result, str(error)]
    return [result]


def afterwards() -> list[bool]:
    """Go on after code that was stopped, with less and less time."""
    ended = []
    for seconds in (SECONDS, 1e-3, 1e-6):
        ended.append(expires(swallows_everything, seconds))
        busy(2 * SECONDS)
    return ended


def at_the_moment() -> int:
    """End blocks at the very moment at which their time is up."""
    ended = 0
    for number in range(80):
        pause = time.sleep if number % 2 else busy
        expires(lambda pause=pause, number=number: pause(1e-3 + (number % 5) * 1e-5), 1e-3)
        work()
        ended += 1
    return ended


def one_long_call() -> list[bool]:
    """Call C for longer than the limit, and once, on a machine however fast."""
    steps, started = 1_000_000, time.thread_time()
    sum(range(steps))
    steps = round(3 * SECONDS / (time.thread_time() - started) * steps)
    started = time.thread_time()
    ended = expires(lambda: sum(range(steps)))
    return [ended, time.thread_time() - started >= SECONDS]


def giving_in() -> bool:
    """Catch what the limit raises, and return a value as if nothing had been."""

    def gives_in() -> int:
        try:
            loops()
        except BaseException:  # noqa: BLE001 -- that is the point
            return 1
        return 0

    return expires(gives_in)


def cleaning_up() -> list[str]:
    """Be ended inside a `with` block that has something to clean up."""
    ended: list[str] = []

    def cleans_up() -> None:
        with contextlib.ExitStack() as stack:
            stack.callback(ended.append, "with")
            try:
                loops()
            finally:
                ended.append("finally")

    expires(cleans_up)
    return ended


def nested() -> list[bool]:
    """Reach an inner limit, then the outer one."""
    found = []

    def inner() -> None:
        found.append(expires(loops))
        loops()

    found.append(expires(inner, 4 * SECONDS))
    return found


def waiting_its_turn() -> list[bool]:
    """Wait longer than the limit with patience, and compute less."""
    return [
        expires(lambda: time.sleep(2 * SECONDS), SECONDS, 40.0),
        expires(lambda: time.sleep(2 * SECONDS), SECONDS),
    ]


def without_patience_left() -> list[bool]:
    """Sleep without end, and compute without end, with patience."""
    before, started = time.thread_time(), time.monotonic()
    slept = expires(learners["sleeps"], SECONDS, 3.0), time.monotonic() - started >= 3 * SECONDS
    before = time.thread_time()
    computed = expires(swallows_everything, SECONDS, 400.0), time.thread_time() - before >= SECONDS
    return [*slept, *computed]


def somebody_elses_alarm() -> list[Any]:
    """Set an alarm, reach a limit, and wait for the alarm."""
    rung: list[int] = []

    def ring(number: int, _frame: FrameType | None) -> None:
        rung.append(number)

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 20 * SECONDS)
    found: list[Any] = [expires(swallows_everything), signal.getsignal(signal.SIGALRM) is ring, len(rung)]
    until = time.monotonic() + LONG
    while not rung and time.monotonic() < until:
        time.sleep(SECONDS)
    signal.signal(signal.SIGALRM, previous)
    return [*found, len(rung)]


def somebody_elses_tracing() -> list[bool]:
    """Trace, reach a limit, and look who traces then."""
    seen: list[str] = []

    def tracer(frame: FrameType, event: str, _argument: Any) -> Any:
        if frame.f_code is somebody_elses_tracing.__code__:
            seen.append(event)
        return tracer

    frame = sys._getframe()
    sys.settrace(tracer)
    frame.f_trace = tracer
    ended = expires(swallows_everything)
    seen.clear()
    work()
    found = [ended, sys.gettrace() is tracer, frame.f_trace is tracer, "line" in seen]
    sys.settrace(None)
    frame.f_trace = None
    return found


SCENARIOS: dict[str, tuple[Callable[[], Any], Any]] = {
    **{name: (lambda name=name: endless(name), [True, True]) for name in ENDLESS},
    "what ends in time": (in_time, [1225, "division by zero"]),
    "nothing fires afterwards": (afterwards, [True, True, True]),
    "blocks that end at the very moment": (at_the_moment, 80),
    "one long call of C": (one_long_call, [True, True]),
    "what catches it and returns": (giving_in, True),
    "cleaning up": (cleaning_up, ["finally", "with"]),
    "nested limits": (nested, [True, True]),
    "an answer that waits its turn": (waiting_its_turn, [False, True]),
    "patience has an end": (without_patience_left, [True, True, True, True]),
    "somebody else's tracing": (somebody_elses_tracing, [True, True, True, True]),
}
MAIN_ONLY: dict[str, tuple[Callable[[], Any], Any]] = {
    "somebody else's alarm": (somebody_elses_alarm, [True, True, 0, 1]),
}


def left_over() -> list[str]:
    """Return what is still there of a limit, after giving it time to show."""
    busy(0.03)
    signs = {
        "a handler": signal.getsignal(signal.SIGALRM) is not signal.SIG_DFL,
        "a timer": signal.getitimer(signal.ITIMER_REAL) != (0, 0),
        "a trace function": sys.gettrace() is not None or sys._getframe(1).f_trace is not None,
        "a thread": any(thread.name.endswith("(watch)") for thread in threading.enumerate()),
        "an owner": bool(_owners),
    }
    return [sign for sign, there in signs.items() if there]


def run_all(place: str) -> None:
    """Run every scenario and print `[name, outcome, what is left over]` for each."""
    for name, (scenario, _) in {**SCENARIOS, **(MAIN_ONLY if place == "main" else {})}.items():
        try:
            found = scenario()
        except BaseException as error:  # noqa: BLE001 -- an Expired that came late, too
            found = repr(error)
        print(json.dumps([name, found, left_over()]), flush=True)  # noqa: T201 -- what the parent reads


@cache
def outcomes(place: str) -> dict[str, tuple[Any, list[str]]]:
    """Return what the child for one place printed."""
    command = [sys.executable, __file__, place]
    try:
        printed = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
    except subprocess.TimeoutExpired as expired:
        printed = (expired.stdout or b"").decode()
    reached = {name: (found, left) for name, found, left in map(json.loads, printed.splitlines())}
    return {
        name: reached.get(name, ("the child never came so far", [])) for name in {**SCENARIOS, **MAIN_ONLY}
    }


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_limit_ends_its_block_and_nothing_else(name: str, place: str) -> None:
    """The block ends when its time is up, not before, and nobody else notices."""
    found, left = outcomes(place)[name]
    assert SCENARIOS[name][1] == found
    assert not left


@pytest.mark.parametrize("name", MAIN_ONLY)
def test_an_alarm_of_before_still_rings(name: str) -> None:
    """Handler and timer that were there before are there again, and the alarm goes off when it was meant to."""
    found, left = outcomes("main")[name]
    assert MAIN_ONLY[name][1] == found
    assert not left


if __name__ == "__main__":
    if sys.argv[1] == "main":
        run_all("main")
    else:
        other = threading.Thread(target=run_all, args=("other",))
        other.start()
        other.join()
