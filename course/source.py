"""Reads an exercise file: the only place where text becomes an `Exercise`.

    text ──cells.split──► raw cells ──roles──► parts ──rules──► problems, or else ──► Exercise

Every mistake of a file is reported at once, each with path:line, what was found and what was expected.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, cast

from course.cells import Problem, split
from course.errors import ContentError, ContentErrors
from course.exercise import Answer, Cell, Check, Exercise
from course.header import Header, read_header
from course.roles import Draft, Part, read_part
from course.rules import problems_of
from course.solution import bound_names, clear

if TYPE_CHECKING:
    from pathlib import Path

    from course.cells import RawCell
    from course.exercise import AnswerRole

_NO_HEADER = Problem(1, "no header", "a YAML header between two lines '# ---' on top of the file")


def read(path: Path) -> Exercise:
    """Read the exercise file at `path`; raises `ContentErrors` with every mistake in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentErrors(
            [ContentError(path, 1, f"a byte that is not text ({error.reason})", "UTF-8")]
        ) from error
    return parse(text, path)


def parse(text: str, path: Path) -> Exercise:
    """Make an exercise of a file's text; `path` gives its module and number, nothing is read from there."""
    draft, problems = _draft(text, path)
    problems = sorted({*problems, *problems_of(draft)})
    if problems:
        raise ContentErrors([ContentError(path, *problem) for problem in problems])
    return _exercise(draft)


def problems_in(path: Path) -> tuple[ContentError, ...]:
    """Return every mistake in the exercise file at `path`, instead of raising them."""
    try:
        read(path)
    except ContentErrors as mistakes:
        return mistakes.errors
    return ()


def _draft(text: str, path: Path) -> tuple[Draft, list[Problem]]:
    """Sort the cells of a text by their roles, whatever may be wrong between them."""
    cells = [cell for cell in split(text) if cell.text.strip() or cell.line > cell.marker]
    header = Header({}, {}, (_NO_HEADER,))
    if cells and cells[0].kind == "raw" and cells[0].text.startswith("---"):
        header = read_header(cells.pop(0))
    parts, problems = [], list(header.problems)
    for cell in cells:
        part, mistakes = read_part(cell)
        parts.append(part)
        problems += mistakes
    return Draft(path, header, tuple(parts)), problems


def starter(exercise: Exercise) -> str:
    """Return what a learner finds in the answer cell: the answer with its solution regions taken out."""
    return clear(exercise.reference.text)


def answer_names(exercise: Exercise) -> tuple[str, ...]:
    """Return the names that the answer cell defines: functions, classes, assignments at the top level."""
    return bound_names(ast.parse(exercise.reference.text))


def _exercise(draft: Draft) -> Exercise:
    header = draft.header.values
    return Exercise(
        id=header["id"],
        title=header["title"],
        version=header["version"],
        skills=tuple(header["skills"]),
        stars=header["stars"],
        minutes=header["minutes"],
        path=draft.path,
        module=draft.path.absolute().parent.name,
        number=draft.number,
        statement=tuple(_statement_cell(part.cell) for part in draft.of("")),
        reference=_reference(draft.of("answer")[0]),
        checks=tuple(_check(part) for part in draft.of("check")),
        hints=tuple(part.cell.text for part in draft.of("hint")),
        explanation=draft.of("explanation")[0].cell.text,
        alternatives=tuple(_answer(part) for part in draft.of("alternative")),
        misconceptions=tuple(_answer(part) for part in draft.of("misconception")),
        variants=tuple(_answer(part) for part in draft.of("variant")),
        shared="".join(part.cell.text for part in draft.of("shared")),
        picture="".join(part.cell.text for part in draft.of("picture")),
        was=tuple(header["was"]),
        requires=tuple(header["requires"]),
        limit=float(header["limit"]),
    )


def _statement_cell(cell: RawCell) -> Cell:
    return Cell(cell.kind, cell.text, cell.line)


def _reference(part: Part) -> Answer:
    return Answer("reference", "reference", part.cell.text, part.cell.line)


def _answer(part: Part) -> Answer:
    fails, misconception = part.options.get("fails"), part.options.get("of")
    remedy = part.remedy if part.role != "alternative" else None
    return Answer(
        cast("AnswerRole", part.role), part.name, part.cell.text, part.cell.line, fails, remedy, misconception
    )


def _check(part: Part) -> Check:
    options = part.options
    return Check(
        name=part.name,
        text=part.cell.text,
        line=part.cell.line,
        points=options["points"],
        hidden=options["hidden"],
        needs=part.needs,
        where=options["where"],
    )
