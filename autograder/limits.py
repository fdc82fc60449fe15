"""A time limit for code in this thread, also for code that catches everything.

`Expired` is not an `Exception`, and it is raised again and again while code of others is still on the
stack: by SIGALRM in a main thread that has it, else by an asynchronous exception from a watching thread.
A loop around `try … except: pass` catches what is raised inside the `try`; so from the second time on the
limit also turns on line tracing, which raises once more at the next line, wherever that is. Code inside
one long call of C is reached only when that call returns, and code that stands in the `with` block itself,
not in a function that it calls, is interrupted once only: otherwise the block could not end. A block that
ends late, because it caught what was raised, ends in `Expired` all the same. Nothing of this outlives the
block: no timer, no handler, no trace function, no exception on its way. What outlasts it is recursion that
branches and catches everything at every level; only the end of its process stops that.

With `patience`, seconds are those in which this thread computed, and the clock may go on for so many times
longer: on a busy machine an answer that waits for its turn is not called slow, and one that sleeps still
ends. Without it (1, as where somebody outside looks at the clock) they are seconds of the clock.

With `memory`, the same happens to code that collects ever more; one call of C may still take all at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import signal
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import Expired
from autograder.memory_use import held

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_OURS = (str(Path(__file__).parent), contextlib.__file__)
"""Code that must be allowed to clean up."""
_owners: list[FrameType] = []
"""Frames with a `with time_limit(…)`, which must be allowed to end it."""
_AGAIN = 0.002
"""Seconds until the limit is raised once more in code that caught it."""


_LOOK = 0.02
"""Seconds between two looks at the memory."""


def time_limit(seconds: float, patience: float = 1.0, memory: float = math.inf) -> Limit:
    """Raise `Expired` in this thread when its block takes longer than `seconds`.

    They are seconds of computing where `patience` is more than 1, at most `patience * seconds` on the clock.
    The same is raised where the process comes to hold `memory` bytes more than at first; `full` tells.
    """
    use_signal = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    return (_BySignal if use_signal else _ByThread)(seconds, patience, memory)


class Limit:
    """What both kinds of limit have in common: when to raise, and where."""

    computed: Callable[[], float] = staticmethod(time.thread_time)
    """Tells how long the limited thread has computed."""

    def __init__(self, seconds: float, patience: float, memory: float) -> None:
        self.seconds, self.patience, self.memory = seconds, patience, memory
        self.full = False
        """Whether it was the memory that was used up."""
        self.first_look = min(seconds, _LOOK if memory < math.inf else math.inf)
        self.fired = 0
        """How often it was raised."""
        self.active = False
        """Whether the block runs: before and after it nothing may be raised."""

    def __enter__(self) -> None:
        self.tracing = sys.gettrace()
        self.traced: list[tuple[FrameType, Any]] = []
        self.owner = _first_of_others(sys._getframe())  # noqa: SLF001 -- the frames are what this is about
        self.held_before = held() if self.memory < math.inf else 0
        self.started, self.computed_before = time.monotonic(), self.computed()
        self.start()
        _owners.append(self.owner)
        self.active = True

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.active = False
        self.stop()
        _owners.remove(self.owner)
        if kind is None and self.left() <= 0:
            raise Expired

    def start(self) -> None:
        """Begin to measure the time."""

    def stop(self) -> None:
        """Leave nothing behind."""

    def left(self) -> float:
        """Return the seconds until the next look; none where time or memory is used up."""
        if self.memory < math.inf:
            self.full = self.full or held() - self.held_before > self.memory
        if self.full:
            return 0.0
        computing = self.seconds - self.computed() + self.computed_before
        left = min(computing, self.patience * self.seconds - time.monotonic() + self.started)
        return min(left, _LOOK) if self.memory < math.inf else left

    def due(self, frame: FrameType | None) -> bool:
        """Whether to raise: once almost wherever it is, then while others' code is what runs."""
        if not self.active or _begins_or_ends(frame):
            return False
        if self.fired and (frame is None or _may_clean_up(frame)):
            return False
        self.fired += 1
        return True

    def trace_from(self, frame: FrameType | None) -> None:
        """Raise at the next line of any code but ours, once that code had its chance to clean up."""
        if self.fired < 2:
            return
        while frame is not None and not _may_clean_up(frame):
            if frame.f_trace is not _raise_at_next_line:
                self.traced.append((frame, frame.f_trace))
                frame.f_trace = _raise_at_next_line
            frame = frame.f_back
        sys.settrace(_raise_at_next_line)

    def stop_tracing(self) -> None:
        """Give every frame and the thread the trace functions that they had."""
        if self.fired:
            sys.settrace(self.tracing)
        for frame, function in self.traced:
            frame.f_trace = function
        self.traced.clear()


class _BySignal(Limit):
    """An alarm that interrupts the main thread."""

    def start(self) -> None:
        """Set the alarm, and keep the one that was set before."""
        self.handler = signal.signal(signal.SIGALRM, self.ring)
        self.alarm = signal.setitimer(signal.ITIMER_REAL, max(self.first_look, 1e-6), _AGAIN)

    def ring(self, _number: int, frame: FrameType | None) -> None:
        """Raise, or set the alarm for when the time may be up."""
        if self.active and not self.fired and (wait := self.left()) > 0:
            signal.setitimer(signal.ITIMER_REAL, max(wait, _AGAIN), _AGAIN)
        elif self.due(frame):
            self.trace_from(frame)
            raise Expired

    def stop(self) -> None:
        """Take the alarm back, and set the one that was set before."""
        self.stop_tracing()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.handler)
        left, every = self.alarm
        if left:
            left -= time.monotonic() - self.started
            signal.setitimer(signal.ITIMER_REAL, max(left, _AGAIN), every)


class _ByThread(Limit):
    """A thread that sends exceptions to the one that it watches."""

    def start(self) -> None:
        """Begin to watch."""
        self.done = threading.Event()
        self.watcher = threading.Thread(target=self.watch, args=(threading.get_ident(),), daemon=True)
        self.watcher.start()

    def __enter__(self) -> None:
        self.computed = _clock_of_this_thread()
        super().__enter__()

    def watch(self, thread: int) -> None:
        """Send exceptions from when the time is up until the block ends."""
        exception = self._tracing_exception()
        wait = self.first_look
        while not self.done.wait(wait):
            wait = 0.0 if self.fired else self.left()
            if wait <= 0 and self.due(sys._current_frames().get(thread)):  # noqa: SLF001 -- where that thread is
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(exception)
                )
            wait = max(wait, 5 * _AGAIN)

    def stop(self) -> None:
        """End watching; two exceptions may still come: one on its way, and one about to be sent."""
        try:
            try:
                self._stop()
            except Expired:
                self._stop()
        except Expired:
            self._stop()

    def _stop(self) -> None:
        self.stop_tracing()
        self.done.set()
        self.watcher.join()
        _let_come()

    def end_at_once(self) -> None:
        """End the block where an exception came up instead of the first line of `__exit__`."""
        self.active = False
        self.stop_tracing()
        self.done.set()
        _owners.remove(self.owner)

    def _tracing_exception(self) -> type[Expired]:
        """Return an exception that turns on tracing in the thread that catches it.

        Only a thread itself can trace its lines; an asynchronous exception is made there, when it is caught.
        """

        class Due(Expired):
            def __init__(expired, *args: Any) -> None:  # noqa: N805 -- `self` is the limit
                super().__init__(*args)
                here = sys._getframe(1)  # noqa: SLF001 -- the frame that it comes up in, or that catches it
                if self.active and _begins_or_ends(here):
                    self.end_at_once()
                elif self.active:
                    self.trace_from(here)

        return Due


def _clock_of_this_thread() -> Callable[[], float]:
    """Return what tells any thread how long this one computed; the clock where nothing does."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.monotonic
    return partial(time.clock_gettime, time.pthread_getcpuclockid(threading.get_ident()))


def _let_come() -> None:
    """Be called: that is when an exception comes up which is on its way to this thread.

    Taking it back instead leaves the interpreter looking for it for ever.
    """


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_OURS)


def _may_clean_up(frame: FrameType) -> bool:
    return _is_ours(frame) or any(frame is owner for owner in _owners) or _begins_or_ends(frame)


def _begins_or_ends(frame: FrameType | None) -> bool:
    """Whether a thread is on its way into or out of a limit: an exception would leave the block unended."""
    while frame is not None and frame.f_code.co_filename != __file__:
        frame = frame.f_back
    return frame is not None


def _first_of_others(frame: FrameType) -> FrameType:
    """Return the nearest frame that is not ours; the outermost where all are."""
    while _is_ours(frame) and frame.f_back is not None:
        frame = frame.f_back
    return frame


def _raise_at_next_line(frame: FrameType, event: str, _argument: Any) -> Any:
    if not _owners:  # no limit is running: tracing that outlived its own ends here
        if sys.gettrace() is _raise_at_next_line:
            sys.settrace(None)
        return None
    if event == "line" and not _may_clean_up(frame):
        raise Expired
    return _raise_at_next_line
