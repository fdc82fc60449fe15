"""Exceptions across the boundary: as plain data one way, as a marked exception of the same type back.

An exception of the learner's becomes type, message and the learner's own lines. The judge side raises a
subclass of the nearest type that it knows, marked with `AnswerRaised`, so that `raises(ValueError)` in a
check works and a learner's AssertionError is never mistaken for the check's own.
"""

from __future__ import annotations

import linecache
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from autograder.errors import AnswerRaised, Refused
from autograder.verdict import Raised, SourceLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

MAX_MESSAGE = 2000
MAX_LINES = 12
CONTEXT = 2
_KNOWN_MODULES = (
    "builtins", "numpy.linalg", "numpy.exceptions", "sklearn.exceptions", "pandas.errors", "sqlite3",
    "decimal", "dataclasses", "json.decoder", "collections", "scipy.linalg",
)  # fmt: skip


def describe(error: BaseException, is_learners: Callable[[FrameType], bool]) -> dict[str, Any]:
    """Return an exception as plain data; `is_learners` tells which frames are the learner's code."""
    return {
        "type": type(error).__name__,
        "bases": [f"{base.__module__}:{base.__qualname__}" for base in type(error).__mro__],
        "message": _message(error),
        "lines": [_line(frame, number) for frame, number in _learners(error.__traceback__, is_learners)],
    }


def _message(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception as failure:  # noqa: BLE001 -- a learner's own exception may fail to say anything
        text = f"(its message cannot be shown: {type(failure).__name__})"
    return text[:MAX_MESSAGE]


def _learners(
    traceback: TracebackType | None, is_learners: Callable[[FrameType], bool]
) -> list[tuple[FrameType, int]]:
    found = []
    while traceback is not None:
        if is_learners(traceback.tb_frame):
            found.append((traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return found if len(found) <= MAX_LINES else [*found[: MAX_LINES // 2], *found[-MAX_LINES // 2 :]]


def _line(frame: FrameType, number: int) -> list[Any]:
    file = frame.f_code.co_filename
    context = [
        [n, linecache.getline(file, n, frame.f_globals).rstrip("\n")]
        for n in range(max(1, number - CONTEXT), number + CONTEXT + 1)
    ]
    while context and not context[-1][1]:
        context.pop()
    text = linecache.getline(file, number, frame.f_globals).strip()
    return [file, number, frame.f_code.co_name, text, context]


def rebuild(data: Any, *, ends_iteration: bool = True) -> BaseException:
    """Return the marked exception that stands for a learner's.

    A StopIteration that came out of a call becomes a RuntimeError, as in a generator: it would end the loop
    of the check that calls, and `all(map(f, cases))` would be true.
    """
    try:
        kind = _nearest([str(name) for name in data["bases"]])
        if not ends_iteration and issubclass(kind, (StopIteration, StopAsyncIteration, GeneratorExit)):
            kind = RuntimeError
        raised = Raised(
            type=str(data["type"])[:200],
            message=str(data["message"])[:MAX_MESSAGE],
            lines=tuple(_read_line(line) for line in data["lines"][: 2 * MAX_LINES]),
        )
        arity = str(data.get("arity", ""))[:500]
    except Exception as error:  # noqa: BLE001 -- the answer's side may say anything
        raise Refused(f"a malformed exception ({type(error).__name__})") from None
    instance = _bare(_marked(kind)) or _bare(_marked(Exception))
    instance.args = (raised.message,)
    instance.raised = raised
    instance.arity = arity
    return instance


def foreign(data: Any) -> BaseException:
    """Return the exception that an answer sees when a lent object or callback of the check raised."""
    instance = _bare(_nearest(data["bases"])) or Exception()
    instance.args = (data["message"],)
    return instance


def _bare(kind: type[BaseException]) -> Any:
    """Return an exception without running its `__init__`; None for groups, which insist on members."""
    try:
        return kind.__new__(kind)
    except TypeError:
        return None


def _read_line(line: Any) -> SourceLine:
    file, number, function, text, context = line
    return SourceLine(
        file=str(file), number=int(number), function=str(function)[:200], text=str(text)[:500],
        context=tuple((int(n), str(code)[:500]) for n, code in context[: 2 * CONTEXT + 1]),
    )  # fmt: skip


def _nearest(bases: list[str]) -> type[BaseException]:
    for name in bases:
        module, _, qualname = name.partition(":")
        if module in _KNOWN_MODULES:
            kind = getattr(sys.modules.get(module), qualname, None)
            if isinstance(kind, type) and issubclass(kind, BaseException):
                return kind
    return Exception


@cache
def _marked(kind: type[BaseException]) -> type[BaseException]:
    return type(
        kind.__name__, (AnswerRaised, kind), {"__module__": kind.__module__, "__str__": _first_argument}
    )


def _first_argument(error: BaseException) -> str:
    return str(error.args[0]) if error.args else ""
