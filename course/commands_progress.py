"""The command that shows what the progress log says; `course.cli` joins it to the others."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from course.console import OUT

if TYPE_CHECKING:
    from course.overview import Overview

tracker = typer.Typer()


class ExportFormat(StrEnum):
    """Formats that another program can read."""

    JSON = "json"


Export = Annotated[
    ExportFormat | None, typer.Option("--export", help="Print everything, the records included, as data.")
]


@tracker.command()
def progress(export: Export = None) -> None:
    """Show your points, skills and levels; it is all computed from the log on this computer."""
    from course.overview import as_json, read_overview

    overview = read_overview()
    if export is ExportFormat.JSON:
        print(json.dumps(as_json(overview), indent=1))
    else:
        _show(overview)


def _show(overview: Overview) -> None:
    from course import overview_html as drawn

    OUT.print(overview.summary, style="bold")
    _table(("Module", "Points", "Exercises passed"), drawn.module_rows(overview))
    _table(("Skill", "State", "Mastery", "Field"), drawn.skill_rows(overview))
    _table(("Level", "Requirements met", "Next"), drawn.level_rows(overview))
    for text in (*drawn.notes(overview), drawn.HONEST):
        OUT.print(text, style="dim" if text == drawn.HONEST else None, markup=False)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    OUT.print(table)
