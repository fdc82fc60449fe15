"""A time limit for code in this thread, also for code that catches everything.

`Expired` is not an `Exception`, and it is raised again and again while code of others is still on the
stack: by SIGALRM in a main thread that has it, else by an asynchronous exception from a watching thread.
A loop around `try … except: pass` catches what is raised inside the `try`; so each time the limit also
turns on line tracing, which raises once more at the next line, wherever that is. Code inside one long
call of C is reached only when that call returns, and code that stands in the `with` block itself, not in
a function that it calls, is interrupted once only: otherwise the block could not end. Nothing of this
outlives the block: no timer, no handler, no trace function, no exception on its way. What outlasts it is
recursion that branches and catches everything at every level; only the end of its process stops that.
"""

from __future__ import annotations

import contextlib
import ctypes
import signal
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import Expired

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import FrameType

_OURS = (str(Path(__file__).resolve().parent), contextlib.__file__)
"""Code that must be allowed to clean up."""
_owners: list[FrameType] = []
"""Frames with a `with time_limit(…)`, which must be allowed to end it."""
_AGAIN = 0.002
"""Seconds until the limit is raised once more in code that caught it."""


@contextmanager
def time_limit(seconds: float) -> Generator[None]:
    """Raise `Expired` in this thread when its block takes longer than `seconds`."""
    state = _Limit()
    use_signal = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    try:
        with state.by_signal(seconds) if use_signal else state.by_thread(seconds):
            yield
    finally:
        _owners.remove(state.owner)


class _Limit:
    def __init__(self) -> None:
        self.fired = False
        self.active = False
        """Whether the block runs: before and after it nothing may be raised."""
        self.tracing = sys.gettrace()
        self.traced: list[tuple[FrameType, Any]] = []
        self.owner = _first_of_others(sys._getframe())  # noqa: SLF001 -- the frames are what this is about
        _owners.append(self.owner)

    def due(self, frame: FrameType | None) -> bool:
        """Whether to raise: once wherever it is, then while others' code is what runs."""
        if not self.active or (self.fired and (frame is None or _may_clean_up(frame))):
            return False
        self.fired = True
        return True

    def trace_from(self, frame: FrameType | None) -> None:
        """Raise at the next line of any code but ours."""
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

    @contextmanager
    def by_signal(self, seconds: float) -> Generator[None]:
        def raise_expired(_number: int, frame: FrameType | None) -> None:
            if self.due(frame):
                self.trace_from(frame)
                raise Expired

        previous = signal.signal(signal.SIGALRM, raise_expired)
        started = time.monotonic()
        left, every = signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6), _AGAIN)
        try:
            self.active = True
            yield
        finally:
            self.active = False
            self.stop_tracing()
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)
            if left:
                signal.setitimer(signal.ITIMER_REAL, max(left - time.monotonic() + started, _AGAIN), every)

    @contextmanager
    def by_thread(self, seconds: float) -> Generator[None]:
        done = threading.Event()
        target = threading.get_ident()

        def watch() -> None:
            wait = seconds
            while not done.wait(wait):
                wait = max(_AGAIN, 0.01)
                if self.due(sys._current_frames().get(target)):  # noqa: SLF001 -- the only way to see where a thread is
                    _set_asynchronously(target, tracing)

        tracing = self._tracing_exception()
        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            self.active = True
            yield
        finally:
            self.active = False
            ended = False
            while not ended:
                try:
                    self.stop_tracing()
                    done.set()
                    watcher.join()
                    _set_asynchronously(target, None)
                    ended = True
                except Expired:  # it was on its way when the block ended
                    continue

    def _tracing_exception(self) -> type[Expired]:
        """Return an exception that turns on tracing in the thread that catches it.

        Only a thread itself can trace its lines; an asynchronous exception is made there, when it is caught.
        """

        class Due(Expired):
            def __init__(expired, *args: Any) -> None:  # noqa: N805 -- `self` is the limit
                super().__init__(*args)
                if self.active:
                    self.trace_from(sys._getframe(1))  # noqa: SLF001 -- the frame that catches it

        return Due


def _set_asynchronously(thread: int, exception: type[BaseException] | None) -> None:
    """Let an exception come up in another thread; None takes back one that is not raised yet."""
    argument = None if exception is None else ctypes.py_object(exception)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), argument)


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_OURS)


def _may_clean_up(frame: FrameType) -> bool:
    return _is_ours(frame) or any(frame is owner for owner in _owners)


def _first_of_others(frame: FrameType) -> FrameType:
    """Return the nearest frame that is not ours; the outermost where all are."""
    while _is_ours(frame) and frame.f_back is not None:
        frame = frame.f_back
    return frame


def _raise_at_next_line(frame: FrameType, event: str, _argument: Any) -> Any:
    if not _owners:  # no limit is running: tracing that outlived its own ends here
        sys.settrace(None)
        return None
    if event == "line" and not _may_clean_up(frame):
        raise Expired
    return _raise_at_next_line
