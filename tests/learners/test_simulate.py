"""The simulated learners are the same each time, unlike each other, and can be written out as logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course import log
from course.records import merge, to_record
from tests.learners.make import main, write_log
from tests.learners.sample_course import PLAN, whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

if TYPE_CHECKING:
    from pathlib import Path

TASKS = whole_course().tasks


@pytest.mark.parametrize("name", [*LEARNERS, "finished"])
def test_a_learner_is_the_same_each_time(name: str) -> None:
    """Seeds alone decide, so a failing test can be repeated anywhere."""
    records = simulated(name, TASKS)

    assert records == simulated(name, TASKS)
    assert merge(to_record(dict(record.data)) for record in records) == records
    assert max(record.time for record in records) <= NOW


def test_there_are_six_unlike_each_other() -> None:
    """Beginner, steady, hint-heavy, returning, experienced, and graded in a class."""
    kinds = {name: {record.kind for record in simulated(name, TASKS)} for name in LEARNERS}

    assert len(LEARNERS) == 6
    assert "solution" in kinds["hint_heavy"]
    assert "review" in kinds["steady"]
    assert "grade" in kinds["instructor_graded"]
    assert {r.text("source") for r in simulated("experienced", TASKS) if r.kind == "attempt"} == {
        "placement",
        "self",
    }


def test_the_whole_course_is_175_exercises_in_twenty_modules() -> None:
    """As many as are planned, each id once, each with a skill."""
    assert (len(TASKS), len({task.id for task in TASKS}), len(PLAN)) == (175, 175, 20)
    assert [task.id for task in TASKS if not task.skills] == []


def test_the_tool_writes_a_log_that_the_course_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder for trying commands and pages by hand."""
    monkeypatch.setenv(log.HOME, str(tmp_path))
    write_log("steady", tmp_path, whole=True)

    assert log.read_all() == log.Log(simulated("steady", TASKS))


def test_the_tool_explains_its_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is not one of the six ends with 2 and lists them."""
    monkeypatch.setattr("sys.argv", ["make", "nobody", "x"])

    assert main() == 2
    assert "hint_heavy" in capsys.readouterr().err
