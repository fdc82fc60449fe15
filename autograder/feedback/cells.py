"""The cells of a graded notebook, in a form that can be relied on: another grader may have written them."""

from __future__ import annotations

from typing import Any

from autograder.feedback.outputs import text_in
from autograder.grading.handed_in import notebook_json


def graded_cells(content: bytes, name: str) -> list[dict[str, Any]]:
    """Return a notebook's cells: sources as text, marks and attachments as tables, outputs as a list.

    Raises `NotGradable` where the file is no notebook.
    """
    return [_cell(cell) for cell in notebook_json(content, name)["cells"] if isinstance(cell, dict)]


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    metadata = _table(cell.get("metadata"))
    marks = {"nbgrader": _table(metadata.get("nbgrader"))}
    return {
        "cell_type": str(cell.get("cell_type")),
        "metadata": {**metadata, **marks},
        "source": text_in(cell.get("source")),
        "outputs": cell["outputs"] if isinstance(cell.get("outputs"), list) else [],
        "attachments": _table(cell.get("attachments")),
    }


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
