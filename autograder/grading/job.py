"""Grades one submission: cells run at the learner's side, tests at the judge's, and grades come out.

`grade` is a function of the submission's bytes, the assignment and the limits. It never raises because of
what a learner handed in: there is one outcome for each submission, with reasons where it needs attention.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from autograder.errors import AnswerLost
from autograder.grading.arrange import Arranged, Step, arrange
from autograder.grading.graded_folder import without_clashes
from autograder.grading.handed_in import HandedIn, NotGradable, parse_notebook
from autograder.grading.judge_session import JudgeSession
from autograder.grading.learner_session import LearnerSession, Ran
from autograder.grading.master import Role, Trust, import_lines, later_names, used_names
from autograder.grading.points import Left, points_of, shown_number
from autograder.grading.results import CellOutcome, Outcome, read_result
from autograder.grading.rows import TIMESTAMP
from autograder.grading.stopwatch import CELLS, READING, Stopwatch
from autograder.outcome import missing_extras
from autograder.verdict import Kind
from course.catalog import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.grading.known_traces import KnownTraces
    from autograder.grading.master import Assignment, MasterCell, MasterNotebook
    from autograder.sandbox.confine import Limits
    from autograder.sandbox.forking import Client
    from course.exercise import Exercise

JUDGE_LOST = "the judge could not finish with this answer"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """From what the sides of one notebook may begin, instead of running its first cells."""

    cells: tuple[str, ...]
    learners: Client | None
    outputs: list[list[dict[str, Any]]]
    """What the cells showed at the learner's side."""
    judges: Client | None


@dataclass(slots=True)
class Tools:
    """What a worker grades with."""

    learners: Client
    judges: Client
    limits: Limits
    salt: int
    known: KnownTraces
    walls: bool = True
    exercise: Callable[[str], Exercise] = load
    """Gives the exercise with an id."""
    stopwatch: Stopwatch = field(default_factory=Stopwatch)
    stderr_fails: bool = False
    """Whether a plain test that writes to the error stream gives no points."""
    rehearsals: dict[str, Rehearsal] = field(default_factory=dict)
    """By the notebook's name."""


def grade(student: str, handed_in: HandedIn, assignment: Assignment, tools: Tools) -> Outcome:
    """Return the outcome of one submission."""
    started = time.monotonic()
    outcome = Outcome(student)
    for notebook in assignment.notebooks:
        try:
            with tools.stopwatch.step(READING):
                cells = parse_notebook(_of_name(handed_in, notebook.name), notebook.name)
                arranged = arrange(notebook, cells)
        except NotGradable as error:
            outcome = outcome.needing_attention(str(error))
            continue
        with _Grading(notebook, arranged, assignment, handed_in.files, tools) as grading:
            outcome = outcome.with_notebook(notebook.name, grading.run(), arranged.remarks)
    return replace(outcome, seconds=time.monotonic() - started, isolated=tools.walls)


def _of_name(handed_in: HandedIn, name: str) -> bytes:
    if name in handed_in.notebooks:
        return handed_in.notebooks[name]
    others = ", ".join(f"{other}.ipynb" for other in handed_in.notebooks) or "no notebook"
    raise NotGradable(f"{name}.ipynb was not handed in; found: {others}")


@dataclass(slots=True)
class _Grading:
    """One notebook of one submission."""

    notebook: MasterNotebook
    arranged: Arranged
    assignment: Assignment
    """Its files are seen by both sides, but for those that the learner may replace."""
    brought: dict[str, bytes]
    """The learner's files, which the learner's side alone sees."""
    tools: Tools
    learner: LearnerSession = field(init=False)
    judge: JudgeSession = field(init=False)
    later: set[str] = field(default_factory=set)
    """Names that what the instructor's cells defined so far looks up when it is used."""
    rehearsed: list[str] = field(default_factory=list)
    """Cells that the judge comes with, as long as their turn has not come."""

    def __post_init__(self) -> None:
        tools, name = self.tools, self.notebook.name
        files = without_clashes(self.assignment.files, self.brought, self.assignment.keeps_own)
        self.learner = LearnerSession(tools.learners, tools.limits, name, files, tools.stopwatch)
        rehearsal = tools.rehearsals.get(name)
        judges = rehearsal.judges if rehearsal else None
        self.judge = JudgeSession(
            judges or tools.judges, self.learner, name, self.assignment.files, tools.stopwatch
        )
        if rehearsal and judges:
            self.rehearsed = [*rehearsal.cells]
        if rehearsal and rehearsal.learners and self._begins_alike(rehearsal.cells, files):
            self.learner.client, self.learner.rehearsed = rehearsal.learners, rehearsal.outputs

    def _begins_alike(self, cells: tuple[str, ...], files: dict[str, bytes]) -> bool:
        """Whether the learner put nothing before these cells, and brought no file that they could see."""
        own = [step.source for step in self.arranged.steps if step.runs][: len(cells)]
        seen = {name: data for name, data in files.items() if name != TIMESTAMP}
        return own == [*cells] and seen == self.assignment.files

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for fork in (self.learner.fork, self.judge.fork):
            if fork is not None:
                fork.kill()  # both end side by side
        self.learner.close()
        self.judge.close()

    def run(self) -> list[CellOutcome]:
        """Take one step after the other."""
        outcomes = []
        last_error: dict[str, Any] | None = None
        for place, step in enumerate(self.arranged.steps):
            with self.tools.stopwatch.step(CELLS):
                ran = self.learner.run(step.source) if step.runs else None
            master = step.master
            if master is not None and master.role is Role.ANSWER and ran is not None:
                last_error = ran.raised or (_as_raised(ran) if ran.fatal else None)
            outcomes.append(self._outcome(place, step, ran, last_error))
            if master is not None and master.role is Role.GRADE:
                last_error = None
        return outcomes

    def _outcome(
        self, place: int, step: Step, ran: Ran | None, cell_error: dict[str, Any] | None
    ) -> CellOutcome:
        master = step.master
        shown = CellOutcome(
            name=master.name if master else "", place=place, source=step.source,
            outputs=ran.outputs if ran else [], role=master.role if master else None,
            max_points=master.points if master else 0.0,
        )  # fmt: skip
        if master is None or not master.code:
            return shown
        if master.role is Role.GRADE and master.exercise:
            return self._exercise(master, shown, cell_error)
        if master.role is Role.GRADE:
            return self._plain(master, shown)
        self._given(master)
        return shown

    # ---- exercises of ours ------------------------------------------------------------------------

    def _exercise(
        self, master: MasterCell, shown: CellOutcome, cell_error: dict[str, Any] | None
    ) -> CellOutcome:
        exercise = self.tools.exercise(master.exercise)
        missing = missing_extras(exercise)
        if missing:
            return replace(
                shown, fault=f"{master.exercise} needs {', '.join(missing)}, which is not installed"
            )
        try:
            sound = self.tools.known.passed(exercise)
            reply = self.judge.ask("exercise", str(exercise.path), self.tools.salt, cell_error, sound)
        except AnswerLost as error:
            return replace(shown, points=0.0, failure=f"{JUDGE_LOST}: {error}")
        result, traces = read_result(exercise, reply)
        wrong = any(v.kind in (Kind.FAILED, Kind.RAISED, Kind.TIMEOUT, Kind.MEMORY) for v in result.verdicts)
        if wrong and not result.our_fault:
            found = self.tools.known(exercise)
            diagnosis = found.diagnose(exercise, traces) if found else None
            result = replace(result, diagnosis=diagnosis)
        fault = next((v.message for v in result.verdicts if v.kind is Kind.BROKEN), "")
        return replace(shown, result=result, points=float(result.points), fault=fault)

    # ---- instructors' cells -----------------------------------------------------------------------

    def _given(self, master: MasterCell) -> None:
        """Keep the judge's own names in step with what the instructor's cells do."""
        source = import_lines(master.source) if master.role is Role.ANSWER else master.source
        if self.rehearsed:
            self.later |= later_names(self.rehearsed.pop(0))
            return
        if source and not self.notebook.all_ours:
            self._run_at_judge(source)

    def _plain(self, master: MasterCell, shown: CellOutcome) -> CellOutcome:
        if master.trust is Trust.EVERYTHING:
            ran = self.learner.run(master.source)
            left = Left(ran.outputs, shown_number(ran.outputs), ran.fatal)
        else:
            left = self._run_at_judge(master.source, master.trust)
            shown = replace(shown, outputs=left.outputs)
        points = points_of(
            left, master.points, gives_number=master.gives_number, stderr_fails=self.tools.stderr_fails
        )
        return replace(
            shown, points=points.earned, failure=points.why, value=left.value,
            sealed=master.trust is not Trust.EVERYTHING,
        )  # fmt: skip

    def _run_at_judge(self, source: str, trust: Trust = Trust.NOTHING) -> Left:
        """Run an instructor's cell at the judge."""
        self.later |= later_names(source)
        names = sorted((used_names(source) | self.later) & self.notebook.answer_names)
        message = ["cell", source, names, self.tools.limits.cell_seconds, str(trust)]
        try:
            reply = self.judge.tell(*message)
        except AnswerLost as error:
            return Left(failure=f"{JUDGE_LOST}: {error}")
        error = reply["error"]
        failure = f"{error['type']}: {error['message']}".rstrip(": ") if error else ""
        return Left(reply["outputs"], reply["value"], failure, noisy=reply["noisy"])


def _as_raised(ran: Ran) -> dict[str, Any]:
    return {"ended": ran.fatal}
