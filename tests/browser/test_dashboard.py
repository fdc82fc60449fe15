"""What a learner sees of their progress: the page, its tab in JupyterLab, a notebook's output, and paper.

Pictures of simulated learners in the whole course stay in `screenshots/`, light and dark, wide and narrow.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from course.dashboard import board
from course.overview import overview_of
from tests.browser.conftest import SCREENSHOTS
from tests.learners.make import expected, write_log
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import LabPage

COURSE = whole_course()
APPEARS_WITHIN = 60_000.0
WIDE, NARROW = 1400, 420
LEGIBILITY = Path(__file__).with_name("legibility.js").read_text(encoding="utf-8")
UNFOLD = "root => root.querySelectorAll('details').forEach(fold => { fold.open = true; })"
SERVER = board.Server("/post", "/export", "token")
SVG_CONTRAST = """root => {
    const luminance = colour => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = getComputedStyle(root.querySelector('.card')).backgroundColor;
    return [...root.querySelectorAll('svg text')].map(text => {
        const [low, high] = [getComputedStyle(text).fill, ground].map(luminance).sort((a, b) => a - b);
        return [(high + 0.05) / (low + 0.05), text.textContent];
    }).filter(([ratio]) => ratio < 4.5);
}"""
IN_SIGHT = "node => node.getBoundingClientRect().top > 0 && node.getBoundingClientRect().bottom < innerHeight"
FOCUS = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return [at.localName, at.textContent.trim().slice(0, 40), style.outlineStyle, box.width * box.height];
}"""


def html_of(name: str, **options: Any) -> str:
    """Return the page of a simulated learner in the whole course."""
    found = overview_of(COURSE, simulated(name, COURSE.tasks), NOW)
    return board.page(found, lambda task: f"/lab/tree/{task.module}.ipynb", server=SERVER, **options)


@pytest.fixture
def blank(chromium: Browser) -> Iterator[Page]:
    """A page without any server."""
    context = chromium.new_context(viewport={"width": WIDE, "height": 1000})
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    yield page
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", ["steady", "beginner", "instructor_graded"])
def test_the_page_is_legible_in_both_themes_and_at_any_width(
    blank: Page, name: str, width: int, theme: str
) -> None:
    """Every text has contrast, folds included, nothing is cut off, and the page never scrolls sideways."""
    blank.set_viewport_size({"width": width, "height": 1000})
    blank.set_content(html_of(name, theme=theme))
    blank.screenshot(path=SCREENSHOTS / f"progress-{name}-{width}-{theme}.png", full_page=True)
    body = blank.locator("body")
    body.evaluate(UNFOLD)

    hidden_on_purpose = re.compile("To the progress")
    assert [line for line in body.evaluate(LEGIBILITY) if not hidden_on_purpose.search(line)] == []
    assert body.evaluate(SVG_CONTRAST) == []
    assert blank.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_theme_the_page_follows_the_system(blank: Page) -> None:
    """A dark desktop gets a dark page."""
    blank.set_content(html_of("beginner"))
    grounds = []
    for scheme in ("light", "dark"):
        blank.emulate_media(color_scheme=scheme)
        grounds.append(blank.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert grounds == ["rgb(245, 247, 250)", "rgb(17, 20, 24)"]


def test_everything_is_reached_with_the_keyboard_and_seen(blank: Page) -> None:
    """Tab goes through every control from top to bottom, each with a visible ring; Enter unfolds."""
    blank.set_content(html_of("steady"))
    controls = "a[href], summary, button, input:not([type=hidden]), select, [tabindex='0']"
    count = blank.evaluate(
        "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length",
        controls,
    )
    seen = []
    for _ in range(count):
        blank.keyboard.press("Tab")
        seen.append(blank.evaluate(FOCUS))

    assert [at for at in seen if at is None or at[2] == "none" or at[3] < 20] == []
    assert seen[0][1] == "To the progress"
    blank.locator("summary").first.focus()
    blank.keyboard.press("Enter")
    assert blank.locator("details").first.get_attribute("open") is not None


@pytest.mark.parametrize("name", [*LEARNERS, "finished"])
def test_the_evidence_prints_on_two_pages_at_most(blank: Page, name: str) -> None:
    """Also for somebody who finished everything, the longest there can be."""
    found = overview_of(COURSE, simulated(name, COURSE.tasks), NOW)
    blank.set_content(board.printed(found))
    if name == "instructor_graded":
        blank.emulate_media(media="print")
        blank.screenshot(path=SCREENSHOTS / "progress-print.png", full_page=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", blank.pdf(prefer_css_page_size=True)))

    assert 1 <= pages <= 2


@pytest.fixture
def learner(lab: LabPage, private_environment: dict[str, str]) -> Iterator[LabPage]:
    """JupyterLab on the workspace of somebody who began two weeks ago."""
    home = Path(private_environment["MLE_COURSE_HOME"])
    for path in home.glob("log/*.jsonl"):
        path.unlink()
    written = write_log("beginner", home)
    lab.page.set_viewport_size({"width": 1400, "height": 1900})
    lab.visit("/lab")
    yield lab
    written.unlink(missing_ok=True)


def test_the_launcher_opens_the_page_beside_the_notebooks(learner: LabPage) -> None:
    """One click shows it, in JupyterLab's theme; its button opens the exercise, in sight, in a tab."""
    learner.page.set_viewport_size({"width": 1400, "height": 1000})
    learner.use_theme("JupyterLab Dark")
    learner.page.evaluate("() => window.jupyterapp.commands.execute('launcher:create')")
    learner.page.locator(".jp-LauncherCard:visible", has_text="My progress").click()
    frame = learner.page.frame_locator('iframe[title="My progress"]')
    frame.get_by_role("heading", name="My progress").wait_for(timeout=APPEARS_WITHIN)
    learner.picture("progress-tab-dark")
    assert frame.locator("html").get_attribute("data-theme") == "dark"

    step = expected("beginner").next
    assert step is not None
    frame.get_by_role("link", name=f"Continue: {step.task.label}").click()
    heading = learner.page.locator(".jp-NotebookPanel:visible h2", has_text=step.task.title)
    heading.wait_for(timeout=APPEARS_WITHIN)
    learner.page.wait_for_function(IN_SIGHT, arg=heading.element_handle(), timeout=APPEARS_WITHIN)
    learner.picture("progress-continued")
    learner.use_theme("JupyterLab Light")


def test_a_form_of_the_page_works_inside_the_tab(learner: LabPage) -> None:
    """A tick is kept, and the page that follows says so."""
    learner.page.evaluate("() => window.jupyterapp.commands.execute('mle-course:progress')")
    frame = learner.page.frame_locator('iframe[title="My progress"]')
    frame.get_by_label("Has a first degree").check(timeout=APPEARS_WITHIN)
    frame.get_by_role("button", name="Save what life outside adds to Entry").click()

    frame.get_by_text("Saved what life outside adds to Entry.").wait_for(timeout=APPEARS_WITHIN)
    assert frame.get_by_label("Has a first degree").is_checked()


def test_a_notebook_shows_the_dashboard_also_where_it_is_not_trusted(learner: LabPage) -> None:
    """The output of `progress()` keeps its words and its look in an unsigned copy, in both themes."""
    path = learner.write_notebook("mine.ipynb", "from course import progress; progress()")
    learner.open_notebook(path)
    learner.run_all()
    own = learner.cell_output(0)
    own.get_by_role("heading", name="My progress").wait_for(timeout=APPEARS_WITHIN)
    facts = own.inner_text()
    learner.picture("progress-notebook-light", own)
    assert expected("beginner").summary in facts
    assert own.evaluate(LEGIBILITY) == []
    learner.save()

    notebook = json.loads((learner.directory / path).read_text(encoding="utf-8"))
    notebook["metadata"]["title"] = "Received"
    (learner.directory / "received.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    learner.visit("/lab")
    learner.use_theme("JupyterLab Dark")
    learner.open_notebook("received.ipynb")
    received = learner.cell_output(0)
    received.get_by_role("heading", name="My progress").wait_for(timeout=APPEARS_WITHIN)
    learner.picture("progress-notebook-untrusted-dark", received)
    learner.use_theme("JupyterLab Light")

    assert learner.page.evaluate("() => window.openNotebook.content.model.cells.get(0).trusted") is False
    assert received.inner_text() == facts
    assert received.evaluate(LEGIBILITY) == []
    assert received.locator("img").evaluate("img => img.naturalWidth > 100 && img.alt.length > 20")
