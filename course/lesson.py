"""Reads a lesson file: a py:percent text without roles, whose cells a learner gets as they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.cells import Problem, RawCell, split
from course.errors import ContentError, ContentErrors
from course.fields import Field, is_line, is_list_of, read_fields
from course.syntax import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.catalog import Module

_OPTIONS = {
    "name": Field(is_line, "a name for the cell", ""),
    "tags": Field(is_list_of(is_line), "a list", ()),
}
_ANY_HEADING = re.compile(r"^#+ +(?P<text>.+?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^# +(?P<text>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LessonCell:
    """One cell of a lesson."""

    cell: RawCell
    name: str
    """Unique in the lesson: what the author wrote as `name=`, else the section and the cell's place in it."""
    tags: tuple[str, ...]


def read_lesson(path: Path) -> list[LessonCell]:
    """Return the cells of the lesson at `path`; raises `ContentErrors` with every mistake in it."""
    cells = [
        cell for cell in split(path.read_text(encoding="utf-8")) if cell.kind != "raw" and cell.text.strip()
    ]
    problems = [problem for cell in cells for problem in _problems(cell)]
    lesson = list(_named(cells))
    names = [cell.name for cell in lesson]
    problems += [
        Problem(cell.cell.marker, f"a second cell named {cell.name!r}", "a name of its own")
        for index, cell in enumerate(lesson)
        if cell.name in names[:index]
    ]
    if problems:
        raise ContentErrors([ContentError(path, *problem) for problem in problems])
    return lesson


def module_title(module: Module) -> str:
    """Return the first heading of the module's lesson, or the module's name in words."""
    if module.lesson:
        for cell in split(module.lesson.read_text(encoding="utf-8")):
            heading = _HEADING.search(cell.text) if cell.kind == "markdown" else None
            if heading:
                return heading["text"]
    return module.name.capitalize()


def _problems(cell: RawCell) -> Iterator[Problem]:
    yield from cell.problems
    _, mistakes = read_fields(
        _OPTIONS, cell.options, dict.fromkeys(cell.options, cell.marker), "a lesson's cell", 0
    )
    yield from mistakes
    if cell.kind == "code" and not cell.commands:
        _, problem = syntax(cell.text, cell.line)
        if problem:
            yield problem


def _named(cells: list[RawCell]) -> Iterator[LessonCell]:
    """Name cells by their section and their place in it, so that ids outlive changes elsewhere."""
    section, place, seen = "", 0, Counter[str]()
    for cell in cells:
        heading = _ANY_HEADING.search(cell.text) if cell.kind == "markdown" else None
        if heading:
            seen[heading["text"]] += 1
            section, place = f"{heading['text']} ({seen[heading['text']]})", 0
        place += 1
        tags = cell.options.get("tags", ())
        name = str(cell.options.get("name") or f"{section} {place}")
        yield LessonCell(cell, name, tuple(tags) if isinstance(tags, list) else ())
