"""Roles are views over the same skills, and point at the module that adds most."""

from __future__ import annotations

import re

import pytest

from course.errors import ContentErrors
from course.overview import overview_of
from course.records import merge
from course.roles_views import ROLES_FILE, read_roles
from course.skills import read_skills
from tests.course.progress_samples import attempt
from tests.learners.sample_course import whole_course
from tests.learners.simulate import NOW, simulated

COURSE = whole_course()


def test_there_are_eight_roles_over_known_skills_that_can_be_shown() -> None:
    """Each of the eight leans on skills that an exercise or a capstone shows, none twice."""
    kinds = {skill.id: skill.kind for skill in read_skills()}
    roles = read_roles()

    assert len(roles) == 8
    for role in roles:
        assert {kinds[name] for name in role.skills} <= {"exercise", "capstone"}, role.id
        assert len({*role.skills}) == len(role.skills) >= 8, role.id


def test_the_share_is_the_mean_of_its_skills() -> None:
    """Coming skills count as not shown."""
    for view in overview_of(COURSE, simulated("steady", COURSE.tasks), NOW).roles:
        assert view.share == pytest.approx(sum(s.mastery for s in view.skills) / len(view.skills), abs=1e-6)


def test_the_module_that_adds_most_really_does() -> None:
    """Passing all of it raises the role's share by what was promised, and no other module raises it by more."""
    before = overview_of(COURSE, (), NOW)
    for view in before.roles:
        gains = {}
        for module in {task.module for task in COURSE.tasks}:
            tasks = [task for task in COURSE.tasks if task.module == module]
            records = merge(attempt(t.points, most=t.points, exercise=t.id) for t in tasks)
            after = overview_of(COURSE, records, NOW).roles
            gains[module] = next(v.share for v in after if v.role == view.role) - view.share
        assert view.adds_most is not None
        assert gains[view.adds_most] == pytest.approx(view.gain, abs=1e-5)
        assert max(gains.values()) <= view.gain + 1e-5
        break


def test_nothing_adds_anything_once_all_is_shown() -> None:
    """A finished learner is sent nowhere."""
    roles = overview_of(COURSE, simulated("finished", COURSE.tasks), NOW).roles

    assert {view.adds_most for view in roles} == {None}


def test_a_mistake_in_the_file_is_reported_with_its_line(tmp_path: object) -> None:
    """A role without skills names the place to mend."""
    path = tmp_path / "roles.toml"  # ty: ignore[unsupported-operator]
    path.write_text(re.sub(r"skills = \[.*\]", 'skills = ["S1"]', ROLES_FILE.read_text(encoding="utf-8")))

    with pytest.raises(ContentErrors, match=r"roles\.toml:\d+: found skills"):
        read_roles(path)
