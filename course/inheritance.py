"""What of a learner's work goes with exercises and modules that the course has renamed.

An exercise's former ids stand in its header. A module's former notebook is one that the course wrote and no
longer has: its answers are carried into the new notebook, and it stays as it is.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from course import catalog
from course.errors import UnknownExercise
from course.merge_notebooks import Unmatched, merge
from course.notebook_files import UnreadableNotebook, exercise_versions, read
from course.offers import is_beside
from course.steps import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from course.marker import Marker
    from course.steps import Step


def renamed(mine: bytes, offered: bytes) -> dict[str, str]:
    """Return the present id of each exercise in a learner's notebook that the offered one does not have.

    Raises `UnreadableNotebook`.
    """
    found: dict[str, str] = {}
    for exercise in set(exercise_versions(read(mine))) - set(exercise_versions(read(offered))):
        with suppress(UnknownExercise):
            found[exercise] = catalog.find(exercise).stem.partition("_")[2]
    return found


def retired(directory: Path, marker: Marker, offered: Collection[str]) -> list[str]:
    """Return the notebooks in a workspace that the course wrote and no longer offers."""
    names = (name for name in marker.files if name.endswith(".ipynb") and not is_beside(name))
    return sorted(name for name in names if name not in offered and (directory / name).is_file())


def inherited(directory: Path, step: Step, marker: Marker, gone: Iterable[str]) -> Step:
    """Return the step with the answers from a retired notebook, where it writes that one's successor."""
    if step.outcome is not Outcome.WRITTEN or step.name in marker.files:
        return step
    for name in gone:
        with suppress(UnreadableNotebook, Unmatched, OSError):
            mine = (directory / name).read_bytes()
            prints = marker.cells.get(name, {})
            result = merge(mine, step.offered, prints, renamed(mine, step.offered))
            if result.answers:
                return replace(step, after=result.content, detail=f"from {name}, {result.told}")
    return step
