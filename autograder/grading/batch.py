"""Grades a class: workers share the submissions, and each outcome is told as soon as it is there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder.grading.handed_in import NotGradable, read_submission
from autograder.grading.job import Tools, grade
from autograder.grading.known_traces import KnownTraces
from autograder.grading.results import Outcome
from autograder.grading.trust import decide
from autograder.grading.workers import Died, Pool
from autograder.sandbox.confine import Limits
from autograder.sandbox.forks import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.grading.master import Assignment
    from autograder.grading.settings import CourseFolder
    from autograder.grading.trust import Decided


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

    def run(self, decided: Callable[[Decided], None], finished: Callable[[Outcome], None]) -> float:
        """Grade; the two functions are called in this process, once, and with each outcome.

        Returns the CPU seconds that confined processes used.
        """
        assignment = self.assignment
        with Sandbox(
            walls=self.walls,
            modules=assignment.modules,
            exercises=assignment.exercise_files,
            limits=self.limits,
        ) as sandbox:
            sandbox.wait()
            decision = decide(assignment, self._tools(sandbox))
            decided(decision)
            size = min(self.workers or os.cpu_count() or 1, len(self.students))
            with Pool[str](size, lambda: self._grader(sandbox, decision)) as pool:
                for student, outcome in pool.map(self.students):
                    finished(_given_up(student, outcome) if isinstance(outcome, Died) else outcome)
            return sandbox.cpu_seconds()

    def _grader(self, sandbox: Sandbox, decision: Decided) -> Callable[[str], Outcome]:
        """Return, in a worker, what grades one student's submission."""
        tools = self._tools(sandbox)
        sandbox.leave()

        def grade_one(student: str) -> Outcome:
            folder = self.course.submitted_folder(self.assignment.name, student)
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
