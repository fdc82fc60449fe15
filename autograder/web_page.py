"""What the pages for learners and for instructors share: their policy, templates and numbers in words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a page tells the browser to allow: looks and pictures that stand in it, and nothing else."""


@cache
def template(path: Path) -> Template:
    """Return a template; all that it inserts is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(path.parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template(path.name)


def points(number: float) -> str:
    """Return a number of points without needless zeros."""
    return f"{round(number, 2) + 0.0:g}"


def percent(score: float, most: float) -> float:
    """Return a share of points in percent, between 0 and 100."""
    return min(max(100 * score / most, 0.0), 100.0) if most > 0 else 0.0


def duration(seconds: float) -> str:
    """Return a time of a minute or more in days, hours and minutes; in days alone from a week on."""
    minutes = max(1, round(seconds / 60))
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    named = [(days, "d"), (hours, "h"), (minutes, "min")]
    return " ".join(f"{count} {unit}" for count, unit in named if count) if days < 7 else f"{days} d"
