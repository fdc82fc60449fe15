"""What the text of an answer cell says about itself: its solution regions, its starter, its names."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
STUB = "raise NotImplementedError"
"""What a learner finds in place of each solution region."""

_EDGE = re.compile(r"(BEGIN|END) SOLUTION")


class Region(NamedTuple):
    """Indices of the lines that open and close one solution region."""

    begin: int
    end: int


class BrokenRegions(ValueError):
    """The BEGIN and END lines of an answer cell do not pair up."""

    def __init__(self, index: int, found: str, expected: str) -> None:
        super().__init__(f"line {index}: found {found}; expected {expected}")
        self.index = index
        self.found = found
        self.expected = expected


def regions(text: str) -> list[Region]:
    """Return the solution regions in order.

    Raises `BrokenRegions` where there is none, where BEGIN and END do not alternate, or where one of them
    shares its line with something else: nbgrader would keep or drop that line silently.
    """
    edges = [(index, line) for index, line in enumerate(text.split("\n")) if _EDGE.search(line)]
    for place, (index, line) in enumerate(edges):
        expected = END if place % 2 else BEGIN
        if line.strip() != expected:
            raise BrokenRegions(index, repr(line.strip()), f"{expected!r}, alone on its line")
    if not edges:
        raise BrokenRegions(0, "no solution region", f"the solution between {BEGIN!r} and {END!r}")
    if len(edges) % 2:
        raise BrokenRegions(edges[-1][0], f"{BEGIN!r} without an end", f"{END!r} below it")
    places = [index for index, _ in edges]
    found = [Region(*pair) for pair in zip(places[::2], places[1::2], strict=True)]
    for begin, end in found:
        if not "".join(text.split("\n")[begin + 1 : end]).strip():
            raise BrokenRegions(begin, "an empty solution region", "the solution")
    return found


def without_markers(text: str) -> str:
    """Return an answer as it is shown: without the lines that open and close its solution regions."""
    return "\n".join(line for line in text.splitlines() if line.strip() not in (BEGIN, END))


def clear(text: str) -> str:
    """Replace each solution region by the stub, at the indentation of the line that opens the region."""
    lines = text.split("\n")
    for begin, end in reversed(regions(text)):
        indentation = lines[begin][: len(lines[begin]) - len(lines[begin].lstrip())]
        lines[begin : end + 1] = [indentation + STUB]
    return "\n".join(lines)


def solution_lines(text: str) -> list[str]:
    """Return the lines inside the solution regions."""
    lines = text.split("\n")
    return [line for begin, end in regions(text) for line in lines[begin + 1 : end]]


def bound_names(tree: ast.Module) -> tuple[str, ...]:
    """Return the names that functions, classes and assignments bind at the top level, in order."""
    return tuple(dict.fromkeys(name for statement in tree.body for name in _bound_by(statement)))


def _bound_by(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield statement.name
        case ast.Assign(targets=targets):
            yield from (name for target in targets for name in _stored_names(target))
        case ast.AnnAssign(target=ast.Name(id=name), value=value) if value is not None:
            yield name


def _stored_names(target: ast.expr) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
