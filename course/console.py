"""What the commands print: places that terminals can jump to, lists of mistakes, our own faults."""

from __future__ import annotations

from pathlib import Path
from traceback import print_exception
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from course.errors import ContentError, ContentErrors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.errors import CourseError

OUT = Console(soft_wrap=True, highlight=False)
ERR = Console(stderr=True, soft_wrap=True, highlight=False)


def place(path: Path | str, line: int | None = None) -> Text:
    """Return `path:line`, linked to the file and as short as it is from here."""
    absolute = Path(path).absolute()
    shown = str(absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else path)
    return Text(shown if line is None else f"{shown}:{line}", style=f"bold link {absolute.as_uri()}")


def print_mistakes(console: Console, mistakes: Iterable[ContentError]) -> None:
    """Print one line per mistake: where, what was found, what was expected."""
    for mistake in mistakes:
        where = place(mistake.path, mistake.line)
        console.print(where.append(f": found {mistake.found}; expected {mistake.expected}", style="not bold"))


def print_error(error: CourseError) -> None:
    """Print what a command could not do."""
    if isinstance(error, ContentErrors):
        print_mistakes(ERR, error.errors)
        ERR.print(f"{len(error.errors)} mistake{'s' if len(error.errors) != 1 else ''} in the content.")
    elif isinstance(error, ContentError):
        print_mistakes(ERR, [error])
    else:
        ERR.print(str(error), markup=False)


def print_fault(error: Exception, *, traceback: bool) -> None:
    """Print what is our fault: how to report it, or the traceback that belongs into the report."""
    if traceback:
        print_exception(error)
        return
    ERR.print(
        f"This is a fault of the course, not yours: {type(error).__name__}: {error}\n"
        "Please report it together with what the same command prints after `course --debug`.",
        markup=False,
    )
