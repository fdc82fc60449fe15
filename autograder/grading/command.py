"""`autograder grade`: finds the submissions, shows progress, and reports what came out."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from autograder.errors import GraderError
from autograder.grading.batch import Batch
from autograder.grading.gradebook import Recorded, read_recorded
from autograder.grading.master import Trust, read_assignment
from autograder.grading.settings import CourseFolder, course_folder
from autograder.grading.state import State
from autograder.grading.uncompiled import uncompiled
from autograder.grading.unheeded import unheeded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.progress import Progress

    from autograder.grading.master import Assignment
    from autograder.grading.recorder import Recorder
    from autograder.grading.results import Outcome
    from autograder.grading.submission_rows import Change
    from autograder.grading.trust import Decided
    from autograder.sandbox.isolation import Finding

SHOWN = 20
"""How many lines of a table are shown on the screen."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is done with results."""

    gradebook: bool = True
    """Whether they go into the gradebook and into `autograded/`."""
    db: str = ""
    """The gradebook's address; empty for the configured one."""
    force: bool = False
    """Whether submissions are graded that have not changed since they were."""
    stderr_fails: bool = False
    """Whether a plain test that writes to the error stream gives no points."""
    dry_run: bool = False
    """Whether changed scores are listed, and nothing is written."""


@dataclass(slots=True)
class Report:
    """All outcomes of one run."""

    assignment: str
    outcomes: list[Outcome] = field(default_factory=list)
    unchanged: list[dict[str, Any]] = field(default_factory=list)
    """Results of an earlier run, as JSON, of submissions that have not changed since."""
    changes: dict[str, list[Change]] = field(default_factory=dict)
    """Automatic scores that were others before, by student."""
    seconds: float = 0.0
    start_seconds: float = 0.0
    """Seconds until the first submission began: imports, and the instructor's own solution."""
    confined_cpu_seconds: float = 0.0
    steps: Counter[str] = field(default_factory=Counter)
    """Seconds by step: of all workers together, and of this process for the gradebook."""
    isolated: bool = True
    stopped: bool = False
    """Whether a person ended the run before everybody was graded."""

    @property
    def needs_attention(self) -> list[Outcome]:
        """Outcomes without a score."""
        return [outcome for outcome in self.outcomes if outcome.reasons]

    def as_json(self) -> dict[str, Any]:
        """Return the report for tools."""
        graded = [outcome.as_json() | self._changes_json(outcome.student) for outcome in self.outcomes]
        kept = [{**result, "unchanged": True} for result in self.unchanged]
        return {
            "assignment": self.assignment,
            "seconds": round(self.seconds, 3),
            "start_seconds": round(self.start_seconds, 3),
            "confined_cpu_seconds": round(self.confined_cpu_seconds, 3),
            "steps": {name: round(seconds, 3) for name, seconds in self.steps.items()},
            "isolated": self.isolated,
            "submissions": sorted([*graded, *kept], key=lambda item: item["student"]),
        }

    def _changes_json(self, student: str) -> dict[str, Any]:
        changes = self.changes.get(student)
        return {"changed": [change.as_json() for change in changes]} if changes else {}


def grade(
    root: Path,
    assignment: str,
    students: Sequence[str],
    *,
    workers: int,
    walls: bool,
    keeping: Keeping,
    progress: Callable[[], Progress],
) -> Report:
    """Grade an assignment's submissions."""
    from autograder.sandbox.isolation import require_walls

    if walls:
        require_walls()
    course = course_folder(root)
    course = replace(course, db_url=keeping.db or course.db_url)
    released = read_assignment(assignment, course.source_folder(assignment))
    released = replace(released, keeps_own=course.kept_from_learners(assignment))
    chosen = _chosen(course, assignment, students)
    report = Report(assignment, isolated=walls)
    started = time.monotonic()
    with progress() as bar:
        run = _Run(course, released, report, keeping, bar)
        for line in unheeded(course) + uncompiled(released.modules):
            run.say(line)
        batch = Batch(
            course, released, run.left(chosen), workers=workers, walls=walls,
            limits=course.limits, stderr_fails=keeping.stderr_fails,
            opens=run.open if keeping.gradebook else None,
        )  # fmt: skip
        if batch.students:
            try:
                report.confined_cpu_seconds = batch.run(run.decided, run.finished)
            except KeyboardInterrupt:
                report.stopped = True
            if run.recorder:
                report.steps.update(run.recorder.stopwatch.taken())
    report.seconds = time.monotonic() - started
    return report


@dataclass(slots=True)
class _Run:
    """One run of the command: what is called while it goes on."""

    course: CourseFolder
    assignment: Assignment
    report: Report
    keeping: Keeping
    bar: Progress
    started: float = field(default_factory=time.monotonic)
    recorded: Recorded = field(default_factory=Recorded)
    """What the gradebook had before."""
    recorder: Recorder | None = None
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.state = State(self.course, self.assignment, walls=self.report.isolated)

    def left(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """Return the students who have to be graded; of others the report says what they have."""
        self.bar.add_task("start", total=len(chosen))
        if not self.keeping.gradebook:
            return tuple(chosen)
        self.recorded = read_recorded(self.course.gradebook_url, self.assignment.name, self.say)
        self.state.deadline = self.recorded.deadline
        left = []
        for student in chosen:
            known = student in self.recorded.extensions and not self.keeping.force
            result = self.state.unchanged(student) if known else None
            if result is None:
                left.append(student)
            else:
                self.report.unchanged.append(result)
                self.bar.advance(self.bar.task_ids[0])
        return tuple(left)

    def open(self) -> Recorder:
        """Open the gradebook; a dry run opens none where there is nothing to compare with."""
        from autograder.grading.gradebook import Book
        from autograder.grading.quick_import import import_nbgrader
        from autograder.grading.recorder import Recorder
        from autograder.grading.released import released_notebooks

        import_nbgrader()
        released = released_notebooks(self.course, self.assignment)
        book = None
        if self.recorded.extensions or not self.keeping.dry_run:
            book = Book(self.course, self.assignment.name, released, self.say)
        keep = not self.keeping.dry_run
        self.recorder = Recorder(book, self.state, released, self.finished, keep=keep)
        return self.recorder

    def decided(self, decision: Decided) -> None:
        """Say how much the tests have to believe."""
        self.report.start_seconds = time.monotonic() - self.started
        self.bar.update(self.bar.task_ids[0], description="grade")
        for line in _decision_lines(decision):
            self.say(line)

    def finished(self, outcome: Outcome, changes: Sequence[Change] = ()) -> None:
        """Take one outcome."""
        self.report.outcomes.append(outcome)
        self.report.steps.update(outcome.steps)
        if changes:
            self.report.changes[outcome.student] = [*changes]
        self.bar.advance(self.bar.task_ids[0])

    def say(self, line: str) -> None:
        """Print a line above the progress bar."""
        self.bar.console.print(line, style="yellow", markup=False)


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
    count, unchanged = len(report.outcomes), len(report.unchanged)
    console.print(
        f"{len(scores)} of {count} graded in {report.seconds:.1f} s"
        + (f", {1000 * report.seconds / count:.0f} ms each" if count else "")
        + (f"; {unchanged} unchanged since they were graded (--force grades them again)" if unchanged else "")
        + ("" if report.isolated else "; NOT ISOLATED: learners' code ran with your rights"),
        highlight=False,
    )
    if report.stopped:
        console.print("Stopped. Run the same command again to grade the others; what is done stays.")
    if report.changes:
        console.print(_changes_table(report.changes))
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


def _changes_table(changes: dict[str, list[Change]]) -> Table:
    table = Table("student", "cell", "before", "now", title="Automatic scores that changed")
    lines = [(student, change) for student in sorted(changes) for change in changes[student]]
    for student, change in lines[:SHOWN]:
        cell = f"{change.notebook}/{change.cell}"
        table.add_row(readable(student), readable(cell), _points(change.old), _points(change.new))
    if len(lines) > SHOWN:
        table.add_row("…", f"and {len(lines) - SHOWN} more (all are in --json FILE)")
    return table


def _points(score: float | None) -> str:
    return "-" if score is None else f"{score:g}"
