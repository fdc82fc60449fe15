"""Dates, percentages and the ladder say no more than is true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from course.dashboard import facts
from course.overview import overview_of
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

COURSE = whole_course()


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "0%"), (0.004, "0%"), (0.006, "1%"), (0.5, "50%"), (0.994, "99%"), (0.9999, "99%"), (1, "100%")],
)
def test_nothing_is_called_all_before_it_is(share: float, shown: str) -> None:
    """Rounding never turns nearly everything into everything."""
    assert facts.percent(share) == shown


@pytest.mark.parametrize(
    ("days", "shown"),
    [(0, "today"), (1, "yesterday"), (2, "2 d ago"), (13, "13 d ago"), (14, "7 Nov"), (400, "17 Oct 2025")],
)
def test_recent_days_are_counted_and_older_ones_dated(days: int, shown: str) -> None:
    """The year stands where it is another one."""
    assert facts.ago(NOW - timedelta(days=days), NOW) == shown
    assert facts.ago(None, NOW) == ""


def test_a_date_is_the_learners_own() -> None:
    """Midnight is where the learner lives."""
    now = datetime(2026, 3, 2, 8, tzinfo=timezone(timedelta(hours=9)))

    assert facts.ago(datetime(2026, 3, 1, 16, tzinfo=UTC), now) == "today"


def test_a_skill_is_called_reviewed_as_far_as_it_was() -> None:
    """Where an instructor graded some of a skill's exercises and not all, it says partly."""
    found = overview_of(COURSE, simulated("instructor_graded", COURSE.tasks), NOW)
    said = {name: facts.assessed_by(view) for name, view in found.skills.items() if view.passed}

    assert said["S078"] == "reviewed by Dr. R. Osei"
    assert said["S137"] == "reviewed by Dr. R. Osei"
    for name, view in found.skills.items():
        if view.passed and len(view.reviewed) < len(view.passed):
            assert said[name].startswith("partly ") == bool(view.reviewed), name


@pytest.mark.parametrize("name", [*LEARNERS, "finished"])
def test_the_learner_stands_at_one_place_of_the_ladder(name: str) -> None:
    """Reached levels are filled up to the next one, which alone is called next; the marker is there once."""
    found = overview_of(COURSE, simulated(name, COURSE.tasks), NOW)
    rungs = facts.ladder(found)
    states = [rung.state for rung in rungs]

    assert (
        states
        == ["reached"] * len(found.reached) + ["next", "later", "later", "later"][: 4 - len(found.reached)]
    )
    assert sum(bool(rung.here) for rung in rungs) == (found.target is not None)
    assert all(rung.before == rung.after == 0 for rung in rungs if rung.state == "later")


def test_the_latest_evidence_is_mostly_what_was_done() -> None:
    """At most two lines that only say where others led."""
    found = overview_of(COURSE, simulated("steady", COURSE.tasks), NOW)

    assert sum(not entry.by for entry in facts.latest(found, 6)) <= 2
    assert len(facts.latest(found, 6)) == 6
