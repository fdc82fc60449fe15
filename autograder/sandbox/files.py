"""Files that cross to a fork inside a message, as text."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def pack(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return files by path as JSON can carry them."""
    return {path: base64.b64encode(content).decode() for path, content in files.items()}


def unpack(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder, and work there from now on."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(content))
    os.chdir(folder)
