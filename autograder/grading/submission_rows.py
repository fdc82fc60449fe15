"""Writes one submission's rows, inside a transaction that somebody else began.

Queries name all columns of an index, and no computed column is loaded: the time for a submission does not
grow with their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.settings import import_path_without_here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.grading.assignment_rows import AssignmentIds
    from autograder.grading.rows import NotebookRows, Rows
    from autograder.grading.settings import CourseFolder


@dataclass(frozen=True, slots=True)
class Change:
    """An automatic score that was another one before."""

    notebook: str
    cell: str
    old: float | None
    new: float | None

    def as_json(self) -> dict[str, Any]:
        """Return the change for tools."""
        return {"cell": f"{self.notebook}/{self.cell}", "old": self.old, "new": self.new}


class SubmissionWriter:
    """Writes submissions of one assignment; `gradebook` is nbgrader's."""

    def __init__(self, gradebook: Any, course: CourseFolder, assignment: AssignmentIds) -> None:
        self.gradebook, self.assignment = gradebook, assignment
        self.create_student = bool(course.option("Autograde", "create_student", True))  # noqa: FBT003 -- nbgrader's default
        self.penalties = _late_penalties(course)

    def write_all(self, batch: Sequence[Rows]) -> list[list[Change]]:
        """Write submissions; returns for each the automatic scores that were others before.

        Rows of a kind go to the database together, which takes a third less time than one submission after
        the other.
        """
        db = self.gradebook.db
        with db.no_autoflush:
            for rows in batch:
                self._make_student(rows.student)
            db.flush()
            found = [self._found_submission(rows) for rows in batch]
            db.flush()
            return [self.write(rows, submission) for rows, submission in zip(batch, found, strict=True)]

    def write(self, rows: Rows, found: Any) -> list[Change]:
        """Write what one submission earned; returns the automatic scores that were others before."""
        late = self._seconds_late(found)
        changes: list[Change] = []
        for notebook in rows.notebooks:
            changes += self._notebook(rows.student, notebook, found.id, late)
        return changes

    def _seconds_late(self, found: Any) -> float:
        due = self.assignment.duedate
        if found.timestamp is None or due is None:
            return 0.0
        return max(0.0, (found.timestamp - due - (found.extension or timedelta())).total_seconds())

    def _make_student(self, student: str) -> None:
        from nbgrader.api import Student

        if self.create_student:
            self.gradebook.update_or_create_student(student)
        elif self.gradebook.db.get(Student, student) is None:
            raise GraderError(
                f"the gradebook has no student {student!r}, and Autograde.create_student is off: "
                "`nbgrader db student add` adds one"
            )

    def _found_submission(self, rows: Rows) -> Any:
        from nbgrader.api import SubmittedAssignment as Submission
        from sqlalchemy.orm import load_only

        query = self.gradebook.db.query(Submission).filter(
            Submission.assignment_id == self.assignment.id, Submission.student_id == rows.student
        )
        columns = (Submission.timestamp, Submission.extension)
        found = query.options(load_only(*columns)).one_or_none()
        at = {} if rows.timestamp is None else {"timestamp": rows.timestamp}
        if found is None:
            found = self.gradebook.add_submission(self.assignment.name, rows.student, **at)
        elif at:
            found.timestamp = rows.timestamp
        return found

    def _notebook(self, student: str, rows: NotebookRows, submission: str, late: float) -> list[Change]:
        from nbgrader.api import Comment, Grade
        from nbgrader.api import SubmittedNotebook as Notebook
        from sqlalchemy.orm import load_only

        db, known = self.gradebook.db, self.assignment.notebooks[rows.name]
        notebook = (
            db.query(Notebook)
            .filter(Notebook.notebook_id == known.id, Notebook.assignment_id == submission)
            .options(load_only(Notebook.late_submission_penalty))
            .one()
        )
        grades = self._by_cell(
            Grade, notebook, known.grades, "auto_score manual_score extra_credit needs_manual_grade"
        )
        if not rows.handed_in:
            changes = [_set_score(rows.name, name, grade, 0.0) for name, grade in grades.items()]
            for grade in grades.values():
                grade.needs_manual_grade = False
            return [change for change in changes if change]
        comments = self._by_cell(Comment, notebook, known.comments, "auto_comment")
        for name, text in rows.comments.items():
            comments[name].auto_comment = text
        changes = [_set_score(rows.name, name, grades[name], score) for name, score in rows.scores.items()]
        self._penalise(student, notebook, sum(map(_score, grades.values())), late)
        return [change for change in changes if change]

    def _by_cell(self, kind: Any, notebook: Any, cells: dict[str, str], columns: str) -> dict[str, Any]:
        from sqlalchemy.orm import load_only

        wanted = [getattr(kind, name) for name in ("cell_id", *columns.split())]
        found = (
            self.gradebook.db.query(kind)
            .filter(kind.cell_id.in_(cells.values()), kind.notebook_id == notebook.id)
            .options(load_only(*wanted))
        )
        names = {cell: name for name, cell in cells.items()}
        return {names[row.cell_id]: row for row in found}

    def _penalise(self, student: str, notebook: Any, score: float, late: float) -> None:
        """Set what the instructor's rule takes off for being late, as `AssignLatePenalties` does."""
        penalty = self.penalties.late_submission_penalty(student, score, late) if late > 0 else None
        notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0), score)


def _late_penalties(course: CourseFolder) -> Any:
    """Return the instructor's rule for late submissions, an nbgrader plugin."""
    from nbgrader.preprocessors import AssignLatePenalties

    try:
        with import_path_without_here():
            preprocessor = AssignLatePenalties(config=course.config)
            preprocessor.init_plugin()
    except Exception as error:  # noqa: BLE001 -- an instructor's class may fail in any way
        raise GraderError(f"AssignLatePenalties.plugin_class: {type(error).__name__}: {error}") from None
    return preprocessor.plugin_inst


def _set_score(notebook: str, name: str, grade: Any, score: float | None) -> Change | None:
    """Set an automatic score; returns what changed of one that was there before."""
    old, grade.auto_score = grade.auto_score, score
    grade.needs_manual_grade = grade.manual_score is not None or score is None
    return Change(notebook, name, old, score) if old is not None and old != score else None


def _score(grade: Any) -> float:
    """Return what a grade counts, by the rule of nbgrader's `Grade.score`."""
    score = grade.auto_score if grade.manual_score is None else grade.manual_score
    return 0.0 if score is None else score + (grade.extra_credit or 0.0)
