"""Reads the YAML header of an exercise file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from course.cells import Problem
from course.exercise import DEFAULT_LIMIT
from course.fields import (
    Field,
    is_line,
    is_list_of,
    is_positive_count,
    is_positive_number,
    matches,
    read_fields,
)

if TYPE_CHECKING:
    from course.cells import RawCell

ID_PATTERN = r"[A-Za-z][A-Za-z0-9_]*"
EXTRAS = ("torch", "tensorflow", "spark")

_is_id = matches(ID_PATTERN)
_is_skill = matches(r"S\d{3}")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FIELDS = {
    "title": Field(is_line, "one line of text, quoted where it holds a colon"),
    "id": Field(_is_id, "the name of the function or class that the learner writes"),
    "version": Field(is_positive_count, "a whole number from 1"),
    "skills": Field(
        lambda value: bool(value) and is_list_of(_is_skill)(value), "a list of skills such as [S025, S108]"
    ),
    "stars": Field(lambda value: is_positive_count(value) and value in (1, 2, 3), "1, 2 or 3"),
    "minutes": Field(is_positive_count, "a whole number of minutes from 1"),
    "was": Field(is_list_of(_is_id), "a list of former ids such as [old_name]", ()),
    "requires": Field(is_list_of(EXTRAS.__contains__), f"a list of extras out of {', '.join(EXTRAS)}", ()),
    "limit": Field(is_positive_number, "seconds, a number above 0", DEFAULT_LIMIT),
}
_KEYS_OF_JUPYTEXT = ("jupyter",)


@dataclass(frozen=True, slots=True)
class Header:
    """The values of a header, its lines in the file, and what is wrong with it."""

    values: dict[str, Any]
    lines: dict[str, int]
    problems: tuple[Problem, ...]


def read_header(cell: RawCell) -> Header:
    """Read the header that `course.cells.split` found on top of a file."""
    content = "\n".join(cell.text.split("\n")[1:-1])
    first = cell.line + 1
    try:
        pairs = _pairs(content, first)
    except yaml.YAMLError as error:
        return Header({}, {}, (_unreadable(error, first),))
    twice = [Problem(line, f"{key!r} twice in the header", "each key once") for key, line in _repeated(pairs)]
    ours = [(key, value, line) for key, value, line in pairs if key not in _KEYS_OF_JUPYTEXT]
    lines = {key: line for key, _, line in ours}
    read = {key: value for key, value, _ in ours}
    values, problems = read_fields(FIELDS, read, lines, "the header", cell.line)
    return Header(values, lines, (*twice, *problems))


def _unreadable(error: yaml.YAMLError, first: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or str(error)
    return Problem(
        first + (mark.line if mark else 0), f"a header that YAML cannot read ({why})", "key: value"
    )


def _pairs(content: str, first: int) -> list[tuple[str, object, int]]:
    """Return key, value and line of each entry of a YAML mapping."""
    loader = _Loader(content)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise yaml.MarkedYAMLError(problem="no keys and values")
        return [
            (str(key.value), loader.construct_object(value, deep=True), first + key.start_mark.line)
            for key, value in node.value
        ]
    finally:
        loader.dispose()


def _repeated(pairs: list[tuple[str, object, int]]) -> list[tuple[str, int]]:
    keys = [key for key, _, _ in pairs]
    return [(key, line) for index, (key, _, line) in enumerate(pairs) if key in keys[:index]]
