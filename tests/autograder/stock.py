"""Stock nbgrader on a small course of its own, driven the way an instructor drives it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook

KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


@dataclass(frozen=True)
class StockCourse:
    """A folder with an `nbgrader_config.py`."""

    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one nbgrader command in the course folder."""
        return self.python("-m", "nbgrader", *arguments)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the course folder, with private folders for everything that Jupyter keeps."""
        private = self.root / ".private"
        places = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR", "MLE_COURSE_HOME", "XDG_CACHE_HOME")
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        environment = {**os.environ, **{name: str(private / name.lower()) for name in places}, "PATH": path}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root, env=environment, capture_output=True, text=True, timeout=900, check=False,
        )  # fmt: skip

    def submit(self, student: str, assignment: str, notebook: nbformat.NotebookNode) -> None:
        """Put a notebook where nbgrader looks for submissions."""
        folder = self.root / "submitted" / student / assignment
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{assignment}.ipynb")

    def scores(self, student: str, assignment: str) -> dict[str, float]:
        """Return what the gradebook holds: points by grade cell."""
        with Gradebook(f"sqlite:///{self.root / 'gradebook.db'}") as gradebook:
            submission = gradebook.find_submission(assignment, student)
            return {grade.name: grade.score for notebook in submission.notebooks for grade in notebook.grades}


def graded_cell(name: str, text: str, points: int = 4) -> nbformat.NotebookNode:
    """Return a locked grade cell."""
    metadata = {
        "grade": True,
        "grade_id": name,
        "locked": True,
        "points": points,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    return new_code_cell(text, metadata={"nbgrader": metadata}, id=name.replace("_", "-"))


def notebook_of(*cells: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a Python notebook of these cells."""
    return new_notebook(cells=[*cells], metadata=KERNEL)
