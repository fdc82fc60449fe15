"""Runs the text of an answer the way a notebook would, so that tracebacks show its own lines."""

from __future__ import annotations

import linecache
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.exercise import Exercise

_numbers = count(1)


def run_answer(exercise: Exercise, text: str) -> dict[str, Any]:
    """Run the set-up cells, then the answer; returns the namespace. Whatever they raise comes through."""
    namespace: dict[str, Any] = {}
    run_setup(exercise, namespace)
    run_text(text, namespace)
    return namespace


def run_setup(exercise: Exercise, namespace: dict[str, Any]) -> None:
    """Run the code that a learner finds above the answer cell."""
    namespace.setdefault("__name__", "__main__")
    for cell in exercise.statement:
        if cell.kind == "code":
            exec(compile(cell.text, f"<set-up of {exercise.id}>", "exec"), namespace)


def run_text(text: str, namespace: dict[str, Any]) -> None:
    """Run the text of an answer cell."""
    exec(compile(text, _remembered(text), "exec"), namespace)


def _remembered(text: str) -> str:
    """Give a text a file name under which tracebacks and `inspect` find its lines."""
    name = f"<answer {next(_numbers)}>"
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    return name
