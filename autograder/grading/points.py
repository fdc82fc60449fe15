"""Points of a plain test cell, from what it left: nbgrader's rule, a little kinder.

An error gives nothing; a cell whose value is a number gives that many points; else all of them. What a
learner's code writes to the error stream costs nothing, unless the instructor wants it to.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def points_of(
    outputs: Sequence[dict[str, Any]],
    most: float,
    *,
    error: dict[str, Any] | None = None,
    fatal: str = "",
    stderr_fails: bool = False,
) -> tuple[float, str]:
    """Return the points and, where some are missing, why."""
    if fatal:
        return 0.0, fatal
    if error is not None:
        return 0.0, f"{error['type']}: {error['message']}".rstrip(": ")
    for output in outputs:
        kind = output.get("output_type")
        if kind == "error":
            return 0.0, f"{output.get('ename')}: {output.get('evalue')}"
        if kind == "stream" and output.get("name") == "stderr" and stderr_fails:
            return 0.0, "it wrote to the error stream"
        if kind == "execute_result":
            partial = _number(output)
            if partial is not None:
                return min(
                    max(partial, 0.0), most
                ), "" if partial >= most else f"{partial:g} of {most:g} points"
    return most, ""


def _number(output: dict[str, Any]) -> float | None:
    try:
        text = output["data"]["text/plain"]
        value = float(text) if isinstance(text, str) else math.nan
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return value if math.isfinite(value) else None
