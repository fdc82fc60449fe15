"""Looks for solutions in what learners get.

Clearing is nbgrader's work; this is the second look, at the files as they are. It knows two signs: a line of
a solution or hidden check that no exercise of the module shows, and a function with the reference's body.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from course.solution import clear, solution_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.exercise import Exercise

SHORTEST_LINE = 20
"""Lines with fewer characters, such as `return x`, prove nothing."""


def leaks(notebook: dict, exercises: Iterable[Exercise]) -> list[str]:
    """Return one sentence per sign of a solution in a notebook (read as JSON) of these exercises."""
    everything = list(exercises)
    visible = [text for exercise in everything for text in _visible_texts(exercise)]
    found = list(_texts(notebook))
    lines = _lines(found) - _lines(visible)
    bodies = _bodies(found) - _bodies(visible)
    return [
        *(
            f"a hidden line of {e.id!r}: {line}"
            for e in everything
            for line in sorted(secret_lines(e) & lines)
        ),
        *(f"the solution of {e.id!r}, written otherwise" for e in everything if secret_bodies(e) & bodies),
    ]


def secret_lines(exercise: Exercise) -> set[str]:
    """Return the longer lines of the solution and of the hidden checks, stripped."""
    texts = ["\n".join(solution_lines(exercise.reference.text))]
    texts += [check.text for check in exercise.checks if check.hidden]
    return {line for line in _lines(texts) if len(line) >= SHORTEST_LINE}


def secret_bodies(exercise: Exercise) -> set[str]:
    """Return the bodies of the reference's functions that the starter lacks, as syntax trees."""
    return _bodies([exercise.reference.text]) - _bodies([clear(exercise.reference.text)])


def _visible_texts(exercise: Exercise) -> list[str]:
    return [cell.text for cell in exercise.statement] + [clear(exercise.reference.text)]


def _lines(texts: Iterable[str]) -> set[str]:
    return {line.strip() for text in texts for line in text.split("\n")}


def _bodies(texts: Iterable[str]) -> set[str]:
    return {_body(node) for text in texts for node in _functions(text)}


def _functions(text: str) -> Iterator[ast.FunctionDef]:
    """Yield all functions in a text; none where the text is not Python."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _body(function: ast.FunctionDef) -> str:
    has_docstring = ast.get_docstring(function, clean=False) is not None
    return "\n".join(ast.dump(statement) for statement in function.body[has_docstring:])


def _texts(node: object) -> Iterator[str]:
    """Yield every text in a notebook, the lines of a cell joined."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list) and node and all(isinstance(item, str) for item in node):
        yield "".join(node)
    elif isinstance(node, list | dict):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _texts(item)
