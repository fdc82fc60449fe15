"""Runs cells as a notebook's kernel does, magics and figures included, without the rest of a kernel."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.errors import Expired
from autograder.limits import time_limit
from autograder.sandbox.outputs import LastValue, Outputs, Publisher, Stream

if TYPE_CHECKING:
    from collections.abc import Generator

_WARM_UP = ("1 + 1", "import nothing_of_this_name", "print('warm')")


class _Shell(InteractiveShell):
    """An IPython shell that writes into `Outputs`."""

    outputs: Outputs

    def showtraceback(self, *args: Any, **more: Any) -> None:
        """Show a traceback, also one that cannot be formatted."""
        try:
            super().showtraceback(*args, **more)
        except BaseException as error:  # noqa: BLE001 -- a learner's exception may break its own display
            self.outputs.error(type(error).__name__, "this traceback could not be shown", [])

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        try:
            text = str(evalue)
        except Exception:  # noqa: BLE001 -- a learner's exception may fail to say anything
            text = ""
        self.outputs.error(str(getattr(etype, "__name__", etype)), text, list(stb))

    def enable_gui(self, gui: Any = None) -> None:
        """There is no window to open."""


class Shell:
    """One notebook's shell; `ran` is the last cell's exception."""

    def __init__(self, most_output: int) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "NoColor"
        config.InteractiveShell.xmode = "Context"
        self.outputs = Outputs(most_output)
        _Shell.displayhook_class, _Shell.display_pub_class = LastValue, Publisher
        self.shell: Any = _Shell.instance(config=config)
        for part in (self.shell, self.shell.display_pub, self.shell.displayhook):
            part.outputs = self.outputs
        self.shell.logger.log_active = False
        for text in _WARM_UP:
            self.run(text, 10.0)
        self.shell.execution_count = 1

    @property
    def names(self) -> dict[str, Any]:
        """The namespace of the notebook."""
        return self.shell.user_ns

    def run(self, source: str, seconds: float) -> tuple[list[dict[str, Any]], BaseException | None]:
        """Run one cell; returns its outputs and what it raised."""
        self.outputs.begin()
        with self._streams():
            try:
                with time_limit(seconds):
                    ended = self.shell.run_cell(source, store_history=True)
                    error = ended.error_before_exec or ended.error_in_exec
            except Expired as expired:
                error = expired
            if isinstance(error, Expired):
                self.outputs.error("TimeoutError", f"This cell took longer than {seconds:g} s and was stopped.", [])
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
