"""A new exercise starts as a file and a list of what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course import catalog
from course.scaffold import BadTarget, scaffold

DATA = Path(__file__).parent / "data"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample's module in a checkout of its own."""
    shutil.copytree(DATA / "modules", tmp_path / "modules")
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    return tmp_path / "modules" / "02_vectors"


def test_a_new_exercise_comes_last(module: Path) -> None:
    """Without a number the next free one is taken."""
    assert scaffold("02_vectors/rotate").path == module / "e3_rotate.py"


def test_a_new_exercise_may_ask_for_its_number(module: Path) -> None:
    """A curriculum fixes numbers before the exercises exist."""
    assert scaffold("02_vectors/rotate", 7).path == module / "e7_rotate.py"


def test_a_new_exercise_lists_what_only_its_author_can_write(module: Path) -> None:
    """The list is the reader's own, so an empty list means a finished exercise."""
    found = [error.found for error in scaffold("02_vectors/rotate").missing]
    assert {
        "title None",
        "skills []",
        "an empty statement cell",
        "an empty solution region",
        "an empty check cell",
        "an empty hint cell",
        "an empty explanation cell",
        "an empty alternative cell",
        "an empty misconception cell",
    } <= set(found)
    assert "code that Python refuses" not in str(found)


def test_the_file_is_there_to_be_completed(module: Path) -> None:
    """What is listed refers to the file that was written."""
    new = scaffold("02_vectors/rotate")
    assert {error.path for error in new.missing} == {new.path}
    assert "def rotate(" in new.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("02_vectors/double", "taken by"),
        ("02_vectors/twice", "taken by"),
        ("02_vectors/not-a-name", "expected the name of a Python function"),
        ("02_vectors/lambda", "expected the name of a Python function"),
        ("02_vectors/", "expected the name of a Python function"),
        ("02_vectors", "expected the name of a Python function"),
        ("02_vectors/../rotate", "expected the name of a Python function"),
        ("02_vector/rotate", "Did you mean '02_vectors'"),
        ("elsewhere/rotate", "mkdir"),
    ],
)
def test_an_impossible_target_is_refused(module: Path, target: str, message: str) -> None:
    """Nothing is written where an id is taken, a name is none or a module is missing."""
    before = sorted(module.iterdir())
    with pytest.raises(BadTarget, match=message):
        scaffold(target)
    assert sorted(module.iterdir()) == before


def test_a_taken_number_is_refused(module: Path) -> None:
    """Two exercises never share a number."""
    with pytest.raises(BadTarget, match="number 2 is taken"):
        scaffold("02_vectors/rotate", 2)
