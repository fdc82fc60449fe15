"""The welcome page says what is next, and is the learner's once the learner has changed it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from course import catalog, lab, workspace
from course.commands_learner import learner
from course.commands_review import again
from course.welcome import refresh
from tests.course.data_home import own_home, write_log

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Path(lab.__file__).parent / "lab_settings"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace with the real course, and a log of its own."""
    own_home(tmp_path, monkeypatch)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    return workspace.init(tmp_path / "work").directory


def page(directory: Path) -> str:
    """Bring the page up to date and return it."""
    refresh(directory)
    return (directory / workspace.WELCOME).read_text(encoding="utf-8")


def test_it_begins_with_the_next_step(work: Path) -> None:
    """Every command of its table exists, and every link leads to a file of the workspace."""
    text = page(work)
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    links = [target.partition("#")[0] for target in targets if target != "#mle-course:progress"]

    assert text.startswith("# Welcome\n\n**Next:** ")
    assert links
    assert len(links) == len(targets) - 1
    assert [link for link in links if not (work / link).is_file()] == []
    named = {
        line.split("`course ")[1].split("`")[0].split()[0]
        for line in text.splitlines()
        if line.startswith("| `")
    }
    commands = [*learner.registered_commands, *again.registered_commands]
    assert named - {"progress"} <= {command.name or command.callback.__name__ for command in commands}


def test_it_greets_who_has_been_here(work: Path) -> None:
    """The page follows the log."""
    exercise = catalog.load("project")
    fields = {
        "exercise": exercise.id,
        "exercise_version": exercise.version,
        "score": 4,
        "max": exercise.points,
    }
    assert "Welcome back" not in page(work)
    write_log([_attempt(fields)])

    assert "# Welcome back" in page(work)


def _attempt(fields: dict[str, object]) -> object:
    from course.records import to_record

    common = {"v": 1, "id": "1", "device": "laptop", "seq": 1, "t": "2026-11-01T10:00:00Z", "kind": "attempt"}
    return to_record({**common, "verdicts": {}, "source": "self", **fields})


def test_a_page_that_the_learner_changed_stays(work: Path) -> None:
    """Notes on it are not overwritten; a page that was deleted comes back."""
    page(work)
    (work / workspace.WELCOME).write_text("my plan")
    assert page(work) == "my plan"

    (work / workspace.WELCOME).unlink()
    assert page(work).startswith("# Welcome")


def test_the_browser_opens_it_first_each_time(work: Path) -> None:
    """What was open before stays open beside it."""
    page(work)
    (work / lab.LAYOUT).mkdir(parents=True)

    assert lab.first_page(work) == "/lab/tree/Welcome.md"


def test_a_page_that_cannot_be_written_stops_nobody(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`course lab` says so and opens JupyterLab all the same."""
    (work / workspace.WELCOME).mkdir()
    monkeypatch.setattr(lab, "start", lambda *_, **__: 0)

    done = CliRunner().invoke(learner, ["lab", str(work), "--no-browser"])

    assert done.exit_code == 0, done.output
    assert "Welcome.md is not up to date" in done.output


def test_the_next_step_is_a_command_too(work: Path) -> None:
    """`course next` answers in one line."""
    done = CliRunner().invoke(learner, ["next"])

    assert done.exit_code == 0, done.output
    assert done.output.startswith("Next: ")


def test_an_installation_and_a_checkout_have_the_same_settings() -> None:
    """What is installed for JupyterLab is part of what `course lab` hands over by itself."""
    handed = json.loads((SETTINGS / "labconfig/default_setting_overrides.json").read_text())
    installed = json.loads((SETTINGS / "overrides.json").read_text())

    assert {name: handed[name] for name in installed} == installed
