"""The instructor's command; `course.cli` joins it to the others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from course import lab
from course.commands_learner import NoBrowser, Port  # noqa: TC001 -- typer reads them at run time

instructor = typer.Typer()

Folder = Annotated[
    Path | None,
    typer.Argument(help="The course directory; by default the one around you. A new folder becomes one."),
]


@instructor.command("instructor")
def open_formgrader(directory: Folder = None, port: Port = None, no_browser: NoBrowser = False) -> None:
    """Open JupyterLab with nbgrader's formgrader in a course directory (made if need be)."""
    from course.instructor import FORMGRADER, course_directory

    place = course_directory(directory, Path.cwd())
    print(f"Course directory: {place}")
    print(f'Grade what was handed in:  autograder grade ASSIGNMENT --course-dir "{place}"')
    raise typer.Exit(lab.start(place, port, browser=not no_browser, announce=_announce, manner=FORMGRADER))


def _announce(url: str) -> None:
    print(f"JupyterLab: {url}\nStop it with Ctrl-C.", flush=True)
