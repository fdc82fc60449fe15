"""`autograder report`: gathers what is known of a class, and writes it where it was asked for."""

from __future__ import annotations

import os
import secrets
import webbrowser
from dataclasses import dataclass
from json import dumps
from typing import TYPE_CHECKING

from autograder.errors import GraderError
from autograder.grading.settings import course_folder
from autograder.grading.state import results_folder
from autograder.report.exports import SHAPES, as_csv
from autograder.report.gather import gather

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rich.progress import Progress

    from autograder.report.summary import ClassReport


@dataclass(frozen=True, slots=True)
class Wanted:
    """Files to write, each only where it is named."""

    html: Path | None = None
    csv: Path | None = None
    json: Path | None = None
    csv_for: str = "plain"
    opened: bool = False
    """Whether the page is opened in a browser; it lies in the course's state where no file is named."""


def report(
    root: Path, assignment: str, wanted: Wanted, progress: Callable[[], Progress]
) -> tuple[ClassReport, list[Path]]:
    """Return the report and the files that were written; raises `GraderError` where nothing was graded."""
    if wanted.csv_for not in SHAPES:
        raise GraderError(f"found --csv-for {wanted.csv_for!r}; expected {', '.join(SHAPES)}")
    course = course_folder(root)
    with progress() as bar:
        task = bar.add_task("report", total=sum(1 for _ in results_folder(course, assignment).glob("*.json")))
        found = gather(course, assignment, lambda: bar.advance(task))
    written = []
    page = wanted.html or (course.state / "reports" / f"{assignment}.html" if wanted.opened else None)
    if page:
        from autograder.report.page import as_html

        written.append(_write(page, as_html(found)))
    if wanted.csv:
        written.append(_write(wanted.csv, as_csv(found, wanted.csv_for)))
    if wanted.json:
        written.append(_write(wanted.json, dumps(found.as_json(), indent=1, ensure_ascii=False)))
    if page and wanted.opened:
        webbrowser.open(page.resolve().as_uri())
    return found, written


def _write(path: Path, text: str) -> Path:
    """Write a file that the instructor alone may read, in one step."""
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise GraderError(f"{path} cannot be written: {error.strerror or error}") from None
    return path
