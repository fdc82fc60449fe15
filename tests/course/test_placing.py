"""A placement is a quarter of an hour that shows a module; it earns what it shows, and blocks nobody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

import course
from course import catalog, log, workspace
from course.cli import app
from course.mastery import standings
from course.notebook_files import read
from course.overview import overview_of, read_overview
from course.placing import MINUTES, PACE, NothingToPlace, chosen_for, make_placement
from course.source import starter
from tests.course.data_home import own_home
from tests.course.progress_samples import attempt, event
from tests.learners.sample_course import whole_course
from tests.learners.simulate import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from course.overview import Overview

COURSE = whole_course()
START_HERE = ("clip_to_range", "predict_views", "diff_stats", "merge_base")
LINEAR = "02_linear_algebra_numpy"


def chosen(module: str, *records: Any) -> list[Any]:
    """Return the placement's exercises of a module."""
    tasks = [task for task in COURSE.tasks if task.module == module]
    return chosen_for(tasks, standings(COURSE.tasks, records))


def shown(name: str, score: float = 100, **fields: Any) -> Any:
    """Return a check of an exercise in a placement: a pass unless another score is given."""
    return attempt(min(score, COURSE.by_id[name].points), most=COURSE.by_id[name].points, exercise=name,
                   source="placement", **fields)  # fmt: skip


def begun(*names: str, module: str = LINEAR) -> Any:
    """Return that a placement was begun."""
    return event("setting", name=f"placement.{module}", value=list(names))


def after(*records: Any) -> Overview:
    """Return the overview after these records."""
    return overview_of(COURSE, records, NOW)


@pytest.mark.parametrize("module", sorted({task.module for task in COURSE.tasks}))
def test_every_modules_placement_is_short_and_broad(module: str) -> None:
    """It takes 15 minutes at most, or is one exercise; none of them shows only what the others show."""
    found = chosen(module)

    assert found
    assert sum(task.minutes for task in found) * PACE <= MINUTES or len(found) == 1
    for task in found:
        others = {skill for other in found if other is not task for skill in other.skills}
        assert len(found) == 1 or {*task.skills} - others


def test_what_is_passed_already_is_not_asked_again() -> None:
    """The placement consists of open exercises; one that an opened solution capped is open."""
    first, *_ = chosen(LINEAR)
    full = attempt(first.points, most=first.points, exercise=first.id)
    solution = event("solution", -1, exercise=first.id, answer_sha="reference")

    assert first not in chosen(LINEAR, full)
    assert first in chosen(LINEAR, solution, full)


def test_a_module_that_was_shown_is_passed_over() -> None:
    """The offer leads to another module, and what depends on the module is advised; its points are not given."""
    start = [shown(name) for name in START_HERE]
    names = [task.id for task in chosen(LINEAR)]
    before = after(*start, shown("residuals")).next
    found = after(*start, shown("residuals"), begun(*names), *map(shown, names))

    assert before is not None
    assert found.next is not None
    assert before.task.module == LINEAR
    assert found.next.task.module != LINEAR
    assert found.placements[LINEAR].is_shown
    (row,) = (row for row in found.modules if row.slug == LINEAR)
    assert row.points == sum(COURSE.by_id[name].points for name in [*names, "residuals"])


def test_part_of_it_shows_part_of_it() -> None:
    """What passed counts as anywhere; the module is offered as before."""
    start = [shown(name) for name in START_HERE]
    first, *rest = (task.id for task in chosen(LINEAR))
    found = after(*start, begun(first, *rest), shown(first), *(shown(name, 0) for name in rest))

    assert not found.placements[LINEAR].is_shown
    assert found.exercises[first].last_pass is not None
    assert f"1 of {1 + len(rest)} passed" in found.placements[LINEAR].told


def test_the_time_is_told_where_it_makes_sense() -> None:
    """Minutes from the beginning to the last check; not for whoever went on the next day."""
    quick = after(begun("residuals"), shown("residuals", day=12 / 1440)).placements[LINEAR]
    slow = after(begun("residuals"), shown("residuals", day=1)).placements[LINEAR]

    assert "1 of 1 passed, 12 minutes after it was begun." in quick.told
    assert slow.told.startswith("1 of 1 passed. ")


def test_the_evidence_says_that_it_was_a_placement() -> None:
    """Instead of the number of the attempt."""
    entry = next(each for each in after(shown("residuals")).evidence if each.exercise == "residuals")

    assert entry.detail == "in a placement"


@pytest.mark.parametrize("value", ["residuals", [], [1], ["gone"], None])
def test_an_odd_setting_is_no_placement(value: Any) -> None:
    """A log may hold anything."""
    assert after(event("setting", name=f"placement.{LINEAR}", value=value)).placements == {}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and a log of its own."""
    own_home(tmp_path, monkeypatch)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    directory = workspace.init(tmp_path / "work").directory
    monkeypatch.chdir(directory)
    return directory


def test_the_command_writes_a_notebook_of_starters(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its checks say that they are a placement's; the last cell says how it stands, and the log knows the choice."""
    done = CliRunner().invoke(app, ["placement", "2"])
    assert done.exit_code == 0, done.output

    (made,) = (work / "placement").iterdir()
    of_module = [each for each in catalog.load_all() if each.module == LINEAR]
    found = chosen_for(of_module, read_overview().exercises)
    texts = [cell["source"] for cell in read(made.read_bytes())["cells"]]
    assert made.name.endswith(f"-{LINEAR}.ipynb")
    assert [text for text in texts if text in {starter(catalog.load(each.id)) for each in found}]
    assert [text for text in texts if text.startswith("from autograder")] == [
        f'from autograder import check; check("{each.id}", placement=True)' for each in found
    ]
    exec(texts[-1], {})  # noqa: S102 - a cell of ours
    assert f"0 of {len(found)} passed." in capsys.readouterr().out
    assert read_overview().placements[LINEAR].exercises == tuple(each.id for each in found)


def test_a_module_that_does_not_exist_is_a_usage_error(work: Path) -> None:
    """The message lists those that there are, and nothing is written."""
    done = CliRunner().invoke(app, ["placement", "99"])

    assert done.exit_code == 2
    assert not (work / "placement").exists()


def test_where_everything_is_passed_there_is_nothing_to_place(work: Path) -> None:
    """It says what to do instead, and keeps nothing."""
    with pytest.raises(NothingToPlace, match="course next"):
        make_placement(work, "Linear algebra", [], date(2026, 11, 21))
    assert log.read_all().records == ()


def test_asking_for_the_placement_of_an_unknown_module_says_how_to_begin(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing to tell is a command to run."""
    course.placement(LINEAR)

    assert "course placement 02" in capsys.readouterr().out
