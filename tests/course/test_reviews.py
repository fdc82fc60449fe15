"""A review is a fresh notebook: the starter, new inputs, and nothing that was there is overwritten."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from typer.testing import CliRunner

from course import catalog, workspace
from course.cli import app
from course.errors import WorkspaceError
from course.notebook_files import read
from course.records import write_time
from course.reviews import NotYetPassed, make_review, salt_of
from course.source import starter
from course.welcome import refresh
from tests.course.data_home import own_home, write_log
from tests.course.progress_samples import attempt, event

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = catalog.load("project")
TODAY = date(2026, 11, 21)
PASSED = [attempt(4, exercise="project")]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and a log of its own in which `project` was passed long ago."""
    own_home(tmp_path, monkeypatch)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    write_log(PASSED)
    directory = workspace.init(tmp_path / "work").directory
    monkeypatch.chdir(directory)
    return directory


def run(*words: str) -> Any:
    """Type a command."""
    return CliRunner().invoke(app, words)


def said(*words: str) -> str:
    """Type a command that works; return what it printed, on one line."""
    done = run(*words)
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def check_cell(path: Path) -> str:
    """Return the text of a notebook's last cell."""
    return read(path.read_bytes())["cells"][-1]["source"]


def test_the_notebook_is_the_starter_and_names_its_review(work: Path) -> None:
    """Statement and set-up are the exercise's; no answer, nothing of nbgrader's, and it is valid."""
    path = make_review(work, PROJECT, PASSED, TODAY)

    assert path == work / "reviews/2026-11-21-project.ipynb"
    notebook = read(path.read_bytes())
    nbformat.validate(nbformat.from_dict(notebook))
    texts = [cell["source"] for cell in notebook["cells"]]
    assert texts[-2:] == [
        starter(PROJECT),
        'from autograder import check; check("project", review="2026-11-21")',
    ]
    assert [cell.text for cell in PROJECT.statement] == texts[2:-2]
    assert "nbgrader" not in json.dumps(notebook)


def test_one_that_was_begun_is_never_overwritten(work: Path) -> None:
    """An untouched one is taken again; beside one with work in it, or with records, stands a second one."""
    first = make_review(work, PROJECT, PASSED, TODAY)
    assert make_review(work, PROJECT, PASSED, TODAY) == first

    first.write_text("my work")
    second = make_review(work, PROJECT, PASSED, TODAY)
    assert (second.name, first.read_text()) == ("2026-11-21-2-project.ipynb", "my work")

    used = event("review", exercise="project", score=1, max=4, review="2026-11-21-2")
    third = make_review(work, PROJECT, [*PASSED, used], TODAY)
    assert check_cell(third) == 'from autograder import check; check("project", review="2026-11-21-3")'


def test_every_review_has_inputs_of_its_own() -> None:
    """Never those of the exercise's own notebook, whose number is 0."""
    numbers = {salt_of(f"2026-11-{day:02}") for day in range(1, 31)}

    assert len(numbers) == 30
    assert min(numbers) > 0


def test_what_was_not_solved_is_not_reviewed(work: Path) -> None:
    """The message leads to the exercise; one whose solution was opened may be reviewed, to lift the cap."""
    with pytest.raises(NotYetPassed, match=r"Solve it in 02_linear_algebra_numpy/"):
        make_review(work, PROJECT, [attempt(1, exercise="project")], TODAY)

    opened = event("solution", exercise="project", answer_sha="reference")
    assert make_review(work, PROJECT, [opened], TODAY).is_file()


def test_a_folder_in_the_way_is_a_message(work: Path) -> None:
    """It says where, and which command looks into it."""
    (work / "reviews").write_text("a file")

    with pytest.raises(WorkspaceError, match=r"reviews: .*course doctor"):
        make_review(work, PROJECT, PASSED, TODAY)


def test_without_a_name_the_command_takes_what_is_due_longest(work: Path) -> None:
    """It prints the file; with a name it makes any review of what was passed."""
    write_log([*PASSED, attempt(4, 1, exercise="pca", most=6), attempt(6, 2, exercise="pca", most=6)])

    assert "-project.ipynb" in said("review")
    assert "-pca.ipynb" in said("review", "pca")
    assert len(list((work / "reviews").iterdir())) == 2


def test_the_list_makes_nothing(work: Path) -> None:
    """It says what is due, and when the rest comes."""
    today = write_time(datetime.now(UTC))
    write_log([*PASSED, event("attempt", exercise="residuals", score=2, max=2, t=today)])

    text = said("review", "--list")

    assert "project now 0" in text
    assert "residuals 20" in text
    assert "Start with: course review project" in text
    assert not (work / "reviews").exists()


def test_nothing_due_is_no_failure(work: Path) -> None:
    """The command says so, and what is next."""
    write_log([])

    assert "Nothing is due." in said("review")
    assert "Nothing is due." in said("review", "--list")


def test_who_is_reminded_reads_the_command(work: Path) -> None:
    """`course next`, `course progress` and the welcome page name it."""
    refresh(work)

    for text in (said("next"), said("progress"), (work / workspace.WELCOME).read_text()):
        assert "course review project" in text


def test_outside_a_workspace_the_command_says_how_to_make_one(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1, and the next command."""
    monkeypatch.chdir(tmp_path)
    done = run("review", "project", "--workspace", str(tmp_path / "nowhere"))

    assert done.exit_code == 1
    assert isinstance(done.exception, WorkspaceError)
