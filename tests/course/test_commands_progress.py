"""`course progress` tells a terminal what the notebook shows, and hands everything to other programs."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from course import log
from course.cli import app
from course.records import Record, merge, to_record
from tests.course.progress_samples import attempt, event


@pytest.fixture
def records(monkeypatch: pytest.MonkeyPatch) -> tuple[Record, ...]:
    """A log with a pass, and with a record of a kind that this version does not know."""
    found = merge([attempt(6, most=6), event("duel", rival={"name": "?"})])
    monkeypatch.setattr(log, "read_all", lambda: log.Log(found, ("one line was left out",)))
    return found


def test_the_terminal_shows_points_skills_levels_and_problems(records: tuple[Record, ...]) -> None:
    """Everything fits a terminal, ends with 0, and says what could not be read."""
    done = CliRunner().invoke(app, ["progress"])

    assert done.exit_code == 0, done.output
    text = " ".join(done.output.split())
    for fact in ("6 of ", "Linear algebra", "started", "Entry", "Senior", "one line was left out"):
        assert fact in text, fact


def test_the_export_holds_the_records_as_they_were_written(records: tuple[Record, ...]) -> None:
    """Importing an export elsewhere loses nothing, unknown kinds and fields included."""
    done = CliRunner().invoke(app, ["progress", "--export", "json"])

    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert merge(map(to_record, data["records"])) == records
    assert data["exercises"]["pca"]["points"] == 6
    assert data["skills"]["S025"]["state"] == "started"
    assert [level["reached"] for level in data["levels"].values()] == [False] * 4
    assert data["problems"] == ["one line was left out"]


def test_an_unknown_format_is_a_usage_mistake() -> None:
    """The message names the formats that there are."""
    done = CliRunner().invoke(app, ["progress", "--export", "pdf"])

    assert done.exit_code == 2
    assert "json" in done.output
