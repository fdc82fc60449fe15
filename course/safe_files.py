"""Writes files so that a crash or a full disk leaves the old file or the new one, never half of one."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BACKUPS = "backups"


def write(path: Path, content: bytes) -> None:
    """Write a file in one step; its folder is made if need be. Raises OSError where the old file stays."""
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def back_up(directory: Path, contents: Mapping[str, bytes], reason: str) -> Path | None:
    """Write a learner's files, by their names in the workspace, into a new folder of it; return the folder.

    None where there are none. Raises OSError where not all of them could be written, and leaves none then.
    """
    if not contents:
        return None
    name = f"{datetime.now(UTC):%Y-%m-%d_%H-%M-%S}_{reason}"
    names = (f"{name}{f'_{number}' if number else ''}" for number in count())
    folder = next(path for each in names if not (path := directory / BACKUPS / each).exists())
    try:
        for path, content in contents.items():
            write(folder / path, content)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder
