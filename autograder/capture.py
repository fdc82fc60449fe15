"""Keeps what a learner's code prints, logs or warns about, so that none of it reaches the notebook.

One line on stderr costs a learner all points under stock nbgrader, and a NumPy warning is such a line.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import tempfile
import warnings
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from autograder.verdict import Output

if TYPE_CHECKING:
    from collections.abc import Generator

MAX_TEXT = 4_000
MAX_KEPT = 1_000_000
MAX_WARNINGS = 5


class Mark(NamedTuple):
    """A place in what was captured so far."""

    stdout: int
    stderr: int
    warnings: int


class _Bounded(io.StringIO):
    """Keeps the first part of a flood and forgets the rest."""

    def close(self) -> None:
        """Stay open: what learners do to `sys.stdout` must not end the capture."""

    def write(self, text: str) -> int:
        room = MAX_KEPT - self.tell()
        if room > 0:
            super().write(text[:room])
        return len(text)


class Capture:
    """Everything printed, logged and warned about while it is active."""

    def __init__(self) -> None:
        self.stdout, self.stderr = _Bounded(), _Bounded()
        self.warnings: list[warnings.WarningMessage] = []

    @contextmanager
    def active(self, *, descriptors: bool = False) -> Generator[Capture]:
        """Redirect streams, warnings and logging; with `descriptors` also what C code writes."""
        with ExitStack() as stack:
            if descriptors:
                stack.enter_context(_descriptors_silenced())
            stack.enter_context(_log_handlers_moved(self.stdout, self.stderr))
            stack.enter_context(redirect_stdout(self.stdout))
            stack.enter_context(redirect_stderr(self.stderr))
            self.warnings = stack.enter_context(warnings.catch_warnings(record=True))
            warnings.simplefilter("always")
            yield self

    def mark(self) -> Mark:
        """Return the present place, for `since`."""
        return Mark(self.stdout.tell(), self.stderr.tell(), len(self.warnings))

    def since(self, mark: Mark) -> Output:
        """Return what has come since a place, shortened."""
        if self.mark() == mark:
            return Output()
        return Output(
            stdout=self.stdout.getvalue()[mark.stdout :][:MAX_TEXT],
            stderr=self.stderr.getvalue()[mark.stderr :][:MAX_TEXT],
            warnings=_distinct(self.warnings[mark.warnings :]),
        )


def _distinct(found: list[warnings.WarningMessage]) -> tuple[str, ...]:
    texts = dict.fromkeys(f"{item.category.__name__}: {item.message}"[:500] for item in found[:200])
    return tuple(texts)[:MAX_WARNINGS]


@contextmanager
def _log_handlers_moved(stdout: io.StringIO, stderr: io.StringIO) -> Generator[None]:
    """Handlers hold the stream that they met first: lend them ours, and take it back also from new ones."""
    streams = [(sys.stdout, stdout), (sys.stderr, stderr)]
    _exchange(streams)
    try:
        yield
    finally:
        _exchange([(ours, theirs) for theirs, ours in streams])


def _exchange(streams: list[tuple[Any, Any]]) -> None:
    loggers = [x for x in logging.root.manager.loggerDict.values() if isinstance(x, logging.Logger)]
    for handler in {handler for logger in (logging.root, *loggers) for handler in logger.handlers}:
        if isinstance(handler, logging.StreamHandler):
            stream = next((new for old, new in streams if old is handler.stream), None)
            if stream is not None:
                handler.setStream(stream)


@contextmanager
def _descriptors_silenced() -> Generator[None]:
    with tempfile.TemporaryFile() as sink, ExitStack() as stack:
        for number in (1, 2):
            with suppress(OSError):
                kept = os.dup(number)
                os.dup2(sink.fileno(), number)
                stack.callback(os.close, kept)
                stack.callback(os.dup2, kept, number)
        yield
