"""Where a learner stands: everything that notebook, page and terminal show, computed from the log.

`overview_of` is pure: the same content, records and time give the same overview.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from course import log
from course.activity import Activity, activity
from course.evidence import Evidence, evidence, level_dates
from course.gates import LevelStanding, Wording, capstone_standings, level_standings
from course.mastery import Standing, module_points, replay, skill_standings
from course.next_step import DueReview, NextStep, due_reviews, next_step
from course.placing import Placement, placements
from course.records import Record, write_time
from course.roles_views import RoleView, role_views
from course.skill_views import FieldView, SkillView, field_views, skill_views
from course.syllabus import Syllabus, read_syllabus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.gates import CapstoneStanding, Points


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
    """Everything that is shown of a learner's progress."""

    syllabus: Syllabus
    now: datetime
    """The moment that it describes, in the learner's time zone."""
    records: tuple[Record, ...]
    problems: tuple[str, ...]
    """What of the log could not be read."""
    exercises: Mapping[str, Standing]
    modules: tuple[ModuleRow, ...]
    skills: Mapping[str, SkillView]
    fields: tuple[FieldView, ...]
    levels: tuple[LevelStanding, ...]
    reached: Mapping[str, datetime]
    """When each level that is reached was reached."""
    capstones: Mapping[str, CapstoneStanding]
    reviews: tuple[DueReview, ...]
    placements: Mapping[str, Placement]
    """By module folder."""
    next: NextStep | None
    evidence: tuple[Evidence, ...]
    activity: Activity
    roles: tuple[RoleView, ...]

    @property
    def target(self) -> LevelStanding | None:
        """The lowest level that is not reached yet."""
        return next((of for of in self.levels if not of.reached), None)

    @property
    def summary(self) -> str:
        """Points and exercises in one sentence."""
        points = sum(row.points for row in self.modules)
        most = sum(row.max_points for row in self.modules)
        passed = sum(row.passed for row in self.modules)
        return f"{number(points)} of {most:,} points, {passed} of {len(self.exercises)} exercises passed"


def read_overview(now: datetime | None = None) -> Overview:
    """Read the log and the content; raises `ContentErrors` where the content has mistakes."""
    found = log.read_all()
    return overview_of(read_syllabus(), found.records, now or datetime.now().astimezone(), found.problems)


def overview_of(
    syllabus: Syllabus, records: tuple[Record, ...], now: datetime, problems: tuple[str, ...] = ()
) -> Overview:
    """Return what these records show at the time `now`, which has a time zone."""
    standing, steps = replay(syllabus.tasks, records)
    points = module_points(syllabus.tasks, standing)
    words = _wording(syllabus)
    capstones = capstone_standings(syllabus.levels, records)
    views = skill_views(syllabus, skill_standings(syllabus.tasks, standing), standing, capstones)
    levels = level_standings(syllabus.levels, points, records, words)
    reached = level_dates(syllabus, steps, records, words)
    reviews = due_reviews(syllabus.tasks, standing, now)
    names = {name: task.id for task in syllabus.tasks for name in (task.id, *task.was)}
    placed = placements(records, standing, names)
    shown = [module for module, of in placed.items() if of.is_shown]
    return Overview(
        syllabus=syllabus,
        now=now,
        records=records,
        problems=problems,
        exercises=standing,
        modules=_module_rows(syllabus, standing, points),
        skills=views,
        fields=field_views(syllabus.fields, views, frozenset(review.task.id for review in reviews)),
        levels=levels,
        reached=reached,
        capstones=capstones,
        reviews=reviews,
        placements=placed,
        next=next_step(syllabus, standing, points, views, levels, shown),
        evidence=evidence(syllabus, steps, capstones.values(), reached),
        activity=activity(records, now),
        roles=role_views(syllabus.roles, views, syllabus.tasks, standing),
    )


def _wording(syllabus: Syllabus) -> Wording:
    return Wording(
        names={module.number: module.name for module in syllabus.modules},
        coming={skill.id: skill.text for skill in syllabus.skills if syllabus.is_coming(skill)},
        no_capstones=frozenset(level.capstone for level in syllabus.levels) - syllabus.capstones,
    )


def _module_rows(
    syllabus: Syllabus, standing: Mapping[str, Standing], points: Points
) -> tuple[ModuleRow, ...]:
    rows = []
    for slug, (earned, most) in points.items():
        of_module = [standing[task.id] for task in syllabus.tasks if task.module == slug]
        passed = sum(of.last_pass is not None for of in of_module)
        title = f"{int(slug[:2])} {syllabus.titles.get(slug, slug)}"
        rows.append(ModuleRow(slug, title, earned, most, passed, len(of_module)))
    return tuple(rows)


def number(value: float) -> str:
    """Return points as a person writes them: at most one place after the point."""
    return f"{round(value, 1):,.10g}"


def as_json(overview: Overview) -> dict[str, Any]:
    """Return everything as plain data: the records as they were written, and what follows from them."""
    return {
        "exported": write_time(datetime.now(UTC)),
        "records": [dict(record.data) for record in overview.records],
        "problems": list(overview.problems),
        "exercises": {name: _exercise(of) for name, of in overview.exercises.items()},
        "skills": {name: _skill(view) for name, view in overview.skills.items()},
        "levels": {of.level.id: _level(of, overview) for of in overview.levels},
        "roles": {of.role.id: {"title": of.role.title, "shown": of.share} for of in overview.roles},
    }


def _exercise(of: Standing) -> dict[str, Any]:
    return {
        "points": of.points,
        "max": of.max_points,
        "mastery": of.mastery,
        "attempts": of.attempts,
        "hints": of.hints,
        "reviews": of.reviews,
        "solution_seen": of.solution_seen,
        "passed": of.last_pass is not None,
        "passed_on": of.first_pass and write_time(of.first_pass),
        "review_due": of.review_due and write_time(of.review_due),
        "reviewed_by": of.assessor or None,
    }


def _skill(view: SkillView) -> dict[str, Any]:
    return {
        "text": view.skill.text,
        "field": view.skill.field,
        "mastery": view.mastery,
        "state": view.word,
        "exercises": list(view.exercises),
    }


def _level(of: LevelStanding, overview: Overview) -> dict[str, Any]:
    date = overview.reached.get(of.level.id)
    return {
        "title": of.level.title,
        "reached": of.reached,
        "reached_on": date and write_time(date),
        "gates": [{"gate": gate.text, "met": gate.met, "have": gate.have} for gate in of.gates],
        "outside": dict(of.outside),
    }
