"""Starts an exercise or a module afresh: the course's text comes back, and the learner's goes to the backups.

Points and progress are not touched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course import catalog
from course.cell_matching import match
from course.errors import UnknownExercise, WorkspaceError
from course.inheritance import renamed
from course.marker import current_marker
from course.merge_notebooks import Unmatched, merge
from course.notebook_files import UnreadableNotebook, grade_id, read, write
from course.offers import offered
from course.steps import Outcome, Step, judge
from course.update import perform

if TYPE_CHECKING:
    from pathlib import Path

    from course.marker import Marker
    from course.update import Update


def reset(directory: Path, target: str) -> Update:
    """Bring back the starter of the exercise `target`, or every notebook of the module `target`.

    A module is named by its number or its folder. With an exercise, the rest of its notebook is brought up to
    date as `course update` would. Raises `UnknownExercise` where there is neither, `WorkspaceError` where
    nothing could be done; then nothing was changed.
    """
    marker = current_marker(directory)
    module = _module(target)
    if module is None:
        exercise = catalog.find(target)
        identity = exercise.stem.partition("_")[2]
        steps = [_afresh(directory, f"{exercise.parent.name}/{exercise.parent.name}.ipynb", identity, marker)]
    else:
        notebooks = [(name, source) for name, source in offered() if name.startswith(f"{module}/")]
        judged = (judge(directory, name, source.read_bytes(), marker) for name, source in notebooks)
        steps = [_whole(step) for step in judged]
    return perform(directory, steps, marker, "reset")


def _module(target: str) -> str | None:
    """Return the folder of the module with this number or name."""
    wanted = target.strip("/").lower()
    for folder in {name.partition("/")[0] for name, _ in offered()}:
        number, _, words = folder.partition("_")
        if wanted in (folder, words, number, number.lstrip("0") or "0"):
            return folder
    return None


def _whole(step: Step) -> Step:
    if step.outcome in (Outcome.CURRENT, Outcome.WRITTEN, Outcome.FAILED):
        return step
    return replace(step, outcome=Outcome.RESET, after=step.offered)


def _afresh(directory: Path, name: str, exercise: str, marker: Marker) -> Step:
    """Return the step that brings one exercise's starter back."""
    content = dict(offered()).get(name)
    if content is None:
        raise UnknownExercise(exercise, ())
    step = judge(directory, name, content.read_bytes(), marker)
    if step.outcome in (Outcome.CURRENT, Outcome.WRITTEN, Outcome.FAILED):
        return step
    mine, prints = step.before or b"", marker.cells.get(name, {})
    try:
        names = renamed(mine, step.offered)
        emptied = _emptied(mine, step.offered, exercise, names, prints)
        result = merge(emptied, step.offered, prints, names)
    except (UnreadableNotebook, Unmatched) as error:
        raise WorkspaceError(
            f"{directory / name}: {error}, so one exercise cannot be taken out of it. Nothing was changed. "
            f"Start the whole module afresh (a backup is made):  course reset {name[:2]}"
        ) from error
    return replace(
        step, outcome=Outcome.RESET, after=result.content, detail=f"{exercise} is the starter again"
    )


def _emptied(mine: bytes, ours: bytes, exercise: str, names: dict[str, str], base: dict[str, str]) -> bytes:
    """Return the learner's notebook without the answer to an exercise and without its card."""
    notebook, course = read(mine), read(ours)
    wanted = (exercise, f"{exercise}-answer")
    places = {cell["id"] for cell in course["cells"] if grade_id(cell) in wanted}
    identities = match(notebook["cells"], course["cells"], base, names)
    for cell, identity in zip(notebook["cells"], identities, strict=True):
        if identity in places:
            cell.update(source="", outputs=[], execution_count=None)
    return write(notebook)
