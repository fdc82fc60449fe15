"""A learner's grades in the form that `course progress --import` reads (see `course.merge`).

There is a record for each exercise of the course that was attempted, with the points of the gradebook: what a
person changed counts. Nothing is taken off for being late: the record is of a skill.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from autograder.feedback.cells import graded_cells
from autograder.grading.released import marks_of
from autograder.grading.rows import NO_RESPONSE
from course.versions import METADATA_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from autograder.grading.scores import NotebookMarks, Submission

FORMAT, VERSION = "mle-course-grades", 1


def progress_file(
    submission: Submission, notebooks: Mapping[str, bytes], handed_in: Path, assessor: str
) -> str | None:
    """Return the text of the file; None where there is no exercise of the course.

    `notebooks` are the graded ones by name, `handed_in` is the folder that was handed in: its files' times
    count where nobody wrote down when that was.
    """
    records = [
        {**record, "time": _time(submission, handed_in / f"{name}.ipynb"), "assessor": assessor}
        for name, content in notebooks.items()
        for record in _records(content, name, submission.notebooks[name])
    ]
    if not records:
        return None
    return json.dumps({"format": FORMAT, "v": VERSION, "records": records}, indent=1) + "\n"


def _records(content: bytes, name: str, marks: NotebookMarks) -> Iterator[dict[str, Any]]:
    for cell in graded_cells(content, name):
        stamp = cell["metadata"].get(METADATA_KEY)
        cell_name = marks_of(cell).get("grade_id", "") if stamp else ""
        grade = marks.cells.get(cell_name)
        if grade is None or grade.waiting or grade.max_score <= 0 or _untouched(cell_name, marks):
            continue
        yield {
            "kind": "grade",
            "exercise": str(stamp["exercise"]),
            "version": int(stamp["version"]),
            "points": min(max(round(grade.score, 6), 0.0), grade.max_score),
            "max_points": grade.max_score,
        }


def _untouched(name: str, marks: NotebookMarks) -> bool:
    return marks.cells[name].score <= 0 and marks.comments.get(f"{name}-answer") == NO_RESPONSE


def _time(submission: Submission, notebook: Path) -> str:
    at = submission.at
    if at is None:
        at = datetime.fromtimestamp(notebook.stat().st_mtime if notebook.is_file() else 0, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
