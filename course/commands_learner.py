"""The learner's commands that make and open a workspace; `course.cli` joins them to the others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from course import lab as jupyterlab
from course import workspace

learner = typer.Typer()

Folder = Annotated[
    Path | None,
    typer.Argument(help="The workspace; by default the one around you, else one of the course's choosing."),
]
Port = Annotated[
    int | None, typer.Option(help="Port for JupyterLab; by default the first free one from 8888 on.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address and open no browser.")]


@learner.command()
def init(directory: Folder = None) -> None:
    """Make a workspace, or bring what you have not touched in it up to date."""
    report = _prepare(directory)
    print(f"Open it with:  course lab{_named(directory, report.directory)}")


@learner.command()
def lab(directory: Folder = None, port: Port = None, no_browser: NoBrowser = False) -> None:
    """Open JupyterLab on your workspace (made if need be)."""
    report = _prepare(directory)
    raise typer.Exit(jupyterlab.start(report.directory, port, browser=not no_browser, announce=_announce))


def _prepare(directory: Path | None) -> workspace.Report:
    report = workspace.init(directory or workspace.default_directory(Path.cwd()))
    print(f"Workspace: {report.directory} ({_summary(report)})")
    return report


def _summary(report: workspace.Report) -> str:
    counts = {
        "written": report.written,
        "updated": report.updated,
        "kept as you changed them": report.kept,
    }
    parts = [f"{len(names)} {what}" for what, names in counts.items() if names]
    return "notebooks: " + ", ".join(parts) if parts else "up to date"


def _named(asked: Path | None, made: Path) -> str:
    return f' "{made}"' if asked else ""


def _announce(url: str) -> None:
    print(f"JupyterLab: {url}\nStop it with Ctrl-C.", flush=True)
