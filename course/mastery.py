"""From records to mastery: pure functions, the same for every log in which the same things happened.

An attempt counts for what it scored, less help that came before it: 10 % for each hint, at most 30 %; and
after the solution was opened, 30 % of the exercise at most. So help never takes away what was earned before,
and nothing that happens later lowers it either. A review (a fresh notebook, the starter, new inputs) that
passes lifts the cap, and without hints it restores the full value. *Points* are what a level asks for: they
know the cap, but hints are not held against anyone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.records import Record

HINT_COST = 0.1
HINT_FLOOR = 0.7
SOLUTION_CAP = 0.3
REVIEW_DAYS = (1, 3, 7, 21, 60)
"""Days from the last pass until a review falls due, by how many reviews passed before."""


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
    """Reviews passed after the exercise had been passed before."""
    last_pass: datetime | None = None
    solution_seen: bool = False

    @property
    def review_due(self) -> datetime | None:
        """When the next review falls due; None before the first pass."""
        if self.last_pass is None:
            return None
        return self.last_pass + timedelta(days=REVIEW_DAYS[min(self.reviews, len(REVIEW_DAYS) - 1)])


@dataclass(frozen=True, slots=True)
class SkillStanding:
    """What the records show about one skill."""

    skill: str
    mastery: float
    state: State
    exercises: tuple[str, ...]
    """Its exercises, in course order."""


@dataclass(slots=True)
class _Story:
    """What happened to one exercise, up to some record."""

    attempts: int = 0
    share: float = 0.0
    mastery: float = 0.0
    hints: set[object] = field(default_factory=set)
    capped: bool = False
    shown: set[str] = field(default_factory=set)
    """Fingerprints of the solutions that were opened."""
    first_pass: datetime | None = None
    last_pass: datetime | None = None
    reviews: int = 0

    def add(self, record: Record) -> None:
        """Go on by one record; kinds that say nothing about mastery change nothing."""
        match record.kind:
            case "hint":
                self.hints.add(record.number("number"))
            case "solution":
                self.capped = True
                self.shown.add(record.text("answer_sha"))
            case "attempt":
                self._attempt(record)
            case "review":
                self._review(record)

    def _attempt(self, record: Record) -> None:
        self.attempts += 1
        share = record.share
        earned = min(share, SOLUTION_CAP) if self.capped else share
        self.share = max(self.share, earned)
        self.mastery = max(self.mastery, min(share * _factor(len(self.hints)), earned))
        if share == 1:
            self._passed(record.time)

    def _review(self, record: Record) -> None:
        """Count a review that passed; one that repeats an opened solution shows nothing."""
        if record.share < 1 or (record.text("answer_sha") or None) in self.shown:
            return
        self.reviews += self.first_pass is not None and record.time > self.first_pass
        self.capped = False
        self.share = 1.0
        self.mastery = max(self.mastery, _factor(record.number("hints") or 0))
        self._passed(record.time)

    def _passed(self, time: datetime) -> None:
        self.first_pass = self.first_pass or time
        self.last_pass = time


def standings(exercises: Iterable[Graded], records: Iterable[Record]) -> dict[str, Standing]:
    """Return what the records show about each exercise, by its present id.

    Records of exercises that the course no longer has, and of kinds from a later version, count for nothing.
    """
    known = tuple(exercises)
    stories = {exercise.id: _Story() for exercise in known}
    names = {name: exercise.id for exercise in known for name in (exercise.id, *exercise.was)}
    for record in sorted(records, key=lambda record: record.order):
        if name := names.get(record.text("exercise")):
            stories[name].add(record)
    return {exercise.id: _standing(exercise, stories[exercise.id]) for exercise in known}


def _standing(exercise: Graded, story: _Story) -> Standing:
    return Standing(
        exercise=exercise.id,
        points=round(story.share * exercise.points, 6),
        max_points=exercise.points,
        mastery=round(story.mastery, 6),
        attempts=story.attempts,
        hints=len(story.hints),
        reviews=story.reviews,
        last_pass=story.last_pass,
        solution_seen=bool(story.shown),
    )


def _factor(hints: float) -> float:
    return min(max(1 - HINT_COST * hints, HINT_FLOOR), 1.0)


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
    return SkillStanding(skill, mastery, _state(mastery, reviewed), tuple(exercise.id for exercise in at))


def _state(mastery: float, reviewed: bool) -> State:  # noqa: FBT001 - a fact beside a number
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
