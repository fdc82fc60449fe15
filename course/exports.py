"""The tracker's facts for other programs: everything as JSON, the exercises as a table."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from course.overview import as_json
from course.records import write_time

if TYPE_CHECKING:
    from datetime import datetime

    from course.overview import Overview

HEAD = (
    *("exercise", "label", "title", "module", "skills", "points", "max_points", "mastery", "passed_on"),
    *("attempts", "hints", "solution_seen", "reviews_passed", "review_due", "assessed_by"),
)


def json_text(overview: Overview) -> str:
    """Return the records as they were written, and what follows from them; `--import` reads it."""
    return json.dumps(as_json(overview), indent=1)


def csv_text(overview: Overview) -> str:
    """Return a line for each exercise, with a head; times are UTC."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    for task in overview.syllabus.tasks:
        of = overview.exercises[task.id]
        assessed = f"reviewed by {of.assessor}" if of.assessor else "self-checked" if of.last else ""
        cells = (
            *(task.id, task.label, task.title, task.module, " ".join(task.skills), of.points, of.max_points),
            *(of.mastery, _time(of.first_pass), of.attempts, of.hints, "yes" if of.solution_seen else "no"),
            *(of.reviews, _time(of.review_due), assessed),
        )
        writer.writerow(cells)
    return file.getvalue()


def _time(time: datetime | None) -> str:
    return write_time(time) if time else ""
