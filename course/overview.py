"""Where a learner stands: points, skills and levels, computed from the log and the exercises that exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from course import catalog, log
from course.gates import LevelStanding, level_standings
from course.lesson import module_title
from course.mastery import SkillStanding, Standing, State, module_points, skill_standings, standings
from course.records import Record, write_time
from course.skills import Skill, read_levels, read_skill_fields, read_skills

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.exercise import Exercise

SIGNS = {
    State.NOT_STARTED: "○",
    State.STARTED: "◔",
    State.FAMILIAR: "◐",
    State.PROFICIENT: "●",
    State.MASTERED: "★",
}
"""A state's shape: never colour alone."""


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module's line."""

    slug: str
    title: str
    points: float
    max_points: int
    passed: int
    """Exercises passed."""
    exercises: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the notebook and the terminal show."""

    modules: tuple[ModuleRow, ...]
    skills: tuple[tuple[Skill, SkillStanding], ...]
    """Skills that some exercise shows by now, ordered by field."""
    levels: tuple[LevelStanding, ...]
    exercises: Mapping[str, Standing]
    records: tuple[Record, ...]
    problems: tuple[str, ...]
    """What of the log could not be read."""

    @property
    def summary(self) -> str:
        """Points and exercises in one sentence."""
        points = sum(row.points for row in self.modules)
        most = sum(row.max_points for row in self.modules)
        passed, count = (sum(row.passed for row in self.modules), len(self.exercises))
        return f"{number(points)} of {most} points, {passed} of {count} exercises passed"


def read_overview() -> Overview:
    """Read the log and the content; raises `ContentErrors` where the content has mistakes."""
    found = log.read_all()
    exercises = catalog.load_all()
    standing = standings(exercises, found.records)
    points = module_points(exercises, standing)
    return Overview(
        modules=_module_rows(exercises, standing, points),
        skills=_skills(skill_standings(exercises, standing)),
        levels=level_standings(read_levels(), points, found.records),
        exercises=standing,
        records=found.records,
        problems=found.problems,
    )


def _module_rows(
    exercises: Sequence[Exercise],
    standing: Mapping[str, Standing],
    points: Mapping[str, tuple[float, int]],
) -> tuple[ModuleRow, ...]:
    rows = []
    for module in catalog.modules():
        of_module = [standing[exercise.id] for exercise in exercises if exercise.module == module.slug]
        if of_module:
            passed = sum(of.last_pass is not None for of in of_module)
            title = f"{module.number} {module_title(module)}"
            rows.append(ModuleRow(module.slug, title, *points[module.slug], passed, len(of_module)))
    return tuple(rows)


def _skills(standing: Mapping[str, SkillStanding]) -> tuple[tuple[Skill, SkillStanding], ...]:
    """Join wording and standing, in the order of fields that `skills.toml` gives."""
    fields = read_skill_fields()
    shown = [(skill, standing[skill.id]) for skill in read_skills() if skill.id in standing]
    return tuple(sorted(shown, key=lambda pair: fields.index(pair[0].field)))


def number(value: float) -> str:
    """Return points as a person writes them: at most one place after the point."""
    return f"{round(value, 1):g}"


def as_json(overview: Overview) -> dict[str, Any]:
    """Return everything as plain data: the records as they were written, and what follows from them."""
    return {
        "exported": write_time(datetime.now(UTC)),
        "records": [dict(record.data) for record in overview.records],
        "problems": list(overview.problems),
        "exercises": {name: _exercise(of) for name, of in overview.exercises.items()},
        "skills": {skill.id: _skill(skill, of) for skill, of in overview.skills},
        "levels": {of.level.id: _level(of) for of in overview.levels},
    }


def _exercise(of: Standing) -> dict[str, Any]:
    due = of.review_due
    return {
        "points": of.points,
        "max": of.max_points,
        "mastery": of.mastery,
        "attempts": of.attempts,
        "hints": of.hints,
        "solution_seen": of.solution_seen,
        "passed": of.last_pass is not None,
        "review_due": due and write_time(due),
    }


def _skill(skill: Skill, of: SkillStanding) -> dict[str, Any]:
    return {
        "text": skill.text,
        "field": skill.field,
        "mastery": of.mastery,
        "state": str(of.state),
        "exercises": list(of.exercises),
    }


def _level(of: LevelStanding) -> dict[str, Any]:
    gates = [{"gate": gate.text, "met": gate.met, "have": gate.have} for gate in of.gates]
    return {"title": of.level.title, "reached": of.reached, "gates": gates, "outside": dict(of.outside)}
