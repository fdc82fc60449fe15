"""`course reset` brings the starters back and keeps what was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from course.commands_learner import learner
from course.errors import UnknownExercise, WorkspaceError
from course.reset import reset
from tests.course.sample_notebooks import answer, cells, code, exercise, markdown, notebook, ran, texts
from tests.course.sample_workspace import EXERCISES, LESSON, Course, backed_up, install, made, notebooks

if TYPE_CHECKING:
    from pathlib import Path

OFFERED = [*exercise("total"), *exercise("mean")]
WORKED = [
    OFFERED[0],
    ran(answer("total", "mine")),
    ran(OFFERED[2]),
    code("x", "scratch"),
    OFFERED[3],
    answer("mean", "also mine"),
    ran(OFFERED[5]),
]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course with a lesson and two exercises."""
    found = install(tmp_path, monkeypatch)
    found.offer(LESSON, markdown("one", "# One"))
    found.offer(EXERCISES, *OFFERED)
    (found.root / "modules/01_arrays/e2_mean.py").touch()
    return found


@pytest.fixture
def work(course: Course, tmp_path: Path) -> Path:
    """A workspace in which both exercises have been worked on."""
    directory = made(tmp_path)
    (directory / EXERCISES).write_bytes(notebook(*WORKED))
    return directory


def test_one_exercise_starts_afresh_and_the_others_stay(work: Path) -> None:
    """The starter is back, its card is gone; another answer, its card and the learner's cell are as they were."""
    done = reset(work, "total")

    now = cells((work / EXERCISES).read_bytes())
    assert [cell["source"] for cell in now[1:4]] == [
        "raise NotImplementedError",
        OFFERED[2]["source"],
        "scratch",
    ]
    assert now[1:3] == OFFERED[1:3]
    assert now[3:] == WORKED[3:]
    assert done.backup is not None
    assert backed_up(work) == [notebook(*WORKED)]


@pytest.mark.parametrize("target", ["1", "01", "01_arrays", "01_arrays/", "arrays"])
def test_a_module_starts_afresh(work: Path, target: str) -> None:
    """By its number or its name, and the learner's cells go to the backup, too."""
    reset(work, target)

    assert texts((work / EXERCISES).read_bytes()) == texts(notebook(*OFFERED))
    assert backed_up(work) == [notebook(*WORKED)]


def test_an_exercise_is_found_by_its_former_name(work: Path) -> None:
    """`was:` in its header counts."""
    reset(work, "sum_up")

    assert "mine" not in texts((work / EXERCISES).read_bytes())


def test_a_deleted_notebook_comes_back(work: Path) -> None:
    """Resetting what is not there writes it."""
    (work / EXERCISES).unlink()

    reset(work, "total")

    assert texts((work / EXERCISES).read_bytes()) == texts(notebook(*OFFERED))


def test_what_has_not_been_touched_is_left_alone(work: Path) -> None:
    """No backup, no writing."""
    reset(work, "1")
    before = notebooks(work)

    assert reset(work, "1").backup is None
    assert notebooks(work) == before


def test_half_a_notebook_is_not_guessed_at(work: Path) -> None:
    """One exercise cannot be taken out of it; the message offers the whole module, which works."""
    half = notebook(*WORKED)[:-30]
    (work / EXERCISES).write_bytes(half)

    with pytest.raises(WorkspaceError, match=r"Nothing was changed.*course reset 01"):
        reset(work, "total")
    assert (work / EXERCISES).read_bytes() == half

    reset(work, "01")
    assert texts((work / EXERCISES).read_bytes()) == texts(notebook(*OFFERED))
    assert backed_up(work) == [half]


def test_an_unknown_name_is_met_with_the_nearest(work: Path) -> None:
    """A slip of the finger changes nothing."""
    with pytest.raises(UnknownExercise, match="Did you mean 'total'"):
        reset(work, "totl")
    with pytest.raises(UnknownExercise):
        reset(work, "")


def test_the_command_says_where_the_old_notebook_is(work: Path) -> None:
    """The last line of the output is the way back."""
    done = CliRunner().invoke(learner, ["reset", "total", "--workspace", str(work)])

    assert done.exit_code == 0, done.output
    flat = " ".join(done.output.split())
    assert "total is the starter again" in flat
    assert "Your notebooks as they were:" in flat
