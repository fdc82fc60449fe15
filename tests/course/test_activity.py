"""Days are counted as the learner lives them, and no day without work takes anything away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from course.activity import WEEKS, activity
from tests.course.progress_samples import attempt, event

SATURDAY = datetime(2026, 3, 7, 20, tzinfo=UTC)


def test_twelve_weeks_end_with_today() -> None:
    """Each column is a week from Monday on; the last one ends with today."""
    found = activity([], SATURDAY)

    assert len(found.weeks) == WEEKS
    assert [len(week) for week in found.weeks] == [7] * (WEEKS - 1) + [6]
    assert {week[0].date.weekday() for week in found.weeks} == {0}
    assert found.weeks[-1][-1].date == SATURDAY.date()
    assert found.summary == "no active day yet"


def test_work_counts_and_settings_and_grades_do_not() -> None:
    """Attempts, hints, predictions and reviews are work; what an instructor or a form wrote is not."""
    work = [attempt(4, 0), event("hint", 1, number=1), event("prediction", 1, question="q"), attempt(2, 5)]
    other = [event("setting", 2, name="goal", value=3), event("grade", 3, points=4, max_points=4)]
    found = activity([*work, *other], SATURDAY)

    assert (found.active_days, found.this_week, found.goal, found.predictions) == (3, 3, 3, 1)
    assert found.summary == "3 active days · busiest on Tuesdays"


def test_a_day_is_the_learners_own() -> None:
    """What happens at nine in the morning UTC is still yesterday in Honolulu."""
    honolulu = timezone(timedelta(hours=-10))
    monday = attempt(4, 0)

    here = activity([monday], SATURDAY)
    there = activity([monday], SATURDAY.astimezone(honolulu))

    assert [day.date.weekday() for week in here.weeks for day in week if day.count] == [0]
    assert [day.date.weekday() for week in there.weeks for day in week if day.count] == [6]


def test_a_goal_that_makes_no_sense_is_none() -> None:
    """A damaged or newer setting never breaks the page."""
    for value in (0, 8, "3", True, None, 2.5):
        assert activity([event("setting", name="goal", value=value)], SATURDAY).goal is None
