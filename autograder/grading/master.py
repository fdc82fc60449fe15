"""The instructor's version of an assignment: what is graded, and by what.

The source notebook is the only authority on every cell that a learner does not own. What a submission
says about points, locks or checks is not looked at.
"""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from course.catalog import load
from course.versions import METADATA_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.GeneratorExp)


class Role(StrEnum):
    """What a cell of the instructor's notebook is for."""

    GIVEN = "given"
    """The instructor's: it runs as the instructor wrote it."""
    LOOSE = "loose"
    """The instructor's, but not locked: what the learner made of it runs."""
    ANSWER = "answer"
    GRADE = "grade"
    """A test with points: it never runs where the answers live."""
    MANUAL = "manual"
    """An answer that a person grades."""
    TEXT = "text"


class Trust(StrEnum):
    """How much of what a learner's side says a plain test has to believe."""

    NOTHING = "nothing"
    """Plain data is judged; an object can do no more than be called and asked for items and attributes."""
    OPERATORS = "operators"
    """Operators are applied to the learner's objects, whose classes decide what comes out."""
    EVERYTHING = "everything"
    """The test runs where the answers live."""


@dataclass(frozen=True, slots=True)
class MasterCell:
    """One cell of the instructor's notebook."""

    name: str
    """nbgrader's `grade_id`; empty for a loose cell."""
    role: Role
    source: str
    points: float = 0.0
    exercise: str = ""
    """Id of the exercise of ours that a grade cell checks; empty for plain test code."""
    code: bool = True
    trust: Trust = Trust.NOTHING
    """What a plain grade cell has to believe, because it fails for the instructor's solution otherwise."""
    gives_number: bool = False
    """Whether its value is a number of points for the instructor's solution."""


@dataclass(frozen=True, slots=True)
class MasterNotebook:
    """One notebook of an assignment."""

    name: str
    """File name without `.ipynb`."""
    cells: tuple[MasterCell, ...]

    @property
    def all_ours(self) -> bool:
        """Whether every test is an exercise of ours."""
        return all(cell.exercise for cell in self.cells if cell.role is Role.GRADE)

    @property
    def opening(self) -> tuple[str, ...]:
        """The instructor's cells with which every submission begins, up to the first cell of a learner's."""
        cells = [cell for cell in self.cells if cell.code]
        given = takewhile(lambda cell: cell.role is Role.GIVEN, cells)
        return tuple(cell.source for cell in given)

    @property
    def tests(self) -> tuple[str, ...]:
        """The instructor's tests that are plain cells."""
        return tuple(cell.source for cell in self.cells if cell.role is Role.GRADE and not cell.exercise)

    @property
    def answer_names(self) -> frozenset[str]:
        """Names that the learner's cells are expected to bind, imports apart."""
        cells = [cell for cell in self.cells if cell.role in (Role.ANSWER, Role.MANUAL) and cell.code]
        return frozenset(name for cell in cells for name in bound_names(cell.source))


@dataclass(frozen=True, slots=True)
class Assignment:
    """All notebooks of an assignment, and the files beside them that the instructor gave out."""

    name: str
    notebooks: tuple[MasterNotebook, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    keeps_own: frozenset[str] = frozenset()
    """Names of files that learners may replace by their own: nbgrader's `Autograde.exclude_overwriting`."""

    @property
    def exercises(self) -> list[str]:
        """Ids of our exercises in it."""
        return [cell.exercise for book in self.notebooks for cell in book.cells if cell.exercise]

    @property
    def exercise_files(self) -> list[Path]:
        """Content files of our exercises in it; raises `UnknownExercise` where one is not installed."""
        return [load(name).path for name in self.exercises]

    @property
    def modules(self) -> list[str]:
        """Modules that its cells import, to be imported before anything is forked."""
        sources = [cell.source for book in self.notebooks for cell in book.cells if cell.code]
        return sorted({name for source in sources for name in imported_modules(source)})


def read_assignment(name: str, folder: Path) -> Assignment:
    """Read an assignment's source folder; raises `GraderError` where it is none."""
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        others = sorted(path.parent.name for path in folder.parent.glob("*/*.ipynb"))
        there = f" There are: {', '.join(dict.fromkeys(others))}." if others else ""
        raise GraderError(f"There is no assignment {name!r}: no notebook in {folder}.{there}")
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".ipynb" and not _is_hidden(path.relative_to(folder))
    }
    return Assignment(name, tuple(read_master(path) for path in paths), files)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read_master(path: Path) -> MasterNotebook:
    """Read one of the instructor's notebooks."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return MasterNotebook(path.stem, tuple(_cell(cell) for cell in cells))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GraderError(f"{path}: not a notebook of format 4 ({type(error).__name__}: {error}).") from None


def _cell(cell: dict[str, Any]) -> MasterCell:
    marks = cell["metadata"].get("nbgrader", {})
    ours = cell["metadata"].get(METADATA_KEY, {})
    code = cell["cell_type"] == "code"
    role = _role(marks, code=code)
    return MasterCell(
        name=str(marks.get("grade_id", "")), role=role, source=text_of(cell), code=code,
        points=float(marks.get("points", 0) or 0) if role in (Role.GRADE, Role.MANUAL) else 0.0,
        exercise=str(ours.get("exercise", "")) if role is Role.GRADE else "",
    )  # fmt: skip


def _role(marks: dict[str, Any], *, code: bool) -> Role:
    if marks.get("task") or (marks.get("grade") and marks.get("solution")):
        return Role.MANUAL
    if marks.get("grade") and code:
        return Role.GRADE
    if marks.get("solution"):
        return Role.ANSWER
    if not code:
        return Role.TEXT
    return Role.GIVEN if marks.get("locked") else Role.LOOSE


def text_of(cell: dict[str, Any]) -> str:
    """Return the source of a cell, which a notebook keeps as text or as a list of lines."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


@cache
def bound_names(source: str) -> frozenset[str]:
    """Return the names that a cell binds at its top level, but for those that it imports."""
    names: set[str] = set()
    for node in _statements(source):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif not isinstance(node, (ast.Import, ast.ImportFrom)):
            stored = (item for item in ast.walk(node) if isinstance(item, ast.Name))
            names |= {item.id for item in stored if isinstance(item.ctx, ast.Store)}
    return frozenset(names)


@cache
def used_names(source: str) -> frozenset[str]:
    """Return every name that stands in a cell."""
    return frozenset(_names_in(*_statements(source)))


@cache
def later_names(source: str) -> frozenset[str]:
    """Return the names that a cell leaves to be looked up later, in what it defines."""
    parts = (item for node in _statements(source) for item in ast.walk(node))
    return frozenset(_names_in(*(item for item in parts if isinstance(item, _LATER))))


def _names_in(*nodes: ast.AST) -> Iterator[str]:
    for node in nodes:
        yield from (item.id for item in ast.walk(node) if isinstance(item, ast.Name))


@cache
def import_lines(source: str) -> str:
    """Return a cell's import statements alone."""
    found = (node for node in _statements(source) if isinstance(node, (ast.Import, ast.ImportFrom)))
    return "\n".join(ast.unparse(node) for node in found)


def imported_modules(source: str) -> set[str]:
    """Return the modules that a cell imports at its top level."""
    modules: set[str] = set()
    for node in _statements(source):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.add(node.module)
    return {name for name in modules if name.partition(".")[0] not in ("autograder", "course")}


def _statements(source: str) -> list[ast.stmt]:
    """Parse a cell, magics and shell commands left out; nothing where it is not Python."""
    lines = ["" if line.lstrip().startswith(("%", "!", "?")) else line for line in source.splitlines()]
    try:
        return ast.parse("\n".join(lines)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
