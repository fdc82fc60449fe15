"""Grades a class: workers share the submissions, and each outcome is told as soon as it is there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder import known
from autograder.errors import AnswerLost
from autograder.grading.handed_in import NotGradable, read_submission
from autograder.grading.inside import decide
from autograder.grading.job import Tools, grade
from autograder.grading.master import read_assignment
from autograder.grading.results import Outcome
from autograder.grading.workers import Died, Pool
from autograder.sandbox.confine import Limits
from autograder.sandbox.forks import Sandbox
from course.catalog import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from autograder.grading.inside import Decided
    from autograder.grading.settings import CourseFolder
    from autograder.known import Known
    from autograder.sandbox.forks import Client


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be graded, and how."""

    course: CourseFolder
    assignment: str
    students: tuple[str, ...]
    workers: int = 0
    """How many submissions are graded at a time; 0 for one per core."""
    walls: bool = True
    limits: Limits = field(default_factory=Limits)

    def run(self, decided: Callable[[Decided], None], finished: Callable[[Outcome], None]) -> None:
        """Grade; the two functions are called in this process, once, and with each outcome."""
        assignment = read_assignment(self.assignment, self.course.source_folder(self.assignment))
        with Sandbox(
            walls=self.walls, modules=assignment.modules, exercises=assignment.exercises, limits=self.limits
        ) as sandbox:
            sandbox.wait()
            decision = decide(assignment, self._tools(sandbox))
            decided(decision)
            size = min(self.workers or os.cpu_count() or 1, len(self.students))
            with Pool[str](size, lambda: self._grader(sandbox, decision)) as pool:
                for student, outcome in pool.map(self.students):
                    finished(_given_up(student, outcome) if isinstance(outcome, Died) else outcome)

    def _grader(self, sandbox: Sandbox, decision: Decided) -> Callable[[str], Outcome]:
        """Return, in a worker, what grades one student's submission."""
        tools = self._tools(sandbox)
        sandbox.leave()

        def grade_one(student: str) -> Outcome:
            folder = self.course.submitted_folder(self.assignment, student)
            try:
                handed_in = read_submission(folder)
                return grade(student, handed_in, decision.assignment, tools)
            except NotGradable as error:
                return Outcome(student, reasons=(str(error),), isolated=self.walls)
            except Exception as error:  # noqa: BLE001 -- one submission never stops the batch; the fault is named
                fault = f"a fault of the grader, not of the learner: {type(error).__name__}: {error}"
                return Outcome(student, reasons=(fault,), isolated=self.walls)

        return grade_one

    def _tools(self, sandbox: Sandbox) -> Tools:
        judges, salt = sandbox.judges.client(), self.course.salt()
        traces = KnownTraces(judges, salt, self.course.state / "traces")
        return Tools(sandbox.learners.client(), judges, self.limits, salt, traces, self.walls)


def _given_up(student: str, died: Died) -> Outcome:
    return Outcome(student, reasons=(f"the grading process died {died.tries} times over this submission",))


class KnownTraces:
    """The traces of exercises' known mistakes, computed by a judge when first needed and kept in a folder."""

    def __init__(self, judges: Client, salt: int, folder: Path) -> None:
        self.judges, self.salt, self.folder = judges, salt, folder
        self.found: dict[str, Known | None] = {}

    def __call__(self, exercise_id: str) -> Known | None:
        """Return the traces; None where they cannot be had."""
        if exercise_id not in self.found:
            exercise = load(exercise_id)
            stored = known.from_cache(exercise, self.salt, self.folder)
            self.found[exercise_id] = stored or self._computed(exercise_id)
        return self.found[exercise_id]

    def _computed(self, exercise_id: str) -> Known | None:
        fork = self.judges.fork()
        try:
            fork.channel.send(["known", exercise_id, self.salt])
            _done, data = fork.channel.receive()
        except AnswerLost:
            return None
        finally:
            fork.end()
        known.write_cache(load(exercise_id), self.salt, known.from_json(data), self.folder)
        return known.from_json(data)
