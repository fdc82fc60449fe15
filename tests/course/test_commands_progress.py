"""`course progress` tells a terminal what the page shows, and never loses anything without asking."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from course import log
from course.cli import app
from course.errors import CourseError
from course.records import merge, to_record
from tests.course.data_home import own_home, write_log
from tests.course.progress_samples import attempt, event

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = merge([attempt(6, most=6), event("duel", rival={"name": "?"})])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log with a pass, and with a record of a kind that this version does not know."""
    folder = own_home(tmp_path, monkeypatch)
    path = write_log(RECORDS)
    path.write_text(path.read_text() + '{"torn')
    return folder


def run(*words: str, answer: str | None = None) -> Any:
    """Type a command."""
    return CliRunner().invoke(app, ["progress", *words], input=answer)


def ok(*words: str, answer: str | None = None) -> str:
    """Type a command that works; return what it printed, on one line."""
    done = run(*words, answer=answer)
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def test_the_terminal_shows_every_part_of_the_page() -> None:
    """Levels, skills, requirements, reviews, evidence, ticks, roles, points, and what could not be read."""
    shown = ok()

    for title in ("Career level", "Skills", "To reach Entry", "Review today", "Latest evidence",
                  "Needs life outside", "Roles", "Points"):  # fmt: skip
        assert title in shown, title
    for fact in ("6 of ", "Mathematics", "Continue:", "Senior", "Data scientist", "an incomplete line"):
        assert fact in shown, fact


def test_skills_are_listed_one_by_one_on_request() -> None:
    """Each skill says what shows it."""
    assert "S025" not in ok()
    assert "S025" in ok("--skills")


def test_the_json_export_holds_the_records_as_they_were_written() -> None:
    """Importing it elsewhere loses nothing, unknown kinds and fields included."""
    data = json.loads(run("--export", "json").stdout)

    assert merge(map(to_record, data["records"])) == RECORDS
    assert data["exercises"]["pca"]["points"] == 6
    assert data["skills"]["S025"]["state"] == "started"
    assert [level["reached"] for level in data["levels"].values()] == [False] * 4
    assert len(data["problems"]) == 1


def test_the_other_exports_are_a_table_and_a_page(tmp_path: Path) -> None:
    """CSV goes to the terminal, HTML into a file that was named."""
    table = list(csv.DictReader(io.StringIO(run("--export", "csv").stdout)))
    assert {row["exercise"]: row["points"] for row in table}["pca"] == "6.0"

    ok("--export", "html", "--to", str(tmp_path / "evidence.html"))
    assert "Evidence of skills" in (tmp_path / "evidence.html").read_text(encoding="utf-8")


def test_importing_says_what_was_new_and_where_the_backup_is(tmp_path: Path) -> None:
    """A second import finds nothing new."""
    path = tmp_path / "grades.json"
    grade = {"kind": "grade", "exercise": "pca", "version": 1, "points": 6, "max_points": 6,
             "time": "2026-11-03T09:20:31Z", "assessor": "Dr. R. Osei"}  # fmt: skip
    path.write_text(json.dumps({"records": [grade]}))

    first = ok("--import", str(path))
    assert "1 records found, 1 of them new" in first
    assert "before-import.jsonl" in first
    assert "1 records found, 0 of them new" in ok("--import", str(path))
    assert "reviewed by Dr. R. Osei" in ok()


def test_a_file_that_cannot_be_imported_is_an_error_of_one_sentence(tmp_path: Path) -> None:
    """The command line turns it into a message and exit code 1."""
    (tmp_path / "odd.json").write_text("odd")
    done = run("--import", str(tmp_path / "odd.json"))

    assert isinstance(done.exception, CourseError)
    assert done.exception.exit_code == 1
    assert "no records; expected an export (JSON)" in str(done.exception)


def test_deleting_asks_and_can_be_undone(home: Path) -> None:
    """Without a yes nothing happens; after one, the printed command brings everything back."""
    assert run("--delete", answer="n\n").exit_code == 1
    assert log.read_all().records == RECORDS

    ok("--delete", answer="y\n")
    assert log.read_all() == log.Log()
    (backup,) = (home / "backups").iterdir()
    ok("--import", str(backup))
    assert log.read_all().records == RECORDS


def test_ticks_and_goals_are_set_from_the_terminal() -> None:
    """What life outside adds is the learner's to say."""
    assert "☑ Entry" in ok("--tick", "S082", "--goal", "3")
    assert "of 3 study days" in ok()
    assert "☑" not in ok("--untick", "S082", "--goal", "0")


@pytest.mark.parametrize(
    "words",
    [("--export", "pdf"), ("--export", "json", "--delete"), ("--to", "x.json"), ("--tick", "S082", "--open")],
)
def test_what_does_not_go_together_is_a_usage_mistake(words: tuple[str, ...]) -> None:
    """The message names what there is, and nothing is done."""
    done = run(*words)

    assert done.exit_code == 2
    assert log.read_all().records == RECORDS


def test_open_writes_a_page_where_no_server_shows_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser gets a file with the full picture."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("course.dashboard.browser._on_server", lambda: None)

    ok("--open")

    assert opened == [(home / "progress.html").as_uri()]
    assert "<h1" in (home / "progress.html").read_text(encoding="utf-8")
