"""A live kernel in which the tiny exercise is the course."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.manager import start_new_kernel

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECK = 'from autograder import check; check("halve")'


@dataclass
class Outputs:
    """What one cell left behind."""

    kinds: list[str] = field(default_factory=list)
    html: str = ""
    text: str = ""
    value: str = ""
    error: str = ""


class Kernel:
    """A live kernel that finds the tiny exercise."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def run(self, code: str) -> Outputs:
        """Run one cell."""
        found = Outputs()

        def keep(message: dict[str, Any]) -> None:
            content = message["content"]
            if message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
                found.kinds.append(message["msg_type"])
            if message["msg_type"] == "display_data":
                found.html, found.text = content["data"]["text/html"], content["data"]["text/plain"]
            if message["msg_type"] == "execute_result":
                found.value = content["data"]["text/plain"]
            if message["msg_type"] == "error":
                found.error = "\n".join(content["traceback"])

        self.client.execute_interactive(code, output_hook=keep, timeout=60)
        return found

    def check(self, answer: str) -> Outputs:
        """Run an answer cell, then the check cell."""
        self.run(answer)
        return self.run(CHECK)


@contextmanager
def live_kernel(folder: Path) -> Iterator[Kernel]:
    """Start a kernel that finds the course in a folder, with NumPy as `np`; everything private is in there, too."""
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(folder / "cache"),
        "MLE_COURSE_HOME": str(folder / "home"),
    }
    manager, client = start_new_kernel(env=environment, cwd=str(folder))
    kernel = Kernel(client)
    kernel.run(f"import sys; sys.path[:0] = {[str(Path.cwd())]!r}")
    kernel.run(
        f"from pathlib import Path; from course import catalog; catalog._PACKAGE = Path({str(folder / 'course')!r})"
    )
    kernel.run("import numpy as np")
    yield kernel
    client.stop_channels()
    manager.shutdown_kernel(now=True)
