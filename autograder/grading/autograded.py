"""Writes what nbgrader keeps in `autograded/`: graded notebooks, and the files beside them.

The instructor's cells are the instructor's again, in their order, with the metadata and checksums of the
gradebook, and the whole text of each test, as under nbgrader; so formgrader shows the same page. Of the
learner's notebook only the texts of cells and the pictures in them are taken over. Nothing here imports
nbformat: this runs in the workers, once for each submission.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.card import card_html, card_text
from autograder.grading.handed_in import notebook_json, parse_notebook
from autograder.grading.master import Role, text_of
from autograder.grading.released import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.grading.handed_in import Cell
    from autograder.grading.released import Released
    from autograder.grading.results import CellOutcome

_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_KINDS = ("code", "markdown", "raw")


@dataclass(frozen=True, slots=True)
class _Place:
    """One cell of the graded notebook: what became of it, and what it was."""

    outcome: CellOutcome
    released: dict[str, Any] | None
    submitted: dict[str, Any] | None


def autograded_notebook(cells: list[CellOutcome], submitted: bytes, released: Released) -> bytes:
    """Return a graded notebook as the text of its file; `cells` are those of this notebook, in order."""
    places = _places(cells, notebook_json(submitted, released.name)["cells"], released, submitted)
    content = {
        "cells": [*_numbered([_cell(place) for place in places])],
        "metadata": released.content["metadata"],
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode(errors="replace")


def _places(
    cells: list[CellOutcome], raw: list[dict[str, Any]], released: Released, submitted: bytes
) -> Iterator[_Place]:
    """Find for each outcome the learner's cell that it is of."""
    given = {marks_of(cell).get("grade_id", ""): cell for cell in released.content["cells"]}
    known, added = _matched(parse_notebook(submitted, released.name), [name for name in given if name])
    others = iter(added)
    for outcome in cells:
        number = known.get(outcome.name) if outcome.name else next(others)
        yield _Place(outcome, given.get(outcome.name), None if number is None else raw[number])


def _matched(cells: list[Cell], names: list[str]) -> tuple[dict[str, int], list[int]]:
    """Return the numbers of the cells that count, by name, and of those that a learner added, in order."""
    known: dict[str, int] = {}
    added: dict[str, list[int]] = {}
    after = ""
    for number, cell in enumerate(cells):
        if cell.name in names:
            after = cell.name
            known[after] = number
        else:
            added.setdefault(after, []).append(number)
    return known, [number for name in ("", *names) for number in added.get(name, [])]


def _cell(place: _Place) -> dict[str, Any]:
    released, submitted, outcome = place.released, place.submitted or {}, place.outcome
    own = released is None or outcome.role in (Role.ANSWER, Role.MANUAL, Role.LOOSE)
    origin = submitted if own and submitted else released or {}
    kind = (released or submitted).get("cell_type", "raw")
    cell = {
        "cell_type": kind if kind in _KINDS else "raw",
        "id": submitted.get("id") or (released or {}).get("id"),
        "metadata": {} if released is None else released["metadata"],
        "source": text_of(origin),
    }
    if kind == "code":
        return {**cell, "execution_count": None, "outputs": _outputs(outcome)}
    return {**cell, **_attachments(origin)}


def _attachments(cell: dict[str, Any]) -> dict[str, Any]:
    """Return the pictures inside a cell of text, those that have the form of one."""
    found = cell.get("attachments")
    kept = {
        name: {str(kind): data for kind, data in bundle.items() if isinstance(data, str)}
        for name, bundle in (found.items() if isinstance(found, dict) else ())
        if isinstance(bundle, dict)
    }
    return {"attachments": kept} if kept else {}


def _numbered(cells: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give each cell an id of its own and each code cell its number, as a kernel counts."""
    taken: set[str] = set()
    count = 0
    for place, cell in enumerate(cells):
        name = cell["id"]
        if not isinstance(name, str) or not _ID.fullmatch(name) or name in taken:
            name = hashlib.sha256(f"{place} {cell['source']}".encode(errors="replace")).hexdigest()[:12]
        taken.add(name)
        if cell["cell_type"] == "code" and cell["source"].strip():
            count += 1
            cell["execution_count"] = count
            for output in cell["outputs"]:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = count
        yield {**cell, "id": name}


# ---- outputs ---------------------------------------------------------------------------------------------


def _outputs(outcome: CellOutcome) -> list[dict[str, Any]]:
    """Return a cell's outputs in the form of the notebook format, whatever the learner's side sent."""
    if outcome.result is not None:
        shown = {"text/html": card_html(outcome.result), "text/plain": card_text(outcome.result)}
        return [_bundle("display_data", shown), _number(outcome.points)]
    outputs = [output for item in outcome.outputs for output in _clean(item)]
    if outcome.role is Role.GRADE and not _tells_points(outputs):
        if outcome.failure and not outcome.points:
            return [*outputs, _error("Failed", outcome.failure, [outcome.failure])]
        if outcome.points != outcome.max_points:
            return [*outputs, _number(outcome.points)]
    return outputs


def _tells_points(outputs: list[dict[str, Any]]) -> bool:
    return any(output["output_type"] in ("error", "execute_result") for output in outputs)


def _clean(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    kind = item.get("output_type")
    if kind == "stream":
        name = "stderr" if item.get("name") == "stderr" else "stdout"
        yield {"output_type": "stream", "name": name, "text": str(item.get("text", ""))}
    elif kind == "error":
        lines = item.get("traceback")
        lines = [str(line) for line in lines] if isinstance(lines, list) else []
        yield _error(str(item.get("ename", "")), str(item.get("evalue", "")), lines)
    elif kind in ("display_data", "execute_result") and isinstance(item.get("data"), dict):
        yield _bundle(kind, {name: value for name, value in item["data"].items() if isinstance(value, str)})


def _bundle(kind: str, data: dict[str, str]) -> dict[str, Any]:
    counted = {"execution_count": None} if kind == "execute_result" else {}
    return {"output_type": kind, "data": data, "metadata": {}, **counted}


def _number(points: float | None) -> dict[str, Any]:
    return _bundle("execute_result", {"text/plain": repr(round(float(points or 0.0), 6))})


def _error(name: str, value: str, lines: list[str]) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": lines}
