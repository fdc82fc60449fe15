"""Ticks and goals are records like any other, and only what exists can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course import log, settings
from course.overview import read_overview
from tests.course.data_home import own_home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    return own_home(tmp_path, monkeypatch)


def test_a_tick_is_kept_and_can_be_taken_back() -> None:
    """The last word counts, and it opens no gate."""
    before = read_overview().levels[0].gates
    settings.tick("S082", value=True)
    assert read_overview().levels[0].outside["S082"] is True
    assert read_overview().levels[0].gates == before

    settings.tick("S082", value=False)
    assert read_overview().levels[0].outside["S082"] is False
    assert [record.kind for record in log.read_all().records] == ["setting", "setting"]


def test_a_goal_is_kept_and_can_be_taken_back() -> None:
    """None is as good a goal as any."""
    settings.set_goal(4)
    assert read_overview().activity.goal == 4
    settings.set_goal(None)
    assert read_overview().activity.goal is None


@pytest.mark.parametrize("skill", ["S025", "S999", ""])
def test_only_life_outside_can_be_ticked(skill: str) -> None:
    """What exercises show is never ticked by hand; the message names what can be."""
    with pytest.raises(settings.SettingRefused, match="expected a skill that life outside shows: S082"):
        settings.tick(skill, value=True)
    assert log.read_all().records == ()


@pytest.mark.parametrize("days", [0, 8, -1])
def test_a_week_has_seven_days(days: int) -> None:
    """Another goal is refused."""
    with pytest.raises(settings.SettingRefused, match="expected 1 to 7"):
        settings.set_goal(days)


def test_a_setting_that_cannot_be_kept_says_why() -> None:
    """A log that cannot be written is told, with its place."""
    log.home().write_text("in the way")

    with pytest.raises(settings.SettingRefused, match="could not be kept"):
        settings.set_goal(3)
