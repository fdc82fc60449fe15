"""Points of a plain test cell, from what it left: nbgrader's rule, a little kinder and a little stricter.

An error gives nothing; a cell whose value is a number gives that many points; else all of them. What a
learner's code writes to the error stream costs nothing, unless the instructor wants it to. Where a cell
gives a number for the instructor's own solution, anything else is no points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Left:
    """What a test cell left behind."""

    outputs: list[dict[str, Any]] = field(default_factory=list)
    value: float | None = None
    """The cell's value, where it is a number."""
    failure: str = ""
    """Why it did not come to its end."""
    noisy: bool = False
    """Whether the learner's code wrote to the error stream while the test called it."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one cell and, where some are missing, why."""

    earned: float
    why: str = ""


def points_of(left: Left, most: float, *, gives_number: bool = False, stderr_fails: bool = False) -> Points:
    """Return what a cell of `most` points gives."""
    failure = left.failure or _failure(left, stderr_fails=stderr_fails)
    if failure:
        return Points(0.0, failure)
    if left.value is None:
        return Points(0.0, "its value is no number of points") if gives_number else Points(most)
    earned = min(max(left.value, 0.0), most)
    return Points(earned, "" if earned >= most else f"{earned:g} of {most:g} points")


def _failure(left: Left, *, stderr_fails: bool) -> str:
    for output in left.outputs:
        if output.get("output_type") == "error":
            return f"{output.get('ename')}: {output.get('evalue')}".rstrip(": ")
    wrote = left.noisy or any(output.get("name") == "stderr" for output in left.outputs)
    return "it wrote to the error stream" if stderr_fails and wrote else ""


def shown_number(outputs: list[dict[str, Any]]) -> float | None:
    """Return the number that a cell shows as its value, from where only outputs come."""
    for output in outputs:
        if output.get("output_type") == "execute_result":
            try:
                text = output["data"]["text/plain"]
                value = float(text) if isinstance(text, str) else math.nan
            except (KeyError, TypeError, ValueError, OverflowError):
                return None
            return value if math.isfinite(value) else None
    return None
