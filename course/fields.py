"""Fields with a promise: what an exercise's header and the options of its cells have in common.

Both are keys with values that an author typed; a `Field` says what a value must be, and `read_fields`
collects every mistake instead of stopping at the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from course.cells import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

REQUIRED: Final = object()
"""The default of a field that an author must write."""


@dataclass(frozen=True, slots=True)
class Field:
    """What one key may hold."""

    accepts: Callable[[object], bool]
    expected: str
    """The promise in words, for the error message."""
    default: object = REQUIRED


def read_fields(
    fields: Mapping[str, Field], values: Mapping[str, object], lines: Mapping[str, int], owner: str, line: int
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the usable values, defaults filled in, and one problem per mistake.

    `lines` gives the line of each key of `values`; `line` is the owner's own, for keys that are missing.
    """
    unknown = [
        Problem(lines[key], f"{key!r} in {owner}", one_of(fields, key)) for key in values if key not in fields
    ]
    missing = [
        Problem(line, f"no {key!r} in {owner}", f"{key}: {field.expected}")
        for key, field in fields.items()
        if key not in values and field.default is REQUIRED
    ]
    wrong = [
        Problem(lines[key], f"{key} {values[key]!r}", field.expected)
        for key, field in fields.items()
        if key in values and not field.accepts(values[key])
    ]
    good = {
        key: values.get(key, field.default)
        for key, field in fields.items()
        if (field.accepts(values[key]) if key in values else field.default is not REQUIRED)
    }
    return good, unknown + missing + wrong


def one_of(known: Collection[str], typed: object) -> str:
    """Say which words were possible, the nearest alone where one is near."""
    near = list(known) if len(known) == 1 else get_close_matches(str(typed), list(known), n=1)
    if near:
        return repr(near[0])
    return f"one of {', '.join(known)}" if known else "nothing of that kind"


def is_line(value: object) -> bool:
    """Accept text on one line that says something."""
    return isinstance(value, str) and bool(value.strip()) and "\n" not in value


def is_count(value: object) -> bool:
    """Accept a whole number from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_positive_count(value: object) -> bool:
    """Accept a whole number from 1."""
    return is_count(value) and value != 0


def is_positive_number(value: object) -> bool:
    """Accept a number above 0."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def is_flag(value: object) -> bool:
    """Accept true and false."""
    return isinstance(value, bool)


def matches(pattern: str) -> Callable[[object], bool]:
    """Accept text that this regular expression describes in full."""
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and bool(compiled.fullmatch(value))


def is_list_of(accepts: Callable[[object], bool]) -> Callable[[object], bool]:
    """Accept a list of such values."""
    return lambda value: isinstance(value, list | tuple) and all(map(accepts, value))
