"""The clinic: which inputs tell a wrong answer from a right one."""

from __future__ import annotations

import numpy as np
import pytest

from course.clinic import separates


def doubled(x: np.ndarray) -> np.ndarray:
    """Return the right answer of these tests."""
    return 2 * x


def test_an_input_on_which_both_agree_does_not_separate() -> None:
    """Squaring and doubling agree on 0 and 2, up to rounding."""
    result = separates(lambda x: x**2 + 1e-15, doubled, np.array([0.0, 2.0]))

    assert not result
    assert repr(result) == "No: 2 numbers, and both give [0. 4.]. Change one thing and try again."


def test_another_value_separates_and_is_shown() -> None:
    """The answer says how small the input is and what both made of it."""
    result = separates(np.square, doubled, np.array([3.0]))

    assert result
    assert repr(result) == "Yes, with 1 number: the wrong answer gives [9.], the right one [6.]."


@pytest.mark.parametrize(
    "wrong", [lambda x: doubled(x)[:, None], lambda x: doubled(x)[:1]], ids=["column", "shorter"]
)
def test_another_shape_separates(wrong: object) -> None:
    """Values that would broadcast to equality are still another answer."""
    assert separates(wrong, doubled, np.array([1.0, 1.0]))


def test_an_error_of_the_wrong_answer_separates() -> None:
    """A wrong answer that raises where the right one does not is told apart, and its error is named."""
    result = separates(lambda x: x[5], doubled, np.array([1.0]))

    assert result
    assert result.wrong.startswith("IndexError")


def test_an_input_outside_the_contract_proves_nothing() -> None:
    """What the right answer cannot take is the learner's mistake, and its error says which."""
    with pytest.raises(ZeroDivisionError):
        separates(lambda _: 0, lambda x: 1 // x, 0)


def test_nan_in_the_same_place_is_the_same_answer() -> None:
    """Two answers that are both undefined agree."""
    assert not separates(doubled, doubled, np.array([np.nan]))


def test_an_answer_that_changes_its_input_cannot_change_the_comparison() -> None:
    """Both answers work on copies of the input."""
    x = np.array([1.0])

    def in_place(values: np.ndarray) -> np.ndarray:
        values *= 2
        return values

    assert not separates(in_place, doubled, x)
    assert x.tolist() == [1.0]
