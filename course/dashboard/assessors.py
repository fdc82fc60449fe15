"""Who assessed what, and when: what a reader of exported evidence has to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.dashboard.facts import full_day
from course.evidence import OWN, SELF

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from course.evidence import Evidence
    from course.overview import Overview


@dataclass(frozen=True, slots=True)
class AssessorRow:
    """One assessor's line."""

    who: str
    what: str
    between: str


def assessor_rows(overview: Overview) -> tuple[AssessorRow, ...]:
    """Return a line for the learner's own checks, for self-assessed projects, and for each reviewer."""
    by: dict[str, list[Evidence]] = {}
    for entry in overview.evidence:
        if entry.by:
            by.setdefault(entry.by, []).append(entry)
    first = [name for name in (OWN, SELF) if name in by]
    names = [*first, *sorted(by.keys() - set(first))]
    return tuple(_row(name, by[name], overview.now) for name in names)


def _row(name: str, entries: Sequence[Evidence], now: datetime) -> AssessorRow:
    exercises = len({entry.exercise for entry in entries if entry.exercise})
    projects = sum(not entry.exercise for entry in entries)
    parts = [_count(exercises, "exercise"), _count(projects, "capstone project")]
    times = [entry.time for entry in entries]
    first, last = full_day(min(times), now), full_day(max(times), now)
    return AssessorRow(
        name[0].upper() + name[1:],
        " and ".join(filter(None, parts)),
        first if first == last else f"{first} to {last}",
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}" if number else ""
