"""What a card adds in the notebook of a review: whether it counts, and when the next one comes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from course import log
from course.mastery import standings

if TYPE_CHECKING:
    from autograder.attempts import Tries
    from autograder.verdict import Result
    from course.exercise import Exercise

DUE = "Review: it stays due"
PRACTICE = "Review: this was practice"
PASSED = "Review passed"
UNKEPT = "Review: not recorded"


def review_note(exercise: Exercise, result: Result, so_far: Tries) -> dict[str, str]:
    """Return a title and a sentence for what was just checked and recorded; nothing for our own faults."""
    if result.our_fault:
        return {}
    if not log.in_workspace():
        return {UNKEPT: "This notebook is in no workspace, so no progress log knows about it."}
    another = f"make another with `course review {exercise.id}` in a terminal."
    if so_far.helped:
        return {PRACTICE: f"The solution was opened in this notebook before an answer passed; {another}"}
    if not result.passed:
        return {DUE: "Nothing is lost: your points and levels stay as they are. Try as often as you like."}
    standing = standings([exercise], log.read_all().records)[exercise.id]
    if standing.points < standing.max_points:
        return {
            PRACTICE: f"Your answer is the solution that you had opened. Write it your own way, or {another}"
        }
    return {PASSED: f"The next one comes up {_when(standing.review_due)}."}


def _when(due: datetime | None) -> str:
    from course.dashboard.facts import full_day

    now = datetime.now().astimezone()
    days = (due.astimezone(now.tzinfo).date() - now.date()).days if due else 0
    if due is None or days <= 0:
        return "today"
    return "tomorrow" if days == 1 else f"in {days} days, on {full_day(due, now)}"
