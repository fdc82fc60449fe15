"""What nbgrader's gradebook says of one assignment: scores, comments, late penalties, people.

It is read with plain SQL in a few queries, whoever graded: importing nbgrader alone takes seconds, and its
computed columns cost a query for each row. The rules are those of nbgrader's `Grade.score`,
`Comment.comment` and its export.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from autograder.grading.settings import CourseFolder


@dataclass(frozen=True, slots=True)
class CellMarks:
    """The grade of one cell."""

    max_score: float
    auto: float | None = None
    manual: float | None = None
    extra: float = 0.0

    @property
    def waiting(self) -> bool:
        """Whether nobody has given it a score yet."""
        return self.auto is None and self.manual is None

    @property
    def score(self) -> float:
        """Points, with extra credit."""
        given = self.auto if self.manual is None else self.manual
        return (given or 0.0) + self.extra


@dataclass(slots=True)
class NotebookMarks:
    """One notebook of a submission; cells are keyed by `grade_id`."""

    cells: dict[str, CellMarks] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    penalty: float = 0.0

    @property
    def score(self) -> float:
        """Points of all cells; the penalty for being late is not yet taken off."""
        return sum(cell.score for cell in self.cells.values())

    @property
    def max_score(self) -> float:
        """Points that can be had, extra credit apart."""
        return sum(cell.max_score for cell in self.cells.values())

    @property
    def waiting(self) -> int:
        """How many cells a person still has to grade."""
        return sum(cell.waiting for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Student:
    """A person, as the gradebook has them."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""

    @property
    def name(self) -> str:
        """First and last name; empty where neither is known."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True)
class Submission:
    """What one student handed in."""

    student: Student
    at: datetime | None = None
    """When it was handed in, in UTC without a zone."""
    late_seconds: float = 0.0
    notebooks: dict[str, NotebookMarks] = field(default_factory=dict)

    @property
    def penalty(self) -> float:
        """Points that are taken off for being late."""
        return sum(book.penalty for book in self.notebooks.values())

    @property
    def score(self) -> float:
        """Points in the end: never below 0."""
        return max(0.0, sum(book.score for book in self.notebooks.values()) - self.penalty)

    @property
    def max_score(self) -> float:
        """Points that can be had, extra credit apart."""
        return sum(book.max_score for book in self.notebooks.values())

    @property
    def waiting(self) -> int:
        """How many cells a person still has to grade."""
        return sum(book.waiting for book in self.notebooks.values())


@dataclass(frozen=True, slots=True)
class Scores:
    """One assignment in a gradebook."""

    submissions: dict[str, Submission]
    missing: tuple[Student, ...]
    """Students of the gradebook of whom no submission is recorded."""


def read_scores(course: CourseFolder, assignment: str) -> Scores:
    """Read an assignment's scores; raises `GraderError` where none are recorded."""
    from sqlalchemy import create_engine, inspect
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    address = make_url(course.gradebook_url)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        raise _not_graded(assignment, f"there is no gradebook at {address.database}")
    shown = address.render_as_string(hide_password=True)
    engine = create_engine(address)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("submitted_assignment"):
                raise _not_graded(assignment, f"the gradebook {shown} is empty")
            return _read(connection, assignment, shown)
    except SQLAlchemyError as error:
        raise GraderError(f"{shown}: the gradebook cannot be read: {error}") from None
    finally:
        engine.dispose()


def _not_graded(assignment: str, found: str) -> GraderError:
    return GraderError(
        f"{assignment!r} has not been graded: {found}. Grade it first:  autograder grade {assignment}"
    )


def _read(connection: Connection, assignment: str, place: str) -> Scores:
    students = {row["id"]: _student(row) for row in _rows(connection, "SELECT * FROM student")}
    found: dict[str, Submission] = {}
    for row in _rows(connection, _SUBMISSIONS, assignment):
        student = students.get(row["student_id"], Student(row["student_id"]))
        found[row["id"]] = Submission(student, row["timestamp"], _late_seconds(row))
    if not found:
        raise _not_graded(assignment, f"{place} holds no submission of it")
    books: dict[str, NotebookMarks] = {}
    for row in _rows(connection, _NOTEBOOKS, assignment):
        books[row["id"]] = book = NotebookMarks(penalty=row["late_submission_penalty"] or 0.0)
        found[row["assignment_id"]].notebooks[row["name"]] = book
    for row in _rows(connection, _GRADES, assignment):
        books[row["notebook_id"]].cells[row["name"]] = CellMarks(
            row["max_score"] or 0.0, row["auto_score"], row["manual_score"], row["extra_credit"] or 0.0,
        )  # fmt: skip
    for row in _rows(connection, _COMMENTS, assignment):
        text = row["manual_comment"] if row["manual_comment"] is not None else row["auto_comment"]
        if text:
            books[row["notebook_id"]].comments[row["name"]] = text
    submissions = {each.student.id: each for each in sorted(found.values(), key=lambda item: item.student.id)}
    return Scores(submissions, tuple(students[name] for name in sorted({*students} - {*submissions})))


_SUBMISSIONS = """
    SELECT submitted_assignment.*, assignment.duedate FROM submitted_assignment
    JOIN assignment ON assignment.id = submitted_assignment.assignment_id
    WHERE assignment.name = :name
"""
_NOTEBOOKS = """
    SELECT submitted_notebook.*, notebook.name FROM submitted_notebook
    JOIN notebook ON notebook.id = submitted_notebook.notebook_id
    JOIN assignment ON assignment.id = notebook.assignment_id
    WHERE assignment.name = :name ORDER BY notebook.name
"""
_GRADES = """
    SELECT grade.*, base_cell.name, COALESCE(grade_cells.max_score, task_cells.max_score) AS max_score
    FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
    LEFT JOIN grade_cells ON grade_cells.id = base_cell.id
    LEFT JOIN task_cells ON task_cells.id = base_cell.id
    JOIN notebook ON notebook.id = base_cell.notebook_id
    JOIN assignment ON assignment.id = notebook.assignment_id
    WHERE assignment.name = :name
"""
_COMMENTS = """
    SELECT comment.*, base_cell.name FROM comment JOIN base_cell ON base_cell.id = comment.cell_id
    JOIN notebook ON notebook.id = base_cell.notebook_id
    JOIN assignment ON assignment.id = notebook.assignment_id
    WHERE assignment.name = :name
"""


def _rows(connection: Connection, query: str, assignment: str = "") -> Iterator[Any]:
    from sqlalchemy import DateTime, Interval, text

    statement = text(query)
    if query is _SUBMISSIONS:
        statement = statement.columns(timestamp=DateTime(), duedate=DateTime(), extension=Interval())
    return iter(connection.execute(statement, {"name": assignment} if assignment else {}).mappings())


def _student(row: Any) -> Student:
    names = ("first_name", "last_name", "email", "lms_user_id")
    return Student(row["id"], *(str(row[name] or "") for name in names))


def _late_seconds(row: Any) -> float:
    """Return how late it was, as nbgrader counts: after the due date and an extension."""
    if row["timestamp"] is None or row["duedate"] is None:
        return 0.0
    late = (row["timestamp"] - row["duedate"]).total_seconds()
    return max(0.0, late - (row["extension"].total_seconds() if row["extension"] else 0.0))
