"""The command that shows what the progress log says; `course.cli` joins it to the others."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course.console import OUT

if TYPE_CHECKING:
    from course.dashboard.text import Section
    from course.overview import Overview

tracker = typer.Typer()


class ExportFormat(StrEnum):
    """Formats for other programs and people."""

    JSON = "json"
    CSV = "csv"
    HTML = "html"


Open = Annotated[bool, typer.Option("--open", help="Open the full picture in a browser.")]
Skills = Annotated[bool, typer.Option("--skills", help="List the skills one by one, too.")]
Export = Annotated[
    ExportFormat | None,
    typer.Option(
        "--export", help="Print everything (json), the exercises (csv), or evidence for print (html)."
    ),
]
To = Annotated[Path | None, typer.Option("--to", help="Write the export into this file.")]
Import = Annotated[
    Path | None,
    typer.Option("--import", help="Take in an export, a backup, or an instructor's progress-<student>.json."),
]
Delete = Annotated[bool, typer.Option("--delete", help="Delete the log; asks, and makes a backup first.")]
Tick = Annotated[
    list[str] | None, typer.Option("--tick", help="Tick what life outside adds to a level: S082.")
]
Untick = Annotated[list[str] | None, typer.Option("--untick", help="Take a tick back.")]
Goal = Annotated[int | None, typer.Option("--goal", help="Study days a week, 1 to 7; 0 for no goal.")]


@tracker.command()
def progress(  # noqa: PLR0913, PLR0917 - each parameter is an option
    open_page: Open = False,
    skills: Skills = False,
    export: Export = None,
    to: To = None,
    import_: Import = None,
    delete: Delete = False,
    tick: Tick = None,
    untick: Untick = None,
    goal: Goal = None,
) -> None:
    """Show your levels, skills, reviews and next step; it is all computed from the log on this computer."""
    actions = (open_page, export, import_, delete, tick or untick or goal is not None)
    if sum(map(bool, actions)) > 1:
        raise typer.BadParameter("choose one of --open, --export, --import, --delete, and settings")
    if to and not export:
        raise typer.BadParameter("--to needs --export json, csv or html")
    if import_:
        _import(import_)
    elif delete:
        _delete()
    else:
        _set(tick or [], untick or [], goal)
        _show(open_page=open_page, skills=skills, export=export, to=to)


def _show(*, open_page: bool, skills: bool, export: ExportFormat | None, to: Path | None) -> None:
    from course.overview import read_overview

    overview = read_overview()
    if open_page:
        from course.dashboard.browser import open_page as open_in_browser

        print(f"Progress: {open_in_browser(overview)}")
    elif export:
        _export(_exported(overview, export), to)
    else:
        _print(overview, skills=skills)


def _exported(overview: Overview, export: ExportFormat) -> str:
    from course.dashboard.board import printed
    from course.exports import csv_text, json_text

    return {ExportFormat.JSON: json_text, ExportFormat.CSV: csv_text, ExportFormat.HTML: printed}[export](
        overview
    )


def _export(text: str, to: Path | None) -> None:
    if to is None:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{to}: {error.strerror}; name a file that can be written") from error
    print(f"Written: {to}")


def _import(path: Path) -> None:
    from course.merge import import_file

    done = import_file(path)
    for sentence in done.skipped:
        OUT.print(sentence, markup=False)
    print(f"{done.found} records found, {done.new} of them new.")
    if done.backup:
        print(f"The log as it was: {done.backup}")


def _delete() -> None:
    from course import log
    from course.backup import delete_all
    from course.merge import UnreadableProgress

    typer.confirm(f"Delete every record in {log.folder()}? A backup is made first.", abort=True)
    try:
        backup = delete_all()
    except OSError as error:
        raise UnreadableProgress(
            f"{log.folder()}: {error.strerror or error}. Not everything was deleted."
        ) from error
    if backup is None:
        print("There was nothing to delete.")
        return
    print(f"Deleted. The backup is {backup}")
    print(f'Bring it back with:  course progress --import "{backup}"')


def _set(tick: list[str], untick: list[str], goal: int | None) -> None:
    from course import settings

    for skill, value in [*((each, True) for each in tick), *((each, False) for each in untick)]:
        settings.tick(skill, value=value)
    if goal is not None:
        settings.set_goal(goal or None)


def _print(overview: Overview, *, skills: bool) -> None:
    from course.dashboard import text

    title, *rest = text.headline(overview).splitlines()
    OUT.print(title, style="bold", markup=False)
    for line in rest:
        OUT.print(line, markup=False)
    for section in (*text.sections(overview), *([text.skill_section(overview)] if skills else [])):
        _table(section)
    for sentence in text.closing(overview):
        OUT.print(sentence, style="dim", markup=False)


def _table(section: Section) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    OUT.print(f"\n{section.title}", style="bold", markup=False)
    headed = any(section.head)
    table = Table(*section.head, box=SIMPLE_HEAD if headed else None, show_header=headed, pad_edge=False)
    for row in section.rows:
        table.add_row(*map(Text, row))
    OUT.print(table)
