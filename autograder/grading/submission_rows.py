"""Writes submissions' rows, inside a transaction that somebody else began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.found_rows import FoundRows, Kind
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

        Rows of a kind are read and written together, which takes half the time of one submission after the
        other.
        """
        db = self.gradebook.db
        with db.no_autoflush:
            self._make_students([rows.student for rows in batch])
            db.flush()
            submissions = self._submissions(batch)
            db.flush()
            found = FoundRows.of(db, [submission.id for submission in submissions.values()], self.assignment)
            return [self.write(rows, submissions[rows.student], found) for rows in batch]

    def write(self, rows: Rows, submission: Any, found: FoundRows) -> list[Change]:
        """Write what one submission earned; returns the automatic scores that were others before."""
        late = self._seconds_late(submission)
        changes: list[Change] = []
        for notebook in rows.notebooks:
            changes += self._notebook(rows.student, notebook, submission.id, late, found)
        return changes

    def _seconds_late(self, found: Any) -> float:
        due = self.assignment.duedate
        if found.timestamp is None or due is None:
            return 0.0
        return max(0.0, (found.timestamp - due - (found.extension or timedelta())).total_seconds())

    def _make_students(self, names: Sequence[str]) -> None:
        from nbgrader.api import Student

        known = {name for (name,) in self.gradebook.db.query(Student.id).filter(Student.id.in_(names))}
        for name in names:
            if name in known:
                continue
            if not self.create_student:
                raise GraderError(
                    f"the gradebook has no student {name!r}, and Autograde.create_student is off: "
                    "`nbgrader db student add` adds one"
                )
            self.gradebook.update_or_create_student(name)

    def _submissions(self, batch: Sequence[Rows]) -> dict[str, Any]:
        """Return the submission of each student, made where there was none, with the time of this one."""
        from nbgrader.api import SubmittedAssignment as Submission
        from sqlalchemy.orm import load_only

        of_batch = Submission.student_id.in_([rows.student for rows in batch])
        query = self.gradebook.db.query(Submission).filter(
            Submission.assignment_id == self.assignment.id, of_batch
        )
        columns = (Submission.student_id, Submission.timestamp, Submission.extension)
        found = {submission.student_id: submission for submission in query.options(load_only(*columns))}
        for rows in batch:
            at = {} if rows.timestamp is None else {"timestamp": rows.timestamp}
            if rows.student not in found:
                found[rows.student] = self.gradebook.add_submission(self.assignment.name, rows.student, **at)
            elif at:
                found[rows.student].timestamp = rows.timestamp
        return found

    def _notebook(
        self, student: str, rows: NotebookRows, submission: str, late: float, found: FoundRows
    ) -> list[Change]:
        known = self.assignment.notebooks[rows.name]
        notebook = found.notebooks[submission, known.id]
        grades = found.by_name(Kind.GRADE, notebook.id, known.grades)
        if not rows.handed_in:
            changes = [_set_score(rows.name, name, grade, 0.0) for name, grade in grades.items()]
            for grade in grades.values():
                grade.needs_manual_grade = False
            return [change for change in changes if change]
        comments = found.by_name(Kind.COMMENT, notebook.id, known.comments)
        for name, text in rows.comments.items():
            comments[name].auto_comment = text
        changes = [_set_score(rows.name, name, grades[name], score) for name, score in rows.scores.items()]
        self._penalise(student, notebook, sum(map(_score, grades.values())), late)
        return [change for change in changes if change]

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
