"""Starts JupyterLab on a workspace, so that a learner meets the notebooks and nothing else.

The server runs in the foreground and ends with Ctrl-C. It listens on this machine alone, asks no update
server, and remembers the layout of its tabs in the workspace, apart from other projects'.

`lab_settings/` holds what JupyterLab is told, and reaches it as a configuration folder: no news, Markdown
opens as a page, no menus of nbgrader where that is installed. So a checkout behaves like an installation.
`overrides.json` is installed among JupyterLab's own settings, for those who start JupyterLab by themselves.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from course.errors import WorkspaceError
from course.workspace import WELCOME, first_notebook

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
USUAL_PORTS = range(8888, 8938)
LAYOUT = ".jupyter/layout"
SETTINGS = Path(__file__).parent / "lab_settings"


@dataclass(frozen=True, slots=True)
class Manner:
    """What JupyterLab shows, and where it keeps that."""

    page: str = ""
    """Path below the server's root that opens first; empty for the workspace's own."""
    settings: Path = SETTINGS
    layout: str = LAYOUT
    """Folder for the layout of tabs, relative to the server's root."""


LEARNERS = Manner()


@dataclass(frozen=True, slots=True)
class Session:
    """A JupyterLab that is about to start."""

    directory: Path
    port: int
    token: str
    page: str
    """Path below the server's root that opens first."""
    manner: Manner = LEARNERS

    @property
    def url(self) -> str:
        """The address for a browser, token included."""
        return f"http://{HOST}:{self.port}{self.page}{'&' if '?' in self.page else '?'}token={self.token}"


def start(
    directory: Path,
    port: int | None = None,
    *,
    browser: bool = True,
    announce: Callable[[str], None] = print,
    manner: Manner = LEARNERS,
) -> int:
    """Run JupyterLab on a folder until it ends; return its exit code.

    Without `port` the first free one from 8888 on is taken, and another when somebody else gets there first.
    `announce` is told the address before the server starts. Raises `WorkspaceError` where `port`, or every
    usual port, is taken.
    """
    while True:
        page = manner.page or first_page(directory)
        session = Session(directory, _port(port), secrets.token_hex(24), page, manner)
        announce(session.url)
        code = _run(command(session, browser=browser), session)
        if code == 0 or _is_free(session.port):
            return code


def command(session: Session, *, browser: bool) -> list[str]:
    """Return the server's command line."""
    options = {
        "ServerApp.ip": HOST,
        "ServerApp.port": session.port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": session.directory,
        "ServerApp.open_browser": browser,
        "ServerApp.answer_yes": True,
        "ServerApp.allow_root": _is_root(),
        "Application.log_level": "WARN",
        "LabApp.default_url": session.page,
        "LabApp.workspaces_dir": session.directory / session.manner.layout,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    }
    return [sys.executable, "-m", "jupyter", "lab", *(f"--{name}={value}" for name, value in options.items())]


def _port(wanted: int | None) -> int:
    if wanted is not None:
        if not _is_free(wanted):
            raise WorkspaceError(
                f"Port {wanted} is taken or not allowed; expected a free one. "
                "Leave --port out to take the first that is free."
            )
        return wanted
    free = next(filter(_is_free, USUAL_PORTS), None)
    if free is None:
        first, last = USUAL_PORTS[0], USUAL_PORTS[-1]
        raise WorkspaceError(
            f"All ports from {first} to {last} are taken. Name a free one:  course lab --port PORT"
        )
    return free


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
        return True


def first_page(directory: Path) -> str:
    """Return the path that a browser opens: the page that says what is next, beside what was open before.

    Without that page the first notebook, and once there is a layout, that layout.
    """
    if (directory / WELCOME).is_file():
        return f"/lab/tree/{WELCOME}"
    notebook = first_notebook(directory)
    if notebook is None or (directory / LAYOUT).is_dir():
        return "/lab"
    return f"/lab/tree/{quote(notebook.as_posix())}"


def _is_root() -> bool:
    """Whether Jupyter would refuse to run unless it is told that this is meant, as in a container."""
    return getattr(os, "geteuid", lambda: -1)() == 0


def _run(arguments: list[str], session: Session) -> int:
    """Run the server in the foreground; Ctrl-C reaches it directly, and a request to end is passed on."""
    server = subprocess.Popen(arguments, cwd=session.directory, env=_environment(session))
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:
            continue


def _environment(session: Session) -> dict[str, str]:
    """Return the server's environment: the token, and our commands first on its terminals' PATH."""
    return {
        **os.environ,
        "JUPYTER_TOKEN": session.token,
        "JUPYTER_CONFIG_PATH": _with_first(session.manner.settings, "JUPYTER_CONFIG_PATH"),
        "PATH": _with_first(sysconfig.get_path("scripts"), "PATH"),
    }


def _with_first(folder: str | Path, variable: str) -> str:
    """Return a search path from the environment with a folder of ours put first."""
    return os.pathsep.join(filter(None, (str(folder), os.environ.get(variable))))
