"""What a learner sees on the first start."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from course.workspace import first_notebook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import LabPage

NEWS_WITHIN = 2000.0
"""Milliseconds after the start in which JupyterLab used to ask for news."""
APPEARS_WITHIN = 60_000.0


def visible(directory: Path) -> list[str]:
    """Return the names that a file browser shows of a folder."""
    return sorted(path.name for path in directory.iterdir() if not path.name.startswith("."))


def shown(lab: LabPage) -> list[str]:
    """Return the names that JupyterLab's file browser shows."""
    lab.page.locator(".jp-DirListing-item").first.wait_for()
    return sorted(lab.page.locator(".jp-DirListing-itemText").all_inner_texts())


def test_the_first_start_opens_the_welcome_page_and_nothing_else(lab: LabPage) -> None:
    """What is next stands beside the modules; no news, no update notice, no error, no other machine."""
    lab.visit(lab.first_page)
    page = lab.page.locator(".jp-RenderedMarkdown:visible")
    page.get_by_role("heading", name="Welcome").wait_for()
    lab.page.wait_for_timeout(NEWS_WITHIN)

    assert shown(lab) == visible(lab.directory)
    assert page.get_by_text("Next:").count() == 1
    assert lab.page.locator(".jp-NotebookPanel").count() == 0
    assert lab.page.locator(".Toastify__toast").count() == 0
    assert lab.console_errors == []
    assert lab.foreign_requests == []


def test_the_welcome_page_leads_to_the_first_lesson(lab: LabPage) -> None:
    """Its links open notebooks beside it."""
    lesson = first_notebook(lab.directory)
    assert lesson is not None
    lab.visit(lab.first_page)

    lab.page.locator(".jp-RenderedMarkdown:visible").get_by_role("link", name="lesson").first.click()
    lab.page.locator(".jp-NotebookPanel:visible .jp-Cell").first.wait_for()

    assert lab.page.locator(".lm-TabBar-tab.lm-mod-current:visible", has_text=lesson.name).count() == 1


def test_the_welcome_page_leads_to_the_progress_page(lab: LabPage) -> None:
    """One click opens levels, skills and evidence beside it."""
    lab.visit(lab.first_page)

    lab.page.locator(".jp-RenderedMarkdown:visible").get_by_role("link", name="My progress").click()
    board = lab.page.frame_locator("iframe[title='My progress']")
    board.get_by_role("heading", name="My progress").wait_for(timeout=APPEARS_WITHIN)
    lab.picture("welcome-progress")

    assert board.get_by_text("Entry").count() > 0
    assert lab.console_errors == []


def test_the_file_browser_is_the_workspace(lab: LabPage) -> None:
    """Learners see the course's modules, and nothing else of the machine."""
    lab.visit("/lab")

    assert shown(lab) == visible(lab.directory)


def test_learners_meet_no_instructors_menus(lab: LabPage) -> None:
    """JupyterLab's menu bar is its own, also on a machine that has nbgrader, as this one has."""
    lab.visit("/lab")

    assert find_spec("nbgrader") is not None
    assert "Nbgrader" not in lab.page.locator("#jp-MainMenu").inner_text()


def test_a_notebook_runs_from_top_to_bottom(lab: LabPage) -> None:
    """A kernel of the course's environment starts, runs every cell, and imports the autograder."""
    lab.visit("/lab")
    path = lab.write_notebook("first.ipynb", "import autograder", "6 * 7", "print('done')")

    lab.open_notebook(path)
    lab.run_all()

    assert [lab.prompt(index) for index in range(3)] == ["[1]:", "[2]:", "[3]:"]
    assert lab.cell_outputs(1)[0]["data"]["text/plain"] == "42"
    assert lab.cell_output(2).inner_text().strip() == "done"
