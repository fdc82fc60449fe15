"""Answers judged in this process, as `check` does, each once however many tests ask."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.judge import judge_here
from autograder.verdict import Kind
from course import catalog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from autograder.verdict import Verdict
    from course.exercise import Exercise

Told = tuple[tuple[str, Kind, str], ...]
"""Check, kind and message of each verdict: what a learner reads of it."""

CHANCE = {Kind.RAISED: r"\W+", Kind.TIMEOUT: r"[\d.]+"}
"""What parts the words of messages that differ from run to run: the order of a set, a time that passed."""


@cache
def in_kernel(exercise: str, text: str, salt: int = 0) -> Told:
    """Judge an answer; the reference is not run again for it."""
    loaded = catalog.load(exercise)
    return told(_judged(loaded, text, salt, sound(loaded, salt)))


@cache
def sound(exercise: Exercise, salt: int = 0) -> list[str]:
    """Return the checks that the reference passes."""
    return [each.check for each in _judged(exercise, exercise.reference.text, salt, None) if each.passed]


def _judged(exercise: Exercise, text: str, salt: int, passing: list[str] | None) -> list[Verdict]:
    capture = Capture()
    with capture.active():
        verdicts = judge_here(exercise, run_answer(exercise, text), capture, salt, sound=passing).verdicts
    assert not [verdict for verdict in verdicts if "our mistake" in verdict.note]
    return verdicts


def told(verdicts: Iterable[Verdict]) -> Told:
    """Return what a learner reads of verdicts."""
    return tuple((verdict.check, verdict.kind, _settled(verdict)) for verdict in verdicts)


def _settled(verdict: Verdict) -> str:
    if verdict.kind not in CHANCE:
        return verdict.message
    return " ".join(sorted(re.split(CHANCE[verdict.kind], verdict.message)))


def together(exercise: str) -> pytest.MarkDecorator:
    """Return a mark that sends all tests of an exercise's answers to one worker."""
    return pytest.mark.xdist_group(f"answers to {exercise}")
