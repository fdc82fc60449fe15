"""Reads the rows below some submissions, all at once.

Queries name all columns of an index, and no computed column is loaded: the time for a submission does not
grow with their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from autograder.grading.assignment_rows import AssignmentIds


class Kind(StrEnum):
    """What a notebook has one row of for a cell."""

    GRADE = "Grade"
    COMMENT = "Comment"


_COLUMNS = {
    Kind.GRADE: "auto_score manual_score extra_credit needs_manual_grade",
    Kind.COMMENT: "auto_comment",
}


@dataclass(frozen=True, slots=True)
class FoundRows:
    """Rows below the submissions of a batch."""

    notebooks: dict[tuple[str, str], Any]
    """By the submission and the assignment's notebook."""
    cells: dict[tuple[Kind, str, str], Any]
    """By kind, notebook and the assignment's cell."""

    @classmethod
    def of(cls, db: Any, submissions: Sequence[str], assignment: AssignmentIds) -> Self:
        """Read all rows of some submissions."""
        known = assignment.notebooks.values()
        books = _read(
            db, "SubmittedNotebook", "late_submission_penalty",
            notebook_id=[book.id for book in known], assignment_id=submissions,
        )  # fmt: skip
        notebooks = {(book.assignment_id, book.notebook_id): book for book in books}
        ids = [book.id for book in notebooks.values()]
        wanted = {
            Kind.GRADE: [cell for book in known for cell in book.grades.values()],
            Kind.COMMENT: [cell for book in known for cell in book.comments.values()],
        }
        cells = {}
        for kind, of_kind in wanted.items():
            rows = _read(db, kind, _COLUMNS[kind], cell_id=of_kind, notebook_id=ids)
            cells |= {(kind, row.notebook_id, row.cell_id): row for row in rows}
        return cls(notebooks, cells)

    def by_name(self, kind: Kind, notebook: str, cells: dict[str, str]) -> dict[str, Any]:
        """Return one notebook's rows of a kind by the names of their cells."""
        found = {name: self.cells.get((kind, notebook, cell)) for name, cell in cells.items()}
        return {name: row for name, row in found.items() if row is not None}


def _read(db: Any, table: str, columns: str, **within: Sequence[str]) -> Iterable[Any]:
    """Return the rows of a table whose columns have values among those; only named columns are read."""
    from nbgrader import api
    from sqlalchemy.orm import load_only

    kind = getattr(api, table)
    conditions = [getattr(kind, name).in_(values) for name, values in within.items()]
    wanted = [getattr(kind, name) for name in (*within, *columns.split())]
    return db.query(kind).filter(*conditions).options(load_only(*wanted))
