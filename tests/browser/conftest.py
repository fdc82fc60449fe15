"""A real JupyterLab in a real browser, started the way `make lab` starts it.

`lab` is a page of a fresh browser context with the steps that a learner takes. When its test ends, the
page must have shown no console error and asked no other machine for anything. A picture of each test stays in
`screenshots/`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.chromium import IN_BROWSER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Route

SCREENSHOTS = Path(__file__).parent / "screenshots"
START_WITHIN = 60_000.0
CELLS_WITHIN = 60_000.0

OPEN = """async path => {
    const { commands } = window.jupyterapp;
    const panel = await commands.execute('docmanager:open', { path });
    await panel.context.ready;
    await panel.revealed;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    window.openNotebook = panel;
}"""
RUN_ALL = "async () => window.jupyterapp.commands.execute('notebook:run-all-cells')"
CELLS = "() => window.openNotebook.content.model.toJSON().cells"
TORN_DOWN_TWICE = "Failed to execute 'removeChild' on 'Node'"
"""What JupyterLab itself raises now and then, where it closes a view that is gone already."""
SHUT_DOWN = "async () => window.jupyterapp.serviceManager.sessions.shutdownAll()"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, keep them on one worker, and leave them out by name if need be."""
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        for mark in IN_BROWSER:
            item.add_marker(mark)


@dataclass
class LabPage:
    """One page of JupyterLab, and what a learner does and sees in it."""

    page: Page
    address: str
    first_page: str
    token: str
    directory: Path
    """The workspace on disk."""
    console_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)

    def visit(self, path: str) -> None:
        """Open a path below the server's address as on a first visit, and wait until JupyterLab is ready."""
        self.page.goto(f"{self.address}{path}?token={self.token}&reset")
        self.page.wait_for_function("() => window.jupyterapp?.restored", timeout=START_WITHIN)
        self.page.evaluate("async () => window.jupyterapp.restored")

    def write_notebook(self, name: str, *cells: str) -> str:
        """Put a notebook of code cells into the workspace; return its path there."""
        import nbformat

        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in cells])
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        nbformat.write(notebook, self.directory / name)
        return name

    def open_notebook(self, path: str) -> None:
        """Open a notebook of the workspace and wait until its kernel answers."""
        self.page.evaluate(OPEN, path)

    def run_all(self) -> None:
        """Run all cells, and wait until each code cell shows that it has been run.

        A cell that raises ends the run, as it does for a learner: what follows it stays without a prompt.
        """
        self.page.set_default_timeout(CELLS_WITHIN)
        self.page.evaluate(RUN_ALL)

    def cell_outputs(self, index: int) -> list[dict[str, Any]]:
        """Return the outputs of a cell as the notebook file would hold them."""
        return self.page.evaluate(CELLS)[index]["outputs"]

    def cell(self, index: int) -> Locator:
        """Scroll to a cell and return what the page shows of it."""
        self.page.evaluate("async index => window.openNotebook.content.scrollToItem(index)", index)
        cell = self.page.locator(f'.jp-NotebookPanel:visible [data-windowed-list-index="{index}"]')
        cell.wait_for()
        return cell

    def cell_output(self, index: int) -> Locator:
        """Return what the page shows below a cell."""
        return self.cell(index).locator(".jp-OutputArea-child").first

    def prompt(self, index: int) -> str:
        """Return the prompt of a code cell, such as `[3]:`."""
        return self.cell(index).locator(".jp-InputPrompt").inner_text()

    def save(self) -> None:
        """Save the open notebook, as Ctrl-S does."""
        self.page.evaluate("async () => window.jupyterapp.commands.execute('docmanager:save')")

    def use_theme(self, name: str) -> None:
        """Switch to `JupyterLab Light` or `JupyterLab Dark`."""
        self.page.evaluate(
            "async theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", name
        )
        self.page.wait_for_function("name => document.body.dataset.jpThemeName === name", arg=name)

    def picture(self, name: str, of: Locator | None = None) -> Path:
        """Leave a screenshot of the page, or of a part of it, to look at; return where."""
        path = SCREENSHOTS / f"{name}.png"
        (of or self.page).screenshot(path=path)
        return path

    def watch(self) -> None:
        """Keep the page on this machine, and note what it complains about."""
        self.page.route("**/*", self._local_only)
        self.page.on("console", self._note)
        self.page.on("pageerror", self._raised)

    def _raised(self, error: Error) -> None:
        if TORN_DOWN_TWICE not in str(error) or "mle-course" in (error.stack or ""):
            self.console_errors.append(str(error))

    def _local_only(self, route: Route) -> None:
        if urlsplit(route.request.url).hostname == urlsplit(self.address).hostname:
            route.continue_()
        else:
            self.foreign_requests.append(route.request.url)
            route.abort()

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location})")


@pytest.fixture(scope="session")
def lab_server(
    run_lab: Callable[..., AbstractContextManager[Any]],
    private_environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Any]:
    """JupyterLab on a new workspace, with its application object within a test's reach."""
    config = Path(private_environment["JUPYTER_CONFIG_DIR"])
    config.mkdir(parents=True, exist_ok=True)
    settings = {"LabApp": {"expose_app_in_browser": True}}
    (config / "jupyter_lab_config.json").write_text(json.dumps(settings))
    with run_lab(tmp_path_factory.mktemp("browser") / "my workspace") as server:
        yield server


@pytest.fixture
def lab(chromium: Browser, lab_server: Any, request: pytest.FixtureRequest) -> Iterator[LabPage]:
    """A fresh page, not yet opened; at the end it must have been quiet, and its kernels are shut down."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, device_scale_factor=1.5)
    server = lab_server
    opened = LabPage(context.new_page(), server.address, server.page, server.token, server.directory)
    opened.watch()
    yield opened
    opened.picture(re.sub(r"\W+", "-", request.node.name))
    complaints = [*opened.foreign_requests, *opened.console_errors]  # shutting kernels down adds some
    if opened.page.url != "about:blank":
        opened.page.evaluate(SHUT_DOWN)
    context.close()
    assert complaints == []
