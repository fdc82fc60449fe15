"""`autograder feedback`: a page for each graded notebook, in worker processes, and what came of it."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder.errors import GraderError
from autograder.feedback.hidden import Regions
from autograder.feedback.making import Made, Making, code_digest
from autograder.feedback.page import TEMPLATES
from autograder.feedback.prose import prose
from autograder.grading.command import readable
from autograder.grading.scores import read_scores
from autograder.grading.settings import course_folder
from autograder.grading.workers import Died, Pool
from autograder.web_page import template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.progress import Progress

    from autograder.grading.scores import Scores


@dataclass(slots=True)
class Report:
    """What one run made."""

    folder: str
    made: list[Made] = field(default_factory=list)
    seconds: float = 0.0
    """From the first page to the last; reading the gradebook came before."""

    @property
    def pages(self) -> int:
        """How many pages were written."""
        return sum(each.pages for each in self.made)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Students with what kept a page from being made."""
        return sorted((each.student, problem) for each in self.made for problem in each.problems)


def feedback(
    root: Path,
    assignment: str,
    students: Sequence[str],
    *,
    force: bool,
    workers: int,
    assessor: str,
    progress: Callable[[], Progress],
) -> Report:
    """Make the pages of an assignment; raises `GraderError` where it has not been graded."""
    course = course_folder(root)
    scores = read_scores(course, assignment)
    chosen = _chosen(scores, assignment, students)
    by = assessor or course.course_id or "the instructor"
    making = Making(course, assignment, scores.submissions, Regions.of(course), by, force=force)
    _warm()
    report = Report(course.feedback_folder(assignment, "*").as_posix())
    started = time.monotonic()
    with progress() as bar:
        task = bar.add_task("feedback", total=len(chosen))
        for made in _made(making, chosen, workers):
            report.made.append(made)
            bar.advance(task)
    report.seconds = time.monotonic() - started
    return report


def _chosen(scores: Scores, assignment: str, students: Sequence[str]) -> list[str]:
    unknown = sorted({*students} - {*scores.submissions})
    if unknown:
        options = " ".join(f"--student {name}" for name in unknown)
        raise GraderError(
            f"The gradebook has no {assignment!r} of {', '.join(unknown)}. "
            f"Grade it first:  autograder grade {assignment} {options}"
        )
    return list(dict.fromkeys(students)) or [*scores.submissions]


def _warm() -> None:
    """Load what every worker needs, once, before they are forked."""
    import PIL.Image  # noqa: F401

    for name in ("page.html", "index.html"):
        template(TEMPLATES / name)
    prose("", lambda _: None)
    code_digest()


def _made(making: Making, chosen: list[str], workers: int) -> Iterator[Made]:
    """Yield what became of each learner's pages: in worker processes, where these can be forked."""
    if sys.platform != "linux":
        yield from map(making.make, chosen)
        return
    size = min(workers or os.cpu_count() or 1, len(chosen))
    with Pool[str](size, lambda: making.make) as pool:
        for student, result in pool.map(chosen):
            yield _given_up(student) if isinstance(result, Died) else result


def _given_up(student: str) -> Made:
    return Made(student, problems=["the process that drew the page died; please report this notebook"])


def show(report: Report, console: Console) -> None:
    """Print what was made, and what is wrong."""
    learners, unchanged = len(report.made), sum(each.unchanged for each in report.made)
    each = f", {1000 * report.seconds / report.pages:.1f} ms each" if report.pages else ""
    console.print(
        f"{_count(report.pages, 'page')} for {_count(learners, 'student')} in {report.seconds:.1f} s{each}"
        + (f"; {unchanged} would not change (--force draws them again)" if unchanged else ""),
        highlight=False,
    )
    console.print(f"They are in {report.folder}", highlight=False, markup=False, soft_wrap=True)
    if waiting := [made for made in report.made if made.waiting]:
        parts = sum(made.waiting for made in waiting)
        console.print(
            f"{_count(parts, 'part')} of {_count(len(waiting), 'student')} wait for a person to grade them; "
            "the pages say so.",
            highlight=False,
        )
    for student, problem in report.problems:
        console.print(
            f"[bold red]✗[/] {readable(student)}: {readable(problem)}", highlight=False, soft_wrap=True
        )


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"
