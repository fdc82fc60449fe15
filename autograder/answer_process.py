"""The child process that holds one answer: `python -m autograder.answer_process EXERCISE.py`.

It speaks over its standard input and output, runs the set-up and the answer's text when asked to, and
serves questions until its standard input closes. What it prints itself goes nowhere.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.answers import run_setup, run_text
from autograder.boundary.answer_side import AnswerSide
from autograder.boundary.exceptions import describe
from autograder.boundary.wire import PipeWire
from autograder.capture import Capture
from autograder.prepared import setup_types
from course.catalog import load_file

if TYPE_CHECKING:
    from course.exercise import Exercise

MEMORY = 8 << 30
"""Bytes of address space; far above any honest answer, far below the machine."""
FILE_SIZE = 1 << 28


class _Served(AnswerSide):
    """An answer side that first runs the set-up and the answer's text."""

    def __init__(self, exercise: Exercise, capture: Capture) -> None:
        self.exercise = exercise
        super().__init__({}, {}, capture)

    def on_setup(self) -> tuple[str, Any, Any]:
        """Run the set-up cells, which are ours and may import for a while."""
        run_setup(self.exercise, self.namespace)
        return "value", None, None

    def on_run(self, text: str) -> tuple[str, Any, Any]:
        """Run the answer's text, as a cell of a notebook would."""
        try:
            run_text(text, self.namespace)
        except BaseException as error:  # noqa: BLE001 -- the answer's own failure, told as data
            return "raised", describe(error, self._is_learners), None
        self.setup_types = setup_types(self.exercise, self.namespace)
        return "value", None, None


def main() -> None:
    """Serve one answer."""
    exercise = load_file(Path(sys.argv[1]))
    read_fd, write_fd = os.dup(0), os.dup(1)
    with Path(os.devnull).open("r+b") as nowhere:
        for number in (0, 1, 2):
            os.dup2(nowhere.fileno(), number)
    _limit_resources()
    with Capture().active() as capture:
        side = _Served(exercise, capture)
        wire = PipeWire(read_fd, write_fd, side.serve)
        side.wire = wire
        wire.serve_forever()


def _limit_resources() -> None:
    with contextlib.suppress(ImportError):
        import resource

        for limit, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_FSIZE, FILE_SIZE),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
