"""The instructor's notebooks as nbgrader's gradebook knows them: starters, whole tests, checksums.

They are made with nbgrader's own preprocessors, those that `nbgrader generate_assignment` runs up to the
one that saves cells. So nobody has to run that command before grading.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.settings import import_path_without_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nbconvert.exporters import NotebookExporter

    from autograder.grading.master import Assignment
    from autograder.grading.settings import CourseFolder

_SAVES = "SaveCells"


@dataclass(frozen=True, slots=True)
class Released:
    """One notebook; `content` is JSON as a notebook file holds it."""

    name: str
    content: dict[str, Any]

    @property
    def cells(self) -> dict[str, dict[str, Any]]:
        """Cells that the gradebook knows, by their names."""
        named = ((marks_of(cell), cell) for cell in self.content["cells"])
        return {marks["grade_id"]: cell for marks, cell in named if _is_saved(marks)}


def marks_of(cell: dict[str, Any]) -> dict[str, Any]:
    """Return what nbgrader's metadata says of a cell of the instructor's."""
    return cell["metadata"].get("nbgrader", {})


def _is_saved(marks: dict[str, Any]) -> bool:
    return any(marks.get(mark) for mark in ("grade", "solution", "locked", "task"))


def released_notebooks(course: CourseFolder, assignment: Assignment) -> list[Released]:
    """Return an assignment's notebooks; raises `GraderError` where nbgrader refuses one of them."""
    with contextlib.chdir(course.root):
        exporter = _exporter(course)
        return [_released(exporter, course, assignment.name, book.name) for book in assignment.notebooks]


def save_cells(course: CourseFolder, assignment: str, notebook: Released, db_url: str) -> None:
    """Write a notebook's cells into the gradebook, as `nbgrader generate_assignment` does."""
    import nbformat
    from nbconvert.exporters.exporter import ResourcesDict
    from nbgrader.preprocessors import SaveCells

    content = nbformat.reads(json.dumps(notebook.content), as_version=4)
    resources = ResourcesDict()
    resources.update(_resources(assignment, notebook.name, db_url))
    try:
        SaveCells(config=course.config).preprocess(content, resources)
    except RuntimeError as error:
        raise GraderError(
            f"{course.source_folder(assignment) / notebook.name}.ipynb: {error}. Put the cells back, or "
            "start a new gradebook with --db."
        ) from None


def _exporter(course: CourseFolder) -> NotebookExporter:
    from nbconvert.exporters import NotebookExporter
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    config = Config(course.config)
    config.merge(Config(Exporter={"default_preprocessors": []}, CourseDirectory={"root": str(course.root)}))
    with import_path_without_here():
        converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
        exporter = NotebookExporter(config=config)
        for preprocessor in _until_saved(converter.preprocessors):
            exporter.register_preprocessor(preprocessor)
    return exporter


def _until_saved(preprocessors: Iterable[Any]) -> Iterator[Any]:
    for preprocessor in preprocessors:
        name = preprocessor if isinstance(preprocessor, str) else preprocessor.__name__
        if name.rpartition(".")[2] == _SAVES:
            return
        yield preprocessor


def _released(exporter: NotebookExporter, course: CourseFolder, assignment: str, name: str) -> Released:
    folder = course.source_folder(assignment)
    resources = _resources(assignment, name) | {"metadata": {"path": str(folder), "name": name}}
    path = folder / f"{name}.ipynb"
    try:
        text, _ = exporter.from_filename(str(path), resources=resources)
    except Exception as error:  # noqa: BLE001 -- an instructor's notebook may be refused in any way
        raise GraderError(f"{path}: nbgrader cannot release it: {type(error).__name__}: {error}") from None
    return Released(name, json.loads(str(text)))


def _resources(assignment: str, notebook: str, db_url: str = "") -> dict[str, Any]:
    names = {"student": ".", "assignment": assignment, "notebook": notebook, "db_url": db_url}
    return {"unique_key": notebook, "nbgrader": names}
