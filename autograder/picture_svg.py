"""The two kinds of pictures that a card may show: arrows in a plane, and tables side by side.

Written as SVG by hand, because importing a plotting library would take longer than the whole check. Colour
never says anything alone: every arrow carries its name, every entry that differs a frame.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.verdict import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Place = tuple[float, float]
    Size = tuple[int, int]

INK, MUTED, PAPER, FLOOR = "#1b2430", "#5a6675", "#ffffff", "#a3afbd"
YOURS, EXPECTED = "#a8400f", "#0b6b43"
DARKEST = np.array([158.0, 197.0, 235.0])
"""Ground of the largest entry; ink on it has a contrast above 4.5."""
WIDTH, MOST_HEIGHT, MARGIN = 440.0, 260.0, 46.0
ROUNDED = 1e-9
"""Coordinates below this share of the largest are rounding errors."""
MOST = 120
"""Most entries of a table."""
EDGE, TOP, ROOM = 23, 28, 330
"""Pixels beside a table, above it, and in its width at most."""
CHARACTER = 7.5
"""Pixels that a character of a number takes."""


def arrows(
    points: Mapping[str, Sequence[float]], floor: str = "", joined: Iterable[tuple[str, str]] = ()
) -> Picture | None:
    """Draw arrows from the origin of a plane, with equal units on both axes.

    `points` maps names to (x, y); a name that begins with "your" or "expected" has its own colour. `floor`
    names what the horizontal axis is; `joined` are pairs of arrows whose heads a dotted line connects. None
    where a coordinate is not finite.
    """
    values = np.array([*points.values()], dtype=np.float64)
    if not np.isfinite(values).all():
        return None
    values[np.abs(values) < ROUNDED * np.abs(values).max()] = 0.0
    heads, origin, height = _fit(values)
    places = dict(zip(points, heads, strict=True))
    drawn = [_floor(origin[1], floor)] if floor else []
    drawn += [_dots(places[one], places[other]) for one, other in joined]
    drawn += [_arrow(origin, head, name) for name, head in places.items()]
    drawn += _names(places, origin, height)
    alt = "; ".join(f"{name} at ({x:.3g}, {y:.3g})" for name, (x, y) in zip(points, values, strict=True))
    where = f"Horizontally: {floor}. " if floor else ""
    return Picture(_svg(WIDTH, height, drawn), f"Arrows from the origin. {where}{alt}.")


def tables(got: Any, expected: Any) -> Picture | None:
    """Draw two tables of numbers side by side, entries that differ in a frame.

    Both have shape (n,) or (n, m), with up to 120 entries. None where they cannot be compared entry by entry.
    """
    yours, right = np.atleast_2d(_numbers(got)), np.atleast_2d(_numbers(expected))
    if yours.shape != right.shape or yours.ndim != 2 or not 0 < yours.size <= MOST:
        return None
    rows, columns = right.shape
    least = ROUNDED * _largest(right)
    size, written = _size(_longest(least, yours, right), columns)
    width, height = columns * size[0], rows * size[1]
    ground, left, beside = _shade(right), EDGE, 2 * EDGE + width
    wrong = ~np.isclose(yours, right, rtol=1e-6, atol=least, equal_nan=True)
    write = partial(_written, least) if written else None
    drawn = [_text(left, 20, "Your answer", YOURS), _text(beside, 20, "Expected", EXPECTED)]
    drawn += [
        _table(left, yours, size, ground, write),
        _table(beside, right, size, ground, write),
        _frames(left, wrong, size),
    ]
    alt = f"Your answer beside what was expected, as tables of {rows} by {columns} numbers: "
    alt += f"{wrong.sum()} of {wrong.size} entries differ; they are framed."
    return Picture(_svg(2 * width + 3 * EDGE, height + TOP + 12, drawn), alt)


def _written(least: float, value: float) -> str:
    """Write a number as short as a table allows; below `least` it is a rounding error."""
    return "0" if abs(value) <= least else f"{value:.3g}"


def _longest(least: float, *shown: NDArray[np.float64]) -> int:
    return max(len(_written(least, value)) for table in shown for value in table.ravel())


def _size(longest: int, columns: int) -> tuple[Size, bool]:
    """Return width and height of an entry, and whether it holds its number."""
    wanted, room = round(longest * CHARACTER) + 12, ROOM // columns
    if wanted <= room:
        return (max(wanted, min(room, 44)), 26), True
    side = min(max(room, 7), 26)
    return (side, max(side, 14)), False


def _largest(values: NDArray[np.float64]) -> float:
    return float(np.abs(values[np.isfinite(values)]).max(initial=0.0))


def _numbers(value: Any) -> NDArray[np.float64]:
    return np.asarray(value, dtype=np.float64)


def _fit(values: NDArray[np.float64]) -> tuple[list[Place], Place, float]:
    """Return the heads of arrows on the paper, their origin, and the height that the paper needs."""
    low, high = np.minimum(values.min(axis=0), 0.0), np.maximum(values.max(axis=0), 0.0)
    span = high - low
    room = np.array([WIDTH - 2.4 * MARGIN, MOST_HEIGHT - 1.6 * MARGIN])
    scale = float(np.min(room / np.maximum(span, max(1e-3 * span.max(), 1e-300))))
    height = float(span[1]) * scale + 1.6 * MARGIN

    def on_paper(place: NDArray[np.float64]) -> Place:
        x, y = (place - (low + high) / 2) * scale
        return WIDTH / 2 + float(x), height / 2 - float(y)

    return [on_paper(place) for place in values], on_paper(np.zeros(2)), height


def _colour(name: str) -> str:
    return YOURS if name.startswith("your") else EXPECTED if name.startswith("expected") else INK


def _floor(y: float, name: str) -> str:
    line = f'<line x1="8" y1="{y:.1f}" x2="{WIDTH - 8}" y2="{y:.1f}" stroke="{FLOOR}" stroke-width="1.5"/>'
    return line + _text(WIDTH - 10, y + 16, name, MUTED, anchor="end")


def _dots(start: Place, end: Place) -> str:
    (x, y), (u, v) = start, end
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{u:.1f}" y2="{v:.1f}" stroke="{MUTED}" stroke-width="1.3" '
        'stroke-dasharray="1.5 4"/>'
    )


def _arrow(start: Place, end: Place, name: str) -> str:
    (x, y), (u, v), colour = start, end, _colour(name)
    length = float(np.hypot(u - x, v - y))
    if length < 1:
        return f'<circle cx="{u:.1f}" cy="{v:.1f}" r="4" fill="{colour}"/>'
    along = np.array([u - x, v - y]) / length
    back, across = np.array(end) - 11 * along, 4.5 * np.array([-along[1], along[0]])
    head = " ".join(f"{px:.1f},{py:.1f}" for px, py in (end, back + across, back - across))
    dashes = ' stroke-dasharray="7 4"' if colour == YOURS else ""
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{back[0]:.1f}" y2="{back[1]:.1f}" stroke="{colour}" '
        f'stroke-width="2.5"{dashes}/><polygon points="{head}" fill="{colour}"/>'
    )


def _names(heads: Mapping[str, Place], origin: Place, height: float) -> Iterable[str]:
    """Write each name beyond its arrow's head, and those that would meet below one another."""
    taken: list[Place] = []
    for name, (x, y) in heads.items():
        right = x >= origin[0]
        at_origin = abs(x - origin[0]) + abs(y - origin[1]) < 1
        place = (x + 8 if right else x - 8, min(max(y + (18 if at_origin else -6), 14.0), height - 8))
        while any(abs(place[0] - u) < 7.0 * len(name) and abs(place[1] - v) < 14 for u, v in taken):
            place = (place[0], place[1] + 15)
        taken.append(place)
        fits_right = place[0] + 7.5 * len(name) < WIDTH
        anchor = "start" if right and fits_right else "end"
        yield _text(place[0] if fits_right or not right else x - 4, place[1], name, _colour(name), anchor)


def _shade(expected: NDArray[np.float64]) -> Callable[[float], str]:
    """Return what gives the ground of a value: the larger among what was expected, the darker."""
    finite = expected[np.isfinite(expected)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)

    def ground(value: float) -> str:
        if not np.isfinite(value):
            return "#e3e7ec"
        share = min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.0
        red, green, blue = (255 - share * (255 - DARKEST)).round().astype(int)
        return f"#{red:02x}{green:02x}{blue:02x}"

    return ground


def _table(
    left: int,
    table: NDArray[np.float64],
    size: Size,
    ground: Callable[[float], str],
    write: Callable[[float], str] | None,
) -> str:
    """Draw the entries of a table; short, because a card holds a few dozen kilobytes at most."""
    (width, height), places = size, [*np.ndindex(table.shape)]
    boxes = [
        f'<rect x="{left + j * width}" y="{TOP + i * height}" width="{width}" height="{height}" '
        f'fill="{ground(table[i, j])}"/>'
        for i, j in places
    ]
    middle, base = left + width // 2, TOP + height // 2 + 4
    numbers = [
        f'<text x="{middle + j * width}" y="{base + i * height}">{write(table[i, j])}</text>'
        for i, j in places
        if write
    ]
    return (
        f'<g stroke="{FLOOR}" stroke-width=".5">{"".join(boxes)}</g>'
        f'<g fill="{INK}" font-size="12" text-anchor="middle">{"".join(numbers)}</g>'
    )


def _frames(left: int, wrong: NDArray[np.bool_], size: Size) -> str:
    width, height = size
    boxes = [
        f"M{left + j * width} {TOP + i * height}h{width}v{height}h{-width}z" for i, j in np.argwhere(wrong)
    ]
    return f'<path d="{"".join(boxes)}" fill="none" stroke="{YOURS}" stroke-width="2"/>'


def _text(x: float, y: float, text: str, colour: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="13" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )


def _svg(width: float, height: float, drawn: Iterable[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="DejaVu Sans, Helvetica, Arial, sans-serif">'
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>{"".join(drawn)}</svg>'
    )
