"""Finds the call whose value a failing assertion judged, so that the card shows that one.

A check may collect several values before it looks at them; the last call is then not the one that failed.
The names in the failing statement lead to values, and a value that a call returned leads to the call: by
identity, because every crossing of the boundary builds new objects. Of calls that returned one of the few
values that all share, such as True, the arguments tell which is meant: those that the statement or its
message names. Where that finds nothing, the last call is as good a guess as any.
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
"""Types of which Python keeps one object for many values: such a one alone leads nowhere."""
_CONTAINERS = (list, tuple, dict)
MOST_PARTS = 100


def judged_call(check: Check, error: BaseException | None, file: str, calls: Sequence[Call]) -> Call | None:
    """Return that of `calls` to which most leads in the failing statement of a check in `file`.

    None where nothing does.
    """
    if not isinstance(error, AssertionError) or not calls:
        return None
    statements = _statements(check.text, check.line)
    hints: list[tuple[int, Call]] = []
    for frame, line in _frames(error, file):
        covering = [each for each in statements if each.lineno <= line <= (each.end_lineno or each.lineno)]
        if covering:
            hints.append(_likeliest(calls, max(covering, key=lambda each: each.lineno), frame))
    return max(hints, key=lambda hint: hint[0])[1] if any(strength for strength, _ in hints) else None


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


def _likeliest(calls: Sequence[Call], statement: ast.stmt, frame: FrameType) -> tuple[int, Call]:
    """Return the call that a statement speaks of, with how strongly it does; of equals the newest."""
    judged = [*_values(statement.test if isinstance(statement, ast.Assert) else statement, frame)]
    named = [*_values(statement, frame)]
    named += [part for value in named for part in _parts(value)]
    rated = ((_strength(call, judged, named), call) for call in reversed(calls))
    return max(rated, key=lambda pair: pair[0])


def _strength(call: Call, judged: Sequence[Any], named: Sequence[Any]) -> int:
    """Rate what speaks for a call: its result above its arguments, values of one place above shared ones."""
    strength = 0
    if call.returned and any(call.result is value for value in judged):
        strength += 1 if isinstance(call.result, _SHARED) else 1_000
    elif call.returned and any(
        part is value for part in _parts(call.result) if not isinstance(part, _SHARED) for value in judged
    ):
        strength += 500
    for argument in (*call.args, *call.kwargs.values()):
        if isinstance(argument, _SHARED):
            strength += any(type(value) is type(argument) and value == argument for value in named)
        else:
            strength += 20 * any(argument is value for value in named)
    return strength


def _parts(value: Any) -> Iterable[Any]:
    if type(value) not in _CONTAINERS or len(value) > MOST_PARTS:
        return ()
    return value.values() if type(value) is dict else value


def _values(part: ast.AST, frame: FrameType) -> Iterator[Any]:
    """Yield what the names and items in a statement stand for."""
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
