"""An nbgrader course that is not ours: one notebook, nine graded cells (the cells of `plain_source.py`).

`make_course` writes it to a folder; `hand_in` adds a student's submission.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.cells import split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.cells import RawCell

ASSIGNMENT = "week1"
NOTEBOOK = "numbers"
_SOURCE = Path(__file__).with_name("plain_source.py").read_text(encoding="utf-8")
_CELLS = {str(cell.options["grade_id"]): cell for cell in split(_SOURCE) if cell.options}
SOLUTIONS = {name: cell.text for name, cell in _CELLS.items() if cell.options.get("solution")}
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def make_course(root: Path) -> Path:
    """Write configuration and source; returns the folder."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text('c = get_config()\nc.CourseDirectory.course_id = "plain"\n')
    folder = root / "source" / ASSIGNMENT
    folder.mkdir(parents=True)
    (folder / f"{NOTEBOOK}.ipynb").write_text(
        json.dumps(notebook({name: c.text for name, c in _CELLS.items()}))
    )
    return root


def hand_in(root: Path, student: str, answers: Mapping[str, str] | None = None) -> Path:
    """Write a submission that differs from the solution in some answers; returns its notebook's path."""
    folder = root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    path = folder / f"{NOTEBOOK}.ipynb"
    released = {name: cell.text.partition("### BEGIN HIDDEN")[0] for name, cell in _CELLS.items()}
    path.write_text(json.dumps(notebook({**released, **(answers or {})})))
    return path


def notebook(sources: Mapping[str, str]) -> dict[str, Any]:
    """Return a notebook with these texts, by the cells' names."""
    cells = [_cell(name, cell, sources[name]) for name, cell in _CELLS.items()]
    return {"cells": cells, "metadata": {"kernelspec": _KERNEL}, "nbformat": 4, "nbformat_minor": 5}


def _cell(name: str, cell: RawCell, source: str) -> dict[str, Any]:
    marks = {
        "grade": False,
        "locked": False,
        "solution": False,
        "task": False,
        "schema_version": 3,
        **cell.options,
    }
    if "points" in marks:
        marks |= {"grade": True, "locked": True}
    return {
        "cell_type": "code", "execution_count": None, "id": name, "metadata": {"nbgrader": marks}, "outputs": [],
        "source": source,
    }  # fmt: skip
