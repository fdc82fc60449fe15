"""Runs cells as a notebook's kernel does, magics and figures included, without the rest of a kernel."""

from __future__ import annotations

import contextlib
import sys
from traceback import format_exception
from typing import TYPE_CHECKING, Any

from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from autograder.errors import Expired
from autograder.limits import time_limit
from autograder.sandbox.outputs import LastValue, Outputs, Publisher, Stream
from autograder.sandbox.plain_cells import compiled, run_plain

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import CodeType, FrameType

MAX_FRAMES = 40
_WARM_UP = ("1 + 1", "import nothing_of_this_name", "print('warm')")


class _Shell(InteractiveShell):
    """An IPython shell that writes into `Outputs`."""

    outputs: Outputs
    displayhook_class = Type(LastValue)  # ty: ignore[incompatible-attribute-override]
    display_pub_class = Type(Publisher)  # ty: ignore[incompatible-attribute-override]

    def showtraceback(self, *_args: Any, **_more: Any) -> None:
        """Keep the traceback of the exception at hand in Python's plain form, from the cell's first line on.

        IPython's own form takes forty times as long.
        """
        kind, error, traceback = sys.exc_info()
        while traceback is not None and not self._is_of_cell(traceback.tb_frame):
            traceback = traceback.tb_next
        try:
            lines = format_exception(kind, error, traceback, limit=MAX_FRAMES)
            name, text = getattr(kind, "__name__", str(kind)), str(error)
        except BaseException as failure:  # noqa: BLE001 -- a learner's exception may break its own display
            name, text, lines = type(failure).__name__, "this traceback could not be shown", []
        self.outputs.error(name, text, "".join(lines).splitlines())

    def _format_exception_for_storage(self, *_args: Any, **_more: Any) -> list[str]:
        """Keep no second traceback, in IPython's own form, for a history that is not stored."""
        return []

    def showsyntaxerror(self, *_args: Any, **_more: Any) -> None:
        """Show a cell that is not Python like any other exception."""
        self.showtraceback()

    def showindentationerror(self) -> None:
        """Show a cell that is not Python like any other exception."""
        self.showtraceback()

    def _is_of_cell(self, frame: FrameType) -> bool:
        return frame.f_globals is self.user_ns

    def enable_gui(self, gui: Any = None) -> None:
        """There is no window to open."""


class Shell:
    """One notebook's shell."""

    def __init__(self, most_output: int) -> None:
        self.value: Any = None
        """What the last cell's last expression gave."""
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        config.InteractiveShell.xmode = "Context"
        self.outputs = Outputs(most_output)
        self.shell: Any = _Shell.instance(config=config)
        for part in (self.shell, self.shell.display_pub, self.shell.displayhook):
            part.outputs = self.outputs
        self.shell.logger.log_active = False
        self.compiled: dict[str, list[CodeType]] = {}
        """Cells that are known to be run later."""
        for text in _WARM_UP:
            self.run(text, 10.0)
        self.shell.execution_count = 1

    @property
    def names(self) -> dict[str, Any]:
        """The namespace of the notebook."""
        return self.shell.user_ns

    def compile(self, source: str) -> None:
        """Compile a cell that will be run, perhaps in many forks of this process."""
        if codes := compiled(self.shell, source):
            self.compiled[source] = codes

    def run(self, source: str, seconds: float) -> tuple[list[dict[str, Any]], BaseException | None]:
        """Run one cell; returns its outputs and what it raised."""
        self.outputs.begin()
        self.value = None
        with self._streams():
            try:
                with time_limit(seconds):
                    ended = run_plain(self.shell, source, self.compiled.get(source)) or self.shell.run_cell(
                        source, store_history=True
                    )
                    error = ended.error_before_exec or ended.error_in_exec
                    self.value = ended.result
            except Expired as expired:
                error = expired
            if isinstance(error, Expired):
                self.outputs.items = [item for item in self.outputs.items if not _about_expiry(item)]
                self.outputs.error(
                    "TimeoutError", f"This cell took longer than {seconds:g} s and was stopped.", []
                )
            with contextlib.suppress(Exception):
                self._show_figures()
        return self.outputs.items, error

    def _show_figures(self) -> None:
        """Show open figures below the cell, as notebooks do."""
        inline = sys.modules.get("matplotlib_inline.backend_inline")
        pyplot = sys.modules.get("matplotlib.pyplot")
        if inline is not None and pyplot is not None and pyplot.get_fignums():
            inline.flush_figures()

    @contextlib.contextmanager
    def _streams(self) -> Generator[None]:
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Stream(self.outputs, "stdout"), Stream(self.outputs, "stderr")  # type: ignore[assignment]
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before


def _about_expiry(item: dict[str, Any]) -> bool:
    """Whether an output comes from stopping the cell, and not from the cell."""
    return item["output_type"] == "error" or (
        item.get("name") == "stderr" and "errors.Expired" in item["text"]
    )
