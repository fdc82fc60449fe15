"""Grades a class: workers share the submissions, and each outcome is told as soon as it is there."""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from autograder.grading.graded_folder import write_graded
from autograder.grading.handed_in import NotGradable
from autograder.grading.job import Rehearsal, Tools, grade
from autograder.grading.known_traces import KnownTraces
from autograder.grading.master import Role
from autograder.grading.recorder import Graded, without_texts
from autograder.grading.results import CellOutcome, Outcome
from autograder.grading.rows import TIMESTAMP, read_timestamp, read_with_timestamp, rows_of
from autograder.grading.stopwatch import KEEPING
from autograder.grading.trust import decide
from autograder.grading.workers import Died, Pool
from autograder.sandbox.confine import Limits
from autograder.sandbox.forks import RehearsalTask, Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.grading.handed_in import HandedIn
    from autograder.grading.master import Assignment, MasterNotebook
    from autograder.grading.recorder import Recorder
    from autograder.grading.settings import CourseFolder
    from autograder.grading.trust import Decided
    from autograder.sandbox.forks import Sides


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be graded, and how."""

    course: CourseFolder
    assignment: Assignment
    students: tuple[str, ...]
    workers: int = 0
    """How many submissions are graded at a time; 0 for one per core."""
    walls: bool = True
    limits: Limits = field(default_factory=Limits)
    stderr_fails: bool = False
    """Whether a plain test that writes to the error stream gives no points, as under stock nbgrader."""
    opens: Callable[[], Recorder] | None = None
    """Opens what keeps the results, while the sandbox starts; None where outcomes are told alone."""

    def run(self, decided: Callable[[Decided], None], finished: Callable[[Outcome], None]) -> float:
        """Grade; the two functions are called in this process, once, and with each outcome.

        Where results are kept, the recorder tells the outcomes instead. Returns the CPU seconds that
        confined processes used.
        """
        assignment = self.assignment
        with Sandbox(
            walls=self.walls,
            modules=assignment.modules,
            exercises=assignment.exercise_files,
            limits=self.limits,
        ) as sandbox:
            recorder = self.opens() if self.opens else None
            sandbox.wait()
            rehearsed = self._rehearse(sandbox) if self.walls and len(self.students) > 1 else []
            decision = decide(assignment, self._tools(sandbox))
            decided(decision)
            for sides in rehearsed:
                sides.wait()
            size = min(self.workers or os.cpu_count() or 1, len(self.students))
            with (
                recorder or nullcontext(),
                Pool[str](size, lambda: self._grader(sandbox, decision, recorder)) as pool,
            ):
                for student, result in pool.map(self.students):
                    graded = _given_up(student, result) if isinstance(result, Died) else result
                    if recorder:
                        recorder.add(graded)
                    else:
                        finished(graded.outcome)
            return sandbox.cpu_seconds()

    def _grader(
        self, sandbox: Sandbox, decision: Decided, recorder: Recorder | None
    ) -> Callable[[str], Graded]:
        """Return, in a worker, what grades one student's submission."""
        tools = self._tools(sandbox)
        sandbox.leave()

        def grade_one(student: str) -> Graded:
            try:
                return self._graded(student, decision.assignment, tools, recorder)
            except NotGradable as error:
                reason = str(error)
            except Exception as error:  # noqa: BLE001 -- one submission never stops the batch; the fault is named
                reason = f"a fault of the grader, not of the learner: {type(error).__name__}: {error}"
            return Graded(Outcome(student, reasons=(reason,), isolated=self.walls))

        return grade_one

    def _graded(
        self, student: str, assignment: Assignment, tools: Tools, recorder: Recorder | None
    ) -> Graded:
        folder = self.course.submitted_folder(assignment.name, student)
        handed_in = read_with_timestamp(folder)
        handed_in_at = read_timestamp(handed_in.files.get(TIMESTAMP)) if recorder else None
        missing = _missing(assignment, handed_in)
        outcome = grade(student, handed_in, _without(assignment, missing), tools)
        for notebook in missing:
            outcome = outcome.with_notebook(notebook.name, *_not_handed_in(notebook))
        if recorder is None or outcome.reasons:
            return Graded(_finished(outcome, tools))
        with tools.stopwatch.step(KEEPING):
            rows = rows_of(outcome, handed_in, recorder.released, handed_in_at)
            if recorder.keep:
                write_graded(self.course, assignment, outcome, handed_in, recorder.released)
            digest = recorder.state.digest_of(student, handed_in)
        return Graded(_finished(outcome, tools), rows, digest)

    def _rehearse(self, sandbox: Sandbox) -> list[Sides]:
        """Have run once what all submissions begin with; returns what is then to be waited for."""
        files = self.assignment.files
        if sum(map(len, files.values())) > self.limits.disk:
            return []  # no folder holds them: each submission says so
        return [
            sandbox.rehearse(
                book.name,
                RehearsalTask(files, book.opening, self.limits.cell_seconds, book.tests),
                judges_too=not book.all_ours,
            )
            for book in self.assignment.notebooks
            if book.opening
        ]

    def _tools(self, sandbox: Sandbox) -> Tools:
        judges, salt = sandbox.judges.client(), self.course.salt()
        traces = KnownTraces(judges, salt, self.course.state / "traces")
        learners = sandbox.learners.client()
        openings = {book.name: book.opening for book in self.assignment.notebooks}
        rehearsals = {
            name: Rehearsal(openings[name], sides.learner_client(), sides.outputs, sides.judge_client())
            for name, sides in sandbox.rehearsed.items()
        }
        return Tools(
            learners, judges, self.limits, salt, traces, self.walls,
            stderr_fails=self.stderr_fails, rehearsals=rehearsals,
        )  # fmt: skip


def _finished(outcome: Outcome, tools: Tools) -> Outcome:
    """Return what the driver needs of an outcome."""
    return replace(without_texts(outcome), steps=tools.stopwatch.taken())


def _missing(assignment: Assignment, handed_in: HandedIn) -> list[MasterNotebook]:
    """Return the notebooks that a learner left out: others are there, and none under a name of its own."""
    names = {notebook.name for notebook in assignment.notebooks}
    missing = [notebook for notebook in assignment.notebooks if notebook.name not in handed_in.notebooks]
    all_missing = len(missing) == len(assignment.notebooks)
    return [] if all_missing or {*handed_in.notebooks} - names else missing


def _without(assignment: Assignment, missing: list[MasterNotebook]) -> Assignment:
    return replace(assignment, notebooks=tuple(book for book in assignment.notebooks if book not in missing))


def _not_handed_in(notebook: MasterNotebook) -> tuple[list[CellOutcome], tuple[str, ...]]:
    """Return the cells of a notebook that is not there, without points, and what to say of it."""
    cells = [
        CellOutcome(cell.name, place, "", [], cell.role, 0.0, cell.points)
        for place, cell in enumerate(notebook.cells)
        if cell.role in (Role.GRADE, Role.MANUAL)
    ]
    return cells, (f"{notebook.name}.ipynb was not handed in and gets no points",)


def _given_up(student: str, died: Died) -> Graded:
    reason = f"the grading process died {died.tries} times over this submission"
    return Graded(Outcome(student, reasons=(reason,)))
