"""From records to mastery: pure functions, the same for every log in which the same things happened.

An attempt counts for what it scored, less help that came before it: 10 % for each hint, at most 30 %; and
after the solution was opened, 30 % of the exercise at most. So help never takes away what was earned before,
and nothing that happens later lowers it either. A review (a fresh notebook, the starter, new inputs) that
passes lifts the cap, and without hints it restores the full value; each one that was due puts the next one
further off. *Points* are what a level asks for: they know the cap, but hints are not held against anyone.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as _replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from course.story import Step, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from course.records import Record


class Graded(Protocol):
    """What has to be known of an exercise; `course.exercise.Exercise` says it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def was(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def module(self) -> str: ...  # noqa: D102
    @property
    def skills(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def points(self) -> int: ...  # noqa: D102


class State(StrEnum):
    """How far a skill has come."""

    NOT_STARTED = "not started"
    STARTED = "started"
    FAMILIAR = "familiar"
    PROFICIENT = "proficient"
    MASTERED = "mastered"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the records show about one exercise."""

    exercise: str
    points: float = 0.0
    """Points earned, at most `max_points`."""
    max_points: int = 0
    mastery: float = 0.0
    """From 0 to 1."""
    attempts: int = 0
    hints: int = 0
    reviews: int = 0
    """Reviews that passed when they were due."""
    first_pass: datetime | None = None
    last_pass: datetime | None = None
    last: datetime | None = None
    """The last attempt, review or grade."""
    solution_seen: bool = False
    assessor: str = ""
    """Who judged what counts, if it was not the learner's own check."""
    review_due: datetime | None = None
    """When the next review falls due; None before the first pass."""


@dataclass(frozen=True, slots=True)
class SkillStanding:
    """What the records show about one skill."""

    skill: str
    mastery: float
    state: State
    exercises: tuple[str, ...]
    """Its exercises, in course order."""


def standings(exercises: Iterable[Graded], records: Iterable[Record]) -> dict[str, Standing]:
    """Return what the records show about each exercise, by its present id."""
    return replay(exercises, records)[0]


def replay(
    exercises: Iterable[Graded], records: Iterable[Record]
) -> tuple[dict[str, Standing], tuple[Step, ...]]:
    """Return what the records show about each exercise, and the steps that led there, in order of time.

    Records of exercises that the course no longer has, and of kinds from a later version, count for nothing.
    """
    known = tuple(exercises)
    stories = {exercise.id: Story() for exercise in known}
    names = {name: exercise.id for exercise in known for name in (exercise.id, *exercise.was)}
    steps: list[Step] = []
    for record in sorted(records, key=lambda record: record.order):
        if name := names.get(record.text("exercise")):
            step = stories[name].add(record)
            if step is not None:
                steps.append(step if step.exercise == name else _replace(step, exercise=name))
    return {exercise.id: _standing(exercise, stories[exercise.id]) for exercise in known}, tuple(steps)


def _standing(exercise: Graded, story: Story) -> Standing:
    return Standing(
        exercise=exercise.id,
        points=round(story.share * exercise.points, 6),
        max_points=exercise.points,
        mastery=round(story.mastery, 6),
        attempts=story.attempts,
        hints=len(story.hints),
        reviews=story.reviews,
        first_pass=story.first_pass,
        last_pass=story.last_pass,
        last=story.last,
        solution_seen=bool(story.shown),
        review_due=story.review_due,
        assessor=story.assessor if 0 < story.share <= story.judged else "",
    )


def skill_standings(
    exercises: Sequence[Graded], standing: Mapping[str, Standing]
) -> dict[str, SkillStanding]:
    """Return how far each skill has come that an exercise shows: the mean over them, weighted by points."""
    homes: dict[str, list[Graded]] = {}
    for exercise in exercises:
        for skill in dict.fromkeys(exercise.skills):
            homes.setdefault(skill, []).append(exercise)
    return {skill: _skill_standing(skill, at, standing) for skill, at in sorted(homes.items())}


def _skill_standing(skill: str, at: Sequence[Graded], standing: Mapping[str, Standing]) -> SkillStanding:
    total = sum(exercise.points for exercise in at)
    earned = sum(standing[exercise.id].mastery * exercise.points for exercise in at)
    mastery = round(earned / total, 6) if total else 0.0
    reviewed = any(standing[exercise.id].reviews for exercise in at)
    return SkillStanding(
        skill, mastery, state_of(mastery, reviewed=reviewed), tuple(exercise.id for exercise in at)
    )


def state_of(mastery: float, *, reviewed: bool) -> State:
    """Return the state that a mastery amounts to; `reviewed` says whether a later review passed."""
    if mastery >= 0.85 and reviewed:
        return State.MASTERED
    if mastery >= 0.7:
        return State.PROFICIENT
    if mastery >= 0.4:
        return State.FAMILIAR
    return State.STARTED if mastery > 0 else State.NOT_STARTED


def module_points(
    exercises: Iterable[Graded], standing: Mapping[str, Standing]
) -> dict[str, tuple[float, int]]:
    """Return points earned and points to be had, by module folder in course order."""
    points: dict[str, tuple[float, int]] = {}
    for exercise in exercises:
        earned, most = points.get(exercise.module, (0.0, 0))
        points[exercise.module] = earned + standing[exercise.id].points, most + exercise.points
    return points
