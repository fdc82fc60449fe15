"""The learner's commands around a workspace; `course.cli` joins them to the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course import lab as jupyterlab
from course import workspace
from course.console import OUT
from course.errors import CourseError

if TYPE_CHECKING:
    from course.steps import Step
    from course.update import Update

learner = typer.Typer()

Folder = Annotated[
    Path | None,
    typer.Argument(help="The workspace; by default the one around you, else one of the course's choosing."),
]
Workspace = Annotated[
    Path | None,
    typer.Option("--workspace", help="The workspace; by default the one around you, else the course's own."),
]
Port = Annotated[
    int | None, typer.Option(help="Port for JupyterLab; by default the first free one from 8888 on.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address and open no browser.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")]
Target = Annotated[str, typer.Argument(help="An exercise's name, or a module's number: project, 2.")]


@learner.command()
def init(directory: Folder = None) -> None:
    """Make a workspace, or bring what you have not touched in it up to date."""
    report = _prepare(directory)
    print(f"Open it with:  course lab{_named(directory, report.directory)}")


@learner.command()
def lab(directory: Folder = None, port: Port = None, no_browser: NoBrowser = False) -> None:
    """Open JupyterLab on your workspace (made if need be)."""
    report = _prepare(directory)
    _welcome(report.directory)
    raise typer.Exit(jupyterlab.start(report.directory, port, browser=not no_browser, announce=_announce))


@learner.command()
def update(directory: Folder = None, dry_run: DryRun = False) -> None:
    """Bring your notebooks up to date: your answers and cells stay, and a backup is made first."""
    from course.update import update as bring_up_to_date

    place = workspace.opened(directory, Path.cwd())
    done = bring_up_to_date(place, dry_run=dry_run)
    print(f"Workspace: {place}{' (nothing is changed: this is a dry run)' if dry_run else ''}")
    _tell(done)


@learner.command()
def reset(target: Target, directory: Workspace = None) -> None:
    """Start an exercise or a module afresh: the starters come back, and a backup is made first."""
    from course.reset import reset as start_afresh

    _tell(start_afresh(workspace.opened(directory, Path.cwd()), target))


@learner.command("next")
def next_() -> None:
    """Say what to do next."""
    from course.overview import read_overview
    from course.welcome import next_line

    overview = read_overview()
    print(f"Next: {next_line(overview)}")
    for review in overview.reviews[:5]:
        print(f"Review: {review.task.label} {review.task.title}:  course review {review.task.id}")


@learner.command()
def doctor(directory: Folder = None) -> None:
    """Look for what keeps you from working, and say what to do about it."""
    from course.doctor import examine

    findings = list(examine((directory or workspace.default_directory(Path.cwd())).expanduser().absolute()))
    for finding in findings:
        OUT.print(f"{'!! ' if finding.remedy else 'ok '} {finding.what}", markup=False)
        if finding.remedy:
            OUT.print(f"    {finding.remedy}", markup=False, style="bold")
    wrong = sum(bool(finding.remedy) for finding in findings)
    print(f"{wrong} of {len(findings)} need attention." if wrong else "All is well.")
    raise typer.Exit(1 if wrong else 0)


def _prepare(directory: Path | None) -> workspace.Report:
    report = workspace.init(directory or workspace.default_directory(Path.cwd()))
    print(f"Workspace: {report.directory} ({_summary(report)})")
    if report.kept:
        print(f"The course has news for them:  course update{_named(directory, report.directory)}")
    return report


def _summary(report: workspace.Report) -> str:
    if report.newer:
        return f"left alone: it comes from the later version {report.newer}; update the course"
    counts = {
        "written": report.written,
        "updated": report.updated,
        "kept as you changed them": report.kept,
    }
    parts = [f"{len(names)} {what}" for what, names in counts.items() if names]
    return "notebooks: " + ", ".join(parts) if parts else "up to date"


def _welcome(directory: Path) -> None:
    from course import welcome

    try:
        welcome.refresh(directory)
    except (CourseError, OSError) as error:
        print(f"{workspace.WELCOME} is not up to date: {error}")


def _tell(done: Update) -> None:
    """Print what happened to each notebook, and where the backup is."""
    from course.steps import Outcome

    quiet = (Outcome.CURRENT, Outcome.YOURS)
    _table([step for step in done.steps if step.outcome not in quiet])
    unchanged = sum(step.outcome in quiet for step in done.steps)
    if unchanged:
        print(f"{unchanged} notebook{'s need' if unchanged > 1 else ' needs'} no change.")
    if done.backup:
        print(f"Your notebooks as they were: {done.backup}")
    if done.failed:
        print("Some notebooks were left as they were; see why with:  course doctor")
        raise typer.Exit(1)


def _table(steps: list[Step]) -> None:
    if not steps:
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("Notebook", "What happens", "Details"):
        table.add_column(column, overflow="fold")
    for step in steps:
        table.add_row(Text(step.name), Text(str(step.outcome)), Text(step.detail))
    OUT.print(table)


def _named(asked: Path | None, made: Path) -> str:
    return f' "{made}"' if asked else ""


def _announce(url: str) -> None:
    print(f"JupyterLab: {url}\nStop it with Ctrl-C.", flush=True)
