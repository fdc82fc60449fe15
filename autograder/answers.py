"""Runs the text of an answer the way a notebook would, so that tracebacks show its own lines."""

from __future__ import annotations

import linecache
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.exercise import Exercise

_numbers = count(1)


def run_answer(exercise: Exercise, text: str, namespace: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run the set-up cells, then the answer; returns the namespace. Whatever they raise comes through."""
    namespace = {} if namespace is None else namespace
    namespace.setdefault("__name__", "__main__")
    for cell in exercise.statement:
        if cell.kind == "code":
            exec(compile(cell.text, f"<set-up of {exercise.id}>", "exec"), namespace)
    exec(compile(text, _remembered(text), "exec"), namespace)
    return namespace


def _remembered(text: str) -> str:
    """Give a text a file name under which tracebacks and `inspect` find its lines."""
    name = f"<answer {next(_numbers)}>"
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    return name
