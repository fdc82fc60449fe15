"""The gates of the career levels: readiness in the skills that a level names, never the level itself.

Gates count points earned, so hints are not held against anyone. What only life outside the course can add is
listed beside them, as the learner ticked it, and opens or closes nothing. Modules and skills that are still
to be written keep a level's gate shut: nobody is called ready on the strength of what does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.records import settings
from course.story import judge_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from course.records import Record
    from course.skills import Level

CAPSTONE_SHARE = 0.6
"""Share of the machine-checked part that a capstone needs; every criterion of its rubric needs 1."""
COMING = "not in the course yet"

Points = Mapping[str, tuple[float, int]]
"""Points earned and points to be had, by module folder (see `course.mastery.module_points`)."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that a level asks for."""

    text: str
    met: bool
    have: str
    """What is there so far."""
    share: float = field(default=0.0, compare=False)
    """How far it is met, from 0 to 1."""
    weight: int = field(default=1, compare=False)
    """How much it counts for the level's `share`."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What gates say besides numbers, and what is still to be written."""

    names: Mapping[int, str] = field(default_factory=dict)
    """Modules' names, by number."""
    coming: Mapping[str, str] = field(default_factory=dict)
    """Wording of the skills that nothing shows yet, by id."""
    no_capstones: frozenset[str] = frozenset()
    """Capstones that are still to be written."""


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

    @property
    def share(self) -> float:
        """How far the gates are met on average, from 0 to 1; below 1 unless all are."""
        total = sum(gate.weight for gate in self.gates)
        share = sum(gate.share * gate.weight for gate in self.gates) / total
        return 1.0 if self.reached else min(share, 0.99)


@dataclass(frozen=True, slots=True)
class CapstoneStanding:
    """What the records show about one capstone."""

    capstone: str
    share: float
    """Share of the points of its machine-checked part."""
    passed: bool
    """Whether the checked part and every criterion suffice."""
    human: str
    """Who judged the rest: `reviewed`, `self-assessed`, or that nobody did."""
    assessor: str
    """The instructor who reviewed it, if one did."""
    time: datetime
    """When the work that counts was handed in."""


def level_standings(
    levels: Iterable[Level], points: Points, records: Sequence[Record], wording: Wording | None = None
) -> tuple[LevelStanding, ...]:
    """Return how far each level has come, lowest first."""
    levels, words = tuple(levels), wording or Wording()
    chosen, capstones = settings(records), capstone_standings(levels, records)
    found: dict[str, LevelStanding] = {}
    for level in levels:
        gates = [_level_gate(found[name]) for name in level.requires]
        gates += [*_module_gates(level, points, words), _points_gate(level, points)]
        gates += _coming_gate(level, words)
        gates.append(_capstone_gate(level, capstones.get(level.capstone), words))
        ticks = {skill: chosen.get(outside_setting(skill)) is True for skill in level.outside}
        found[level.id] = LevelStanding(level, tuple(gates), ticks)
    return tuple(found.values())


def outside_setting(skill: str) -> str:
    """Return the name of the setting in which a learner ticks a skill of life outside."""
    return f"outside.{skill}"


def _module_gates(level: Level, points: Points, words: Wording) -> list[Gate]:
    written = {int(folder[:2]): of for folder, of in points.items() if of[1]}
    gates = [
        _share_gate(_named(number, words), level.module_share, *written[number])
        for number in level.modules
        if number in written
    ]
    if missing := [number for number in level.modules if number not in written]:
        several = "s" if len(missing) > 1 else ""
        text = f"Module{several} {', '.join(map(str, missing))}"
        gates.append(Gate(text, met=False, have=COMING, weight=len(missing)))
    return gates


def _named(number: int, words: Wording) -> str:
    return f"Module {number}" + (f" {words.names[number]}" if number in words.names else "")


def _points_gate(level: Level, points: Points) -> Gate:
    of_level = [of for folder, of in points.items() if int(folder[:2]) in level.modules]
    earned, most = sum(earned for earned, _ in of_level), sum(most for _, most in of_level)
    return _share_gate("All its modules together", level.points_share, earned, most)


def _share_gate(what: str, needed: float, earned: float, most: int) -> Gate:
    share = round(earned / most, 6) if most else 0.0
    text = f"{what}: {needed:.0%} of the points"
    return Gate(text, met=share >= needed, have=f"{earned:.4g} of {most}", share=min(share / needed, 1.0))


def _level_gate(below: LevelStanding) -> Gate:
    have = "yes" if below.reached else "not yet"
    return Gate(f"{below.level.title} reached", met=below.reached, have=have, weight=0)


def _coming_gate(level: Level, words: Wording) -> list[Gate]:
    missing = [words.coming[name] for name in level.skills if name in words.coming]
    if not missing:
        return []
    text = "A skill that it names" if len(missing) == 1 else f"{len(missing)} skills that it names"
    more = f"; and {len(missing) - 2} more" if len(missing) > 2 else ""
    return [Gate(text, met=False, have=f"{COMING}: {'; '.join(missing[:2])}{more}")]


def _capstone_gate(level: Level, found: CapstoneStanding | None, words: Wording) -> Gate:
    text = f"{capstone_name(level.capstone)}{_including(level)}"
    if found is None:
        have = COMING if level.capstone in words.no_capstones else "not handed in"
        return Gate(text, met=False, have=have)
    have = f"{found.share:.0%} of the checked part, {found.human}"
    share = 1.0 if found.passed else min(found.share / CAPSTONE_SHARE, 0.9)
    return Gate(text, met=found.passed, have=have, share=share)


def capstone_name(capstone: str) -> str:
    """Return a capstone's id as people read it."""
    return capstone.replace("_", " ").title()


def capstone_standings(levels: Iterable[Level], records: Iterable[Record]) -> dict[str, CapstoneStanding]:
    """Return what the records show about each capstone that was handed in."""
    criteria = {level.capstone: level.criteria for level in levels}
    handed_in: dict[str, list[Record]] = {}
    for record in records:
        if record.kind in ("attempt", "review", "grade") and record.text("exercise") in criteria:
            handed_in.setdefault(record.text("exercise"), []).append(record)
    return {name: _capstone(name, criteria[name], ours) for name, ours in handed_in.items()}


def _capstone(name: str, criteria: Iterable[str], records: Sequence[Record]) -> CapstoneStanding:
    share = max(record.share for record in records)
    complete = [record for record in records if _rubric_passes(record, criteria)]
    assessor = next((judge_of(record) for record in complete if judge_of(record)), "")
    human = "reviewed" if assessor else "self-assessed" if complete else "rubric still open"
    passed = share >= CAPSTONE_SHARE and bool(complete)
    machine = next(record.time for record in records if record.share >= min(share, CAPSTONE_SHARE))
    return CapstoneStanding(
        name, share, passed, human, assessor, max(machine, complete[0].time) if complete else machine
    )


def _including(level: Level) -> str:
    return f", including {' and '.join(level.criteria)}" if level.criteria else ""


def _rubric_passes(record: Record, criteria: Iterable[str]) -> bool:
    """Whether a record's rubric (criterion: 0 to 3) has at least 1 everywhere, also on the named criteria."""
    rubric = record.data.get("rubric")
    if not isinstance(rubric, Mapping) or not rubric:
        return False
    marks = [rubric.get(name) for name in {*rubric, *criteria}]
    return all(isinstance(mark, int | float) and mark >= 1 for mark in marks)
