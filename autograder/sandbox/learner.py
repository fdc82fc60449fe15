"""S, the learner's side: runs a submission's cells and answers the judge's questions about what they bound.

Nothing here is secret, and nothing it says is believed. Its worker asks it to run cells, one after the
other; in between the judge may ask questions over a second socket, which the worker handed over.
"""

from __future__ import annotations

import os
import select
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from autograder.boundary.answer_side import AnswerSide
from autograder.boundary.exceptions import describe
from autograder.boundary.wire import PipeWire
from autograder.capture import Capture
from autograder.errors import AnswerLost
from autograder.sandbox.confine import Limits
from autograder.sandbox.files import unpack
from autograder.sandbox.shell import Shell

if TYPE_CHECKING:
    from autograder.sandbox.channel import Channel

OURS = False
"""Whether a fork runs our code alone."""


def prepare(settings: dict[str, Any]) -> Shell:
    """Make the shell that every fork inherits, warm."""
    if "matplotlib" in sys.modules:
        import matplotlib_inline.backend_inline  # noqa: F401 -- draws figures below cells
    return Shell(Limits.from_json(settings["limits"]).output)


def live(worker: Channel, shell: Shell) -> None:
    """Serve the worker until it closes its end."""
    side = _Learner(worker, shell)
    try:
        side.serve()
    except AnswerLost:
        return


class _Learner:
    def __init__(self, worker: Channel, shell: Shell) -> None:
        self.worker, self.shell = worker, shell
        self.wire: PipeWire | None = None
        self.judging = ExitStack()
        self.first = os.getpid()

    def serve(self) -> None:
        """Take what comes first, from the worker or from the judge."""
        while True:
            wire = self.wire
            ready, _, _ = select.select([self.worker, *([wire.read_fd] if wire else [])], [], [])
            if wire is None or self.worker in ready:
                self.judging.close()
                op, *values = self.worker.receive()
                self.worker.send(getattr(self, f"on_{op}")(*values))
            else:
                self._answer_judge(wire)
            if os.getpid() != self.first:  # a fork of the learner's code that fell out of its cell
                os._exit(0)

    def _answer_judge(self, wire: PipeWire) -> None:
        try:
            wire.serve_one()
        except AnswerLost:
            os.close(wire.read_fd)
            self.wire = None

    def on_folder(self, name: str, files: dict[str, str]) -> None:
        """Put the submission's files into its folder and work there."""
        unpack(name, files)

    def on_run(self, source: str, seconds: float) -> dict[str, Any]:
        """Run a cell."""
        outputs, error = self.shell.run(source, seconds)
        names = self.shell.names
        raised = None if error is None else describe(error, lambda frame: frame.f_globals is names)
        return {"outputs": outputs, "raised": raised}

    def on_judge(self) -> None:
        """Answer questions over the descriptor that came with this message."""
        if self.wire is not None:
            os.close(self.wire.read_fd)
        (descriptor,) = self.worker.received
        capture = Capture()
        side = AnswerSide(self.shell.names, {}, capture)
        self.wire = PipeWire(descriptor, descriptor, _Captured(side, capture, self.judging).serve)
        side.wire = self.wire


class _Captured:
    """Answers questions with streams and warnings captured from the first question until the next cell."""

    def __init__(self, side: AnswerSide, capture: Capture, stack: ExitStack) -> None:
        self.side, self.capture, self.stack = side, capture, stack
        self.active = False

    def serve(self, question: Any) -> Any:
        """Answer one question."""
        if not self.active:
            self.active = True
            self.stack.callback(self._ended)
            self.stack.enter_context(self.capture.active())
        return self.side.serve(question)

    def _ended(self) -> None:
        self.active = False
