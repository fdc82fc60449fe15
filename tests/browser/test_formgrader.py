"""What an instructor does after grading: `course instructor` opens formgrader, which shows our scores and cards.

A score and a comment that are written there stay when the learner hands in again and is graded again.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from autograder.sandbox.isolation import findings
from course.catalog import content_dir
from tests.browser.conftest import SCREENSHOTS, LabPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, FrameLocator, Locator

MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]
pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

ASSIGNMENT, NOTEBOOK = "week", "numbers"
EXERCISE = "standardize_columns"
MODULE = "02_linear_algebra_numpy"
WRONG = f"def {EXERCISE}(X, ddof=0):\n    return (X - X.mean(axis=0)) / X.std(axis=0)"
APPEARS_WITHIN = 20_000.0
LEGIBILITY = Path(__file__).with_name("legibility.js").read_text(encoding="utf-8")
COMMENT = "Say what becomes of a constant column."
MATHJAX = "cdnjs.cloudflare.com"
"""Where nbgrader's page of a submission asks for MathJax; without it formulas show as they were typed."""
ESSAY = {
    "cell_type": "markdown", "id": "essay", "source": "YOUR ANSWER HERE",
    "metadata": {"nbgrader": {
        "grade": True, "solution": True, "locked": False, "task": False, "points": 5, "grade_id": "essay",
        "schema_version": 3,
    }},
}  # fmt: skip
SETTINGS = 'c = get_config()\nc.CourseDirectory.course_id = "formgrader"\n'


def notebook(**texts: str) -> str:
    """Return the assignment's notebook, one exercise and a cell that a person grades, with these texts."""
    path = content_dir("solutions") / MODULE / f"{MODULE}.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    cells = [*(cell for cell in content["cells"] if name_of(cell).startswith(EXERCISE)), dict(ESSAY)]
    for cell in cells:
        cell["source"] = texts.get(name_of(cell).replace("-", "_"), cell["source"])
    return json.dumps({**content, "cells": cells})


def name_of(cell: dict[str, Any]) -> str:
    """Return a cell's name."""
    return cell["metadata"]["nbgrader"]["grade_id"]


@dataclass(frozen=True)
class Class:
    """A course directory with one assignment."""

    root: Path

    def hand_in(self, student: str, at: str, **texts: str) -> None:
        """Write a submission."""
        folder = self.root / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{NOTEBOOK}.ipynb").write_text(notebook(**texts), encoding="utf-8")
        (folder / "timestamp.txt").write_text(at, encoding="utf-8")

    def grade(self) -> None:
        """Grade as an instructor does."""
        command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT, "--course-dir", self.root]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """A class of three, graded once: a right answer, a wrong one, and nothing done."""
    course = Class(tmp_path_factory.mktemp("class") / "my course")
    source = course.root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(notebook(), encoding="utf-8")
    (course.root / "nbgrader_config.py").write_text(SETTINGS, encoding="utf-8")
    course.hand_in("ada", "2026-03-01 11:00:00 UTC", essay="Because units differ.")
    course.hand_in("bo", "2026-03-01 11:30:00 UTC", standardize_columns_answer=WRONG, essay="It looks nicer.")
    starter = f"def {EXERCISE}(X, ddof=0):\n    raise NotImplementedError"
    course.hand_in("cy", "2026-03-01 11:45:00 UTC", standardize_columns_answer=starter)
    course.grade()
    return course


@pytest.fixture(scope="module")
def server(
    graded: Class, run_lab: Callable[..., AbstractContextManager[Any]], private_environment: dict[str, str]
) -> Iterator[Any]:
    """`course instructor` in that course directory."""
    config = Path(private_environment["JUPYTER_CONFIG_DIR"])
    config.mkdir(parents=True, exist_ok=True)
    settings = {"LabApp": {"expose_app_in_browser": True}}
    (config / "jupyter_lab_config.json").write_text(json.dumps(settings))
    with run_lab(graded.root, command="instructor") as running:
        yield running


@pytest.fixture
def lab(chromium: Browser, server: Any) -> Iterator[LabPage]:
    """The page that `course instructor` opens; at the end it asked no other machine but for MathJax."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1100})
    opened = LabPage(context.new_page(), server.address, server.page, server.token, server.directory)
    opened.watch()
    opened.page.set_default_timeout(APPEARS_WITHIN)
    opened.page.goto(f"{server.address}{server.page}&token={server.token}&reset")
    yield opened
    context.close()
    assert {urlsplit(url).hostname for url in opened.foreign_requests} <= {MATHJAX}


def formgrader(lab: LabPage) -> FrameLocator:
    """Return what stands in JupyterLab's tab of formgrader."""
    return lab.page.frame_locator("#formgrader-iframe iframe")


def of_class(lab: LabPage) -> FrameLocator:
    """Go to the list of a notebook's submissions as an instructor does, by links, and show their names."""
    frame = formgrader(lab)
    for name in ("Manual Grading", ASSIGNMENT, NOTEBOOK):
        frame.get_by_role("link", name=name, exact=True).first.click()
        frame.locator(".breadcrumb .active", has_text=name).wait_for()
    frame.get_by_role("link", name="Submission #1", exact=True).wait_for()
    frame.get_by_role("button", name="Show All Names").click()
    frame.get_by_role("link", name="ada", exact=True).wait_for()
    return frame


def of_submission(lab: LabPage, student: str) -> FrameLocator:
    """Go to a learner's notebook, and wait until its scores are there."""
    frame = of_class(lab)
    frame.get_by_role("link", name=student, exact=True).click()
    frame.locator(f"#{EXERCISE}[placeholder]").wait_for()
    return frame


def write(field: Locator, text: str) -> None:
    """Type into a field of formgrader, which saves it when one leaves it."""
    with field.page.expect_response(lambda answer: answer.request.method == "PUT"):
        field.fill(text)
        field.blur()


def score_of(frame: FrameLocator, name: str) -> tuple[str | None, str]:
    """Return a cell's automatic score and the one that a person gave, as the page shows them."""
    return frame.locator(f"#{name}").get_attribute("placeholder"), frame.locator(f"#{name}").input_value()


def test_it_opens_on_formgrader_with_the_assignments(lab: LabPage) -> None:
    """One command, no click: the tab is there, and lists what was graded."""
    row = formgrader(lab).locator("tbody tr", has=lab.page.get_by_role("link"), has_text=ASSIGNMENT)
    row.wait_for()
    lab.page.screenshot(path=SCREENSHOTS / "formgrader-assignments.png")

    assert row.locator(".num-submissions").inner_text() == "3"


def test_the_class_has_our_scores(lab: LabPage) -> None:
    """Points of the code, and who waits for a person to read: not the one who wrote nothing."""
    frame = of_class(lab)
    lab.page.screenshot(path=SCREENSHOTS / "formgrader-class.png")
    rows = {
        row.locator("a.name-shown").inner_text(): (
            row.locator(".code-score").inner_text(),
            row.locator(".needs-manual-grade .glyphicon-ok").count(),
        )
        for row in frame.locator("tbody tr").all()
    }

    assert rows["ada"] == ("2 / 2", 1)
    assert rows["cy"] == ("0 / 2", 0)
    assert rows["bo"][1] == 1


def test_a_submission_shows_our_card(lab: LabPage) -> None:
    """What failed is said where the score stands, legibly, and no hidden check's text is there."""
    frame = of_submission(lab, "bo")
    card = frame.locator(".mle-card").first
    card.scroll_into_view_if_needed()
    lab.page.screenshot(path=SCREENSHOTS / "formgrader-card.png")

    assert float(score_of(frame, EXERCISE)[0] or 2) < 2
    assert "of 2 points" in card.inner_text()
    assert card.evaluate(LEGIBILITY) == []


def test_what_a_person_wrote_stays_when_a_resubmission_is_graded(graded: Class, lab: LabPage) -> None:
    """Score, extra credit and comment are kept beside the new automatic score, in the page that is open, too."""
    frame = of_submission(lab, "bo")
    write(frame.locator("#essay"), "3.5")
    write(frame.locator("#essay_extra_credit"), "0.5")
    write(frame.locator(f"#{EXERCISE}-answer-comment"), COMMENT)
    before = score_of(frame, EXERCISE)[0]
    lab.page.screenshot(path=SCREENSHOTS / "formgrader-edited.png")
    graded.hand_in("bo", "2026-03-01 12:30:00 UTC", essay="It looks much nicer.")
    graded.grade()
    frame = of_submission(lab, "bo")
    frame.locator("#essay").scroll_into_view_if_needed()
    lab.page.screenshot(path=SCREENSHOTS / "formgrader-graded-again.png")

    assert before != "2"
    assert score_of(frame, EXERCISE) == ("2", "")
    assert score_of(frame, "essay") == (None, "3.5")
    assert frame.locator("#essay_extra_credit").input_value() == "0.5"
    assert frame.locator(f"#{EXERCISE}-answer-comment").input_value() == COMMENT
    assert frame.get_by_text("It looks much nicer.").count() == 1
