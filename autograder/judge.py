"""Runs the checks of an exercise against an answer, and says how each ended.

The same code judges in a learner's kernel and across processes; only the host differs. Whatever happens,
each check ends in one `Verdict`: an exception never leaves here, except one from the person at the
keyboard. Before a learner is told that an answer is wrong, the reference has to pass the same check with
the same randomness: where it does not, the fault is ours and is called so.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder import wording
from autograder.answers import run_answer
from autograder.boundary import inside
from autograder.boundary.handles import Handle
from autograder.boundary.judge_side import CHECK_MODULE
from autograder.capture import Capture
from autograder.checks import helpers
from autograder.ending import Ending, line_of, lost, raised, unreadable
from autograder.errors import AnswerLost, AnswerRaised, AuthorError, Expired, MemoryExceeded, Refused
from autograder.expected import expectation
from autograder.hosts import LocalHost
from autograder.judged_call import judged_call
from autograder.limits import time_limit
from autograder.memory_use import allowance
from autograder.prepared import prepare
from autograder.shorten import kind, without_addresses
from autograder.threads import one_thread
from autograder.trace import Trace
from autograder.verdict import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Mapping

    from autograder.boundary.judge_side import JudgeSide
    from autograder.hosts import Host
    from autograder.prepared import Prepared
    from course.exercise import Check, Exercise

LEAST_SECONDS = 1.0
"""What a check gets when the others used up the exercise's time."""
PATIENCE = 4.0
"""How many times longer than its computing an answer in this process may take on the clock."""


@dataclass(slots=True)
class Judged:
    """Verdicts and traces of all checks of one answer."""

    verdicts: list[Verdict] = field(default_factory=list)
    traces: dict[str, Trace] = field(default_factory=dict)

    @property
    def passing(self) -> frozenset[str]:
        """The checks that passed."""
        return frozenset(verdict.check for verdict in self.verdicts if verdict.passed)

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(verdict.passed for verdict in self.verdicts)


def judge(exercise: Exercise, host: Host, salt: int = 0, *, sound: Container[str] | None = ()) -> Judged:
    """Run all checks on the answer that a host holds.

    `sound` names checks of which it is known that the reference passes them at this salt; None is for the
    reference itself, which needs no second look.
    """
    prepared = prepare(exercise)
    with one_thread(), _kept_recursion_limit():
        return _Judge(prepared, host, salt, sound=sound).run()


def judge_here(
    exercise: Exercise,
    namespace: dict[str, Any],
    capture: Capture,
    salt: int = 0,
    *,
    sound: Container[str] | None = (),
) -> Judged:
    """Run all checks on an answer in this process."""
    return judge(exercise, LocalHost(exercise, namespace, capture), salt, sound=sound)


@contextmanager
def _kept_recursion_limit() -> Generator[None]:
    """Give this process its recursion limit back, which an answer that ran here may have raised.

    With a high one, what is nested deeply ends the process instead of raising a RecursionError.
    """
    limit = sys.getrecursionlimit()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


class _Judge:
    def __init__(self, prepared: Prepared, host: Host, salt: int, *, sound: Container[str] | None) -> None:
        self.prepared, self.host, self.salt, self.sound = prepared, host, salt, sound
        self.exercise = prepared.exercise
        self.seconds_left = self.exercise.limit
        self.judged = Judged()

    def run(self) -> Judged:
        """Run the checks in order, each in names of its own."""
        for check in self.exercise.checks:
            ending, side = self._end_of(check)
            if ending.kind in (Kind.FAILED, Kind.BROKEN) and self.sound is not None:
                ending = self._second_look(check, ending, self.sound)
            self.judged.verdicts.append(self._verdict(check, ending, side))
            if check.name in self.judged.traces:
                self._close_trace(check, ending)
        return self.judged

    @property
    def _here(self) -> bool:
        """Whether the answer computes in this very thread, so that its own seconds can be counted."""
        return isinstance(self.host, LocalHost)

    def _end_of(self, check: Check) -> tuple[Ending, JudgeSide | None]:
        waits_for = [v.check for v in self.judged.verdicts if v.check in check.needs and not v.passed]
        if waits_for:
            return Ending(Kind.BLOCKED, wording.blocked(waits_for[0])), None
        try:
            side = self.host.side()
        except AnswerRaised as error:
            return Ending(Kind.RAISED, wording.cell_raised(error.raised), error), None  # type: ignore[arg-type]
        except AnswerLost as error:
            ending = lost(error)
            if ending.kind is Kind.TIMEOUT:
                ending.message = wording.too_slow(self.exercise.limit, self.exercise.limit)
            return ending, None
        except Refused as error:
            return unreadable(error), None
        return self._run_check(check, side), side

    def _run_check(self, check: Check, side: JudgeSide) -> Ending:
        started, computed = time.monotonic(), time.thread_time()
        seconds = max(self.seconds_left, LEAST_SECONDS)
        trace = self.judged.traces[check.name] = Trace()
        limit = time_limit(seconds, PATIENCE, allowance()) if self._here else time_limit(seconds + 0.5)
        try:
            with self.host.limit(seconds), limit:
                names = self._names_or_ending(check, side, trace)
                ending = names if isinstance(names, Ending) else self._execute(check, side, names)
        except (Expired, AnswerLost) as error:
            known_better = self.host.drop()
            ending = lost(known_better or error) if isinstance(error, AnswerLost) else Ending(Kind.TIMEOUT)
        if limit.full:
            ending = Ending(Kind.MEMORY, wording.too_much_memory(limit.memory))
        elif ending.kind is Kind.TIMEOUT:
            ending.message = wording.too_slow(seconds, self.exercise.limit)
        clock = time.monotonic() - started
        self.seconds_left -= max(time.thread_time() - computed, clock / PATIENCE) if self._here else clock
        return ending

    def _names_or_ending(self, check: Check, side: JudgeSide, trace: Trace) -> dict[str, Any] | Ending:
        """Return the names of a check; what cannot be read of the answer fails it, unless it is our fault."""
        try:
            return self._names(check, side, trace)
        except AnswerLost:
            raise
        except Exception as error:  # noqa: BLE001 -- the answer's side may say anything; see _second_look
            return unreadable(error)

    def _names(self, check: Check, side: JudgeSide, trace: Trace) -> dict[str, Any] | Ending:
        side.trace = None
        side.arithmetic = self.prepared.promises_class
        seed = self.prepared.seed(check, self.salt)
        found = side.begin(self.prepared.roots, seed % (1 << 32))
        try:
            answers = {
                name: found[name] if name in found else side.root(name) for name in self.prepared.roots
            }
        except NameError as error:
            return Ending(Kind.NOT_ATTEMPTED, wording.missing(str(error), self.exercise.id))
        wrong = self._wrong_kind(answers)
        if wrong:
            return Ending(Kind.FAILED, wrong)
        side.trace = trace
        rng = np.random.default_rng(seed)
        side.own_rng = rng
        tools = helpers(side, rng, self.prepared.roots)
        return {
            **self.prepared.setup,
            **tools,
            "reference": self.prepared.reference,
            **answers,
            "__name__": CHECK_MODULE,
        }

    def _wrong_kind(self, answers: Mapping[str, Any]) -> str:
        for name, value in answers.items():
            if callable(getattr(self.prepared.reference, name)) and type(value) is not Handle:
                return wording.not_callable(name, kind(value))
        return ""

    def _execute(self, check: Check, side: JudgeSide, names: dict[str, Any]) -> Ending:
        try:
            with np.errstate(all="ignore"):
                if check.where == "inside":
                    self._run_inside(check, side)
                else:
                    exec(self.prepared.compiled[check.name], names)
                side.raise_pending()
        except (Expired, KeyboardInterrupt, AnswerLost):
            raise
        except AnswerRaised as error:
            return raised(error, side)
        except MemoryExceeded as error:
            return Ending(Kind.MEMORY, str(error))
        except AssertionError as error:
            said = without_addresses(str(error)) or wording.unexplained(check.name)
            return Ending(Kind.FAILED, said, error)
        except Refused as error:
            return Ending(Kind.FAILED, wording.refused(str(error)), error)
        except Exception as error:  # noqa: BLE001 -- whose fault it is, the reference tells (_second_look)
            return Ending(Kind.BROKEN, wording.broken(error), error)
        return Ending(Kind.PASSED)

    def _run_inside(self, check: Check, side: JudgeSide) -> None:
        """Let the answer's side run the check; its word, which it may forge."""
        how, message = side.inquire("inside", check.text, self.prepared.seed(check, self.salt))
        if how == inside.FAILED:
            raise AssertionError(str(message))
        if how != inside.PASSED:
            raise RuntimeError(str(message))

    def _second_look(self, check: Check, ending: Ending, sound: Container[str]) -> Ending:
        """Tell the answer's failure from ours by what the reference does on the same check."""
        if isinstance(ending.error, AuthorError):
            return ending
        if check.name not in sound and not self._reference_passes(check):
            return Ending(Kind.BROKEN, wording.reference_fails(check.name, ending.message), ending.error)
        if ending.kind is Kind.BROKEN and ending.error is not None:
            return Ending(Kind.FAILED, wording.unusable(ending.error), ending.error)
        return ending

    def _reference_passes(self, check: Check) -> bool:
        capture = Capture()
        with capture.active():
            answer = run_answer(self.exercise, self.exercise.reference.text)
            host = LocalHost(self.exercise, answer, capture)
            alone = _Judge(self.prepared, host, self.salt, sound=None)
            return alone._run_check(check, host.side()).kind is Kind.PASSED

    def _verdict(self, check: Check, ending: Ending, side: JudgeSide | None) -> Verdict:
        passed = ending.kind is Kind.PASSED
        plain = Verdict(
            check.name, ending.kind, points=check.points if passed else 0, max_points=check.points,
            hidden=check.hidden, message=ending.message,
        )  # fmt: skip
        if side is None and isinstance(ending.error, AnswerRaised):
            return replace(plain, raised=ending.error.raised)
        if passed or side is None or ending.kind in (Kind.NOT_ATTEMPTED, Kind.BROKEN):
            return plain
        try:
            judged = judged_call(check, ending.error, str(self.exercise.path), side.calls)
            return wording.with_evidence(plain, side, ending.error, judged, expectation(self.prepared))
        except Exception as error:  # noqa: BLE001 -- what a card shows besides must not cost the verdict
            return replace(plain, note=wording.not_shown(error))

    def _close_trace(self, check: Check, ending: Ending) -> None:
        trace = self.judged.traces[check.name]
        trace.kind, trace.message = ending.kind, ending.message
        trace.line = line_of(ending.error, str(self.exercise.path))
