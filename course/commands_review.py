"""The learner's commands for what comes up again, and for what can be skipped; `course.cli` joins them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course import catalog, placing, reviews, workspace
from course.console import OUT

if TYPE_CHECKING:
    from datetime import datetime

    from course.overview import Overview

again = typer.Typer()

Reviewed = Annotated[
    str | None, typer.Argument(help="An exercise's name; by default the one that is due longest.")
]
List = Annotated[bool, typer.Option("--list", help="Show what is due, and what comes when; make nothing.")]
Workspace = Annotated[
    Path | None,
    typer.Option("--workspace", help="The workspace; by default the one around you, else the course's own."),
]

Placed = Annotated[
    str | None, typer.Argument(help="A module's number or name; by default that of the next step.")
]


@again.command()
def placement(module: Placed = None, directory: Workspace = None) -> None:
    """Make a notebook in which to show, in 15 minutes, that you know a module already."""
    from course.overview import read_overview

    overview = read_overview()
    slug = _module(module, overview)
    if (found := overview.placements.get(slug)) and found.last:
        print(f"So far: {found.told}")
        if found.is_shown:
            return
    place = workspace.opened(directory, Path.cwd())
    tasks = [task for task in overview.syllabus.tasks if task.module == slug]
    chosen = [catalog.load(task.id) for task in placing.chosen_for(tasks, overview.exercises)]
    title = overview.syllabus.titles.get(slug, slug)
    made = placing.make_placement(place, title, chosen, overview.now.date())
    print(f"Placement: {made}")
    _say_how(place, made)


def _module(wanted: str | None, overview: Overview) -> str:
    """Return the folder of the module with this number or name; without one, of the next step's module."""
    slugs = list(dict.fromkeys(task.module for task in overview.syllabus.tasks))
    if wanted is None:
        return overview.next.task.module if overview.next else slugs[-1]
    words = wanted.strip("/").lower()
    for slug in slugs:
        if words in (slug, slug[3:], slug[:2], str(int(slug[:2]))):
            return slug
    raise typer.BadParameter(f"found {wanted!r}; expected a module: {', '.join(slugs)}")


@again.command()
def review(exercise: Reviewed = None, list_: List = False, directory: Workspace = None) -> None:
    """Make a fresh notebook in which to solve an exercise once more: the starter, and new inputs."""
    from course.overview import read_overview

    overview = read_overview()
    if list_:
        _list(overview)
        return
    chosen = exercise or (overview.reviews[0].task.id if overview.reviews else None)
    if chosen is None:
        print(f"Nothing is due. {_upcoming(overview)}")
        return
    place = workspace.opened(directory, Path.cwd())
    made = reviews.make_review(place, catalog.load(chosen), overview.records, overview.now.date())
    print(f"Review: {made}")
    _say_how(place, made)


def _say_how(place: Path, made: Path) -> None:
    print(f"In JupyterLab, open {made.relative_to(place).as_posix()} from the list of files on the left.")


def _upcoming(overview: Overview) -> str:
    coming = _coming(overview)
    if not coming:
        return "A pass comes up again after 1, 3, 7, 21 and 60 days."
    when, name = coming[0]
    return f"Next: {name} on {when:%Y-%m-%d}. Not waiting is possible, too:  course review {name}"


def _coming(overview: Overview) -> list[tuple[datetime, str]]:
    """Return when which exercise falls due, soonest first; what is due already is left out."""
    dates = ((of.review_due, name) for name, of in overview.exercises.items())
    zone = overview.now.tzinfo
    return sorted((due.astimezone(zone), name) for due, name in dates if due and due > overview.now)


def _list(overview: Overview) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    coming = _coming(overview)
    if not overview.reviews and not coming:
        print(f"Nothing is due. {_upcoming(overview)}")
        return
    table = Table("Exercise", "Name", "Due", "Reviews passed", box=SIMPLE_HEAD, pad_edge=False)
    due = [(review.task.id, "now") for review in overview.reviews]
    for name, when in [*due, *((name, f"{date:%Y-%m-%d}") for date, name in coming)]:
        task = overview.syllabus.by_id[name]
        passed = str(overview.exercises[name].reviews)
        table.add_row(*map(Text, (f"{task.label} {task.title}", name, when, passed)))
    OUT.print(table)
    if due:
        print(f"Start with:  course review {due[0][0]}")
