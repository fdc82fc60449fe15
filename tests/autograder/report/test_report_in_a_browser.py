"""The page of a class report in a real browser: it keeps its own policy, and fits a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.report.page import as_html
from tests.autograder.report import test_report as sample
from tests.autograder.report.test_report import course  # noqa: F401 -- a fixture
from tests.chromium import IN_BROWSER

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.autograder.feedback.graded import Course

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
pytestmark = [*IN_BROWSER]


def test_the_page_asks_for_nothing_runs_nothing_and_fits(
    course: Course,  # noqa: F811 -- the fixture
    tmp_path: Path,
    chromium: Browser,
) -> None:
    """With hostile names and answers, in a light and a dark theme, wide and narrow."""
    sample.remember(course, "bob", sample.verdict(EVIL, "failed"), diagnosis=EVIL, reasons=(EVIL * 20,))
    course.person("bob", EVIL, EVIL, EVIL)
    path = tmp_path / "report.html"
    path.write_text(as_html(sample.report(course)), encoding="utf-8")
    seen: list[str] = []
    for theme, width in (("light", 1100), ("dark", 420)):
        page = chromium.new_page(color_scheme=theme, viewport={"width": width, "height": 800})
        page.on("console", lambda message: seen.append(message.text))
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: seen.append(request.url))
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert page.evaluate("document.querySelectorAll('script, img').length") == 0
        page.close()
    assert seen == [path.as_uri()] * 2
