"""The author's commands; `course.cli` joins them to the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course.console import ERR, OUT, place, print_mistakes

if TYPE_CHECKING:
    from course.build import Finding

author = typer.Typer()

Check = Annotated[bool, typer.Option("--check", help="Write nothing; say what differs from a build.")]
SameVersion = Annotated[
    bool, typer.Option("--same-version", help="Allow changes under an old version: no learner has it yet.")
]
Target = Annotated[str, typer.Argument(metavar="MODULE/ID", help="Such as 02_linear_algebra_numpy/rotate.")]
Number = Annotated[int | None, typer.Option(min=1, help="Its place in the module; by default the last.")]
ContentFile = Annotated[Path, typer.Argument(help="An exercise file or a lesson file.")]
Open = Annotated[bool, typer.Option("--open", help="Show the page in a browser.")]


@author.command()
def build(check: Check = False, same_version: SameVersion = False) -> None:
    """Build the notebooks from the files in modules/."""
    from course import build as building

    if check:
        _finish(building.check(), "Everything is as a build leaves it.")
        return
    report = building.build(same_version=same_version)
    for path in report.written:
        OUT.print("wrote", place(path))
    _finish(report.findings, f"{len(report.written)} written, {len(report.unchanged)} unchanged.")


@author.command()
def new(target: Target, number: Number = None) -> None:
    """Start a new exercise, and say what its file still needs."""
    from course.release import require_instructor
    from course.scaffold import scaffold

    require_instructor()
    exercise = scaffold(target, number)
    OUT.print("Wrote", place(exercise.path), "where these are still missing:")
    print_mistakes(OUT, exercise.missing)
    OUT.print("Then:  course preview", place(exercise.path))


@author.command()
def preview(file: ContentFile, open_: Open = False) -> None:
    """Run a content file top to bottom and render it as a learner would see it."""
    from course.preview import preview as render

    page = render(file)
    OUT.print(str(page), markup=False)
    if open_:
        typer.launch(page.as_uri())


def _finish(findings: list[Finding] | tuple[Finding, ...], done: str) -> None:
    """Print what needs attention, if anything does, and leave with its exit code."""
    for finding in findings:
        ERR.print(place(finding.path).append(f": {finding.what}", style="not bold"))
    if findings:
        raise typer.Exit(1)
    OUT.print(done)
