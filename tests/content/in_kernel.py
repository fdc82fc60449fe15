"""Answers judged in this process, as `check` does, each once however many tests ask."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.judge import judge_here
from course import catalog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from autograder.verdict import Kind, Verdict

Told = tuple[tuple[str, "Kind", str], ...]
"""Check, kind and message of each verdict: what a learner reads of it."""


@cache
def in_kernel(exercise: str, text: str, salt: int = 0) -> Told:
    """Judge an answer."""
    loaded = catalog.load(exercise)
    capture = Capture()
    with capture.active():
        return told(judge_here(loaded, run_answer(loaded, text), capture, salt).verdicts)


def told(verdicts: Iterable[Verdict]) -> Told:
    """Return what a learner reads of verdicts."""
    return tuple((verdict.check, verdict.kind, verdict.message) for verdict in verdicts)


def together(exercise: str) -> pytest.MarkDecorator:
    """Return a mark that sends all tests of an exercise's answers to one worker."""
    return pytest.mark.xdist_group(f"answers to {exercise}")
