"""Shows one content file as a learner would see it: built, run top to bottom and rendered."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.roles import FILE_NAME

if TYPE_CHECKING:
    from nbformat import NotebookNode

SECONDS_PER_CELL = 300
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class CellFailed(CourseError):
    """A cell of a previewed notebook raised."""


class NotContent(CourseError):
    """Somebody asked to preview what is neither an exercise nor a lesson."""

    exit_code = 2


def preview(path: Path) -> Path:
    """Build, run and render an exercise file (its reference in place) or a lesson file; return the HTML file.

    Raises `ContentErrors` for mistakes in the file, `CellFailed` where a cell raises,
    `NotContent` for any other file.
    """
    notebook = _notebook_of(path)
    _run(notebook, path)
    return _render(notebook, path.stem)


def _notebook_of(path: Path) -> NotebookNode:
    if not path.is_file():
        raise NotContent(f"There is no file {path}.")
    from course.catalog import load_file
    from course.notebooks import exercise_notebook, lesson_notebook

    if FILE_NAME.fullmatch(path.name):
        return exercise_notebook(load_file(path))
    if path.name == "lesson.py":
        return lesson_notebook(path)
    raise NotContent(f"{path} is no content file; expected lesson.py or eK_id.py.")


def _run(notebook: NotebookNode, path: Path) -> None:
    """Run all cells in a kernel of its own, which keeps its records apart from the author's own progress."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    started: list[int] = []
    client = NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        extra_arguments=["--log-level=ERROR"],
        kernel_name="python3",
        resources={"metadata": {"path": str(path.absolute().parent)}},
        on_cell_start=lambda cell, cell_index: started.append(cell_index),  # noqa: ARG005
    )
    with tempfile.TemporaryDirectory() as records:
        try:
            client.execute(env=_environment(records))
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            index = started[-1]
            name = _cell_name(notebook.cells[index])
            raise CellFailed(
                f"{path}: cell {index + 1} ({name}) failed.\n{_COLOUR.sub('', str(error))}"
            ) from error


def _environment(records: str) -> dict[str, str]:
    """Let the kernel import this very course, and write its log elsewhere."""
    here = str(Path(__file__).parents[1])
    search = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": search, "MLE_COURSE_HOME": records}


def _cell_name(cell: NotebookNode) -> str:
    first_line = cell.source.partition("\n")[0]
    return cell.metadata.get("nbgrader", {}).get("grade_id") or repr(first_line)


def _render(notebook: NotebookNode, name: str) -> Path:
    from nbconvert.exporters import HTMLExporter

    text, _ = HTMLExporter().from_notebook_node(notebook)
    folder = Path(tempfile.mkdtemp(prefix="course-preview-"))
    page = folder / f"{name}.html"
    page.write_text(text, encoding="utf-8")
    return page
