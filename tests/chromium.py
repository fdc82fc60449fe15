"""The browser of the tests: one Chromium for all that need one, on one worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_CHROMIUM = Path("/usr/bin/chromium")
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-sync", "--disable-background-networking", "--disable-component-update"),
    "--disable-dev-shm-usage",
)

IN_BROWSER = (
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not _CHROMIUM.exists(), reason="needs Chromium, which `make system-deps` installs"),
)
"""Marks of every test that asks for `chromium`."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this session; every test gets a fresh context of it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=[*_FLAGS])
        yield browser
        browser.close()
