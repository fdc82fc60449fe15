"""A small course, a workspace made from it, and what tests do to both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course import catalog, workspace
from tests.course.sample_notebooks import Cell, notebook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LESSON = "01_arrays/lesson.ipynb"
EXERCISES = "01_arrays/01_arrays.ipynb"


@dataclass(frozen=True)
class Course:
    """The course's side: notebooks that a test can change as a new version would."""

    root: Path

    def offer(self, name: str, *cells: Cell) -> bytes:
        """Publish a notebook of these cells; return its content."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(notebook(*cells))
        return path.read_bytes()

    def withdraw(self, name: str) -> None:
        """Remove a notebook from the course."""
        self._path(name).unlink()

    def _path(self, name: str) -> Path:
        return self.root / ("modules" if name.endswith("lesson.ipynb") else "assignments") / name


def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """Put an empty course in place of the real one; Jupyter's own data is private, too."""
    root = tmp_path / "content"
    for folder in ("modules/01_arrays", "assignments"):
        (root / folder).mkdir(parents=True)
    (root / "modules/01_arrays/e1_total.py").write_text("# was: [sum_up]\n")
    monkeypatch.setattr(catalog, "content_dir", root.joinpath)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    return Course(root)


def made(tmp_path: Path) -> Path:
    """Return a workspace with what the course offers now, in a folder that breaks careless code."""
    return workspace.init(tmp_path / "cours d'été" / "my work").directory


def notebooks(directory: Path) -> dict[str, bytes]:
    """Return every notebook of a workspace, those in its backups left out."""
    paths = (path for path in directory.rglob("*.ipynb") if "backups" not in path.parts)
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in paths}


def backed_up(directory: Path) -> list[bytes]:
    """Return the content of every file in a workspace's backups."""
    return [path.read_bytes() for path in sorted(directory.glob("backups/**/*.ipynb"))]
