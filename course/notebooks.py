"""Turns exercises and lessons into notebooks: one small function for each kind of cell.

The notebook of a module's exercises is the instructor's version, nbgrader's *source*, with the references.
Hints, checks, explanations, alternatives and misconceptions never enter a notebook.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.catalog import load_file
from course.lesson import module_title, read_lesson
from course.versions import METADATA_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from nbformat import NotebookNode

    from course.catalog import Module
    from course.exercise import Exercise
    from course.lesson import LessonCell

_NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
_HOW_TO_WORK = (
    "Replace each `raise NotImplementedError` with your own code and run it. The cell below it checks your "
    "answer, as often as you like: a card says what holds and what does not yet. "
    "The bare number below the card is the points that you have earned.\n\n"
    "Stuck? The card offers hints, one at a time; the lesson shows the ideas."
)


def source_notebook(module: Module) -> NotebookNode:
    """Return the instructor's notebook of a module; raises `ContentErrors` where an exercise has mistakes."""
    exercises = [load_file(path) for path in module.exercises]
    cells = [_title(module), *(cell for exercise in exercises for cell in exercise_cells(exercise))]
    return notebook_of(cells)


def exercise_notebook(exercise: Exercise) -> NotebookNode:
    """Return a notebook with one exercise, the reference in place."""
    return notebook_of(exercise_cells(exercise))


def lesson_notebook(path: Path) -> NotebookNode:
    """Return the notebook of the lesson at `path`; raises `ContentErrors` where the lesson has mistakes."""
    module = path.absolute().parent.name
    return notebook_of(_lesson_cell(module, cell) for cell in read_lesson(path))


def exercise_cells(exercise: Exercise) -> list[NotebookNode]:
    """Return the cells that one exercise contributes."""
    return [_heading(exercise), *_statement(exercise), _answer(exercise), _grade(exercise)]


def cell_id(name: str) -> str:
    """Return the id of the cell with this name: it stays when cells above come and go."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def notebook_of(cells: Iterable[NotebookNode]) -> NotebookNode:
    """Return a notebook with these cells."""
    return new_notebook(cells=list(cells), metadata=_NOTEBOOK_METADATA)


def _title(module: Module) -> NotebookNode:
    name = f"{module.slug}-title"
    text = f"# {module.number} {module_title(module)}: exercises\n\n{_HOW_TO_WORK}"
    return _read_only(new_markdown_cell(text, id=cell_id(name)), name)


def _heading(exercise: Exercise) -> NotebookNode:
    name = f"{exercise.id}-heading"
    points = f"{exercise.points} point{'s' if exercise.points != 1 else ''}"
    facts = f"{'★' * exercise.stars} · about {exercise.minutes} minutes · {points}"
    text = f"## {exercise.label} {exercise.title}\n\n{facts}"
    return _read_only(new_markdown_cell(text, id=cell_id(name)), name)


def _statement(exercise: Exercise) -> list[NotebookNode]:
    """Make the statement's cells, each named by its kind and its place among its kind."""
    makers = {"markdown": (new_markdown_cell, "statement"), "code": (new_code_cell, "setup")}
    counts = dict.fromkeys(makers, 0)
    cells = []
    for cell in exercise.statement:
        make, word = makers[cell.kind]
        counts[cell.kind] += 1
        name = f"{exercise.id}-{word}-{counts[cell.kind]}"
        cells.append(_read_only(make(cell.text, id=cell_id(name)), name))
    return cells


def _answer(exercise: Exercise) -> NotebookNode:
    name = f"{exercise.id}-answer"
    cell = new_code_cell(exercise.reference.text, id=cell_id(name))
    return _with_nbgrader(cell, grade_id=name, solution=True)


def _grade(exercise: Exercise) -> NotebookNode:
    """Make the cell that checks the answer; its text never changes, its metadata says what it checks."""
    text = f'from autograder import check; check("{exercise.id}")'
    cell = new_code_cell(text, id=cell_id(exercise.id))
    stamp = {"exercise": exercise.id, "version": exercise.version, "digest": exercise.digest}
    cell.metadata[METADATA_KEY] = stamp
    return _with_nbgrader(cell, grade_id=exercise.id, grade=True, locked=True, points=exercise.points)


def _lesson_cell(module: str, lesson_cell: LessonCell) -> NotebookNode:
    make = new_code_cell if lesson_cell.cell.kind == "code" else new_markdown_cell
    cell = make(lesson_cell.cell.text, id=cell_id(f"{module} {lesson_cell.name}"))
    if lesson_cell.tags:
        cell.metadata["tags"] = list(lesson_cell.tags)
    return cell


def _read_only(cell: NotebookNode, name: str) -> NotebookNode:
    return _with_nbgrader(cell, grade_id=name, locked=True)


def _with_nbgrader(cell: NotebookNode, **settings: object) -> NotebookNode:
    """Add nbgrader's metadata; what is not set is false."""
    off = {"grade": False, "locked": False, "solution": False, "task": False, "schema_version": 3}
    cell.metadata["nbgrader"] = off | settings
    return cell
