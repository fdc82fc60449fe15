"""`autograder grade`: finds the submissions, shows progress, and reports what came out."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from autograder.errors import GraderError
from autograder.grading.batch import Batch
from autograder.grading.master import Trust, read_assignment
from autograder.grading.settings import CourseFolder, course_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.progress import Progress

    from autograder.grading.results import Outcome
    from autograder.grading.trust import Decided
    from autograder.sandbox.isolation import Finding

SHOWN = 20
"""How many submissions that need attention are named on the screen."""


@dataclass(slots=True)
class Report:
    """All outcomes of one run."""

    assignment: str
    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0
    start_seconds: float = 0.0
    """Seconds until the first submission began: imports, and the instructor's own solution."""
    confined_cpu_seconds: float = 0.0
    isolated: bool = True

    @property
    def needs_attention(self) -> list[Outcome]:
        """Outcomes without a score."""
        return [outcome for outcome in self.outcomes if outcome.reasons]

    def as_json(self) -> dict[str, Any]:
        """Return the report for tools."""
        ordered = sorted(self.outcomes, key=lambda outcome: outcome.student)
        return {
            "assignment": self.assignment,
            "seconds": round(self.seconds, 3),
            "start_seconds": round(self.start_seconds, 3),
            "confined_cpu_seconds": round(self.confined_cpu_seconds, 3),
            "isolated": self.isolated,
            "submissions": [outcome.as_json() for outcome in ordered],
        }


def grade(
    root: Path,
    assignment: str,
    students: Sequence[str],
    *,
    workers: int,
    walls: bool,
    progress: Callable[[], Progress],
) -> Report:
    """Grade an assignment's submissions."""
    from autograder.sandbox.isolation import require_walls

    if walls:
        require_walls()
    course = course_folder(root)
    released = read_assignment(assignment, course.source_folder(assignment))
    chosen = _chosen(course, assignment, students)
    report = Report(assignment, isolated=walls)
    started = time.monotonic()
    with progress() as bar:
        task = bar.add_task("start", total=len(chosen))

        def decided(decision: Decided) -> None:
            report.start_seconds = time.monotonic() - started
            bar.update(task, description="grade")
            for line in _decision_lines(decision):
                bar.console.print(line, style="yellow", markup=False)

        def finished(outcome: Outcome) -> None:
            report.outcomes.append(outcome)
            bar.advance(task)

        batch = Batch(course, released, tuple(chosen), workers=workers, walls=walls)
        report.confined_cpu_seconds = batch.run(decided, finished)
    report.seconds = time.monotonic() - started
    return report


def doctor_table(found: Sequence[Finding]) -> Table:
    """Return what this machine offers, and what brings what is missing."""
    whole = all(item.there for item in found)
    title = "Learners' code can be isolated here" if whole else "Learners' code cannot be isolated here"
    table = Table("", "isolation needs", "found", "what to do", title=title, title_justify="left")
    for item in found:
        mark = "[green]✓[/]" if item.there else "[bold red]✗[/]"
        table.add_row(mark, item.name, escape(item.detail), escape(item.remedy))
    return table


def _chosen(course: CourseFolder, assignment: str, students: Sequence[str]) -> list[str]:
    there = course.students(assignment)
    unknown = sorted({*students} - {*there})
    if unknown or not there:
        folder = course.submitted_folder(assignment, unknown[0] if unknown else "STUDENT")
        raise GraderError(f"Nothing was handed in at {folder}.")
    return [*students] or there


def _decision_lines(decision: Decided) -> list[str]:
    said = {
        Trust.OPERATORS: "applies operators to learners' objects, and believes what these answer.",
        Trust.EVERYTHING: "runs where the answers live, because it fails elsewhere: they could forge it.",
    }
    lines = [f"{name} {text}" for trust, text in said.items() for name in decision.trusting(trust)]
    return lines + [f"It fails for the instructor's own solution: {line}" for line in decision.failing]


def show(report: Report, console: Console) -> None:
    """Print what came out."""
    scores = [outcome for outcome in report.outcomes if outcome.score is not None]
    count = len(report.outcomes)
    console.print(
        f"{len(scores)} of {count} graded in {report.seconds:.1f} s"
        + (f", {1000 * report.seconds / count:.0f} ms each" if count else "")
        + ("" if report.isolated else "; NOT ISOLATED: learners' code ran with your rights"),
        highlight=False,
    )
    if report.needs_attention:
        console.print(_attention_table(report.needs_attention))


def readable(text: str) -> str:
    """Return what learners wrote, file names among it, as a terminal can show it."""
    plain = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text
    )
    return escape(plain.encode(errors="replace").decode())


def _attention_table(outcomes: list[Outcome]) -> Table:
    table = Table("student", "needs attention because", title="No score was given to")
    for outcome in sorted(outcomes, key=lambda item: item.student)[:SHOWN]:
        table.add_row(*map(readable, (outcome.student, "; ".join(outcome.reasons))))
    if len(outcomes) > SHOWN:
        table.add_row("…", f"and {len(outcomes) - SHOWN} more (all are in --json FILE)")
    return table
