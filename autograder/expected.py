"""What a call of the answer should have returned: what the reference returns, and whether only that is right.

Where an alternative of the exercise returns something else for the same call, several answers are right, and
the reference's is an example.
"""

from __future__ import annotations

import copy
import inspect
import time
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.difference import difference
from autograder.picture import picture_of
from autograder.shorten import kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.boundary.judge_side import Call
    from autograder.prepared import Prepared
    from autograder.verdict import Picture
    from course.exercise import Answer, Exercise

PLAIN = ("ndarray", "np.", "DataFrame", "Series")
"""How the kinds of what a call can be repeated with begin, beside Python's own."""
MOST_SECONDS = 0.05
"""A call that takes the reference longer is not repeated with the alternatives."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the reference returned for a call."""

    value: Any
    seconds: float
    call: Call
    prepared: Prepared

    def is_the_solution(self) -> bool:
        """Whether showing it would give the solution away: a call without arguments has one result."""
        return not self.call.args and not self.call.kwargs

    def is_one_of_several(self) -> bool:
        """Whether an alternative returns something else, beyond rounding, as far as one can tell."""
        if self.seconds > MOST_SECONDS:
            return False
        found = (_returned(names, self.call) for names in _alternatives(self.prepared))
        return any(other is not None and difference(other[0], self.value) for other in found)

    def picture(self) -> Picture | None:
        """Draw what the call returned beside this."""
        return picture_of(self.prepared, self.call, self.value)


def expectation(prepared: Prepared) -> Callable[[Call], Expected | None]:
    """Return what tells what a call should have returned; it gives None where the call cannot be repeated."""
    return partial(_expected, prepared)


def _expected(prepared: Prepared, call: Call) -> Expected | None:
    started = time.monotonic()
    found = _returned(prepared.reference, call)
    return Expected(found[0], time.monotonic() - started, call, prepared) if found else None


def _returned(names: SimpleNamespace, call: Call) -> tuple[Any] | None:
    function = getattr(names, call.name, None)
    if not inspect.isfunction(function) or not all(map(_repeatable, (*call.args, *call.kwargs.values()))):
        return None
    try:
        with Capture().active(), np.errstate(all="ignore"):
            return (function(*copy.deepcopy(call.args), **copy.deepcopy(call.kwargs)),)
    except Exception:  # noqa: BLE001 -- then there is nothing to expect but an error
        return None


def _repeatable(value: Any) -> bool:
    if type(value) in (list, tuple):
        return all(map(_repeatable, value))
    package = (type(value).__module__ or "").partition(".")[0]
    return (package == "builtins" and not callable(value)) or kind(value).startswith(PLAIN)


_known: dict[tuple[str, ...], list[SimpleNamespace]] = {}


def _alternatives(prepared: Prepared) -> list[SimpleNamespace]:
    """Return the names that each alternative of an exercise defines; ours, and run once in a process."""
    exercise = prepared.exercise
    key = (exercise.id, exercise.setup, *(each.text for each in exercise.alternatives))
    if key not in _known:
        _known[key] = [found for each in exercise.alternatives if (found := _names(exercise, each))]
    return _known[key]


def _names(exercise: Exercise, alternative: Answer) -> SimpleNamespace | None:
    try:
        with Capture().active():
            return SimpleNamespace(**run_answer(exercise, alternative.text))
    except Exception:  # noqa: BLE001 -- `verify` reports an answer of ours that does not run
        return None
