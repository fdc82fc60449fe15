"""Reads what a learner handed in, as bytes, and says what is wrong with it in words for a person.

Nothing here follows a link, runs code or reads more than it must.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.master import text_of

if TYPE_CHECKING:
    from pathlib import Path

MAX_NOTEBOOK = 64 << 20
"""Bytes that the notebooks of one submission may have together."""
MAX_FILES = 64 << 20
"""Bytes that the files beside the notebooks may have together."""
MAX_FILE_COUNT = 1_000
MAX_CELLS = 5_000


class NotGradable(GraderError):
    """A submission that cannot be graded, with the reason for a person."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a submission; all of it is the learner's claim."""

    name: str
    """`grade_id`, empty for a cell that the learner added."""
    source: str
    code: bool


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One learner's submission, in memory: notebooks by name, other files by path."""

    notebooks: dict[str, bytes]
    files: dict[str, bytes] = field(default_factory=dict)


def read_submission(folder: Path) -> HandedIn:
    """Read a submission's folder; raises `NotGradable` where that cannot be done safely."""
    if folder.is_symlink() or not folder.is_dir():
        raise NotGradable(f"{folder.name} is not a folder (a link is not followed)")
    notebooks: dict[str, bytes] = {}
    files: dict[str, bytes] = {}
    room, notebook_room = MAX_FILES, MAX_NOTEBOOK
    for path in _regular_files(folder):
        name = str(path.relative_to(folder))
        if path.parent == folder and path.suffix == ".ipynb":
            notebooks[path.stem] = read_bytes(path, notebook_room)
            notebook_room -= len(notebooks[path.stem])
        elif path.name != "timestamp.txt":
            files[name] = read_bytes(path, room)
            room -= len(files[name])
    return HandedIn(notebooks, files)


def _regular_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = type(folder)(here) / name
            if stat.S_ISREG(path.lstat().st_mode) and not name.startswith("."):
                found.append(path)
            if len(found) > MAX_FILE_COUNT:
                raise NotGradable(f"more than {MAX_FILE_COUNT:,} files were handed in")
    return found


def read_bytes(path: Path, most: int) -> bytes:
    """Read a regular file of at most `most` bytes, no link; raises `NotGradable`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise NotGradable(f"{path.name} cannot be opened: {error.strerror}") from None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotGradable(f"{path.name} is not a regular file")
        data = file.read(most + 1)
    if len(data) > most:
        size = f"{most >> 20} MB" if most >> 20 else f"{most} bytes"
        raise NotGradable(f"{path.name} is larger than {size}, or the files together are")
    return data


def parse_notebook(data: bytes, name: str) -> list[Cell]:
    """Return a notebook's cells; raises `NotGradable` with the reason where it is no notebook."""
    cells = notebook_json(data, name)["cells"]
    if len(cells) > MAX_CELLS:
        raise NotGradable(f"{name}.ipynb has {len(cells):,} cells; at most {MAX_CELLS:,} are read")
    return [_cell(cell, name, number) for number, cell in enumerate(cells, 1)]


def notebook_json(data: bytes, name: str) -> dict[str, Any]:
    """Return a notebook as JSON, its outermost form checked."""
    if not data.strip():
        raise NotGradable(f"{name}.ipynb is empty")
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotGradable(
            f"{name}.ipynb is not a notebook: {type(error).__name__}: {str(error)[:200]}"
        ) from None
    if not isinstance(content, dict) or not isinstance(content.get("nbformat"), int):
        raise NotGradable(f"{name}.ipynb is JSON, but not a notebook: it names no `nbformat`")
    if content["nbformat"] != 4:
        raise NotGradable(
            f"{name}.ipynb has notebook format {content['nbformat']}, where 4 is read: "
            "open it in JupyterLab and save it"
        )
    if not isinstance(content.get("cells"), list):
        raise NotGradable(f"{name}.ipynb has no list of cells")
    return content


def _cell(cell: Any, name: str, number: int) -> Cell:
    where = f"{name}.ipynb, cell {number}"
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        raise NotGradable(f"{where}: of no known type")
    try:
        source = text_of(cell)
    except (KeyError, TypeError):
        raise NotGradable(f"{where}: its source is not text") from None
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return Cell(
        grade_id if isinstance(grade_id, str) else "",
        source.encode(errors="replace").decode(),
        cell["cell_type"] == "code",
    )
