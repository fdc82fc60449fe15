"""A class's scores as CSV: for people, and in the shapes that learning management systems import."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from autograder.web_page import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.report.summary import ClassReport, Learner

COLUMNS = (
    *("student_id", "last_name", "first_name", "email", "lms_user_id", "score", "max_score", "percent"),
    *("late_seconds", "late_penalty", "parts_waiting", "status"),
)
SHAPES = ("plain", "canvas", "moodle")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(report: ClassReport, shape: str = "plain") -> str:
    """Return the scores as CSV; `shape` is one of `SHAPES`. Who has no score has an empty field there."""
    rows = {"plain": _plain, "canvas": _canvas, "moodle": _moodle}[shape](report)
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_harmless(field) for field in row] for row in rows)
    return written.getvalue()


def _harmless(field: str) -> str:
    """Return a field that no spreadsheet takes for a formula; a number below 0 is none either way."""
    return f"'{field}" if field.startswith(_FORMULA) else field


def _plain(report: ClassReport) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for each in report.learners:
        who = each.student
        yield (
            who.id, who.last_name, who.first_name, who.email, who.lms_user_id, _score(each),
            points(each.max_score), "" if each.percent is None else f"{each.percent:.2f}",
            f"{each.late_seconds:.0f}", points(each.penalty), str(each.waiting), each.status,
        )  # fmt: skip


def _canvas(report: ClassReport) -> Iterator[tuple[str, ...]]:
    """Canvas: names in one column, its own ids, and a line of points before the students."""
    yield ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", report.assignment)
    yield ("    Points Possible", "", "", "", "", points(report.max_score))
    for each in report.learners:
        who = each.student
        name = f"{who.last_name}, {who.first_name}".strip(", ") or who.id
        yield (name, who.lms_user_id, "", who.id, "", _score(each))


def _moodle(report: ClassReport) -> Iterator[tuple[str, ...]]:
    """Moodle: people are found by user name, ID number or e-mail address, as its import form asks."""
    columns = ("First name", "Surname", "Username", "ID number", "Email address")
    yield (*columns, f"Assignment: {report.assignment} (Real)", "Maximum")
    for each in report.learners:
        who = each.student
        yield (
            who.first_name, who.last_name, who.id, who.lms_user_id, who.email, _score(each),
            points(each.max_score),
        )  # fmt: skip


def _score(each: Learner) -> str:
    return "" if each.score is None else points(each.score)
