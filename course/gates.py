"""The gates of the career levels: readiness in the skills that a level names, never the level itself.

Gates count points earned, so hints are not held against anyone. What only life outside the course can add is
listed beside them, as the learner ticked it, and opens or closes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.records import settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.records import Record
    from course.skills import Level

CAPSTONE_SHARE = 0.6
"""Share of the machine-checked part that a capstone needs; every criterion of its rubric needs 1."""

Points = Mapping[str, tuple[float, int]]
"""Points earned and points to be had, by module folder (see `course.mastery.module_points`)."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that a level asks for."""

    text: str
    met: bool
    have: str
    """What is there so far."""


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """How far a level has come."""

    level: Level
    gates: tuple[Gate, ...]
    outside: Mapping[str, bool]
    """Skills that life outside must add, and whether the learner ticked them."""

    @property
    def reached(self) -> bool:
        """Whether every gate is met."""
        return all(gate.met for gate in self.gates)


def level_standings(
    levels: Iterable[Level], points: Points, records: Sequence[Record]
) -> tuple[LevelStanding, ...]:
    """Return how far each level has come, lowest first."""
    chosen = settings(records)
    found: dict[str, LevelStanding] = {}
    for level in levels:
        gates = (*_module_gates(level, points), _points_gate(level, points), _capstone_gate(level, records))
        below = tuple(_level_gate(found[name]) for name in level.requires)
        ticks = {skill: chosen.get(f"outside.{skill}") is True for skill in level.outside}
        found[level.id] = LevelStanding(level, (*below, *gates), ticks)
    return tuple(found.values())


def _module_gates(level: Level, points: Points) -> list[Gate]:
    written = {int(folder[:2]): of for folder, of in points.items() if of[1]}
    gates = [
        _share_gate(f"Module {number}", level.module_share, *written[number])
        for number in level.modules
        if number in written
    ]
    if missing := [str(number) for number in level.modules if number not in written]:
        several = "s" if len(missing) > 1 else ""
        gates.append(Gate(f"Module{several} {', '.join(missing)}", met=False, have="not in the course yet"))
    return gates


def _points_gate(level: Level, points: Points) -> Gate:
    of_level = [of for folder, of in points.items() if int(folder[:2]) in level.modules]
    earned, most = sum(earned for earned, _ in of_level), sum(most for _, most in of_level)
    return _share_gate("All its modules together", level.points_share, earned, most)


def _share_gate(what: str, needed: float, earned: float, most: int) -> Gate:
    share = round(earned / most, 6) if most else 0.0
    text = f"{what}: {needed:.0%} of the points"
    return Gate(text, met=share >= needed, have=f"{earned:.4g} of {most}")


def _level_gate(below: LevelStanding) -> Gate:
    return Gate(f"{below.level.title} reached", met=below.reached, have="yes" if below.reached else "not yet")


def _capstone_gate(level: Level, records: Iterable[Record]) -> Gate:
    ours = [r for r in records if r.kind in ("attempt", "review") and r.text("exercise") == level.capstone]
    share = max((record.share for record in ours), default=0.0)
    sources = {record.text("source") for record in ours if _rubric_passes(record, level.criteria)}
    human = "reviewed" if "instructor" in sources else "self-assessed" if sources else "rubric still open"
    name = level.capstone.replace("_", " ").capitalize()
    have = f"{share:.0%} of the checked part, {human}" if ours else "not handed in"
    return Gate(f"{name}{_including(level)}", met=share >= CAPSTONE_SHARE and bool(sources), have=have)


def _including(level: Level) -> str:
    return f", including {' and '.join(level.criteria)}" if level.criteria else ""


def _rubric_passes(record: Record, criteria: Iterable[str]) -> bool:
    """Whether a record's rubric (criterion: 0 to 3) has at least 1 everywhere, also on the named criteria."""
    rubric = record.data.get("rubric")
    if not isinstance(rubric, Mapping) or not rubric:
        return False
    marks = [rubric.get(name) for name in {*rubric, *criteria}]
    return all(isinstance(mark, int | float) and mark >= 1 for mark in marks)
