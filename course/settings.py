"""What a learner sets: ticks for life outside the course, and a weekly goal. Each is one more record."""

from __future__ import annotations

from course import log
from course.activity import GOAL
from course.errors import CourseError
from course.gates import outside_setting
from course.skills import read_levels


class SettingRefused(CourseError):
    """A setting that does not exist, or could not be kept."""


def tick(skill: str, *, value: bool) -> None:
    """Say whether life outside has shown a skill; raises `SettingRefused`."""
    known = [name for level in read_levels() for name in level.outside]
    if skill not in known:
        raise SettingRefused(f"found {skill!r}; expected a skill that life outside shows: {', '.join(known)}")
    _keep(outside_setting(skill), value)


def set_goal(days: int | None) -> None:
    """Set the study days a week, 1 to 7; None takes the goal back. Raises `SettingRefused`."""
    if days is not None and not 1 <= days <= 7:
        raise SettingRefused(f"found a goal of {days} days a week; expected 1 to 7, or 0 for none")
    _keep(GOAL, days)


def _keep(name: str, value: object) -> None:
    unkept = log.keep("setting", name=name, value=value)
    if unkept:
        raise SettingRefused(unkept)
