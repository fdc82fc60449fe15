"""Starts a new exercise: a file that is an exercise but for a few things that only its author can write."""

from __future__ import annotations

import keyword
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from course.catalog import content_root, find, modules
from course.errors import CourseError, UnknownExercise
from course.fields import matches
from course.header import ID_PATTERN
from course.roles import FILE_NAME
from course.source import problems_in

if TYPE_CHECKING:
    from pathlib import Path

    from course.catalog import Module
    from course.errors import ContentError

TEMPLATE = '''\
# ---
# title:
# id: {id}
# version: 1
# skills: []
# stars: 1
# minutes: 10
# ---

# %% [markdown]

# %% role="answer"
def {id}():
    """One sentence; then shapes, units, errors and one doctest."""
    ### BEGIN SOLUTION
    ### END SOLUTION


# %% role="check" name="can be called as promised" points=0
assert callable({id}), "You promised a function named `{id}`."

# %% role="check" name="" points=0 hidden=true

# %% [markdown] role="hint"

# %% [markdown] role="hint"

# %% [markdown] role="hint"

# %% [markdown] role="explanation"

# %% role="alternative" name=""

# %% role="misconception" name="" fails=""
'''


class BadTarget(CourseError):
    """A new exercise cannot be made where somebody asked for it."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class NewExercise:
    """A scaffolded file and what its author still has to write."""

    path: Path
    missing: tuple[ContentError, ...]


def scaffold(target: str, number: int | None = None) -> NewExercise:
    """Write the file of a new exercise for a target such as `02_linear_algebra_numpy/rotate`.

    `number` is its place in the module; without one it comes last. Raises `BadTarget`.
    """
    slug, _, exercise_id = target.partition("/")
    module = _module(slug)
    _check_id(exercise_id)
    path = module.path / f"e{_free_number(module, number)}_{exercise_id}.py"
    path.write_text(TEMPLATE.format(id=exercise_id), encoding="utf-8")
    return NewExercise(path, problems_in(path))


def _module(slug: str) -> Module:
    by_slug = {module.slug: module for module in modules()}
    if slug not in by_slug:
        near = get_close_matches(slug, by_slug, n=1)
        hint = (
            f"Did you mean {near[0]!r}?" if near else f"For a new module:  mkdir {content_root() / 'NN_slug'}"
        )
        raise BadTarget(f"There is no module {slug!r}. {hint}")
    return by_slug[slug]


def _check_id(exercise_id: str) -> None:
    if not matches(ID_PATTERN)(exercise_id) or keyword.iskeyword(exercise_id):
        expected = "the name of a Python function or class, as in 02_linear_algebra_numpy/rotate"
        raise BadTarget(f"Found the exercise id {exercise_id!r}; expected {expected}.")
    try:
        taken = find(exercise_id)
    except UnknownExercise:
        return
    raise BadTarget(f"The id {exercise_id!r} is taken by {taken}; ids are unique in the whole course.")


def _free_number(module: Module, wanted: int | None) -> int:
    taken = [int(match["number"]) for path in module.exercises if (match := FILE_NAME.fullmatch(path.name))]
    if wanted in taken:
        raise BadTarget(f"The number {wanted} is taken in {module.slug}; taken are {sorted(taken)}.")
    return wanted or max(taken, default=0) + 1
