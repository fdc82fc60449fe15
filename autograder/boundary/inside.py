"""Runs a check where the answer lives: for what only a live object can show.

The check meets the learner's own objects, without proxies and without the reference, so whatever it says
is the answer side's word and can be forged: `verify` counts its points as unsealed.
"""

from __future__ import annotations

import linecache
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.errors import Expired

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from types import FrameType, TracebackType

NAME = "<check>"
PASSED, FAILED, BROKEN = "passed", "failed", "broken"


def run(
    text: str, namespace: dict[str, Any], seed: int, is_learners: Callable[[FrameType], bool]
) -> tuple[str, str]:
    """Run a check's text on a copy of the namespace; returns how it ended, and its message.

    An exception of the learner's code comes through.
    """
    linecache.cache[NAME] = (len(text), None, text.splitlines(keepends=True), NAME)
    names = {**namespace, **_helpers(seed), "__name__": "check"}
    try:
        exec(compile(text, NAME, "exec"), names)
    except (Expired, KeyboardInterrupt):
        raise
    except BaseException as error:
        if _passed_through(error.__traceback__, is_learners):
            raise
        if isinstance(error, AssertionError):
            return FAILED, str(error)
        return BROKEN, f"{type(error).__name__}: {error}"
    return PASSED, ""


def _passed_through(traceback: TracebackType | None, is_learners: Callable[[FrameType], bool]) -> bool:
    while traceback is not None:
        if is_learners(traceback.tb_frame):
            return True
        traceback = traceback.tb_next
    return False


def _helpers(seed: int) -> dict[str, Any]:
    return {"rng": np.random.default_rng(seed), "close": close, "raises": _raises, "take": _take}


def close(a: Any, b: Any, rtol: float = 1e-9, atol: float = 1e-12) -> bool:
    """Whether two numeric values have one shape and agree within tolerance; NaN equals NaN."""
    try:
        left, right = np.asarray(a), np.asarray(b)
    except (TypeError, ValueError):
        return False
    if left.shape != right.shape or left.dtype.kind not in "biufc" or right.dtype.kind not in "biufc":
        return False
    with np.errstate(all="ignore"):
        return bool(np.allclose(left, right, rtol=rtol, atol=atol, equal_nan=True))


@contextmanager
def _raises(*types: type[BaseException]) -> Generator[None]:
    try:
        yield
    except types:
        return
    raise AssertionError(
        f"nothing was raised, where {' or '.join(kind.__name__ for kind in types)} was promised."
    )


def _take(iterator: Iterable[Any], count: int) -> list[Any]:
    items = [*islice(iterator, count + 1)]
    if len(items) > count:
        raise AssertionError(f"your iterator gave more than {count} items.")
    return items
