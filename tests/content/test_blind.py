"""Answers by people who saw lesson and statement, never the reference: each is judged as what it is.

`blind/<exercise id>/right/*.py` must earn full marks, `blind/<exercise id>/wrong/*.py` must not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.verdict import Kind
from course import catalog
from tests.content.in_kernel import in_kernel, together

if TYPE_CHECKING:
    from course.exercise import Exercise

BLIND = Path(__file__).parent / "blind"
SALTS = (0, 20260101, 20260202, 20260303)
"""The first alone unless `--thorough`."""


def files(kind: str) -> list[pytest.ParameterSet]:
    """Return the answers of one kind."""
    return [
        pytest.param(
            path, id=f"{path.parent.parent.name}-{path.stem}", marks=together(path.parent.parent.name)
        )
        for path in sorted(BLIND.glob(f"*/{kind}/*.py"))
    ]


def kinds(path: Path, salt: int) -> set[Kind]:
    """Return how the checks of its exercise ended on an answer."""
    found = in_kernel(path.parent.parent.name, path.read_text(encoding="utf-8"), salt)
    return {kind for _, kind, _ in found}


@pytest.mark.parametrize("path", files("right"))
def test_a_right_answer_passes(path: Path, thorough: bool) -> None:  # noqa: FBT001 - a fixture
    """The statement suffices: whoever follows it is right."""
    for salt in SALTS if thorough else SALTS[:1]:
        assert kinds(path, salt) == {Kind.PASSED}, salt


@pytest.mark.parametrize("path", files("wrong"))
def test_a_wrong_answer_does_not_pass(path: Path) -> None:
    """A plausible mistake is found, and the fault is never called ours."""
    found = kinds(path, SALTS[0])
    assert found != {Kind.PASSED}
    assert Kind.BROKEN not in found


@pytest.mark.parametrize("exercise", catalog.load_all(), ids=lambda exercise: exercise.id)
def test_every_exercise_was_solved_by_two_people(exercise: Exercise) -> None:
    """No exercise is released on its author's word alone."""
    assert len([*(BLIND / exercise.id / "right").glob("*.py")]) >= 2
