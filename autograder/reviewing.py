"""In which review this kernel works on an exercise: a check says so, and so does a notebook's name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.attempts import tries
from autograder.recording import record_solution
from course.reviews import review_in

if TYPE_CHECKING:
    from autograder.attempts import Tries
    from course.exercise import Exercise

_checked: dict[str, str] = {}
"""Exercise → the review that its last check belonged to, or nothing."""
_opened: set[str] = set()
"""Exercises whose solution this kernel showed outside any review."""


def begin(exercise: Exercise, review: str) -> None:
    """Note what a check belongs to; a solution that this kernel showed before is the review's, too."""
    _checked[exercise.id] = review
    so_far = tries(exercise.id, review)
    if review and exercise.id in _opened and not (so_far.solution_logged or so_far.passed):
        record_solution(exercise, gave_up=True, review=review)
        so_far.solution_logged = so_far.helped = True


def review_of(exercise: Exercise) -> str:
    """Return the review of an exercise: of its last check here, else of this notebook; empty for none."""
    if exercise.id in _checked:
        return _checked[exercise.id]
    return review_in(Path(os.environ.get("JPY_SESSION_NAME", "")), exercise.id)


def tries_of(exercise: Exercise) -> Tries:
    """Return what is remembered of an exercise where it is worked on: in its notebook, or in a review."""
    return tries(exercise.id, review_of(exercise))


def note_opened(exercise: Exercise) -> None:
    """Note that this kernel showed a solution."""
    if not review_of(exercise):
        _opened.add(exercise.id)


def forget() -> None:
    """Begin anew, as a new kernel does."""
    _checked.clear()
    _opened.clear()
