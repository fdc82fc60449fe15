"""Small notebooks as the course builds them, and as learners leave them."""

from __future__ import annotations

import json
from typing import Any

Cell = dict[str, Any]


def markdown(identity: str, text: str, **metadata: Any) -> Cell:
    """Return a Markdown cell."""
    return {"cell_type": "markdown", "id": identity, "metadata": metadata, "source": text}


def code(identity: str, text: str, **metadata: Any) -> Cell:
    """Return a code cell that has not been run."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": identity,
        "metadata": metadata,
        "outputs": [],
        "source": text,
    }


def answer(exercise: str, text: str = "raise NotImplementedError") -> Cell:
    """Return an exercise's answer cell."""
    name = f"{exercise}-answer"
    return code(f"id-{name}", text, deletable=False, nbgrader=nbgrader(name, solution=True))


def grade(exercise: str, version: int = 1) -> Cell:
    """Return an exercise's grade cell."""
    stamp = {"exercise": exercise, "version": version, "digest": f"digest-{version}"}
    text = f'from autograder import check; check("{exercise}")'
    return code(
        f"id-{exercise}", text, editable=False, mle_course=stamp, nbgrader=nbgrader(exercise, grade=True)
    )


def statement(exercise: str, text: str = "Write it.") -> Cell:
    """Return an exercise's statement."""
    name = f"{exercise}-statement-1"
    return markdown(f"id-{name}", text, nbgrader=nbgrader(name))


def nbgrader(name: str, **about: bool) -> dict[str, Any]:
    """Return nbgrader's metadata."""
    return {"grade_id": name, "grade": False, "solution": False, "schema_version": 3, **about}


def exercise(name: str, version: int = 1) -> list[Cell]:
    """Return an exercise's cells."""
    return [statement(name), answer(name), grade(name, version)]


def notebook(*cells: Cell, minor: int = 5) -> bytes:
    """Return a notebook file."""
    content = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": minor}
    return f"{json.dumps(content, indent=1, sort_keys=True)}\n".encode()


def cells(content: bytes) -> list[Cell]:
    """Return the cells that a notebook file holds."""
    return json.loads(content)["cells"]


def texts(content: bytes) -> list[str]:
    """Return the text of every cell of a notebook file."""
    return [cell["source"] for cell in cells(content)]


def ran(cell: Cell, count: int = 1, text: str = "out") -> Cell:
    """Return a code cell as it is after a run."""
    output = {"output_type": "stream", "name": "stdout", "text": text}
    return {**cell, "execution_count": count, "outputs": [output]}
