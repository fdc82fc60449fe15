"""What to do now: reviews that are due, and the exercise that is offered next.

A due review changes what is offered, never a number or a level. Nothing is locked: the order of modules is
advice, and whoever wants to can start anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.mastery import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from course.gates import LevelStanding, Points
    from course.mastery import Standing
    from course.skill_views import SkillView
    from course.syllabus import Syllabus, Task

ENOUGH = 0.6
"""Share of a module's points with which the modules after it are advised."""


@dataclass(frozen=True, slots=True)
class DueReview:
    """An exercise whose review is due."""

    task: Task
    since: datetime
    """When it fell due."""
    passed: datetime
    """The last pass."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The exercise that is offered next."""

    task: Task
    why: str


def due_reviews(
    tasks: Iterable[Task], standing: Mapping[str, Standing], now: datetime
) -> tuple[DueReview, ...]:
    """Return the reviews that are due at `now`, longest due first."""
    found = [
        DueReview(task, of.review_due, of.last_pass)
        for task in tasks
        if (of := standing[task.id]).last_pass and of.review_due and of.review_due <= now
    ]
    return tuple(sorted(found, key=lambda review: review.since))


def next_step(  # noqa: PLR0913, PLR0917 - everything that the offer depends on
    syllabus: Syllabus,
    standing: Mapping[str, Standing],
    points: Points,
    views: Mapping[str, SkillView],
    levels: Iterable[LevelStanding],
    placed: Collection[str] = (),
) -> NextStep | None:
    """Return what to work on next, or None where every exercise is passed.

    `placed` are the modules that a placement has shown: what is left of them comes last.

    Advised modules first, those of the lowest open level before others, a module that was begun before a new
    one; then the weakest skill. Where that is equal, new modules come in the course's order, and of those
    that were begun the one with the shortest exercise. An exercise's first skill is what it is mainly about.
    """
    shares = {int(folder[:2]): earned / most for folder, (earned, most) in points.items() if most}
    skipped = {int(folder[:2]) for folder in placed}
    shares |= {number: max(shares.get(number, 0.0), ENOUGH) for number in skipped}
    rank = _level_ranks(levels)
    offered = _first_open(syllabus.tasks, standing)
    order = {task.id: place for place, task in enumerate(syllabus.tasks)}

    def key(task: Task) -> tuple[object, ...]:
        number = int(task.module[:2])
        share = shares.get(number, 0.0)
        begun = 0 < share < ENOUGH
        advised = begun or _is_advised(number, syllabus, shares)
        weakest = views[task.skills[0]].mastery if task.skills else 0.0
        return (
            not advised,
            number in skipped,
            rank.get(number, 0),
            not begun,
            weakest,
            task.minutes if begun else 0,
            order[task.id],
        )

    best = min(offered, key=key, default=None)
    return NextStep(best, _why(best, views)) if best else None


def _first_open(tasks: Iterable[Task], standing: Mapping[str, Standing]) -> list[Task]:
    """Return the first exercise of each module that is not passed yet."""
    found: dict[str, Task] = {}
    for task in tasks:
        if standing[task.id].last_pass is None:
            found.setdefault(task.module, task)
    return list(found.values())


def _is_advised(number: int, syllabus: Syllabus, shares: Mapping[int, float]) -> bool:
    """Whether enough of every earlier module that is written has been done."""
    after = next((module.after for module in syllabus.modules if module.number == number), ())
    return all(shares.get(before, 0.0) >= ENOUGH for before in after if before in syllabus.written)


def _level_ranks(levels: Iterable[LevelStanding]) -> dict[int, int]:
    """Rank the modules of open levels, lowest first; what is left of reached levels comes last."""
    return {
        number: place + (100 if of.reached else 0)
        for place, of in enumerate(levels)
        for number in of.level.modules
    }


def _why(task: Task, views: Mapping[str, SkillView]) -> str:
    minutes = f"about {task.minutes} minutes"
    if not task.skills:
        return minutes
    view = views[task.skills[0]]
    how = "new" if view.state is State.NOT_STARTED else f"{view.state}, {view.mastery:.0%}"
    return f"{view.skill.text} ({how}) · {minutes}"
