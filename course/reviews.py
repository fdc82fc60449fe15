"""Reviews: an exercise that was passed, once more from its starter and with new inputs.

    reviews/2026-11-21-project.ipynb      in the workspace; its check cell names the review: "2026-11-21"

The name goes into the records of what happens there, and decides the inputs. A review that fails takes
nothing away, and the exercise stays due.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.fresh_notebooks import IMPORT, notebook, write_new
from course.mastery import standings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from course.exercise import Exercise
    from course.records import Record

FOLDER = "reviews"
_OPENING = """\
# Review: {label} {title}

The starter again, and new inputs: write your answer without looking at the old one, run it, and run the cell
below it.

- Nothing can be lost here: a review that does not pass takes no points, and you may try as often as you like.
- A pass puts the next review further off. Without hints it also gives back what hints and the solution cost.
- The solution opened in this notebook would make it practice; `course review {id}` then makes a new one."""


class NotYetPassed(CourseError):
    """An exercise was to be reviewed that has not been solved."""


def make_review(directory: Path, exercise: Exercise, records: Sequence[Record], today: date) -> Path:
    """Write a fresh notebook for a review into the workspace `directory`; return its path.

    One of today that has not been touched is taken again. Raises `NotYetPassed`, and `WorkspaceError` where
    it cannot be written.
    """
    names = {exercise.id, *exercise.was}
    standing = standings([exercise], records)[exercise.id]
    if standing.last_pass is None and not standing.solution_seen:
        raise NotYetPassed(
            f"{exercise.id} has not been passed yet, so there is nothing to review. "
            f"Solve it in {exercise.module}/{exercise.module}.ipynb"
        )
    used = {record.text("review") for record in records if record.text("exercise") in names}
    return write_new(directory / FOLDER, exercise.id, today, lambda name: content(exercise, name), used)


def content(exercise: Exercise, name: str) -> bytes:
    """Return the file of a review notebook."""
    opening = _OPENING.format(label=exercise.label, title=exercise.title, id=exercise.id)
    return notebook(opening, [exercise], lambda of: f'{IMPORT}("{of.id}", review="{name}")')


def review_in(notebook: Path, exercise_id: str) -> str:
    """Return the name of the review whose notebook this is; empty where it is none of this exercise."""
    name, dash, exercise = notebook.stem.rpartition("-")
    is_review = notebook.parent.name == FOLDER and dash and exercise == exercise_id
    return name if is_review else ""


def salt_of(name: str) -> int:
    """Return the number that decides the inputs of a review: never 0, which the learner has met."""
    return 1 + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
