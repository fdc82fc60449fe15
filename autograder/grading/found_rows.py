"""Reads the rows below some submissions, all at once.

Queries name all columns of an index, and no computed column is loaded: the time for a submission does not
grow with their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        from nbgrader import api
        from nbgrader.api import SubmittedNotebook as Notebook
        from sqlalchemy.orm import load_only

        known = assignment.notebooks.values()
        books = (
            db.query(Notebook)
            .filter(
                Notebook.notebook_id.in_([book.id for book in known]), Notebook.assignment_id.in_(submissions)
            )
            .options(
                load_only(Notebook.notebook_id, Notebook.assignment_id, Notebook.late_submission_penalty)
            )
        )
        notebooks = {(book.assignment_id, book.notebook_id): book for book in books}
        ids = [book.id for book in notebooks.values()]
        wanted = {
            Kind.GRADE: [cell for book in known for cell in book.grades.values()],
            Kind.COMMENT: [cell for book in known for cell in book.comments.values()],
        }
        cells = {}
        for kind, of_kind in wanted.items():
            table = getattr(api, kind)
            columns = [getattr(table, name) for name in ("cell_id", "notebook_id", *_COLUMNS[kind].split())]
            rows = db.query(table).filter(table.cell_id.in_(of_kind), table.notebook_id.in_(ids))
            cells |= {(kind, row.notebook_id, row.cell_id): row for row in rows.options(load_only(*columns))}
        return cls(notebooks, cells)

    def by_name(self, kind: Kind, notebook: str, cells: dict[str, str]) -> dict[str, Any]:
        """Return one notebook's rows of a kind by the names of their cells."""
        found = {name: self.cells.get((kind, notebook, cell)) for name, cell in cells.items()}
        return {name: row for name, row in found.items() if row is not None}
