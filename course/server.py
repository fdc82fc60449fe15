"""A Jupyter server extension: the progress page, and what its forms ask for.

    GET  /mle-course/progress            the page; `?theme=dark` or `light` instead of the system's theme
    POST /mle-course/progress            goal, ticks, import, delete; then back to the page
    GET  /mle-course/export?format=…     json, csv, or html for print

Everything asks for the server's token or password, forms carry its XSRF cookie, and no answer allows a
script. The extension also tells JupyterLab where to find `lab_extension`, which puts the page into the
launcher.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course import catalog, settings, workspace
from course.backup import delete_all
from course.dashboard import board
from course.dashboard.output import heading_of, notebook_of
from course.errors import CourseError, WorkspaceError
from course.exports import csv_text, json_text
from course.merge import import_content
from course.overview import read_overview
from course.reviews import make_review
from course.skills import read_levels

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_server.serverapp import ServerApp

    from course.overview import Overview
    from course.syllabus import Task

PAGE, EXPORT = "mle-course/progress", "mle-course/export"
LAB_EXTENSION = Path(__file__).with_name("lab_extension")
THEMES = ("light", "dark")
_FILES: dict[str, tuple[Callable[[Overview], str], str, str]] = {
    "json": (json_text, "application/json", 'attachment; filename="progress.json"'),
    "csv": (csv_text, "text/csv", 'attachment; filename="progress.csv"'),
    "html": (board.printed, "text/html", "inline"),
}
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'self'"
)


class _Handler(JupyterHandler):
    @property
    def content_security_policy(self) -> str:
        """Allow our own styles and nothing else."""
        return f"{_POLICY}; base-uri 'none'"

    def address(self, path: str) -> str:
        """Return a path below the server's."""
        return url_path_join(self.base_url, path)

    def write_text(self, text: str, kind: str) -> None:
        """Answer with a text of today, not with a cached one."""
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(text)


class ProgressHandler(_Handler):
    """The page and its forms."""

    said: ClassVar[dict[str, str]] = {}
    """Messages that the next page shows once, by a random key."""

    @web.authenticated
    def get(self) -> None:
        """Show the page."""
        theme = self.get_query_argument("theme", "")
        server = board.Server(self.address(PAGE), self.address(EXPORT), self.xsrf_token.decode())
        text = board.page(
            read_overview(),
            self._link(),
            server=server,
            theme=theme if theme in THEMES else "",
            message=self.said.pop(self.get_query_argument("said", ""), ""),
        )
        self.write_text(text, "text/html")

    @web.authenticated
    def post(self) -> None:
        """Do what a form asks for, and return to the page."""
        actions: dict[str, Callable[[], str | None]] = {
            "goal": self._goal,
            "outside": self._outside,
            "import": self._import,
            "delete": self._delete,
            "review": self._review,
        }
        action = actions.get(self.get_body_argument("action", ""))
        if action is None:
            raise web.HTTPError(400, "There is no such form on the progress page.")
        try:
            message = action()
        except (CourseError, OSError) as error:
            message = str(error)
        if message is not None:
            self._back(message)

    def _goal(self) -> str:
        value = self.get_body_argument("value", "")
        settings.set_goal(int(value) if value.isdecimal() else None)
        return "Your goal is set." if value else "You have no goal now."

    def _outside(self) -> str:
        ticked = set(self.get_body_arguments("ticked"))
        name = self.get_body_argument("level", "")
        level = next((level for level in read_levels() if level.id == name), None)
        if level is None:
            raise web.HTTPError(400, "There is no such level.")
        before = next(of.outside for of in read_overview().levels if of.level.id == name)
        for skill in level.outside:
            if before[skill] != (skill in ticked):
                settings.tick(skill, value=skill in ticked)
        return f"Saved what life outside adds to {level.title}."

    def _import(self) -> str:
        files = self.request.files.get("file", [])
        if not files:
            return "No file was chosen: choose one, then press Import."
        done = import_content(files[0]["body"], files[0]["filename"])
        kept = f" The log as it was: {done.backup}" if done.backup else ""
        return f"{done.found} records found, {done.new} of them new.{kept}"

    def _review(self) -> None:
        """Make a notebook for a review, and open it in JupyterLab."""
        root = workspace.locate(self.top)
        if root is None:
            raise WorkspaceError("JupyterLab does not run in a workspace. Open yours with:  course lab")
        exercise, overview = catalog.load(self.get_body_argument("exercise", "")), read_overview()
        made = make_review(root, exercise, overview.records, overview.now.date())
        self.redirect(self._lab(made), status=303)

    def _delete(self) -> str:
        if self.get_body_argument("sure", "") != "yes":
            return "Nothing was deleted: tick that you are sure."
        backup = delete_all()
        return f"Deleted. The backup is {backup}" if backup else "There was nothing to delete."

    def _back(self, message: str) -> None:
        key = secrets.token_hex(8)
        self.said[key] = message
        theme = self.get_body_argument("theme", "")
        themed = f"&theme={theme}" if theme in THEMES else ""
        self.redirect(f"{self.address(PAGE)}?said={key}{themed}", status=303)

    @property
    def top(self) -> Path:
        """The folder that the server serves."""
        return Path(self.settings.get("server_root_dir", "."))

    def _lab(self, file: Path) -> str:
        """Return the address at which JupyterLab opens a file that the server serves."""
        path = file.relative_to(self.top) if file.is_relative_to(self.top) else Path()
        return self.address(f"lab/tree/{quote(path.as_posix())}")

    def _link(self) -> Callable[[Task], str | None]:
        """Return how to reach an exercise's notebook on this server."""
        root = workspace.locate(self.top)

        def link(task: Task) -> str | None:
            file = root / notebook_of(task) if root else None
            if file is None or not file.is_file() or not file.is_relative_to(self.top):
                return None
            return f"{self._lab(file)}#{heading_of(task)}"

        return link


class ExportHandler(_Handler):
    """Files to take away."""

    @web.authenticated
    def get(self) -> None:
        """Send an export."""
        name = self.get_query_argument("format", "")
        if name not in _FILES:
            raise web.HTTPError(400, f"found the format {name!r}; expected {', '.join(_FILES)}")
        make, kind, disposition = _FILES[name]
        self.set_header("Content-Disposition", disposition)
        self.write_text(make(read_overview(datetime.now().astimezone())), kind)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.server"}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    """Add the page, and the lab extension before JupyterLab looks for extensions."""
    web_app: Any = app.web_app
    base = web_app.settings["base_url"]
    web_app.add_handlers(
        ".*$",
        [(url_path_join(base, PAGE), ProgressHandler), (url_path_join(base, EXPORT), ExportHandler)],
    )
    for lab in app.extension_manager.extension_apps.get("jupyterlab", ()):
        lab.extra_labextensions_path = [*lab.extra_labextensions_path, str(LAB_EXTENSION)]
