"""An update between two sittings: the learner's work is still there, and so is the course's news."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from course import catalog
from course.marker import read_marker, write_marker
from course.solution import solution_lines
from course.trust import sign

if TYPE_CHECKING:
    from tests.browser.conftest import LabPage

ROOT = Path(__file__).parents[2]
PROJECT = catalog.load("project")
NAME = f"{PROJECT.module}/{PROJECT.module}.ipynb"
STATEMENT, ANSWER, CHECK = f"{PROJECT.id}-statement-1", f"{PROJECT.id}-answer", PROJECT.id
OLD_WORDS = "What an earlier version of the course said here."
MY_NOTE = "# a note of mine, in a cell of mine"
APPEARS_WITHIN = 60_000.0
CELLS = "() => window.openNotebook.content.model.toJSON().cells"
IS_TRUSTED = "index => window.openNotebook.content.model.cells.get(index).trusted"


@pytest.fixture
def earlier(lab: LabPage) -> LabPage:
    """JupyterLab on a workspace from an earlier version of the course, in which one statement read differently."""
    path = lab.directory / NAME
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][index_of(notebook["cells"], STATEMENT)]["source"] = [OLD_WORDS]
    content = json.dumps(notebook, indent=1).encode()
    path.write_bytes(content)
    sign([content])
    marker = read_marker(lab.directory)
    marker.note(NAME, content)
    write_marker(lab.directory, marker)
    return lab


def index_of(cells: list[dict[str, Any]], name: str) -> int:
    """Return where the cell with nbgrader's name stands."""
    return next(
        n for n, cell in enumerate(cells) if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def course(environment: dict[str, str], *words: str) -> str:
    """Type a command of the course in a terminal; return what it printed."""
    command = [sys.executable, "-m", "course", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_an_update_brings_the_news_and_keeps_the_work(
    earlier: LabPage, private_environment: dict[str, str]
) -> None:
    """Answer, card and own cell are still there, trusted, below the new statement; a reset brings the starter back."""
    environment = {**private_environment, "PYTHONPATH": str(ROOT)}
    work(earlier)

    printed = course(environment, "update", str(earlier.directory))
    assert "merged" in printed
    assert "1 answer" in printed

    cells = reopened(earlier)
    assert OLD_WORDS not in "".join(cell["source"] for cell in cells)
    answer, check = index_of(cells, ANSWER), index_of(cells, CHECK)
    assert "\n".join(solution_lines(PROJECT.reference.text)) in cells[answer]["source"]
    assert [cell["source"] for cell in cells].count(MY_NOTE) == 1
    assert earlier.page.evaluate(IS_TRUSTED, check) is True
    shown = earlier.cell(check).locator(".jp-OutputArea section", has_text="Passed")
    shown.wait_for(timeout=APPEARS_WITHIN)
    earlier.picture("after-update")

    assert "starter again" in course(environment, "reset", PROJECT.id, "--workspace", str(earlier.directory))
    cells = reopened(earlier)
    assert "NotImplementedError" in cells[index_of(cells, ANSWER)]["source"]
    assert cells[index_of(cells, CHECK)]["outputs"] == []
    assert [cell["source"] for cell in cells].count(MY_NOTE) == 1


def work(lab: LabPage) -> None:
    """Answer the exercise, check it, add a cell, and save."""
    lab.visit("/lab")
    lab.open_notebook(NAME)
    cells = lab.page.evaluate(CELLS)
    setup, answer, check = (index_of(cells, name) for name in (f"{PROJECT.id}-setup-1", ANSWER, CHECK))
    head = cells[answer]["source"].splitlines()[0]
    run(lab, setup, 1)
    type_into(lab, answer, [head, *solution_lines(PROJECT.reference.text)])
    run(lab, answer, 2)
    run(lab, check, 3)
    lab.page.evaluate("async () => window.jupyterapp.commands.execute('notebook:insert-cell-below')")
    type_into(lab, lab.page.evaluate("() => window.openNotebook.content.activeCellIndex"), [MY_NOTE])
    lab.save()


def reopened(lab: LabPage) -> list[dict[str, Any]]:
    """Open the notebook as on another day; return its cells."""
    lab.page.evaluate("async () => window.jupyterapp.serviceManager.sessions.shutdownAll()")
    lab.visit("/lab")
    lab.open_notebook(NAME)
    return lab.page.evaluate(CELLS)


def type_into(lab: LabPage, index: int, lines: list[str]) -> None:
    """Type a new text into a cell; the editor indents by itself."""
    lab.cell(index).locator(".cm-content").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("\n".join(line.strip() for line in lines))
    assert lab.page.evaluate(CELLS)[index]["source"] == "\n".join(lines)


def run(lab: LabPage, index: int, count: int) -> None:
    """Run a cell and wait until it is the `count`-th that the kernel has run."""
    lab.cell(index).locator(".cm-content").click()
    lab.page.keyboard.press("Shift+Enter")
    lab.cell(index).locator(".jp-InputPrompt", has_text=f"[{count}]:").wait_for(timeout=APPEARS_WITHIN)
