"""What a cell leaves behind, in the form that a notebook keeps, and no more than a notebook should.

IPython reports to four places: the streams, the display hook (a cell's last value), the display publisher
and the traceback. All four write to one list here, in the order in which things happened.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTE = "… (the output was longer than is kept)\n"


class Outputs:
    """The outputs of one cell, bounded in total."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.begin()

    def begin(self) -> None:
        """Forget what an earlier cell left."""
        self.items: list[dict[str, Any]] = []
        self.size = 0

    def add(self, item: dict[str, Any], size: int) -> None:
        """Keep one output, if there is still room."""
        if self.size > self.most:
            return
        self.size += size
        if self.size > self.most:
            item = {"output_type": "stream", "name": "stderr", "text": NOTE}
        self.items.append(item)

    def stream(self, name: str, text: str) -> None:
        """Append text to a stream; neighbouring pieces of one stream become one output."""
        if not text or self.size > self.most:
            return
        room = self.most - self.size
        kept = text[:room]
        self.size += len(text)
        last = self.items[-1] if self.items else {}
        if last.get("output_type") == "stream" and last.get("name") == name:
            last["text"] += kept
        else:
            self.items.append({"output_type": "stream", "name": name, "text": kept})
        if self.size > self.most:
            self.items.append({"output_type": "stream", "name": "stderr", "text": NOTE})

    def bundle(
        self, kind: str, data: Mapping[str, Any], metadata: Mapping[str, Any] | None, **more: Any
    ) -> None:
        """Keep a rich output."""
        plain = {str(key): _plain(value) for key, value in data.items()}
        size = sum(len(value) if isinstance(value, str) else 1_000 for value in plain.values())
        self.add({"output_type": kind, "data": plain, "metadata": _plain(dict(metadata or {})), **more}, size)

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        """Keep a traceback."""
        lines = [str(line)[:20_000] for line in traceback[:200]]
        item = {"output_type": "error", "ename": name[:200], "evalue": value[:2_000], "traceback": lines}
        self.add(item, sum(map(len, lines)))


def _plain(value: Any) -> Any:
    """Return a value as JSON can carry it; bytes of pictures become base64 as in every notebook."""
    if isinstance(value, bytes):
        from base64 import b64encode

        return b64encode(value).decode()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


class Stream(io.TextIOBase):
    """Stands for `sys.stdout` or `sys.stderr` while cells run."""

    encoding = "utf-8"

    def __init__(self, outputs: Outputs, name: str) -> None:
        self._outputs, self._name = outputs, name

    def writable(self) -> bool:
        """Say that text may be written."""
        return True

    def write(self, text: str) -> int:
        """Keep text."""
        if not isinstance(text, str):
            message = f"write() argument must be str, not {type(text).__name__}"
            raise TypeError(message)
        self._outputs.stream(self._name, text)
        return len(text)


class Publisher(DisplayPublisher):
    """Keeps what `display(...)` shows."""

    outputs: Outputs

    def publish(
        self, data: dict[str, Any], metadata: dict[str, Any] | None = None, *_args: Any, **_more: Any
    ) -> None:
        """Keep one rich output."""
        self.outputs.bundle("display_data", data, metadata)

    def clear_output(self, wait: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 -- IPython's signature
        """Forget what the cell showed so far."""
        self.outputs.begin()


class LastValue(DisplayHook):
    """Keeps the value of a cell's last expression."""

    outputs: Outputs

    def write_output_prompt(self) -> None:
        """Show no prompt: the notebook has its own."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        """Keep the value's representations."""
        self.outputs.bundle("execute_result", format_dict, md_dict, execution_count=self.prompt_count)

    def finish_displayhook(self) -> None:
        """Write nothing more."""
