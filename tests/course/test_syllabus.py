"""The syllabus knows what exists, what is planned, and in which order the modules stand."""

from __future__ import annotations

from course.syllabus import read_plan, read_syllabus
from tests.learners.sample_course import whole_course


def test_the_plan_has_twenty_modules_and_no_circle() -> None:
    """Every module comes after modules with smaller numbers, so there is always a way to it."""
    plan = read_plan()

    assert [module.number for module in plan] == list(range(20))
    assert [
        module.number for module in plan if not all(before < module.number for before in module.after)
    ] == []
    assert [module.number for module in plan if not module.after] == [0]


def test_every_module_that_exists_is_planned() -> None:
    """A new module folder needs its line in the plan, or the map would leave it out."""
    syllabus = read_syllabus()

    assert syllabus.written <= {module.number for module in syllabus.modules}
    assert {task.module for task in syllabus.tasks} <= {*syllabus.titles}


def test_a_skill_is_coming_until_an_exercise_or_a_capstone_shows_it() -> None:
    """With the whole course written nothing is coming; life outside and lessons never are."""
    syllabus, whole = read_syllabus(), whole_course()
    kinds = {skill.id: skill.kind for skill in syllabus.skills}
    coming = {skill.id for skill in syllabus.skills if syllabus.is_coming(skill)}

    assert [skill.id for skill in whole.skills if whole.is_coming(skill)] == []
    assert {kinds[name] for name in coming} <= {"exercise", "capstone"}
    assert not coming & {name for task in syllabus.tasks for name in task.skills}
