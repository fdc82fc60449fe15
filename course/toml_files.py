"""Reads our TOML files, so that every mistake in one is reported with its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from course.cells import Problem
from course.errors import ContentError, ContentErrors
from course.fields import Field, read_fields

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Return a file's text and what it holds; raises `ContentErrors` where it is no TOML."""
    text = path.read_text(encoding="utf-8")
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        mistake = ContentError(path, int(line[1]) if line else 1, f"broken TOML ({error})", "TOML")
        raise ContentErrors([mistake]) from error


def line_of(text: str, key: str, start: int = 1, suffix: str = " *[=:]") -> int:
    """Return the number of the first line from `start` on that begins with a key."""
    lines = text.splitlines()
    return next((n for n in range(start, len(lines) + 1) if re.match(key + suffix, lines[n - 1])), start)


def read_entry(
    fields: Mapping[str, Field], entry: Any, owner: str, lines: Mapping[str, int], line: int
) -> tuple[dict[str, Any], list[Problem]]:
    """Return a table's values, lists as tuples, and what is wrong with them."""
    if not isinstance(entry, dict):
        return {}, [Problem(line, f"{owner} = {entry!r}", "a table of its own")]
    values, problems = read_fields(fields, entry, lines, owner, line)
    return {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}, problems


def read_tables(path: Path, name: str, fields: Mapping[str, Field]) -> list[tuple[dict[str, Any], int]]:
    """Return the values of each `[[name]]` of a file, with the line on which it begins.

    Raises `ContentErrors` with every mistake in them, or where there is none.
    """
    text, data = read_toml(path)
    marks = re.finditer(rf"^\[\[{name}\]\]", text, re.MULTILINE)
    starts = [text.count("\n", 0, mark.start()) + 1 for mark in marks]
    found, errors = [], []
    for entry, start in zip(data.get(name, []), starts, strict=False):
        lines = {key: line_of(text, key, start) for key in entry}
        values, problems = read_entry(fields, entry, f"a {name}", lines, start)
        errors += [ContentError(path, *problem) for problem in problems]
        if not problems:
            found.append((values, start))
    if errors or not found:
        raise ContentErrors(errors or [ContentError(path, 1, f"no {name}s", f"[[{name}]]")])
    return found
