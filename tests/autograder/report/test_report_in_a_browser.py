"""The page of a class report in a real browser: it keeps its own policy, and fits a narrow window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.report.page import as_html
from tests.autograder.report import test_report as sample
from tests.autograder.report.test_report import course  # noqa: F401 -- a fixture

if TYPE_CHECKING:
    from tests.autograder.feedback.graded import Course

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium, which `make system-deps` installs"),
]


def test_the_page_asks_for_nothing_runs_nothing_and_fits(course: Course, tmp_path: Path) -> None:  # noqa: F811
    """With hostile names and answers, in a light and a dark theme, wide and narrow."""
    from playwright.sync_api import sync_playwright

    sample.remember(course, "bob", sample.verdict(EVIL, "failed"), diagnosis=EVIL, reasons=(EVIL * 20,))
    course.person("bob", EVIL, EVIL, EVIL)
    path = tmp_path / "report.html"
    path.write_text(as_html(sample.report(course)), encoding="utf-8")
    seen: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*FLAGS])
        for theme, width in (("light", 1100), ("dark", 420)):
            page = browser.new_page(color_scheme=theme, viewport={"width": width, "height": 800})
            page.on("console", lambda message: seen.append(message.text))
            page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
            page.on("request", lambda request: seen.append(request.url))
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            assert page.evaluate("document.querySelectorAll('script, img').length") == 0
        browser.close()
    assert seen == [path.as_uri()] * 2
