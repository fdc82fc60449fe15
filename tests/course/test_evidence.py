"""Evidence has a date and an assessor, and a level's date is the moment when its gates were met."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.overview import Overview, overview_of
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

if TYPE_CHECKING:
    from course.records import Record

COURSE = whole_course()


def found(records: tuple[Record, ...]) -> Overview:
    """Return the overview of some records."""
    return overview_of(COURSE, records, NOW)


@pytest.mark.parametrize("name", ["steady", "returning", "experienced", "instructor_graded"])
def test_a_level_is_dated_by_the_record_that_met_its_last_gate(name: str) -> None:
    """Up to that moment the level is reached, and a millisecond earlier it is not."""
    records = simulated(name, COURSE.tasks)
    reached = found(records).reached

    assert "entry" in reached
    for level, time in reached.items():
        so_far = tuple(record for record in records if record.time <= time)
        before = tuple(record for record in so_far if record.time < time)
        assert level in found(so_far).reached
        assert level not in found(before).reached


@pytest.mark.parametrize("name", sorted(LEARNERS))
def test_every_pass_review_and_grade_is_evidence_newest_first(name: str) -> None:
    """One line for each, with the right assessor; what merely follows from them names nobody."""
    records = simulated(name, COURSE.tasks)
    overview = found(records)
    times = [entry.time for entry in overview.evidence]
    first_passes = sum(of.first_pass is not None for of in overview.exercises.values())
    grades = sum(record.kind == "grade" for record in records)

    assert times == sorted(times, reverse=True)
    assert sum(entry.text.endswith(" solved") for entry in overview.evidence) == first_passes
    assert sum(entry.by.startswith("reviewed by ") for entry in overview.evidence) == grades
    assert {entry.by for entry in overview.evidence if entry.sign in "★●▲"} <= {""}


def test_a_skill_is_called_mastered_when_it_first_was() -> None:
    """The entry carries the time of the step that made the difference."""
    overview = found(simulated("steady", COURSE.tasks))
    mastered = {entry.text: entry.time for entry in overview.evidence if entry.sign == "★"}

    for view in overview.skills.values():
        if view.state == "mastered" and view.skill.kind == "exercise":
            time = mastered[f"{view.skill.text}: mastered"]
            then = tuple(record for record in overview.records if record.time <= time)
            earlier = tuple(record for record in then if record.time <= time - timedelta(milliseconds=1))
            assert found(then).skills[view.skill.id].state == "mastered"
            assert found(earlier).skills[view.skill.id].state != "mastered"
            break
    else:
        pytest.fail("the steady learner mastered nothing")
