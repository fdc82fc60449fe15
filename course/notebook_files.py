"""Notebook files as plain data: read, written and fingerprinted without a notebook library.

A learner's notebook may come from any program, and a half-written one from a full disk. So nothing is taken
for granted here but what was looked at.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from course.versions import METADATA_KEY

if TYPE_CHECKING:
    from collections.abc import Mapping

Cell = dict[str, Any]
Notebook = dict[str, Any]
KINDS = ("code", "markdown", "raw")


class UnreadableNotebook(ValueError):
    """The content is no notebook of format 4; the text says what it is instead."""


def read(content: bytes) -> Notebook:
    """Return the notebook that a file holds; every cell in it has a kind and a text.

    Raises `UnreadableNotebook`.
    """
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableNotebook("it is not complete JSON") from error
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:
        raise UnreadableNotebook("it is no notebook of format 4")
    cells, metadata = notebook.get("cells"), notebook.get("metadata", {})
    if not isinstance(cells, list) or not all(map(_is_cell, cells)) or not isinstance(metadata, dict):
        raise UnreadableNotebook("some parts of it cannot be read")
    return notebook


def _is_cell(cell: object) -> bool:
    return (
        isinstance(cell, dict)
        and cell.get("cell_type") in KINDS
        and isinstance(cell.get("id", ""), str)
        and isinstance(cell.get("metadata", {}), dict)
        and (isinstance(cell.get("source"), str) or _is_lines(cell.get("source")))
    )


def _is_lines(source: object) -> bool:
    return isinstance(source, list) and all(isinstance(line, str) for line in source)


def write(notebook: Notebook) -> bytes:
    """Return the file's content, laid out as JupyterLab lays it out.

    Raises `UnreadableNotebook` where a text holds what no file can.
    """
    try:
        return f"{json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)}\n".encode()
    except (ValueError, RecursionError) as error:
        raise UnreadableNotebook("it holds half a character") from error


def text(cell: Cell) -> str:
    """Return a cell's text; a file may hold it as lines or in one piece."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def grade_id(cell: Cell) -> str | None:
    """Return the name by which nbgrader knows a cell, or None."""
    found = _entry(cell, "nbgrader").get("grade_id")
    return found if isinstance(found, str) else None


def is_answer(cell: Cell) -> bool:
    """Whether a cell is where a learner answers."""
    about = _entry(cell, "nbgrader")
    return bool(about.get("solution") or about.get("task"))


def stamp(cell: Cell) -> Mapping[str, Any]:
    """Return which version of which exercise a cell checks; empty for other cells."""
    return _entry(cell, METADATA_KEY)


def _entry(cell: Cell, key: str) -> Mapping[str, Any]:
    entry = cell.get("metadata", {}).get(key)
    return entry if isinstance(entry, dict) else {}


def fingerprint(content: bytes | str) -> str:
    """Return the SHA-256 of a file's content or of a cell's text."""
    return hashlib.sha256(content if isinstance(content, bytes) else _bytes(content)).hexdigest()


def _bytes(content: str) -> bytes:
    return content.encode("utf-8", "surrogatepass")


def cell_prints(notebook: Notebook) -> dict[str, str]:
    """Return a short fingerprint of each cell's text, by the cell's id."""
    return {cell["id"]: print_of(cell) for cell in notebook["cells"] if "id" in cell}


def print_of(cell: Cell) -> str:
    """Return a short fingerprint of a cell's text."""
    return fingerprint(text(cell))[:12]


def exercise_versions(notebook: Notebook) -> dict[str, int]:
    """Return the version of each exercise that a notebook checks."""
    stamps = [stamp(cell) for cell in notebook["cells"]]
    return {
        each["exercise"]: each["version"]
        for each in stamps
        if isinstance(each.get("exercise"), str) and isinstance(each.get("version"), int)
    }
