"""Copies of the log that are made before anything replaces or deletes it.

    <data folder>/backups/20261121T073000Z-before-import.jsonl

A backup holds every line of every file as it was, unreadable ones included. `course progress --import` reads
it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from course import log

if TYPE_CHECKING:
    from pathlib import Path


def back_up(reason: str) -> Path | None:
    """Copy the whole log into one new file and return it; None where there is nothing to copy.

    `reason` becomes part of the name. The caller holds the log's lock. Raises OSError where it fails.
    """
    contents = [path.read_bytes() for path in _files()]
    lines = b"".join(text if text.endswith(b"\n") else text + b"\n" for text in contents if text)
    if not lines:
        return None
    place = log.home() / "backups"
    place.mkdir(parents=True, exist_ok=True)
    path = _unused(place, f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{reason}")
    with path.open("xb") as file:
        file.write(lines)
    return path


def delete_all() -> Path | None:
    """Delete the log after a backup, and return that; None where there was nothing.

    Raises OSError where it fails; no file is deleted before the backup is complete.
    """
    if not log.folder().is_dir():
        return None
    with log.locked(log.folder() / ".lock"):
        path = back_up("before-delete")
        for file in _files():
            file.unlink()
    return path


def _files() -> list[Path]:
    try:
        return log.files()
    except FileNotFoundError:
        return []


def _unused(place: Path, name: str) -> Path:
    names = (f"{name}{f'-{number}' if number else ''}.jsonl" for number in count())
    return next(place / each for each in names if not (place / each).exists())
