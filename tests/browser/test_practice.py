"""Help while working, and solving once more: the ladder of hints, and a review from its button to its pass."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course import catalog
from course.solution import solution_lines
from tests.course.progress_samples import attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Locator

    from tests.browser.conftest import LabPage

APPEARS_WITHIN = 60_000.0
PROJECT = catalog.load("project")
HEAD = PROJECT.reference.text.splitlines()[0]
RIGHT = [HEAD, *solution_lines(PROJECT.reference.text)]
CHECK = f'from autograder import check, hint, solution; check("{PROJECT.id}")'
LEGIBILITY = Path(__file__).with_name("legibility.js").read_text(encoding="utf-8")
UNFOLD = "card => card.querySelectorAll('details').forEach(fold => { fold.open = true; })"
CELLS = "() => window.openNotebook.content.model.toJSON().cells"
WIDTHS = "card => [card.scrollWidth, card.clientWidth]"


def wrong(value: int) -> str:
    """Return an answer that is wrong in a way of its own."""
    return f"{HEAD}\n    return {value}"


@pytest.fixture
def home(private_environment: dict[str, str]) -> Iterator[Path]:
    """A log in which nothing has happened."""
    folder = Path(private_environment["MLE_COURSE_HOME"]) / "log"
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.jsonl"):
        path.unlink()
    yield folder
    for path in folder.glob("*.jsonl"):
        path.unlink()


@pytest.fixture
def passed(home: Path) -> Path:
    """The log of somebody who passed the exercise long ago."""
    record = attempt(PROJECT.points, most=PROJECT.points, exercise=PROJECT.id, answer_sha="before")
    (home / "earlier.jsonl").write_text(f"{json.dumps(dict(record.data))}\n", encoding="utf-8")
    return home


def records(folder: Path) -> list[tuple[str, str]]:
    """Return the kinds of what was recorded now, each with the review that it belongs to."""
    files = [path for path in folder.glob("*.jsonl") if path.stem != "earlier"]
    lines = [json.loads(line) for path in files for line in path.read_text().splitlines()]
    return [(line["kind"], line.get("review", "")) for line in lines]


def said(lab: LabPage, index: int, text: str) -> Locator:
    """Wait for a card below a cell that says `text`; it is legible and fits, folds included."""
    card = lab.cell(index).locator(".jp-OutputArea section", has_text=text).first
    card.wait_for(timeout=APPEARS_WITHIN)
    card.evaluate(UNFOLD)
    assert card.evaluate(LEGIBILITY) == []
    return card


def run(lab: LabPage, index: int, count: int) -> None:
    """Press Shift-Enter in a cell and wait until it is the `count`-th that the kernel has run."""
    lab.cell(index).locator(".cm-content").click()
    lab.page.keyboard.press("Shift+Enter")
    prompt = lab.cell(index).locator(".jp-InputPrompt", has_text=f"[{count}]:")
    prompt.wait_for(timeout=APPEARS_WITHIN)


def rewrite(lab: LabPage, index: int, lines: Sequence[str]) -> None:
    """Type a new text into a cell; the editor indents by itself."""
    lab.cell(index).locator(".cm-content").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("\n".join(line.strip() for line in lines))
    assert lab.page.evaluate(CELLS)[index]["source"] == "\n".join(lines)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_help_comes_step_by_step(lab: LabPage, theme: str) -> None:
    """One hint at a time, a new one for a new try; the solution is shut, then opens after three of them."""
    lab.visit("/lab")
    lab.use_theme(theme)
    asks = [CHECK, "hint()", "hint()", "solution()"]
    again = [wrong(1), CHECK, "hint()", wrong(2), CHECK, "hint()", "solution()"]
    lab.open_notebook(lab.write_notebook("stuck.ipynb", PROJECT.setup, wrong(0), *asks, *again))
    lab.run_all()

    for index, text in ((3, "Hint 1 of 3"), (4, "The same hint as before"), (5, "2 to go"),
                        (8, "Hint 2 of 3"), (11, "Hint 3 of 3"), (12, "Solution ·")):  # fmt: skip
        said(lab, index, text)
    lab.picture(f"solution-{theme.split()[1].lower()}", said(lab, 12, "Solution ·"))
    lab.picture(f"hint-{theme.split()[1].lower()}", said(lab, 8, "Hint 2 of 3"))
    lab.use_theme("JupyterLab Light")


def test_a_narrow_window_loses_nothing_of_a_card(lab: LabPage) -> None:
    """Beside a wide sidebar a card wraps, and what cannot wrap scrolls inside it."""
    lab.page.set_viewport_size({"width": 640, "height": 1400})
    lab.visit("/lab")
    lab.open_notebook(lab.write_notebook("narrow.ipynb", PROJECT.setup, wrong(7), CHECK))
    lab.run_all()

    card = said(lab, 2, "Not yet")
    lab.picture("card-narrow", card)
    wide, room = card.evaluate(WIDTHS)
    assert wide <= room


def test_a_review_is_one_click_a_fresh_start_and_a_pass(lab: LabPage, passed: Path) -> None:
    """The button on the progress page opens the starter; a wrong answer loses nothing, a pass is recorded."""
    lab.visit("/lab")
    lab.page.evaluate("() => window.jupyterapp.commands.execute('mle-course:progress')")
    frame = lab.page.frame_locator('iframe[title="My progress"]')
    frame.get_by_role("button", name=f"Review {PROJECT.title}").click(timeout=APPEARS_WITHIN)
    opened = lab.page.locator(".jp-NotebookPanel:visible h1", has_text=f"Review: {PROJECT.label}")
    opened.wait_for(timeout=APPEARS_WITHIN)
    (made,) = (lab.directory / "reviews").glob("*.ipynb")
    lab.open_notebook(f"reviews/{made.name}")

    cells = lab.page.evaluate(CELLS)
    setup, answer, check = len(cells) - 3, len(cells) - 2, len(cells) - 1
    run(lab, setup, 1)
    rewrite(lab, answer, [HEAD, "    return 1"])
    run(lab, answer, 2)
    run(lab, check, 3)
    said(lab, check, "Nothing is lost")
    lab.picture("review-failed", lab.page.locator(".jp-NotebookPanel:visible"))
    rewrite(lab, answer, RIGHT)
    run(lab, answer, 4)
    run(lab, check, 5)
    said(lab, check, "Review passed")
    lab.picture("review-passed", lab.cell(check))

    day = made.name[:10]
    assert records(passed) == [("review", day), ("review", day)]
