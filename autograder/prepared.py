"""An exercise made ready to judge: set-up run, reference defined, checks compiled.

Prepared once per process and version of the file; checks share it and must not change it.
"""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass
from types import CodeType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from autograder.boundary.judge_side import CHECK_MODULE
from autograder.checks import plain_helpers
from course.source import answer_names

if TYPE_CHECKING:
    from course.exercise import Check, Exercise


@dataclass(frozen=True, slots=True)
class Prepared:
    """What all checks of an exercise have in common; `setup` holds the names of the shared cell, too."""

    exercise: Exercise
    roots: tuple[str, ...]
    """Names that the answer cell binds; the first is the exercise's id."""
    setup: dict[str, Any]
    setup_types: dict[str, type]
    reference: SimpleNamespace
    compiled: dict[str, CodeType]
    picture: CodeType | None = None

    @property
    def promises_class(self) -> bool:
        """Whether the answer is to define a class, to whose objects a check may apply operators."""
        return any(isinstance(value, type) for value in vars(self.reference).values())

    def seed(self, check: Check, salt: int) -> int:
        """Return the seed of a check's randomness: another one for each exercise, check and salt."""
        text = f"{self.exercise.id}\0{check.name}\0{salt}"
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


_prepared: dict[tuple[str, str], Prepared] = {}


def prepare(exercise: Exercise) -> Prepared:
    """Run an exercise's set-up and reference (ours, not a learner's) and compile its checks."""
    key = (str(exercise.path), exercise.digest)
    if key not in _prepared:
        _prepared[key] = _prepare(exercise)
    return _prepared[key]


def _prepare(exercise: Exercise) -> Prepared:
    setup: dict[str, Any] = {"__name__": CHECK_MODULE}
    for cell in exercise.statement:
        if cell.kind == "code":
            exec(_compile(exercise, cell.text, cell.line), setup)
    names = {**setup}
    exec(_compile(exercise, exercise.reference.text, exercise.reference.line), names)
    types = setup_types(exercise, setup)
    setup = {**plain_helpers(), **setup}
    exec(_compile(exercise, exercise.shared, 1), setup)
    roots = answer_names(exercise)
    ordered = tuple(sorted(roots, key=lambda name: name != exercise.id))
    return Prepared(
        exercise=exercise,
        roots=ordered,
        setup={name: value for name, value in setup.items() if name != "__builtins__"},
        setup_types=types,
        reference=SimpleNamespace(**{name: names[name] for name in ordered}),
        compiled={check.name: _compile(exercise, check.text, check.line) for check in exercise.checks},
        picture=_compile(exercise, exercise.picture, 1) if exercise.picture else None,
    )


def setup_types(exercise: Exercise, namespace: dict[str, Any]) -> dict[str, type]:
    """Return the classes that the set-up defines, as this namespace has them."""
    defined = [node.name for node in ast.parse(exercise.setup).body if isinstance(node, ast.ClassDef)]
    return {name: namespace[name] for name in defined if isinstance(namespace.get(name), type)}


def _compile(exercise: Exercise, text: str, line: int) -> CodeType:
    tree = ast.parse(text, filename=str(exercise.path))
    ast.increment_lineno(tree, line - 1)
    return compile(tree, str(exercise.path), "exec", dont_inherit=True)
