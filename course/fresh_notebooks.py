"""Notebooks of a few exercises from their starters, made for one learner on one day: reviews and placements.

They are not handed in, so they carry nothing of nbgrader's. None is ever written over another file.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from course.errors import WorkspaceError
from course.notebook_files import grade_id, write
from course.safe_files import write as write_file
from course.source import starter
from course.trust import sign

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from nbformat import NotebookNode

    from course.exercise import Exercise

IMPORT = "from autograder import check; check"


def notebook(
    opening: str, exercises: Iterable[Exercise], check: Callable[[Exercise], str], closing: str = ""
) -> bytes:
    """Return a notebook file: the opening in Markdown, then each exercise, then the closing code.

    `check` says what stands in an exercise's check cell.
    """
    from nbformat.v4 import new_code_cell, new_markdown_cell

    from course.notebooks import cell_id, notebook_of

    cells = [new_markdown_cell(opening, id=cell_id("opening"))]
    cells += [cell for exercise in exercises for cell in _cells(exercise, check(exercise))]
    cells += [new_code_cell(closing, id=cell_id("closing"))] if closing else []
    return write(notebook_of(cells))


def _cells(exercise: Exercise, check: str) -> Iterator[NotebookNode]:
    from course.notebooks import exercise_cells

    texts: dict[str | None, str] = {f"{exercise.id}-answer": starter(exercise), exercise.id: check}
    for cell in exercise_cells(exercise):
        cell.source = texts.get(grade_id(cell), cell.source)
        cell.metadata.clear()
        yield cell


def write_new(
    folder: Path, name: str, today: date, make: Callable[[str], bytes], used: Collection[str]
) -> Path:
    """Write what `make` returns for today's first free name into `folder`, beside what is there.

    The name is the date, with a number from the second on; one in `used` is not free. A file that still is
    what would be written is taken again. Raises `WorkspaceError` where nothing can be written.
    """
    try:
        for day in (f"{today}{f'-{number}' if number > 1 else ''}" for number in count(1)):
            path, content = folder / f"{day}-{name}.ipynb", make(day)
            if day in used or (path.exists() and not _is(path, content)):
                continue
            if not path.exists():
                write_file(path, content)
            sign([content])
            return path
    except OSError as error:
        raise WorkspaceError(
            f"{folder}: {error.strerror or error}; expected a folder that can be written. "
            "See what is wrong with:  course doctor"
        ) from error
    raise AssertionError("numbers do not run out")


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
