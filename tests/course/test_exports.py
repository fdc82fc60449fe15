"""What other programs get is complete."""

from __future__ import annotations

import csv
import io
import json

from course.exports import HEAD, csv_text, json_text
from course.overview import overview_of
from course.records import merge, to_record
from tests.learners.sample_course import whole_course
from tests.learners.simulate import NOW, simulated

COURSE = whole_course()


def rows(text: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_has_a_line_for_each_exercise() -> None:
    """Points, dates and assessors are those of the overview."""
    found = overview_of(COURSE, simulated("instructor_graded", COURSE.tasks), NOW)
    table = rows(csv_text(found))

    assert tuple(table[0]) == HEAD
    assert [row["exercise"] for row in table] == [task.id for task in COURSE.tasks]
    assert sum(float(row["points"]) for row in table) == sum(of.points for of in found.exercises.values())
    assert {row["assessed_by"] for row in table} == {"", "self-checked", "reviewed by Dr. R. Osei"}


def test_the_json_holds_the_records_and_what_follows_from_them() -> None:
    """Records come out as they went in; levels carry their gates and dates."""
    records = simulated("experienced", COURSE.tasks)
    data = json.loads(json_text(overview_of(COURSE, records, NOW)))

    assert merge(map(to_record, data["records"])) == records
    assert [level["reached"] for level in data["levels"].values()] == [True, True, False, False]
    assert data["levels"]["entry"]["reached_on"].startswith("2026-09-25")
    assert data["levels"]["junior"]["outside"] == {"S088": True, "S092": False}
    assert len(data["skills"]) == 146
    assert len(data["roles"]) == 8
