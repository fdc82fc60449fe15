"""What a check holds of a learner's objects.

A handle forwards calls, attributes, items, arithmetic, `len`, iteration and `in`; each gives plain data
or another handle. Comparison, truth, hash, conversion and repr are not forwarded: a learner's object may
say anything there, so where a check needs them, the answer owed a plain value, and the check fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.boundary.judge_side import JudgeSide

_BINARY = "add sub mul truediv floordiv mod pow matmul and_ or_ xor lshift rshift".split()
_UNARY = "neg pos abs invert".split()
_NOT_FORWARDED = (
    *("eq", "ne", "lt", "le", "gt", "ge", "bool", "hash", "float", "int", "complex", "index"),
    *("repr", "str", "bytes", "format", "round", "array", "array_function"),
)


class NotPlain(AssertionError):
    """A check met an object of the learner's where it was promised a plain value."""


class Handle:
    """One object on the answer's side."""

    __slots__ = ("_description", "_number", "_side")
    __array_ufunc__ = None

    def __init__(self, side: JudgeSide, number: int, description: list[Any]) -> None:
        object.__setattr__(self, "_side", side)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_description", description)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the object on its own side."""
        return side_of(self).call(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return side_of(self).inquire("get", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        side_of(self).inquire("set", self, name, value)

    def __getitem__(self, key: Any) -> Any:
        return side_of(self).inquire("op", "getitem", (self, key))

    def __setitem__(self, key: Any, value: Any) -> None:
        side_of(self).inquire("op", "setitem", (self, key, value))

    def __delitem__(self, key: Any) -> None:
        side_of(self).inquire("op", "delitem", (self, key))

    def __len__(self) -> int:
        length = side_of(self).inquire("op", "len", (self,))
        if type(length) is not int or length < 0:
            raise NotPlain(f"len() of {name_of(self)} gave {length!r}, not a whole number")
        return length

    def __contains__(self, value: Any) -> bool:
        return _arithmetic(self, "contains", (self, value)) is True

    def __iter__(self) -> Iterator[Any]:
        found = side_of(self).inquire("op", "iter", (self,))
        return found if type(found) is Handle else iter(found)

    def __next__(self) -> Any:
        return side_of(self).inquire("op", "next", (self,))

    def __copy__(self) -> Handle:
        return self

    def __deepcopy__(self, _copied: dict[int, Any]) -> Handle:
        return self

    def __instancecheck__(self, value: Any) -> bool:
        return side_of(self).inquire("isinstance", value, self) is True


def _binary(name: str, *, swapped: bool) -> Callable[[Handle, Any], Any]:
    def method(self: Handle, other: Any) -> Any:
        return _arithmetic(self, name, (other, self) if swapped else (self, other))

    return method


def _unary(name: str) -> Callable[[Handle], Any]:
    def method(self: Handle) -> Any:
        return _arithmetic(self, name, (self,))

    return method


def _arithmetic(handle: Handle, name: str, values: tuple[Any, ...]) -> Any:
    """Apply an operator on the object's side, if the answer was to define a class at all.

    Else an object in a number's place could answer `result - expected` with 0, and would learn what is
    expected.
    """
    side = side_of(handle)
    if not side.arithmetic:
        raise NotPlain(f"an object where a plain value was promised: {name_of(handle)}")
    return side.inquire("op", name, values)


def _refuse(name: str) -> Callable[..., NoReturn]:
    def method(self: Handle, *_: Any, **__: Any) -> NoReturn:
        raise NotPlain(f"an object where a plain value was promised: {name_of(self)}")

    method.__name__ = f"__{name}__"
    return method


for _name in _BINARY:
    setattr(Handle, f"__{_name.strip('_')}__", _binary(_name, swapped=False))
    setattr(Handle, f"__r{_name.strip('_')}__", _binary(_name, swapped=True))
for _name in _UNARY:
    setattr(Handle, f"__{_name}__", _unary(_name))
for _name in _NOT_FORWARDED:
    setattr(Handle, f"__{_name}__", _refuse(_name))


def side_of(handle: Handle) -> JudgeSide:
    """Return the judge side that a handle speaks through."""
    return object.__getattribute__(handle, "_side")


def name_of(handle: Handle) -> str:
    """Return what a handle's object claims to be, for messages: "your Foo", "your function f"."""
    kind, _module, name, *_ = [*object.__getattribute__(handle, "_description"), "", "", ""]
    return f"your {kind} {name}" if name else f"your {kind}"


def parameters_of(handle: Handle) -> list[str]:
    """Return the names of a callable's positional parameters, as its side claims them."""
    description = object.__getattribute__(handle, "_description")
    return [str(name) for name in description[3]] if len(description) > 3 else []
