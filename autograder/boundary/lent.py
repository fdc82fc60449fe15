"""What an answer holds of the judge's objects: callbacks, spies, recording connections.

A `Lent` proxy forwards calls, attributes and those operators that the check's own class defines. What it
reaches is decided by the judge side, with every question anew; nothing here is a lock.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Any

from autograder.boundary.exceptions import foreign

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.boundary.side import Side

_BINARY = (
    "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift radd rsub rmul rtruediv rfloordiv "
    "rmod rpow rmatmul rand ror rxor eq ne lt le gt ge getitem contains delitem"
).split()
_UNARY = "neg pos abs invert len iter next bool hash float int index enter".split()
OPERATORS = frozenset(f"__{name}__" for name in [*_BINARY, *_UNARY, "call", "setitem", "exit"])
"""Operators of a check's own class that reach an answer."""


class Lent:
    """One object of the judge's, as an answer sees it."""

    __slots__ = ("_number", "_side")

    def __init__(self, side: Side, number: int) -> None:
        object.__setattr__(self, "_side", side)
        object.__setattr__(self, "_number", number)

    def __getattr__(self, name: str) -> Any:
        return _asked(self, "get", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _asked(self, "set", self, name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the check>"


def _asked(proxy: Lent, op: str, *values: Any) -> Any:
    side: Side = object.__getattribute__(proxy, "_side")
    if side.owns_proxy(proxy) is None:
        raise RuntimeError("this object was lent for an earlier check only")
    outcome, value, _notes = side.ask(op, *values)
    if outcome == "raised":
        raise foreign(value)
    return value


def lent_class(description: list[Any]) -> type[Lent]:
    """Return the proxy class for an object described as [name, operators, class that it stands for]."""
    name, operators, stands_for = description
    return _lent_class(name, tuple(operators), stands_for)


@cache
def _lent_class(name: str, operators: tuple[str, ...], stands_for: str) -> type[Lent]:
    members: dict[str, Any] = {
        operator: _forward(operator) for operator in operators if operator in OPERATORS
    }
    if "__call__" in members:
        members["__call__"] = _call
    if "__eq__" in members and "__hash__" not in members:
        members["__hash__"] = None
    if stands_for:
        members["__class__"] = property(lambda _self: pkgutil.resolve_name(stands_for))
    return type(name, (Lent,), {"__slots__": (), **members})


def _call(self: Lent, /, *args: Any, **kwargs: Any) -> Any:
    return _asked(self, "call", self, args, kwargs)


def _forward(operator: str) -> Callable[..., Any]:
    def method(self: Lent, *values: Any) -> Any:
        if operator == "__exit__":
            values = (None, None, None)
        return _asked(self, "op", operator, (self, *values))

    method.__name__ = operator
    return method
