"""One different way to a right answer, for a learner who has found one.

Of the reference and the alternatives it is the one that has least in common with what the learner wrote.
"""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

from autograder.verdict import OtherWay
from course.solution import without_markers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.exercise import Answer, Exercise

_Documented = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def other_way(exercise: Exercise, written: str) -> OtherWay | None:
    """Return the right answer that is least like the text `written`; None where nothing can be compared."""
    mine = _parts(written)
    if not mine:
        return None
    ways = [exercise.reference, *exercise.alternatives]
    least_like = min(ways, key=lambda answer: _likeness(mine, _parts(answer.text)))
    return OtherWay(_name(least_like), _without_docstrings(without_markers(least_like.text)))


def _name(answer: Answer) -> str:
    return "the course's own solution" if answer.role == "reference" else answer.name


def _parts(text: str) -> Counter[str]:
    """Count what a text is built of; what a learner is free to name has no part in it."""
    try:
        tree = ast.parse(_without_docstrings(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Counter()
    return Counter(part for node in ast.walk(tree) for part in _parts_of(node))


def _parts_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Module():
            return []
        case ast.Constant(value=str(text)):
            return text.upper().split()
        case ast.Attribute(attr=name):
            return [f".{name}"]
        case ast.Call(func=ast.Name(id=name)):
            return [f"{name}()"]
    return [type(node).__name__]


def _likeness(some: Counter[str], others: Counter[str]) -> float:
    """Return the share of parts that two texts have in common, between 0 and 1."""
    return (some & others).total() / max(some.total(), others.total())


def _without_docstrings(text: str) -> str:
    """Return an answer without the contract that the learner has already read."""
    told = {number for lines in _docstrings(ast.parse(text)) for number in lines}
    return "\n".join(line for number, line in enumerate(text.splitlines(), 1) if number not in told)


def _docstrings(tree: ast.Module) -> Iterator[range]:
    for node in ast.walk(tree):
        if isinstance(node, _Documented) and len(node.body) > 1 and ast.get_docstring(node) is not None:
            first = node.body[0]
            yield range(first.lineno, (first.end_lineno or first.lineno) + 1)
