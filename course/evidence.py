"""What the log is evidence of, newest first: passes, reviews, grades, skills and levels that they led to.

Each entry says when, and who assessed it. A level's date is the first moment at which all its gates were met;
nothing that happens later takes it back.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.gates import capstone_name, level_standings
from course.mastery import State, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from course.gates import CapstoneStanding, Wording
    from course.records import Record
    from course.story import Step
    from course.syllabus import Syllabus

OWN = "self-checked"
SELF = "self-assessed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing worth showing."""

    time: datetime
    sign: str
    text: str
    detail: str
    by: str
    """`self-checked`, `self-assessed`, or who reviewed it; empty for what follows from other entries."""
    exercise: str = ""


def evidence(
    syllabus: Syllabus,
    steps: Sequence[Step],
    capstones: Iterable[CapstoneStanding],
    reached: Mapping[str, datetime],
) -> tuple[Evidence, ...]:
    """Return all evidence, newest first."""
    titles = {level.id: level.title for level in syllabus.levels}
    found = [_of_step(step, syllabus) for step in steps if step.passed or step.assessor]
    found += _of_skills(syllabus, steps)
    found += [_of_capstone(of) for of in capstones]
    found += [
        Evidence(time, "▲", f"{titles[name]} level reached", "every gate is met", "")
        for name, time in reached.items()
    ]
    return tuple(sorted(found, key=lambda entry: (entry.time, entry.sign, entry.text), reverse=True))


def _of_step(step: Step, syllabus: Syllabus) -> Evidence:
    task = syllabus.by_id[step.exercise]
    name = f"{task.label} {task.title}"
    if step.assessor:
        earned = f"{step.share * task.points:.3g} of {task.points} points"
        return Evidence(
            step.time, "◆", f"{name}: {earned}", "graded", f"reviewed by {step.assessor}", task.id
        )
    if step.kind == "review":
        return Evidence(
            step.time, "↻", f"{name}: review passed", _ordinal(step.reviews, "review"), OWN, task.id
        )
    how = "in a placement" if step.placed else _ordinal(step.attempts, "attempt")
    detail = how + _hints(step.hints)
    return Evidence(step.time, "✓", f"{name} solved", detail, OWN, task.id)


def _of_capstone(of: CapstoneStanding) -> Evidence:
    by = f"reviewed by {of.assessor}" if of.assessor else SELF
    text = f"{capstone_name(of.capstone)} {'passed' if of.passed else 'handed in'}"
    return Evidence(of.time, "◆", text, f"{of.share:.0%} of the checked part", by)


def _of_skills(syllabus: Syllabus, steps: Sequence[Step]) -> list[Evidence]:
    """Return when each skill became proficient, and when mastered."""
    wording = {skill.id: skill.text for skill in syllabus.skills}
    total: dict[str, int] = {}
    for task in syllabus.tasks:
        for skill in dict.fromkeys(task.skills):
            total[skill] = total.get(skill, 0) + task.points
    earned: dict[str, float] = {}
    mastery: dict[str, float] = {}
    reviewed: set[str] = set()
    states: dict[str, State] = {}
    found = []
    for step in steps:
        task = syllabus.by_id[step.exercise]
        gain = (step.mastery - mastery.get(task.id, 0.0)) * task.points
        mastery[task.id] = step.mastery
        for skill in dict.fromkeys(task.skills):
            earned[skill] = earned.get(skill, 0.0) + gain
            reviewed |= {skill} if step.reviews else set()
            state = state_of(round(earned[skill] / total[skill], 6), reviewed=skill in reviewed)
            if state is not states.get(skill) and state in (State.PROFICIENT, State.MASTERED):
                sign = "★" if state is State.MASTERED else "●"
                found.append(
                    Evidence(
                        step.time, sign, f"{wording.get(skill, skill)}: {state}", task.label, "", task.id
                    )
                )
            states[skill] = state
    return found


def level_dates(
    syllabus: Syllabus, steps: Sequence[Step], records: Sequence[Record], wording: Wording
) -> dict[str, datetime]:
    """Return when each level that is reached was reached."""
    names = {level.capstone for level in syllabus.levels}
    projects = [record for record in records if record.text("exercise") in names]
    times = sorted({step.time for step in steps} | {record.time for record in projects})
    known: dict[int, dict[str, bool]] = {}

    def reached(place: int) -> dict[str, bool]:
        """Return which levels were reached at the moment with this number."""
        if place not in known:
            points = _points_at(syllabus, steps, times[place])
            so_far = [record for record in projects if record.time <= times[place]]
            found = level_standings(syllabus.levels, points, so_far, wording)
            known[place] = {of.level.id: of.reached for of in found}
        return known[place]

    last = len(times) - 1
    return {
        level.id: times[bisect_left(range(last), 1, key=lambda place, name=level.id: reached(place)[name])]
        for level in syllabus.levels
        if times and reached(last)[level.id]
    }


def _points_at(syllabus: Syllabus, steps: Iterable[Step], time: datetime) -> dict[str, tuple[float, int]]:
    """Return points earned and to be had by module, as they stood at some time."""
    shares = {step.exercise: step.points for step in steps if step.time <= time}
    points: dict[str, tuple[float, int]] = {}
    for task in syllabus.tasks:
        earned, most = points.get(task.module, (0.0, 0))
        gained = round(shares.get(task.id, 0.0) * task.points, 6)
        points[task.module] = earned + gained, most + task.points
    return points


def _ordinal(number: int, what: str) -> str:
    ending = "th" if 10 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} {what}"


def _hints(number: int) -> str:
    return "" if not number else f", {number} hint{'s' if number > 1 else ''}"
