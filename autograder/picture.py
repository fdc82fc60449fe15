"""A picture of what an answer gave beside what was expected, for exercises where one explains.

The `picture` cell of an exercise defines `picture(got, expected, …)`, called with the arguments of the call
that was judged. It returns what `arrows(…)` or `tables(…)` gave, or None where there is nothing to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.picture_svg import arrows, tables
from autograder.verdict import Picture

if TYPE_CHECKING:
    from autograder.boundary.judge_side import Call
    from autograder.prepared import Prepared


def picture_of(prepared: Prepared, call: Call, expected: Any) -> Picture | None:
    """Draw one call; None where the exercise has no picture, or what came back cannot be drawn."""
    if not prepared.picture:
        return None
    names: dict[str, Any] = {**prepared.setup, "arrows": arrows, "tables": tables}
    try:
        with np.errstate(all="ignore"):
            exec(prepared.picture, names)
            drawn = names["picture"](call.result, expected, *call.args, **call.kwargs)
    except Exception:  # noqa: BLE001 -- an answer may be anything, and the card says what it is without a picture
        return None
    return drawn if isinstance(drawn, Picture) else None
