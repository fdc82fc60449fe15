"""Says, for the wrong-answer clinic of a lesson, whether an input tells a wrong answer from a right one."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

RTOL, ATOL = 1e-9, 1e-12


@dataclass(frozen=True, slots=True)
class Separation:
    """What two functions made of one input; true where the input tells them apart."""

    separated: bool
    size: int
    """How many numbers the input holds."""
    wrong: str
    """What the wrong answer returned or raised."""
    right: str

    def __bool__(self) -> bool:
        return self.separated

    def __repr__(self) -> str:
        numbers = f"{self.size} number{'s' * (self.size != 1)}"
        if not self.separated:
            return f"No: {numbers}, and both give {self.right}. Change one thing and try again."
        return f"Yes, with {numbers}: the wrong answer gives {self.wrong}, the right one {self.right}."


def separates(wrong: Callable[..., Any], right: Callable[..., Any], *inputs: Any) -> Separation:
    """Say whether `wrong(*inputs)` differs from `right(*inputs)` beyond rounding: in shape, value or error.

    Both work on copies of `inputs`. An input on which `right` itself raises proves nothing about `wrong`, so
    its error reaches the caller.
    """
    expected = np.asarray(right(*copy.deepcopy(inputs)))
    size = sum(np.size(value) for value in inputs)
    try:
        got = np.asarray(wrong(*copy.deepcopy(inputs)))
    except Exception as error:  # noqa: BLE001 - whatever a wrong answer raises is what it did
        return Separation(
            separated=True, size=size, wrong=f"{type(error).__name__}: {error}", right=_short(expected)
        )
    same = got.shape == expected.shape and np.allclose(got, expected, RTOL, ATOL, equal_nan=True)
    return Separation(not same, size, _short(got), _short(expected))


def _short(value: np.ndarray) -> str:
    text = np.array2string(value, precision=4, suppress_small=True, threshold=12)
    return " ".join(text.split())
