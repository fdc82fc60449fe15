"""A check with `where="inside"` meets the learner's own objects, in both transports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.verdict import Kind
from tests.autograder import tiny
from tests.autograder.transports import in_both, with_checks

if TYPE_CHECKING:
    from tests.autograder.transports import Outcomes

CHECKS = {
    "a live object": "assert box.content is box.content, 'another object each time'",
    "rng and close": "x = rng.normal(size=3)\nassert close(twice(x), 2 * x), 'not twice'",
    "raises": "with raises(ValueError): refused(1)",
    "what raises": "twice('a')",
    "names of its own": "twice = 3\nbox = None",
    "the names afterwards": "assert callable(twice) and box is not None",
    "no reference": "reference.twice(1)",
}
RIGHT = """
class Box:
    content = object()
box = Box()
def twice(x): return x * 2
def refused(x): raise ValueError(x)
"""
WRONG = """
class Box:
    @property
    def content(self): return object()
box = Box()
def twice(x): return x / 2
def refused(x): return x
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcomes, Outcomes]:
    """A right and a wrong answer, each in both transports."""
    exercise = with_checks(tiny.exercise(tmp_path_factory.mktemp("inside")), CHECKS, reference=RIGHT)
    exercise = replace(exercise, checks=tuple(replace(check, where="inside") for check in exercise.checks))
    return in_both(exercise, RIGHT), in_both(exercise, WRONG)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "said"),
    [
        ("a live object", Kind.PASSED, Kind.FAILED, "another object each time"),
        ("rng and close", Kind.PASSED, Kind.FAILED, "not twice"),
        ("raises", Kind.PASSED, Kind.FAILED, "ValueError was promised"),
        ("what raises", Kind.PASSED, Kind.RAISED, "TypeError: unsupported operand"),
        ("names of its own", Kind.PASSED, Kind.PASSED, ""),
        ("the names afterwards", Kind.PASSED, Kind.PASSED, ""),
        ("no reference", Kind.BROKEN, Kind.BROKEN, "NameError"),
    ],
)
def test_a_check_inside_ends_as_one_outside(
    outcomes: tuple[Outcomes, Outcomes], name: str, right: Kind, wrong: Kind, said: str
) -> None:
    """It passes, fails and raises in the same words; what it binds is its own; it has no reference."""
    kinds = [found.local[name].verdict.kind for found in outcomes]
    assert kinds == [right, wrong]
    assert said in outcomes[1].local[name].verdict.message
    for found in outcomes:
        assert found.local[name] == found.process[name]
