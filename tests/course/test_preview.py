"""A preview is a content file as a learner would see it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.errors import ContentErrors
from course.preview import CellFailed, NotContent, preview

FOLDER = Path(__file__).parent / "data" / "modules" / "02_vectors"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sample's module, to be changed."""
    return shutil.copytree(FOLDER, tmp_path / FOLDER.name)


def test_a_lesson_is_run_and_rendered(copy: Path) -> None:
    """The page shows prose and what the cells print."""
    page = preview(copy / "lesson.py")
    text = page.read_text(encoding="utf-8")
    shutil.rmtree(page.parent)
    assert "Vectors you can run" in text
    assert "done" in text


def test_a_failing_cell_is_named(copy: Path) -> None:
    """The author learns which cell failed, and with what."""
    path = copy / "e2_double.py"
    path.write_text(
        path.read_text(encoding="utf-8").replace("import numpy as np", "import numpy as np\n\n1 / 0", 1)
    )
    with pytest.raises(CellFailed, match=r"e2_double.py: cell 3 \(double-setup-1\)(?s:.*)ZeroDivisionError"):
        preview(path)


def test_a_file_with_mistakes_is_not_run(copy: Path) -> None:
    """Mistakes in the file come before anything is started."""
    path = copy / "e2_double.py"
    path.write_text(path.read_text(encoding="utf-8").replace("stars: 2", "stars: 1"))
    with pytest.raises(ContentErrors):
        preview(path)


@pytest.mark.parametrize("name", ["notes.py", "missing.py"])
def test_other_files_have_no_preview(copy: Path, name: str) -> None:
    """The message says which files have one."""
    (copy / "notes.py").touch()
    with pytest.raises(NotContent):
        preview(copy / name)
