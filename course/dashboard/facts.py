"""The words and numbers that the page, the notebook and the terminal have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.mastery import State

if TYPE_CHECKING:
    from datetime import datetime

    from course.evidence import Evidence
    from course.overview import Overview
    from course.skill_views import FieldView, SkillView
    from course.syllabus import Task

PATH = "Machine-learning engineer path"
HONEST = "Kept on this computer only."
LEVELS_ARE = "Levels describe evidence from this course, not a job offer or a title."
EMPTY = "Nothing is recorded yet: checks count in the notebooks of a workspace (`course lab` opens yours)."
NOTHING = "–"  # noqa: RUF001 - a dash, not a minus
LEGEND = (
    "○ not started · ◔ started · ◐ familiar 40 % · ● proficient 70 % · "
    "★ mastered 85 % and a later review passed · ◌ coming"
)
SHADES = {
    State.NOT_STARTED: 0,
    State.STARTED: 1,
    State.FAMILIAR: 2,
    State.PROFICIENT: 3,
    State.MASTERED: 4,
}


@dataclass(frozen=True, slots=True)
class Rung:
    """One level on the ladder."""

    place: int
    """1 for the lowest."""
    title: str
    state: str
    """`reached`, `next` or `later`."""
    note: str
    before: float
    """How much of the way from the middle between two levels up to this one is done, from 0 to 1."""
    after: float
    """How much of the way from this level to the middle of the next gap is done."""
    here: str
    """`before` or `after` where the learner stands beside this level, else empty."""


def day(time: datetime, now: datetime) -> str:
    """Return a date as people write it; the year only where it is another one."""
    local = time.astimezone(now.tzinfo)
    text = f"{local.day} {local:%b}"
    return text if local.year == now.year else f"{text} {local.year}"


def full_day(time: datetime, now: datetime) -> str:
    """Return a date with its year."""
    local = time.astimezone(now.tzinfo)
    return f"{local.day} {local:%b %Y}"


def month(time: datetime, now: datetime) -> str:
    """Return a month with its year."""
    return f"{time.astimezone(now.tzinfo):%b %Y}"


def ago(time: datetime | None, now: datetime) -> str:
    """Return how long ago something was: in days within a fortnight, else its date."""
    if time is None:
        return ""
    days = (now.date() - time.astimezone(now.tzinfo).date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} d ago" if days < 14 else day(time, now)


def percent(share: float) -> str:
    """Return a share in whole percent; nothing is called 100 % before it is all."""
    rounded = round(share * 100)
    return f"{min(rounded, 99) if share < 1 else rounded}%"


def ladder(overview: Overview) -> tuple[Rung, ...]:
    """Return the levels with the way between them: half a gap belongs to each of its two ends.

    The way to the lowest level is one half alone.
    """
    target = overview.target
    rungs = []
    for place, of in enumerate(overview.levels, 1):
        done = overview.levels[place].share if place < len(overview.levels) else 0.0
        here = ""
        if target is of:
            here = "before" if place == 1 or of.share > 0.5 else ""
        elif of.reached and place < len(overview.levels) and overview.levels[place] is target:
            here = "after" if done <= 0.5 else ""
        counts = of.reached or target is of
        before = of.share if place == 1 else max(2 * of.share - 1, 0.0)
        rungs.append(
            Rung(
                place=place,
                title=of.level.title,
                state="reached" if of.reached else "next" if target is of else "later",
                note=_rung_note(of.level.id, overview),
                before=before if counts else 0.0,
                after=min(2 * done, 1.0) if of.reached else 0.0,
                here=here,
            )
        )
    return tuple(rungs)


def _rung_note(name: str, overview: Overview) -> str:
    of = next(of for of in overview.levels if of.level.id == name)
    if of.reached:
        return f"Reached {day(overview.reached[name], overview.now)}"
    met = sum(gate.met for gate in of.gates)
    return f"{met} of {len(of.gates)} requirements met"


def you(overview: Overview) -> str:
    """Return how far the next level is."""
    return f"You · {percent(overview.target.share)}" if overview.target else "You"


def field_number(field: FieldView) -> str:
    """Return a field's percentage, or a dash where nothing has been done."""
    return percent(field.mastery) if field.mastery else NOTHING


def field_facts(field: FieldView) -> str:
    """Return how much of a field exists by now."""
    if not field.coming:
        return f"{field.checked} skills"
    return f"{field.checked} skills, {field.coming} of them coming"


def skill_facts(view: SkillView) -> str:
    """Return what shows a skill, in a few words."""
    if not view.is_checked:
        return view.word
    if view.coming:
        plans = ", ".join(dict.fromkeys(f"module {int(name[1:3])}" for name in view.skill.planned))
        return f"coming: {plans or 'a capstone'}"
    what = "capstone" if view.skill.kind == "capstone" else "exercise"
    several = "s" if len(view.exercises) != 1 else ""
    assessed = f" · {assessed_by(view)}" if view.passed else ""
    return f"{view.word}, {len(view.passed)} of {len(view.exercises)} {what}{several} passed{assessed}"


def assessed_by(view: SkillView) -> str:
    """Return who judged what shows a skill."""
    if view.assessors:
        partly = "" if set(view.passed) <= set(view.reviewed) else "partly "
        return f"{partly}reviewed by {', '.join(view.assessors)}"
    return "self-assessed" if view.skill.kind == "capstone" else "self-checked"


def passed_tasks(view: SkillView, overview: Overview, most: int = 4) -> tuple[tuple[Task, ...], int]:
    """Return the first passed exercises that show a skill, and how many more there are."""
    tasks = [overview.syllabus.by_id[name] for name in view.passed if name in overview.syllabus.by_id]
    return tuple(tasks[:most]), max(len(tasks) - most, 0)


def next_title(overview: Overview) -> str:
    """Return what the button offers."""
    return f"{overview.next.task.label} {overview.next.task.title}" if overview.next else ""


def latest(overview: Overview, most: int) -> tuple[Evidence, ...]:
    """Return the latest evidence, never more than two lines that only say where other lines led."""
    chosen: list[Evidence] = []
    led_to = 0
    for entry in overview.evidence:
        led_to += not entry.by
        if entry.by or led_to <= 2:
            chosen.append(entry)
        if len(chosen) == most:
            break
    return tuple(chosen)


def evidence_facts(entry: Evidence, now: datetime) -> str:
    """Return an entry's second line."""
    return " · ".join(filter(None, (entry.detail, entry.by, ago(entry.time, now))))


def goal_text(overview: Overview) -> str:
    """Return this week in words."""
    done, goal = overview.activity.this_week, overview.activity.goal
    if goal:
        return f"{done} of {goal} study days {'●' * min(done, goal)}{'○' * max(goal - done, 0)}"
    return f"{done} study day{'s' if done != 1 else ''}"


def notes(overview: Overview) -> tuple[str, ...]:
    """Return what a learner should know besides: nothing recorded yet, or a log that is damaged."""
    return overview.problems if overview.records else (EMPTY, *overview.problems)
