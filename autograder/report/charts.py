"""The pictures of a class report: SVG that stands in the page and follows its theme.

Their facts stand in words beside them.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from autograder.report.summary import BUCKETS

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 720, 230, 34, 22, 44
_GAP = 6
_TICKS = 4


def histogram(counts: list[int], median: float | None) -> Markup:
    """Return how many students have how many tenths of the points; `median` is in percent."""
    step = _nice_step(max(counts, default=0))
    top = step * max(1, -(-max(counts, default=0) // step))
    column = (_WIDTH - _LEFT) / BUCKETS
    parts = [*_grid(top, step), *(_bar(place, count, top, column) for place, count in enumerate(counts))]
    if median is not None:
        parts.append(_median(median))
    said = ", ".join(f"{_range(place)}: {count}" for place, count in enumerate(counts) if count) or "nobody"
    label = escape(f"Students by percent of the points. {said}")
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    svg = f'<svg class="chart" {size} role="img" aria-label="{label}">{"".join(parts)}</svg>'
    return Markup(svg)  # noqa: S704 - numbers, and words of ours


def _range(place: int) -> str:
    width = 100 // BUCKETS
    return f"{place * width}-{(place + 1) * width} %"


def _y(count: float, top: int) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - count / top)


def _bar(place: int, count: int, top: int, column: float) -> str:
    x, y = _LEFT + place * column + _GAP / 2, _y(count, top)
    width, height = column - _GAP, _y(0, top) - y
    title = f"<title>{_range(place)}: {count}</title>"
    bar = f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="3" class="fill"/>'
    number = _words(x + width / 2, y - 5, str(count), "ink") if count else ""
    label = _words(x + width / 2, _y(0, top) + 16, f"{place * 100 // BUCKETS}-{(place + 1) * 100 // BUCKETS}")
    return f"<g>{title}{bar if count else ''}{number}{label}</g>"


def _grid(top: int, step: int) -> list[str]:
    lines = []
    for count in range(0, top + 1, step):
        y = _y(count, top)
        lines.append(f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
        lines.append(_words(_LEFT - 8, y + 4, str(count), anchor="end"))
    return [*lines, _words(_LEFT + (_WIDTH - _LEFT) / 2, _HEIGHT - 6, "percent of the points")]


def _median(value: float) -> str:
    x = _LEFT + (_WIDTH - _LEFT) * min(max(value, 0.0), 100.0) / 100
    anchor = "end" if value > 80 else "start"
    side = -5 if value > 80 else 5
    line = f'<line x1="{x:.1f}" x2="{x:.1f}" y1="4" y2="{_HEIGHT - _BOTTOM}" class="median"/>'
    return line + _words(x + side, 13, f"median {value:.0f} %", "ink", anchor=anchor)


def _words(x: float, y: float, words: str, css: str = "muted", anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{css}" text-anchor="{anchor}">{escape(words)}</text>'


def _nice_step(most: int) -> int:
    """Return a distance between lines of 1, 2 or 5 times a power of ten, so that there are few."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if most <= step * _TICKS:
                return step
        size *= 10
