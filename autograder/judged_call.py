"""Finds the call whose value a failing assertion judged, so that the card shows that one.

A check may collect several values before it looks at them; the last call is then not the one that failed.
The names in the failing statement lead to values, and a value that a call returned leads to the call: by
identity, because every crossing of the boundary builds new objects. Where that finds nothing, the last call
is as good a guess as any.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import FrameType

    from autograder.boundary.judge_side import Call
    from course.exercise import Check

_SHARED = (bool, int, type(None), str, bytes)
"""Types of which Python keeps one object for many values: such a part of a result leads nowhere."""
_CONTAINERS = (list, tuple, dict)
MOST_PARTS = 100


def judged_call(check: Check, error: BaseException | None, file: str, calls: Sequence[Call]) -> Call | None:
    """Return the newest of `calls` whose value the failing statement of a check in `file` names.

    None where there is no such call.
    """
    if not isinstance(error, AssertionError) or not calls:
        return None
    statements = _statements(check.text, check.line)
    for frame, line in _frames(error, file):
        covering = [each for each in statements if each.lineno <= line <= (each.end_lineno or each.lineno)]
        if covering:
            judged = list(_values(max(covering, key=lambda each: each.lineno), frame))
            found = _newest(calls, judged)
            if found is not None:
                return found
    return None


@lru_cache(maxsize=512)
def _statements(text: str, first_line: int) -> tuple[ast.stmt, ...]:
    """Return all statements of a check whose text begins at this line of its file."""
    tree = ast.parse(text)
    ast.increment_lineno(tree, first_line - 1)
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.stmt))


def _frames(error: BaseException, file: str) -> list[tuple[FrameType, int]]:
    """Return the frames of a content file that an error came through, innermost first."""
    found, traceback = [], error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == file:
            found.append((traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return found[::-1]


def _values(statement: ast.stmt, frame: FrameType) -> Iterator[Any]:
    """Yield what the names and items in a statement stand for; in an assert, those of its condition."""
    part = statement.test if isinstance(statement, ast.Assert) else statement
    for node in ast.walk(part):
        if isinstance(node, (ast.Name, ast.Subscript)) and isinstance(node.ctx, ast.Load):
            try:
                yield _value(node, frame)
            except (LookupError, TypeError):
                continue


def _value(node: ast.expr, frame: FrameType) -> Any:
    """Return what a name, a constant, or an item of a plain container stands for; raises LookupError."""
    match node:
        case ast.Name(id=name):
            return frame.f_locals[name] if name in frame.f_locals else frame.f_globals[name]
        case ast.Constant(value=value):
            return value
        case ast.Subscript(value=of, slice=place):
            container = _value(of, frame)
            if type(container) in _CONTAINERS:
                return container[_value(place, frame)]
    raise LookupError


def _newest(calls: Sequence[Call], judged: Sequence[Any]) -> Call | None:
    """Return the newest call that returned one of these values, or one with such a value in its result."""
    returned = [call for call in reversed(calls) if call.returned]
    whole = (call for call in returned if any(call.result is value for value in judged))
    telling = [value for value in judged if not isinstance(value, _SHARED)]
    parted = (call for call in returned if any(_has(call.result, value) for value in telling))
    return next(whole, None) or next(parted, None)


def _has(result: Any, value: Any) -> bool:
    if type(result) not in _CONTAINERS or len(result) > MOST_PARTS:
        return False
    parts: Iterable[Any] = result.values() if type(result) is dict else result
    return any(part is value for part in parts)
