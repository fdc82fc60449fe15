"""The pictures: days of the last weeks, and the map of modules and skills, as SVG.

On the page they stand in the document and follow its theme; for a notebook they become images with a
description. Each picture's facts stand in words elsewhere, too.
"""

from __future__ import annotations

import math
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from course.dashboard.facts import SHADES
from course.dashboard.looks import colour
from course.mastery import State

if TYPE_CHECKING:
    from course.activity import Activity
    from course.dashboard.looks import Place

Point = tuple[float, float]

_FONT = "font-family:system-ui,-apple-system,Segoe UI,DejaVu Sans,sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_CELL, _STEP = 17, 20


def days(activity: Activity, place: Place) -> Markup:
    """Return the last weeks, a column each: the more was done on a day, the larger and deeper its square."""
    left, top = 34, 2
    parts = [
        text((0, top + row * _STEP + 13), name, place, Letters("muted"))
        for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"))
    ]
    for column, week in enumerate(activity.weeks):
        for row, day in enumerate(week):
            x, y = left + column * _STEP, top + row * _STEP
            title = f"<title>{day.date.day} {day.date:%b}: {day.count}</title>"
            parts.append(f"<g>{title}{_square(x, y, _CELL, 'track', place)}")
            if day.shade:
                size = (0, 9, 13, _CELL)[day.shade]
                offset = (_CELL - size) / 2
                parts.append(_square(x + offset, y + offset, size, f"shade-{day.shade + 1}", place))
            parts.append("</g>")
    width, height = left + len(activity.weeks) * _STEP, top + 7 * _STEP
    label = f"Days of the last {len(activity.weeks)} weeks: {activity.summary}"
    return framed(width, height, label, "".join(parts), place)


def framed(width: float, height: float, label: str, content: str, place: Place) -> Markup:
    """Return a whole picture: in the document on the page, as an image with a description in a notebook."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    if place == "page":
        described = f'class="chart" role="img" aria-label="{escape(label)}"'
        return Markup(f'<svg xmlns="{_SVG}" {size} {described}>{content}</svg>')  # noqa: S704 - escaped
    picture = b64encode(f'<svg xmlns="{_SVG}" {size}>{content}</svg>'.encode()).decode()
    return Markup('<img src="data:image/svg+xml;base64,{}" alt="{}" width="{}">').format(
        picture, label, round(width)
    )


def _square(x: float, y: float, size: float, fill: str, place: Place) -> str:
    frame = f'x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}" rx="4"'
    return f'<rect {frame} style="fill:{colour(fill, place)}"/>'


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text in a picture looks."""

    fill: str = "ink"
    size: float = 12
    bold: bool = False
    anchor: str = "start"


def text(at: Point, words: str, place: Place, letters: Letters) -> str:
    """Return words that begin (or end, as `anchor` says) at a point of their base line."""
    weight = ";font-weight:700" if letters.bold else ""
    style = f"{_FONT};font-size:{letters.size}px{weight};fill:{colour(letters.fill, place)}"
    where = f'x="{at[0]:g}" y="{at[1]:g}" text-anchor="{letters.anchor}"'
    return f'<text {where} style="{style}">{escape(words)}</text>'


def glyph(at: Point, state: State, place: Place, *, coming: bool = False, radius: float = 5.5) -> str:
    """Return a state's shape at a point: empty, a quarter, a half, full, a star; dashed where coming."""
    x, y = at
    line, fill = colour("accent", place), colour(f"shade-{max(SHADES[state], 3)}", place)
    dashes = ";stroke-dasharray:2 2" if coming else ""
    ring = _circle(at, radius, f"fill:{colour('card', place)};stroke:{line};stroke-width:1.3{dashes}")
    match state:
        case State.NOT_STARTED:
            return ring
        case State.PROFICIENT:
            return _circle(at, radius, f"fill:{fill};stroke:{line};stroke-width:1.3")
        case State.MASTERED:
            return f'<path d="{_star(x, y, radius + 1.5)}" style="fill:{fill};stroke:{line}"/>'
    end = (x + radius, y) if state is State.STARTED else (x, y + radius)
    wedge = f"M{x:g} {y:g}V{y - radius:g}A{radius:g} {radius:g} 0 0 1 {end[0]:g} {end[1]:g}Z"
    return f'{ring}<path d="{wedge}" style="fill:{fill}"/>'


def _circle(at: Point, radius: float, style: str) -> str:
    return f'<circle cx="{at[0]:g}" cy="{at[1]:g}" r="{radius:g}" style="{style}"/>'


def _star(x: float, y: float, radius: float) -> str:
    points = []
    for corner in range(10):
        size = radius if corner % 2 == 0 else radius * 0.45
        angle = math.pi * corner / 5 - math.pi / 2
        points.append(f"{x + size * math.cos(angle):.1f},{y + size * math.sin(angle):.1f}")
    return "M" + "L".join(points) + "Z"
