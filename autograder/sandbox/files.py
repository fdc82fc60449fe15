"""Files that cross to a fork inside a message, as text."""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def pack(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return files by path as JSON can carry them."""
    return {path: base64.b64encode(content).decode() for path, content in files.items()}


def unpack(name: str, files: Mapping[str, str], process: int | None = None) -> None:
    """Write files to a folder of this process alone, which ends with this name, and work there.

    Modules among them can be imported, but never instead of an installed one. `process` is for one that is
    to see the folder where a process of that number would.
    """
    folder = Path.home() / str(process or os.getpid()) / name
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(content))
    os.chdir(folder)
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
