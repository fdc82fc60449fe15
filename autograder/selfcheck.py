"""`check`, `hint` and `solution` in a learner's notebook.

Under nbgrader the cell with `check("…")` is the grade cell, and what it leaves behind is a contract:
exactly one `display_data` (the card), then a builtin float between 0 and the exercise's points as the
cell's value; nothing on stdout or stderr. Our own fault raises instead, so that no score is invented.
"""

from __future__ import annotations

import contextlib
import random
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder import card, known
from autograder.attempts import HONEST_ATTEMPTS, is_honest
from autograder.boundary.source import cell_text, definition
from autograder.capture import Capture
from autograder.errors import GraderError
from autograder.other_way import other_way
from autograder.outcome import all_the_same, outcome
from autograder.recording import (
    fingerprint,
    is_evidence,
    record_attempt,
    record_hint,
    record_review,
    record_solution,
)
from autograder.review_words import review_note
from autograder.reviewing import begin, note_opened, review_of, tries_of
from autograder.verdict import Kind
from course import catalog
from course.errors import UnknownExercise
from course.reviews import salt_of
from course.solution import without_markers

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from autograder.verdict import Result
    from course.exercise import Exercise

SALT = 0
"""Self-checks repeat the same cases while a learner works on them."""

UNTOUCHED = (
    "The answer cell is still the starter: replace `raise NotImplementedError` with your answer, "
    "run the cell, and check again."
)

NOT_KEPT = "Not in your progress log"
NOT_COMPARED = "Not compared with common mistakes yet"
COMPARE_AGAIN = (
    "The mistakes that others made here are being prepared, once for this exercise. "
    "Check again in a moment: yours may be among them."
)

_last_checked: list[str] = []


class NotJudged(GraderError):
    """The check went wrong by itself; nothing is said about the answer."""

    exit_code = 3

    def _render_traceback_(self) -> list[str]:
        """Keep IPython from showing our own frames to a learner."""
        return [f"{type(self).__name__}: {self}"]


def check(exercise_id: str, *, review: str = "", placement: bool = False) -> float:
    """Check the answer in the caller's notebook; see the module's docstring for what it leaves there.

    In the notebook of a review, `review` is the review's name, which decides the inputs. `placement` goes
    into the record, so that the evidence can say where it comes from.
    """
    exercise = _find(exercise_id)
    if exercise is None:
        return 0.0
    namespace = _namespace()
    begin(exercise, review)
    result = _judge(exercise, namespace, salt_of(review) if review else SALT)
    unkept = _remember(exercise, namespace, result, "placement" if placement else "self")
    html, text = card.card_html(result), card.card_text(result)
    below = {NOT_KEPT: unkept, NOT_COMPARED: COMPARE_AGAIN if result.undiagnosed_yet else None}
    if review and not unkept:
        below |= review_note(exercise, result, tries_of(exercise))
    for title, sentence in below.items():
        if sentence:
            html += card.message_html(title, [sentence], "info")
            text += f"\n\n{card.message_text(title, [sentence], 'info')}"
    _show(html, text)
    if result.our_fault:
        faults = [verdict.message for verdict in result.verdicts if verdict.kind is Kind.BROKEN]
        raise NotJudged(f"{exercise.id} could not be judged, through no fault of yours: {faults[0]}")
    return float(round(min(max(result.points, 0), result.max_points), 6))


def hint(exercise_id: str | None = None) -> None:
    """Show the next hint, or the last one again when no new attempt was made since."""
    exercise = _find(exercise_id or _last())
    if exercise is None:
        return
    so_far = tries_of(exercise)
    number, fresh = so_far.next_hint(len(exercise.hints))
    left = len(exercise.hints) - number - 1
    paragraphs = [exercise.hints[number]]
    if left and fresh:
        paragraphs.append(f"{left} more after your next attempt: change your answer, run it and check again.")
    elif left:
        paragraphs.append("The same hint as before: the next one comes after a new attempt.")
    unkept = record_hint(exercise, number + 1, review_of(exercise)) if fresh else None
    title = f"Hint {number + 1} of {len(exercise.hints)} · {exercise.label} {exercise.title}"
    _message(title, [*paragraphs, *filter(None, [unkept])], "hint")


def solution(exercise_id: str | None = None, *, give_up: bool = False) -> None:
    """Show the reference, once it is due."""
    exercise = _find(exercise_id or _last())
    if exercise is None:
        return
    so_far = tries_of(exercise)
    if not (give_up or so_far.may_see_solution):
        left = HONEST_ATTEMPTS - so_far.honest
        _message(
            f"Not yet · {exercise.label} {exercise.title}",
            [
                f"The solution opens after a pass or {HONEST_ATTEMPTS} honest attempts; {left} to go.",
                f'`hint("{exercise.id}")` helps, and `solution("{exercise.id}", give_up=True)` opens it now.',
            ],
            "info",
        )
        return
    unkept = None
    if not so_far.solution_logged:
        gave_up, review = not so_far.may_see_solution, review_of(exercise)
        unkept = record_solution(exercise, gave_up=gave_up, review=review)
        so_far.solution_logged = unkept is None
        so_far.helped = so_far.helped or not so_far.passed
    note_opened(exercise)
    code = f"```python\n{without_markers(exercise.reference.text)}\n```"
    paragraphs = [code, exercise.explanation, *filter(None, [unkept])]
    _message(f"Solution · {exercise.label} {exercise.title}", paragraphs, "solution")


def _judge(exercise: Exercise, namespace: dict[str, Any], salt: int) -> Result:
    if _is_untouched(exercise, namespace):
        return all_the_same(exercise, Kind.NOT_ATTEMPTED, UNTOUCHED)
    from autograder.judge import judge_here

    known.begin(exercise, salt)
    capture = Capture()
    with _random_state_kept(), capture.active(descriptors=True):
        result = outcome(
            exercise,
            run=lambda: judge_here(exercise, namespace, capture, salt),
            known=lambda: known.await_known(exercise, salt),
        )
    if not result.passed:
        return result
    return replace(result, other_way=other_way(exercise, cell_text(namespace, exercise.id)))


def _is_untouched(exercise: Exercise, namespace: Mapping[str, Any]) -> bool:
    from course.source import starter

    text = definition(cell_text(namespace, exercise.id), exercise.id)
    return bool(text) and text == definition(starter(exercise), exercise.id)


def _remember(exercise: Exercise, namespace: Mapping[str, Any], result: Result, source: str) -> str | None:
    """Note the attempt, in the progress log too; return a sentence if the log could not be written."""
    _last_checked[:] = [exercise.id]
    answer = fingerprint(cell_text(namespace, exercise.id))
    so_far, review = tries_of(exercise), review_of(exercise)
    so_far.record(answer, honest=is_honest([v.kind for v in result.verdicts]), passed=result.passed)
    if not is_evidence(result) or so_far.is_logged(exercise.version, answer, result.points):
        return None
    if review:
        unkept = record_review(exercise, result, answer, review, so_far.hints)
    else:
        unkept = record_attempt(exercise, result, answer, source)
    if unkept is None:
        so_far.log(exercise.version, answer, result.points)
    return unkept


@contextlib.contextmanager
def _random_state_kept() -> Generator[None]:
    """Checks seed the global generators; a learner's own draws go on as if nothing had been."""
    import numpy as np

    plain, numpys = random.getstate(), np.random.get_state()
    try:
        yield
    finally:
        random.setstate(plain)
        np.random.set_state(numpys)


def _find(exercise_id: str | None) -> Exercise | None:
    if exercise_id is None:
        _message("Which exercise?", ['Name it, as in `hint("project")`, or check one first.'], "info")
        return None
    try:
        return catalog.load(exercise_id)
    except UnknownExercise as error:
        _message("No such exercise", [str(error)], "info")
        return None


def _last() -> str | None:
    return _last_checked[0] if _last_checked else None


def _namespace() -> dict[str, Any]:
    shell = _shell()
    return shell.user_ns if shell is not None else sys.modules["__main__"].__dict__


def _shell() -> Any:
    module = sys.modules.get("IPython")
    return module.get_ipython() if module is not None else None


def _message(title: str, paragraphs: list[str], tone: Any) -> None:
    _show(card.message_html(title, paragraphs, tone), card.message_text(title, paragraphs, tone))


def _show(html: str, text: str) -> None:
    if _shell() is None:
        sys.stdout.write(f"{text}\n")
        return
    from IPython.display import display

    display({"text/html": html, "text/plain": text}, raw=True)
