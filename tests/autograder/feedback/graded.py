"""A graded course without any grader: notebooks in `autograded/`, and a gradebook with nbgrader's tables.

Making a real gradebook takes seconds; `test_scores.py` shows that one is read in the same way.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ASSIGNMENT = "ps"
NOTEBOOK = "first"
_TABLES = """
CREATE TABLE student (id, first_name, last_name, email, lms_user_id);
CREATE TABLE assignment (id, name, duedate);
CREATE TABLE notebook (id, name, assignment_id);
CREATE TABLE base_cell (id, name, notebook_id, type);
CREATE TABLE grade_cells (id, max_score, cell_type);
CREATE TABLE task_cells (id, max_score, cell_type);
CREATE TABLE submitted_assignment (id, assignment_id, student_id, timestamp, extension);
CREATE TABLE submitted_notebook (id, assignment_id, notebook_id, late_submission_penalty);
CREATE TABLE grade (id, notebook_id, cell_id, auto_score, manual_score, extra_credit, needs_manual_grade);
CREATE TABLE comment (id, notebook_id, cell_id, auto_comment, manual_comment);
INSERT INTO assignment VALUES ('a', 'ps', '2026-03-01 12:00:00.000000');
"""


class Course:
    """A course folder that is filled call by call."""

    def __init__(self, root: Path) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        (root / "nbgrader_config.py").write_text('c = get_config()\nc.CourseDirectory.course_id = "tiny"\n')
        self.gradebook = sqlite3.connect(root / "gradebook.db")
        self.gradebook.executescript(_TABLES)

    def hand_in(
        self, student: str, cells: Sequence[dict[str, Any]], notebook: str = NOTEBOOK, *, at: str | None = None,
        penalty: float | None = None,
    ) -> Path:  # fmt: skip
        """Add a graded notebook; `at` is when the submission was handed in."""
        self._once("student", student, student, None, None, None, None)
        self._once("notebook", notebook, notebook, notebook, "a")
        self._once("submitted_assignment", student, student, "a", student, at, None)
        key = f"{student}/{notebook}"
        self._once("submitted_notebook", key, key, student, notebook, penalty)
        path = self.root / "autograded" / student / ASSIGNMENT / f"{notebook}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        )
        return path

    def grade(  # noqa: PLR0913 -- what a row says
        self, student: str, cell: str, most: float, auto: float | None = None, manual: float | None = None, *,
        extra: float | None = None, notebook: str = NOTEBOOK, task: bool = False,
    ) -> None:  # fmt: skip
        """Add the grade of a cell."""
        key = f"{notebook}/{cell}/grade"
        self._once("base_cell", key, key, cell, notebook, "GradeCell")
        self._once("task_cells" if task else "grade_cells", key, key, most, "code")
        row = f"{student}/{key}"
        review = auto is None and manual is None
        self._once("grade", row, row, f"{student}/{notebook}", key, auto, manual, extra, review)

    def comment(
        self, student: str, cell: str, auto: str | None = None, manual: str | None = None, *, notebook: str = NOTEBOOK
    ) -> None:  # fmt: skip
        """Add a comment on a cell."""
        key = f"{notebook}/{cell}/solution"
        self._once("base_cell", key, key, cell, notebook, "SolutionCell")
        row = f"{student}/{key}"
        self._once("comment", row, row, f"{student}/{notebook}", key, auto, manual)

    def person(self, student: str, first: str, last: str, email: str, lms: str = "") -> None:
        """Say who a student is."""
        self.gradebook.execute("DELETE FROM student WHERE id = ?", (student,))
        self._once("student", student, student, first, last, email, lms)

    def _once(self, table: str, key: str, *values: Any) -> None:
        known = self.gradebook.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone()  # noqa: S608
        if known is None:
            marks = ",".join("?" * len(values))
            self.gradebook.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608
        self.gradebook.commit()


def code(
    source: str, name: str = "", *outputs: dict[str, Any], exercise: str = "", **marks: bool
) -> dict[str, Any]:
    """Return a code cell as it lies in `autograded/`."""
    return {
        "cell_type": "code", "execution_count": 1, "id": name or "x", "metadata": _metadata(name, exercise, marks),
        "outputs": [*outputs], "source": source,
    }  # fmt: skip


def text(source: str, name: str = "", *, attachments: Any = None, **marks: bool) -> dict[str, Any]:
    """Return a Markdown cell."""
    inside = {} if attachments is None else {"attachments": attachments}
    return {
        "cell_type": "markdown",
        "id": "t",
        "metadata": _metadata(name, "", marks),
        "source": source,
        **inside,
    }


def _metadata(name: str, exercise: str, marks: dict[str, bool]) -> dict[str, Any]:
    plain = {"grade": False, "locked": False, "solution": False, "task": False}
    found: dict[str, Any] = {"nbgrader": {**plain, **marks, "grade_id": name}} if name else {}
    return {**found, **({"mle_course": {"exercise": exercise, "version": 2}} if exercise else {})}


def bundle(**data: str) -> dict[str, Any]:
    """Return an output with these renderings, named like `text_html` for text/html."""
    kinds = {name.replace("__", "+").replace("_", "/", 1): value for name, value in data.items()}
    return {"output_type": "display_data", "data": kinds, "metadata": {}}


def stream(words: str, name: str = "stdout") -> dict[str, Any]:
    """Return printed text."""
    return {"output_type": "stream", "name": name, "text": words}


def error(value: str, *traceback: str, name: str = "AssertionError") -> dict[str, Any]:
    """Return an error."""
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": [*traceback]}
