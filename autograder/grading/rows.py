"""What a graded submission puts into a gradebook, as plain data that crosses processes.

The rules are those of nbgrader's own autograding: which cells get a score, which wait for a person, and
where "No response." stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder.grading.handed_in import NotGradable, parse_notebook, read_bytes, read_submission
from autograder.grading.master import Role, text_of
from autograder.grading.released import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from autograder.grading.handed_in import Cell, HandedIn
    from autograder.grading.released import Released
    from autograder.grading.results import CellOutcome, Outcome

TIMESTAMP = "timestamp.txt"
NO_RESPONSE = "No response."


@dataclass(frozen=True, slots=True)
class NotebookRows:
    """One notebook of a submission."""

    name: str
    handed_in: bool
    scores: dict[str, float | None] = field(default_factory=dict)
    """Automatic scores by grade cell; None where a person has to look."""
    comments: dict[str, str | None] = field(default_factory=dict)
    """Automatic comments by answer cell."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One submission."""

    student: str
    timestamp: datetime | None
    """When it was handed in, in UTC without a zone; None where nobody knows."""
    notebooks: tuple[NotebookRows, ...]


def rows_of(
    outcome: Outcome, handed_in: HandedIn, released: Iterable[Released], handed_in_at: datetime | None
) -> Rows:
    """Return what a graded submission puts into the gradebook."""
    cells: dict[str, list[CellOutcome]] = {}
    for notebook, cell in outcome.cells:
        cells.setdefault(notebook, []).append(cell)
    found = (_notebook(book, cells.get(book.name, []), handed_in) for book in released)
    return Rows(outcome.student, handed_in_at, tuple(found))


def _notebook(book: Released, cells: list[CellOutcome], handed_in: HandedIn) -> NotebookRows:
    data = handed_in.notebooks.get(book.name)
    if data is None:
        return NotebookRows(book.name, handed_in=False)
    texts = {cell.name: cell for cell in parse_notebook(data, book.name) if cell.name}
    points = {cell.name: cell for cell in cells if cell.name}
    return NotebookRows(
        book.name,
        handed_in=True,
        scores={
            name: _score(points.get(name), unanswered=is_unanswered(texts.get(name), cell))
            for name, cell in book.cells.items()
            if marks_of(cell).get("grade")
        },
        comments={
            name: NO_RESPONSE
            if is_unanswered(texts.get(name), cell) and not marks_of(cell).get("task")
            else None
            for name, cell in book.cells.items()
            if marks_of(cell).get("solution") or marks_of(cell).get("task")
        },
    )


def _score(cell: CellOutcome | None, *, unanswered: bool) -> float | None:
    if cell is None:
        return None
    if cell.role is Role.MANUAL:
        return 0.0 if unanswered else None
    if cell.result is not None and cell.points is not None:
        return min(max(round(cell.points, 6), 0.0), cell.max_points)
    return cell.points


def is_unanswered(cell: Cell | None, released: dict) -> bool:
    """Whether a cell says what the instructor gave out; one that is gone does not."""
    return cell is not None and cell.source == text_of(released)


def read_with_timestamp(folder: Path) -> HandedIn:
    """Read a submission's folder, the time of handing in among its files; raises `NotGradable`."""
    handed_in, path = read_submission(folder), folder / TIMESTAMP
    if path.is_symlink() or path.exists():
        handed_in.files[TIMESTAMP] = read_bytes(path, 1 << 12)
    return handed_in


def read_timestamp(text: bytes | None) -> datetime | None:
    """Return when a submission was handed in, read as nbgrader reads it; raises `NotGradable`."""
    from nbgrader.utils import parse_utc

    if text is None or not text.strip():
        return None
    try:
        return parse_utc(text.decode().strip())
    except (ValueError, OverflowError, TypeError, AttributeError) as error:
        shown = text[:60].decode(errors="replace").strip()
        raise NotGradable(f"{TIMESTAMP} says {shown!r}, which is no time: {error}") from None
