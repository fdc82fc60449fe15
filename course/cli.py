"""The `course` command: joins the commands, and turns every error into a message and an exit code.

0  fine
1  something needs attention
2  usage
3  our fault
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from course.commands_author import author
from course.commands_instructor import instructor
from course.commands_learner import learner
from course.commands_progress import tracker
from course.commands_review import again
from course.console import print_error, print_fault
from course.errors import CourseError

OUR_FAULT = 3

app = typer.Typer(
    name="course",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _commands in (learner, tracker, again, instructor, author):
    app.add_typer(_commands)


_settings = {"debug": False}


@app.callback()
def _course(
    *, debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault of ours.")] = False
) -> None:
    """Work through the course, or write it."""
    _settings["debug"] = debug


def main() -> None:
    """Run the command line and exit."""
    try:
        app()
    except CourseError as error:
        print_error(error)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever else goes wrong is our fault
        print_fault(error, traceback=_settings["debug"])
        sys.exit(OUR_FAULT)
