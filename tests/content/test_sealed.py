"""The sealed judge and the check in a kernel agree on right and wrong answers, check by check.

With `--thorough` on all that the exercises know, otherwise on a third of the wrong ones.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.grading.known_traces import KnownTraces
from autograder.grading.single import judge_answer, tools_for
from autograder.sandbox.isolation import findings
from course.catalog import load_all
from course.source import starter
from tests.content.in_kernel import in_kernel, sound, together, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.grading.job import Tools
    from course.exercise import Exercise

BLIND = Path(__file__).parent / "blind"
EXERCISES = {exercise.id: exercise for exercise in load_all()}
MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))


class Undiagnosed(KnownTraces):
    """Knows which checks a reference passes, and no mistake."""

    def __call__(self, exercise: Exercise) -> None:
        """Return nothing to diagnose with."""

    def passed(self, exercise: Exercise) -> list[str]:
        """Return the checks that the reference passes in this process."""
        return sound(exercise)


@pytest.fixture(scope="session")
def tools() -> Iterator[Tools]:
    """Give what grades in the sandbox, with all exercises ready; between these tests others run."""
    with tools_for([*EXERCISES.values()]) as ready:
        yield replace(ready, known=Undiagnosed(ready.judges, ready.salt))


def answers(exercise: Exercise, *, thorough: bool) -> dict[str, str]:
    """Return the answers to compare, by a name for messages: the exercise's own, and right ones of others.

    Wrong ones of others are judged in the kernel alone: the misconceptions show that both say the same.
    """
    wrong = exercise.misconceptions[:: 1 if thorough else 3]
    known = {answer.name: answer.text for answer in (*exercise.alternatives, *wrong)}
    others = sorted((BLIND / exercise.id / "right").glob("*.py"))
    right = {path.name: path.read_text("utf-8") for path in others[: None if thorough else 2]}
    names = exercise.id, "*_, **__"
    nothing = {
        "nothing": f"def {names[0]}({names[1]}): return None",
        "one": f"def {names[0]}({names[1]}): return 1",
    }
    return {"reference": exercise.reference.text, "starter": starter(exercise), **nothing, **known, **right}


@pytest.mark.parametrize("name", [pytest.param(name, marks=together(name)) for name in EXERCISES])
def test_both_judges_say_the_same(name: str, tools: Tools, thorough: bool) -> None:  # noqa: FBT001 - a fixture
    """Verdict and message of each check are those that the learner saw in the notebook."""
    exercise = EXERCISES[name]
    for which, text in answers(exercise, thorough=thorough).items():
        assert told(judge_answer(exercise, text, tools).verdicts) == in_kernel(name, text), which
