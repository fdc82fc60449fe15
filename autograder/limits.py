"""A time limit for code in this thread, also for code that catches everything.

`Expired` is not an `Exception`, and it is raised again and again while code of others is still on the
stack: by SIGALRM in a main thread that has it, else by an asynchronous exception from a watching thread.
A loop around `try … except: pass` catches what is raised inside the `try`; so each time the limit also
turns on line tracing, which raises once more at the next line, wherever that is. Code inside one long
call of C is reached only when that call returns.
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
_AGAIN = 0.002
"""Seconds until the limit is raised once more in code that caught it."""


@contextmanager
def time_limit(seconds: float) -> Generator[None]:
    """Raise `Expired` in this thread when its block takes longer than `seconds`."""
    state = _Limit()
    tracing = sys.gettrace()
    use_signal = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    try:
        with state.by_signal(seconds) if use_signal else state.by_thread(seconds):
            yield
    finally:
        if state.fired:
            sys.settrace(tracing)


class _Limit:
    def __init__(self) -> None:
        self.fired = False

    def due(self, frame: FrameType | None) -> bool:
        """Whether to raise: once wherever it is, then while others' code is what runs."""
        if self.fired and (frame is None or _is_ours(frame)):
            return False
        self.fired = True
        return True

    @contextmanager
    def by_signal(self, seconds: float) -> Generator[None]:
        def raise_expired(_number: int, frame: FrameType | None) -> None:
            if self.due(frame):
                _trace_from(frame)
                raise Expired

        previous = signal.signal(signal.SIGALRM, raise_expired)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6), _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)

    @contextmanager
    def by_thread(self, seconds: float) -> Generator[None]:
        done = threading.Event()
        target = threading.get_ident()

        def watch() -> None:
            wait = seconds
            while not done.wait(wait):
                wait = max(_AGAIN, 0.01)
                if self.due(sys._current_frames().get(target)):  # noqa: SLF001 -- the only way to see where a thread is
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(
                        ctypes.c_ulong(target), ctypes.py_object(Expired)
                    )

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()
            _swallow_late(target)


def _swallow_late(target: int) -> None:
    """Take back an exception that was set but not raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(target), None)
    time.sleep(0)


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_OURS)


def _trace_from(frame: FrameType | None) -> None:
    def raise_at_next_line(frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line" and not _is_ours(frame):
            raise Expired
        return raise_at_next_line

    while frame is not None and not _is_ours(frame):
        frame.f_trace = raise_at_next_line
        frame = frame.f_back
    sys.settrace(raise_at_next_line)
