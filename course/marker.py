"""The file that makes a folder a workspace: what the course wrote there, with fingerprints.

    {"version": "0.1.0", "created": "…", "files": {name: SHA-256}, "cells": {name: {cell id: short SHA-256}}}

A file whose fingerprint is no longer the marker's has been touched by the learner; the cells' fingerprints
tell which of its texts are still the course's. What a later version keeps in here stays.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from typing import TYPE_CHECKING, Any

from course.errors import WorkspaceError
from course.log import MARKER, PROJECT
from course.notebook_files import UnreadableNotebook, cell_prints, fingerprint, read
from course.safe_files import write

if TYPE_CHECKING:
    from pathlib import Path

_KNOWN = ("version", "created", "files", "cells")


@dataclass(slots=True)
class Marker:
    """The content of the marker file."""

    version: str
    """The course's version that wrote last."""
    created: str
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file as the course wrote it, by its name in the workspace."""
    cells: dict[str, dict[str, str]] = field(default_factory=dict)
    """The same for the cells of each notebook, shortened, by the cell's id."""
    more: dict[str, Any] = field(default_factory=dict)

    def note(self, name: str, content: bytes) -> None:
        """Remember a file as the course has it now."""
        self.files[name] = fingerprint(content)
        try:
            self.cells[name] = cell_prints(read(content))
        except UnreadableNotebook:
            self.cells.pop(name, None)

    @property
    def newer(self) -> bool:
        """Whether a later version of the course has written into the workspace."""
        mine, theirs = _numbers(version()), _numbers(self.version)
        return bool(mine and theirs and theirs > mine)


class DamagedMarker(WorkspaceError):
    """The file is not what the course wrote. Without it every difference from the course is the learner's."""


def new_marker() -> Marker:
    """Return the marker of a workspace that is being made."""
    return Marker(version(), datetime.now(UTC).isoformat(timespec="seconds"))


def read_marker(directory: Path) -> Marker:
    """Read a workspace's marker; raises `WorkspaceError`, a `DamagedMarker` where it makes no sense."""
    path = directory / MARKER
    try:
        return _marker(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise WorkspaceError(
            f"{path}: {error.strerror}; expected a file that can be read. Look into it with:  course doctor"
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedMarker(
            f"{path}: found {error}; expected what the course wrote. Your notebooks are untouched. "
            f'Bring everything in order, with a backup, by:  course update "{directory}"'
        ) from error


def current_marker(directory: Path) -> Marker:
    """Return the marker of a workspace that this version may change; an empty one in place of a damaged one.

    Raises `WorkspaceError` where the workspace is a later version's, or its marker cannot be read.
    """
    try:
        marker = read_marker(directory)
    except DamagedMarker:
        return new_marker()
    if marker.newer:
        raise WorkspaceError(
            f"{directory} was last written by version {marker.version} of the course, "
            f"and this is {version()}; "
            "expected the same version or a later one. Nothing was changed. Update the course first: "
            "git pull  in a clone, else  pip install --upgrade mle-course"
        )
    return marker


def _marker(data: dict[str, Any]) -> Marker:
    more = {key: value for key, value in data.items() if key not in _KNOWN}
    files, cells = dict(data["files"]), {name: dict(prints) for name, prints in data.get("cells", {}).items()}
    return Marker(str(data["version"]), str(data["created"]), files, cells, more)


def write_marker(directory: Path, marker: Marker) -> None:
    """Write a workspace's marker with this version in it, unless it says the same already; raises OSError."""
    marker.version = version()
    known = {key: getattr(marker, key) for key in _KNOWN}
    content = f"{json.dumps({**marker.more, **known}, indent=1)}\n".encode()
    path = directory / MARKER
    if not path.is_file() or path.read_bytes() != content:
        write(path, content)


def version() -> str:
    """Return the version of the course that runs."""
    try:
        return metadata.version(PROJECT)
    except metadata.PackageNotFoundError:
        return "not installed"


def _numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with; none for what is no version."""
    found = re.match(r"\d+(\.\d+)*", text)
    return tuple(map(int, found[0].split("."))) if found else ()
