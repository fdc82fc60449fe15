"""What a check, a hint or an opened solution leaves in the progress log.

Never the code: an answer is recorded as a fingerprint of its syntax tree, which tells two answers apart and
says nothing else. Each function returns None, or a sentence for the learner if the log could not be written.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from autograder.boundary.source import normalised
from autograder.verdict import Kind
from course import log

if TYPE_CHECKING:
    from autograder.verdict import Result
    from course.exercise import Exercise


def fingerprint(text: str) -> str:
    """Return what stands for an answer's text in the log; layout, comments and docstrings do not matter."""
    return hashlib.sha256(normalised(text).encode(errors="replace")).hexdigest()[:16]


def is_evidence(result: Result) -> bool:
    """Whether a result says something about the learner: not the starter, an absent extra or our fault."""
    silent = (Kind.NOT_ATTEMPTED, Kind.UNAVAILABLE, Kind.BLOCKED)
    return not result.our_fault and any(verdict.kind not in silent for verdict in result.verdicts)


def record_attempt(exercise: Exercise, result: Result, answer_sha: str, source: str) -> str | None:
    """Record a check of the answer with this fingerprint; `source` is `self` or `placement`."""
    return log.record("attempt", **_scored(exercise, result, answer_sha) | {"source": source})


def record_review(exercise: Exercise, result: Result, answer_sha: str, review: str, hints: int) -> str | None:
    """Record a check in the notebook of a review, where so many hints were shown."""
    return log.record("review", **_scored(exercise, result, answer_sha), review=review, hints=hints)


def record_hint(exercise: Exercise, number: int, review: str = "") -> str | None:
    """Record that a hint was shown, in a review or while working; the first has the number 1."""
    return log.record("hint", **_stamp(exercise), number=number, **_of(review))


def record_solution(exercise: Exercise, *, gave_up: bool, review: str = "") -> str | None:
    """Record that the reference was shown, with its fingerprint: repeating it later shows nothing."""
    shown = fingerprint(exercise.reference.text)
    return log.record("solution", **_stamp(exercise), gave_up=gave_up, answer_sha=shown, **_of(review))


def _of(review: str) -> dict[str, str]:
    return {"review": review} if review else {}


def _scored(exercise: Exercise, result: Result, answer_sha: str) -> dict[str, object]:
    """Return what was tried and what came out; `seconds` is how long the checks ran."""
    return {
        **_stamp(exercise),
        "score": min(max(result.points, 0), result.max_points),
        "max": result.max_points,
        "verdicts": [str(verdict.kind) for verdict in result.verdicts],
        "diagnosis": result.diagnosis.name if result.diagnosis else None,
        "source": "self",
        "seconds": round(result.seconds, 3),
        "answer_sha": answer_sha,
    }


def _stamp(exercise: Exercise) -> dict[str, object]:
    return {
        "exercise": exercise.id,
        "exercise_version": exercise.version,
        "course_version": _course_version(),
    }


@cache
def _course_version() -> str:
    from importlib import metadata

    try:
        return metadata.version(log.PROJECT)
    except metadata.PackageNotFoundError:
        return "not installed"
