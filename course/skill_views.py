"""Skills and their fields with all that is shown about them: how far, since when, by which evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.mastery import State, state_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.gates import CapstoneStanding
    from course.mastery import SkillStanding, Standing
    from course.skills import Skill
    from course.syllabus import Syllabus

SIGNS = {
    State.NOT_STARTED: "○",
    State.STARTED: "◔",
    State.FAMILIAR: "◐",
    State.PROFICIENT: "●",
    State.MASTERED: "★",
}
"""A state's shape: never colour alone."""
COMING, OUTSIDE, READ = "◌", "▢", "▤"
"""Shapes of a skill that is still to come, of one for life outside, and of one that a lesson tells about."""


@dataclass(frozen=True, slots=True)
class SkillView:
    """One skill."""

    skill: Skill
    mastery: float
    state: State
    coming: bool
    """Whether nothing that shows it has been written yet."""
    exercises: tuple[str, ...]
    """What shows it, in course order."""
    passed: tuple[str, ...]
    """Those of them that were passed, capstones included."""
    reviewed: tuple[str, ...]
    """Those for which somebody else's judgement counts."""
    last: datetime | None
    """When something about it happened last."""
    assessors: tuple[str, ...]
    """Who judged its evidence besides the learner's own checks."""

    @property
    def is_shown(self) -> bool:
        """Whether it is proficient or better."""
        return self.state in (State.PROFICIENT, State.MASTERED)

    @property
    def is_checked(self) -> bool:
        """Whether exercises or capstones can show it, now or later."""
        return self.skill.kind in ("exercise", "capstone")

    @property
    def sign(self) -> str:
        """The shape that stands for its state."""
        if self.is_checked:
            return COMING if self.coming else SIGNS[self.state]
        return OUTSIDE if self.skill.kind == "outside" else READ

    @property
    def word(self) -> str:
        """The state in words."""
        if self.is_checked:
            return "coming" if self.coming else str(self.state)
        return "outside the course" if self.skill.kind == "outside" else "read in lessons"


@dataclass(frozen=True, slots=True)
class FieldView:
    """The skills of one field."""

    name: str
    skills: tuple[SkillView, ...]
    mastery: float
    """Mean over the skills that can be checked; one that is still to come counts as 0."""
    state: State
    coming: int
    """Skills that nothing shows yet."""
    checked: int
    """Skills that exercises or capstones show, now or later."""
    last: datetime | None
    due: int
    """Reviews due among its exercises."""

    @property
    def sign(self) -> str:
        """The shape that stands for its state."""
        return COMING if self.coming == self.checked else SIGNS[self.state]

    @property
    def word(self) -> str:
        """The state in words."""
        return "coming" if self.coming == self.checked else str(self.state)


def skill_views(
    syllabus: Syllabus,
    skills: Mapping[str, SkillStanding],
    standing: Mapping[str, Standing],
    capstones: Mapping[str, CapstoneStanding],
) -> dict[str, SkillView]:
    """Return every skill of the course by id."""
    return {
        skill.id: _by_capstone(skill, syllabus, capstones)
        if skill.kind == "capstone"
        else _by_exercises(skill, syllabus, skills.get(skill.id), standing)
        for skill in syllabus.skills
    }


def _by_exercises(
    skill: Skill, syllabus: Syllabus, found: SkillStanding | None, standing: Mapping[str, Standing]
) -> SkillView:
    at = [standing[name] for name in (found.exercises if found else ())]
    return SkillView(
        skill=skill,
        mastery=found.mastery if found else 0.0,
        state=found.state if found else State.NOT_STARTED,
        coming=syllabus.is_coming(skill),
        exercises=tuple(of.exercise for of in at),
        passed=tuple(of.exercise for of in at if of.last_pass),
        reviewed=tuple(of.exercise for of in at if of.assessor),
        last=max((of.last for of in at if of.last), default=None),
        assessors=tuple(dict.fromkeys(of.assessor for of in at if of.assessor)),
    )


def _by_capstone(skill: Skill, syllabus: Syllabus, capstones: Mapping[str, CapstoneStanding]) -> SkillView:
    """A capstone shows its skills when all of it counts, and as far as its checked part went."""
    done = [capstones[name] for name in skill.capstones if name in capstones and capstones[name].passed]
    mastery = max((of.share for of in done), default=0.0)
    return SkillView(
        skill=skill,
        mastery=mastery,
        state=state_of(mastery, reviewed=any(of.assessor for of in done)),
        coming=syllabus.is_coming(skill) and not done,
        exercises=tuple(name for name in skill.capstones if name in syllabus.capstones),
        passed=tuple(of.capstone for of in done),
        reviewed=tuple(of.capstone for of in done if of.assessor),
        last=max((of.time for of in done), default=None),
        assessors=tuple(dict.fromkeys(of.assessor for of in done if of.assessor)),
    )


def field_views(
    fields: tuple[str, ...], views: Mapping[str, SkillView], due: frozenset[str]
) -> tuple[FieldView, ...]:
    """Return the fields that can be checked, in the order of the course."""
    rows = (_field(name, tuple(v for v in views.values() if v.skill.field == name), due) for name in fields)
    return tuple(row for row in rows if row.checked)


def _field(name: str, skills: tuple[SkillView, ...], due: frozenset[str]) -> FieldView:
    checked = [view for view in skills if view.is_checked]
    mastery = round(sum(view.mastery for view in checked) / len(checked), 6) if checked else 0.0
    mastered = sum(view.state is State.MASTERED for view in checked)
    return FieldView(
        name=name,
        skills=skills,
        mastery=mastery,
        state=state_of(mastery, reviewed=2 * mastered > len(checked)),
        coming=sum(view.coming for view in checked),
        checked=len(checked),
        last=max((view.last for view in checked if view.last), default=None),
        due=len(due & {exercise for view in checked for exercise in view.exercises}),
    )
