"""The map: every module with the skills that have their home in it, below the modules that come before.

A box is filled as far as its points are earned, a skill's shape says its state. What lies ahead is advice;
nothing is locked. A skill's home is the first module that shows it, now or as planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from course.dashboard.charts import Letters, framed, glyph, text
from course.dashboard.facts import percent
from course.dashboard.looks import colour
from course.next_step import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.dashboard.looks import Place
    from course.overview import Overview
    from course.skill_views import SkillView
    from course.syllabus import PlannedModule, Syllabus

_WIDE, _HIGH, _ACROSS, _DOWN = 206, 66, 236, 90
_LABEL = "Map of modules and skills: {} of {} modules begun, {} of {} skills proficient or better"


@dataclass(frozen=True, slots=True)
class Box:
    """One module on the map."""

    module: PlannedModule
    level: str
    share: float
    """Share of its points that is earned; 0 where it is not written yet."""
    written: bool
    skills: tuple[SkillView, ...]
    x: float
    y: float


def boxes(overview: Overview) -> tuple[Box, ...]:
    """Return the modules with their places, in order of their numbers."""
    shares = {int(row.slug[:2]): row.points / row.max_points for row in overview.modules if row.max_points}
    level = {number: of.level.title for of in overview.levels for number in of.level.modules}
    home = _homes(overview)
    places = _places(overview.syllabus.modules)
    found = []
    for module in overview.syllabus.modules:
        number = module.number
        skills = tuple(view for view in overview.skills.values() if home.get(view.skill.id) == number)
        share, written = shares.get(number, 0.0), number in shares
        found.append(Box(module, level.get(number, ""), share, written, skills, *places[number]))
    return tuple(sorted(found, key=lambda box: box.module.number))


@cache
def _places(modules: tuple[PlannedModule, ...]) -> dict[int, tuple[float, float]]:
    """Return a place for each module: below all that comes before it, and near the middle of them."""
    rows: dict[int, list[PlannedModule]] = {}
    for module in modules:
        rows.setdefault(_depth(module.number, modules), []).append(module)
    x: dict[int, float] = {}
    for _, row in sorted(rows.items()):
        wanted = {m.number: _middle([x[before] for before in _direct(m, modules)]) for m in row}
        order = sorted(wanted, key=lambda number, wish=wanted: (wish[number], number))
        start = _middle(list(wanted.values())) - (len(row) - 1) / 2 * _ACROSS
        x |= {number: start + place * _ACROSS for place, number in enumerate(order)}
    left = min(x.values())
    return {m.number: (x[m.number] - left, _depth(m.number, modules) * _DOWN) for m in modules}


def _middle(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


@cache
def _depth(number: int, modules: tuple[PlannedModule, ...]) -> int:
    """Return how many modules lie on the longest way to this one."""
    after = next(module.after for module in modules if module.number == number)
    return max((_depth(before, modules) + 1 for before in after), default=0)


@cache
def _direct(module: PlannedModule, modules: tuple[PlannedModule, ...]) -> tuple[int, ...]:
    """Return what comes before a module, less what already comes before something else of it."""
    return tuple(
        number
        for number in module.after
        if not any(number in _before(other, modules) for other in module.after if other != number)
    )


@cache
def _before(number: int, modules: tuple[PlannedModule, ...]) -> frozenset[int]:
    """Return every module on some way to this one."""
    after = next(module.after for module in modules if module.number == number)
    return frozenset(after).union(*(_before(before, modules) for before in after))


def _homes(overview: Overview) -> Mapping[str, int]:
    """Return the number of the module in which each skill is shown first."""
    found: dict[str, list[int]] = {}
    _shown(overview.syllabus, found)
    for view in overview.skills.values():
        found.setdefault(view.skill.id, []).extend(int(name[1:3]) for name in view.skill.planned)
    return {skill: min(numbers) for skill, numbers in found.items() if numbers}


def _shown(syllabus: Syllabus, found: dict[str, list[int]]) -> None:
    for task in syllabus.tasks:
        for skill in task.skills:
            found.setdefault(skill, []).append(int(task.module[:2]))


def skill_map(overview: Overview, place: Place) -> Markup:
    """Return the map as a picture."""
    placed = boxes(overview)
    by_number = {box.module.number: box for box in placed}
    lines = [
        _edge(by_number[before], box, place)
        for box in placed
        for before in _direct(box.module, overview.syllabus.modules)
        if before in by_number
    ]
    width = max(box.x for box in placed) + _WIDE + 2
    height = max(box.y for box in placed) + _HIGH + 2
    skills = [view for box in placed for view in box.skills]
    label = _LABEL.format(
        sum(box.share > 0 for box in placed),
        len(placed),
        sum(view.is_shown for view in skills),
        len(skills),
    )
    content = "".join([*lines, *(_drawn(box, place) for box in placed)])
    return framed(width, height, label, f'<g transform="translate(1 1)">{content}</g>', place)


def _edge(above: Box, below: Box, place: Place) -> str:
    """A whole line where enough of the module above is done, a dashed one where not."""
    x1, y1, x2, y2 = above.x + _WIDE / 2, above.y + _HIGH, below.x + _WIDE / 2, below.y
    bend = min((y2 - y1) / 2, 60)
    done = above.share >= ENOUGH
    look = f"stroke:{colour('shade-3' if done else 'muted', place)};stroke-width:{2 if done else 1}"
    dashes = "" if done else ";stroke-dasharray:4 4"
    path = f"M{x1:g} {y1:g}C{x1:g} {y1 + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2:g}"
    return f'<path d="{path}" style="fill:none;{look}{dashes};opacity:.75"/>'


def _drawn(box: Box, place: Place) -> str:
    x, y, full = box.x, box.y, _WIDE - 62
    dashes = "" if box.written else ";stroke-dasharray:5 4"
    line = colour("accent" if box.share else "muted", place)
    name = f"{box.module.number} {box.module.name}"
    state = percent(box.share) if box.written else "coming"
    look = f"fill:{colour('card', place)};stroke:{line};stroke-width:1.2{dashes}"
    frame = f'<rect x="{x:g}" y="{y:g}" width="{_WIDE}" height="{_HIGH}" rx="9" style="{look}"/>'
    parts = [
        f"<title>{escape(name)} ({box.level}): {state}</title>",
        frame,
        text((x + 11, y + 19), name, place, Letters(size=13, bold=True)),
        _bar(x + 11, y + 28, full, "track", place),
        _bar(x + 11, y + 28, full * box.share, "shade-3", place),
        text((x + _WIDE - 10, y + 34), state, place, Letters("muted", 11.5, anchor="end")),
    ]
    step = min(16.0, (_WIDE - 22) / max(len(box.skills), 1))
    radius = min(5.5, step / 2 - 1.6)
    for n, view in enumerate(box.skills):
        shape = glyph((x + 18 + n * step, y + 50), view.state, place, coming=view.coming, radius=radius)
        parts.append(f"<g><title>{escape(view.skill.text)}: {view.word}</title>{shape}</g>")
    return f"<g>{''.join(parts)}</g>"


def _bar(x: float, y: float, width: float, fill: str, place: Place) -> str:
    style = f"fill:{colour(fill, place)}"
    return f'<rect x="{x:g}" y="{y:g}" width="{width:.1f}" height="6" rx="3" style="{style}"/>'
