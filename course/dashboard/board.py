"""The dashboard as HTML, from one set of templates: a whole page, or what fits into a notebook's output."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from course.dashboard import facts
from course.dashboard.assessors import assessor_rows
from course.dashboard.charts import days
from course.dashboard.looks import TEMPLATES, look, stylesheet
from course.dashboard.skill_map import skill_map
from course.gates import capstone_name
from course.mastery import state_of
from course.overview import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from course.dashboard.looks import Place
    from course.overview import Overview
    from course.syllabus import Task

PAGE_STYLES = ("tokens.css", "looks.css", "page.css")


@dataclass(frozen=True, slots=True)
class Server:
    """The addresses that a page's forms and links lead to, where a server shows it."""

    post: str
    export: str
    xsrf: str


def no_link(_task: Task) -> None:
    """Link to nothing: for a page without a server beside it."""


def page(
    overview: Overview,
    link: Callable[[Task], str | None] = no_link,
    *,
    server: Server | None = None,
    theme: str = "",
    message: str = "",
) -> str:
    """Return the full picture as a page of its own, which needs no other file and no script.

    It follows the system's theme unless `theme` is `light` or `dark`. With a `server`, what can be set is a
    form; without one, the commands are named.
    """
    extra = {
        "map_chart": skill_map(overview, "page"),
        "server": server,
        "styles": styles(*PAGE_STYLES),
        "target": Markup(' target="_top"') if server else "",
    }
    return _drawn("page.html", overview, link, "page", 1, theme=theme, message=message, **extra)


def notebook(overview: Overview, link: Callable[[Task], str | None] = no_link) -> str:
    """Return the dashboard for a notebook's output: plain declarations, no class, no script, no `<svg>`."""
    return _drawn("notebook.html", overview, link, "notebook", 4, target="", server=None)


def printed(overview: Overview) -> str:
    """Return the evidence as a page that prints on two sheets and can go with an application."""
    times = [entry.time for entry in overview.evidence]
    extra = {
        "assessors": assessor_rows(overview),
        "first": min(times, default=None),
        "last": max(times, default=None),
        "styles": styles("print.css"),
    }
    return _drawn("evidence.html", overview, no_link, "page", 1, **extra)


def styles(*names: str) -> Markup:
    """Join files of CSS; they are ours, and hold nothing of a learner's."""
    return Markup("\n".join(map(stylesheet, names)))  # noqa: S704 - the course's own files


def _drawn(
    template: str,
    overview: Overview,
    link: Callable[[Task], str | None],
    place: Place,
    first_heading: int,
    **extra: Any,
) -> str:
    context = {
        "o": overview,
        "h": first_heading,
        "link": link,
        "place": place,
        "look": partial(look, place),
        "facts": facts,
        "shades": facts.SHADES,
        "days_chart": days(overview.activity, place),
        "capstone_name": capstone_name,
        "state_of": partial(state_of, reviewed=False),
        "titles": {row.slug: row.title for row in overview.modules},
        "number": number,
    }
    return environment().get_template(template).render({**context, **extra})


@cache
def environment() -> Environment:
    """Return Jinja as this package uses it: everything is escaped, and a misspelt name is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
