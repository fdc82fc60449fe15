"""Where the seconds of grading go."""

from __future__ import annotations

import time

import pytest

from autograder.grading.stopwatch import Stopwatch


def test_a_step_inside_another_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outer step pauses while the inner one runs."""
    ticks = iter([0.0, 1.0, 4.0, 5.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks))
    watch = Stopwatch()
    with watch.step("cells"), watch.step("processes"):
        pass
    assert watch.taken() == {"cells": 2.0, "processes": 3.0}
    assert watch.taken() == {}


def test_a_step_that_fails_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner's side that ends within a step leaves the clock right."""
    ticks = iter([0.0, 2.0, 3.0, 7.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks))
    watch = Stopwatch()
    with pytest.raises(OSError, match="ended"), watch.step("cells"):
        raise OSError("ended")
    with watch.step("tests"):
        pass
    assert watch.taken() == {"cells": 2.0, "tests": 4.0}
