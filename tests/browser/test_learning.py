"""What a learner sees while learning: the lesson with its figures, and the card below a checked answer.

A picture of each stage stays in `screenshots/`: whether it looks good only a person can tell.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from course import catalog
from course.solution import solution_lines
from course.workspace import first_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Locator

    from tests.browser.conftest import LabPage

APPEARS_WITHIN = 60_000.0
PROJECT = catalog.load("project")
MISTAKE = next(each for each in PROJECT.misconceptions if "single columns" in each.name)
WRONG = [line for line in MISTAKE.text.splitlines() if not line.startswith("#")]
RIGHT = [WRONG[0], *solution_lines(PROJECT.reference.text)]
CHECK = f'from autograder import check; check("{PROJECT.id}")'
ASSIGNMENT = f"{PROJECT.module}/{PROJECT.module}.ipynb"
PHOTOGRAPHED = "figures.projection("

LEGIBILITY = Path(__file__).with_name("legibility.js").read_text(encoding="utf-8")
CELLS = "() => window.openNotebook.content.model.toJSON().cells"
IS_TRUSTED = "index => window.openNotebook.content.model.cells.get(index).trusted"
ROOM = """card => [card, ...card.querySelectorAll('*')].map(element => {
    const { borderWidth, padding, margin, fontSize } = getComputedStyle(element);
    return [element.localName, borderWidth, padding, margin, fontSize];
})"""
UNFOLD = "card => card.querySelectorAll('details').forEach(fold => { fold.open = true; })"
PICTURES = """cell => Promise.all([...cell.querySelectorAll('.jp-OutputArea img')].map(async img => {
    await img.decode();
    return [img.alt, Math.min(img.naturalWidth, img.clientWidth, img.clientHeight)];
}))"""


@pytest.fixture(scope="module")
def known_mistakes(private_environment: dict[str, str]) -> None:
    """Fill the cache that a diagnosis needs: on a busy machine the first failed check would not wait for it."""
    command = [sys.executable, "-m", "autograder.known", str(PROJECT.path), "0"]
    subprocess.run(command, env=private_environment, check=True)


@pytest.fixture
def learner(lab: LabPage) -> LabPage:
    """JupyterLab as a learner has it open, tall enough for a whole card."""
    lab.page.set_viewport_size({"width": 1400, "height": 1500})
    lab.visit("/lab")
    return lab


@pytest.fixture
def dark(learner: LabPage) -> Iterator[LabPage]:
    """The same in the dark theme; JupyterLab keeps a theme, so the light one is put back."""
    learner.use_theme("JupyterLab Dark")
    yield learner
    learner.use_theme("JupyterLab Light")


def described(outputs: Sequence[dict[str, Any]]) -> list[str]:
    """Return the descriptions that figures among a cell's outputs carry as plain text."""
    texts = ["".join(output.get("data", {}).get("text/plain", "")) for output in outputs]
    return [text.removeprefix("[figure] ") for text in texts if text.startswith("[figure] ")]


def places(lab: LabPage) -> dict[str, int]:
    """Return where each cell that nbgrader knows stands in the open notebook, by its grade id."""
    cells = enumerate(lab.page.evaluate(CELLS))
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: n for n, cell in cells if "nbgrader" in cell["metadata"]
    }


def rewrite(lab: LabPage, index: int, lines: Sequence[str]) -> None:
    """Type a new text into a cell; the editor indents by itself."""
    lab.cell(index).locator(".cm-content").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("\n".join(line.strip() for line in lines))
    assert lab.page.evaluate(CELLS)[index]["source"] == "\n".join(lines)


def run(lab: LabPage, index: int, count: int) -> None:
    """Press Shift-Enter in a cell and wait until it is the `count`-th that the kernel has run."""
    lab.cell(index).locator(".cm-content").click()
    lab.page.keyboard.press("Shift+Enter")
    prompt = lab.cell(index).locator(".jp-InputPrompt", has_text=f"[{count}]:")
    prompt.wait_for(timeout=APPEARS_WITHIN)


def card(lab: LabPage, index: int, headline: str) -> Locator:
    """Return the card below a cell as soon as it says `headline`."""
    found = lab.cell(index).locator(".jp-OutputArea section", has_text=headline)
    found.wait_for(timeout=APPEARS_WITHIN)
    return found


def hard_to_read(part: Locator) -> list[str]:
    """Return what is too pale or cut off, with every fold open."""
    part.evaluate(UNFOLD)
    return part.evaluate(LEGIBILITY)


def test_the_lesson_runs_from_top_to_bottom(learner: LabPage) -> None:
    """No cell fails or complains, every figure is a picture with a description, and the slider redraws."""
    learner.open_notebook(str(first_notebook(learner.directory)))
    learner.run_all()
    cells = learner.page.evaluate(CELLS)
    assert_ran_quietly([cell for cell in cells if cell["cell_type"] == "code"])
    photograph(learner, 0, "lesson-opening")

    for index, cell in enumerate(cells):
        if "show(" in cell["source"]:
            assert_pictured(learner, index, described(cell["outputs"]))
        if PHOTOGRAPHED in cell["source"]:
            photograph(learner, index - 1, "lesson-figure")
    (with_slider,) = (index for index, cell in enumerate(cells) if "slider(" in cell["source"])
    assert_slider_redraws(learner, with_slider)


def assert_ran_quietly(cells: Sequence[dict[str, Any]]) -> None:
    """Every cell ran, in order; none raised, warned, or left a figure that only the sighted can read."""
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [each for each in outputs if each["output_type"] == "error" or each.get("name") == "stderr"] == []
    assert [each for each in outputs if "image/png" in each.get("data", {})] == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))


def assert_pictured(lab: LabPage, index: int, descriptions: Sequence[str]) -> None:
    """Every `show` of a cell became a picture with its description, and no picture lacks one or is empty."""
    pictures = lab.cell(index).evaluate(PICTURES)
    assert len(descriptions) == lab.page.evaluate(CELLS)[index]["source"].count("show(")
    assert [alt for alt, _ in pictures][: len(descriptions)] == descriptions
    assert [alt for alt, size in pictures if not alt or not size] == []


def photograph(lab: LabPage, index: int, name: str) -> None:
    """Leave a picture of the notebook from one cell on."""
    lab.cell(index).evaluate("cell => cell.scrollIntoView()")
    lab.picture(name, lab.page.locator(".jp-NotebookPanel:visible"))


def assert_slider_redraws(lab: LabPage, index: int) -> None:
    """One step to the right replaces the picture below the slider by another one."""
    picture = lab.cell(index).locator(".widget-output img")
    before = picture.get_attribute("alt")
    lab.cell(index).locator(".widget-slider .noUi-handle").press("ArrowRight")
    after = lab.cell(index).locator(f".widget-output img:not([alt='{before}'])")
    after.wait_for(timeout=APPEARS_WITHIN)


@pytest.mark.usefixtures("known_mistakes")
def test_a_wrong_answer_is_explained_and_a_right_one_passes(learner: LabPage) -> None:
    """The card names the mistake and its remedy; after the mend it says why the answer works, and another way."""
    learner.open_notebook(ASSIGNMENT)
    at = places(learner)
    run(learner, at["project-setup-1"], 1)

    rewrite(learner, at["project-answer"], WRONG)
    run(learner, at["project-answer"], 2)
    run(learner, at["project"], 3)
    wrong = card(learner, at["project"], "Not yet")
    learner.picture("card-wrong-light", wrong)
    assert f"Probable cause: {MISTAKE.name}" in wrong.inner_text()
    assert hard_to_read(wrong) == []

    rewrite(learner, at["project-answer"], RIGHT)
    run(learner, at["project-answer"], 4)
    run(learner, at["project"], 5)
    passed = card(learner, at["project"], "Passed")
    passed.locator("mjx-container").first.wait_for(timeout=APPEARS_WITHIN)
    learner.picture("card-pass-light", passed)
    assert f"{PROJECT.points} of {PROJECT.points} points" in passed.inner_text()
    passed.get_by_text("A different way: ").click()
    assert passed.locator("details pre").is_visible()
    learner.picture("card-pass-different-way", passed)
    assert hard_to_read(passed) == []


@pytest.mark.usefixtures("known_mistakes")
def test_a_saved_card_says_the_same_in_an_untrusted_copy(dark: LabPage) -> None:
    """In the dark theme a card is dark; a copy from elsewhere is light and legible, with the same lines and gaps."""
    path = dark.write_notebook("mine.ipynb", PROJECT.setup, "\n".join(WRONG), CHECK)
    dark.open_notebook(path)
    dark.run_all()
    own = card(dark, 2, "Not yet")
    dark.picture("card-wrong-dark", own)
    facts, room = own.inner_text(), own.evaluate(ROOM)
    assert MISTAKE.name in facts
    assert hard_to_read(own) == []
    dark.save()

    dark.visit("/lab")  # or the open card's styles would reach the copy's card, too
    dark.use_theme("JupyterLab Dark")
    dark.open_notebook(unsigned_copy(dark.directory, path))
    received = card(dark, 2, "Not yet")
    dark.picture("card-unsigned-dark", received)
    assert dark.page.evaluate(IS_TRUSTED, 2) is False
    assert dark.cell(2).locator(".jp-OutputArea style").count() == 0
    assert received.inner_text() == facts
    assert received.evaluate(ROOM) == room
    assert hard_to_read(received) == []


def unsigned_copy(directory: Path, path: str) -> str:
    """Copy a notebook as if it came from elsewhere: Jupyter signs contents, so the copy's must differ."""
    notebook = json.loads((directory / path).read_text(encoding="utf-8"))
    notebook["metadata"]["title"] = "Received"
    (directory / "received.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return "received.ipynb"
