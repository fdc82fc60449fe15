"""The different way that a pass shows."""

from __future__ import annotations

import ast

import pytest

from autograder.other_way import other_way
from course.catalog import load, load_all

EXERCISES = load_all()


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_right_answer_has_a_different_one_beside_it(exercise) -> None:  # noqa: ANN001 -- an Exercise
    """Whoever wrote one of the answers sees another one, as code that could be run."""
    for answer in (exercise.reference, *exercise.alternatives):
        way = other_way(exercise, answer.text)
        assert way is not None
        assert way.name != answer.name
        assert "SOLUTION" not in way.text
        assert all(ast.get_docstring(node) is None for node in functions(way.text))
        ast.parse(way.text)


def functions(text: str) -> list[ast.FunctionDef]:
    """Return every function that a text defines."""
    return [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]


def test_names_of_the_learners_own_do_not_make_an_answer_different() -> None:
    """The reference with other variable names and no docstring is still the reference."""
    exercise = load("project")
    mine = "def project(B, y):\n    B = np.asarray(B, dtype=float)\n    return B @ np.linalg.lstsq(B, y)[0]"
    way = other_way(exercise, mine)
    assert way is not None
    assert way.name not in ("reference", "the course's own solution")
    assert "lstsq" not in way.text


def test_text_that_nobody_can_read_brings_no_other_way() -> None:
    """An answer whose text is not at hand is not compared."""
    assert other_way(load("project"), "") is None
    assert other_way(load("project"), "def project(A, b") is None
