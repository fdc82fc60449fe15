"""From an answer to a `Result`: judging, and the diagnosis of what failed."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.verdict import Kind, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.judge import Judged
    from autograder.known import Known
    from course.exercise import Exercise


def outcome(exercise: Exercise, run: Callable[[], Judged], known: Callable[[], Known | None]) -> Result:
    """Return the result of `run`; `known` is asked for traces only where something failed."""
    missing = missing_extras(exercise)
    if missing:
        extras = ",".join(missing)
        command = f"pip install 'mle-course[{extras}]'"
        text = f"needs `{extras}`, which is not installed here. Install it: `{command}`"
        return all_the_same(exercise, Kind.UNAVAILABLE, text)
    started = time.monotonic()
    judged = run()
    seconds = time.monotonic() - started
    result = _result(exercise, tuple(judged.verdicts), seconds)
    wrong = any(v.kind in (Kind.FAILED, Kind.RAISED, Kind.TIMEOUT, Kind.MEMORY) for v in judged.verdicts)
    if not wrong or result.our_fault:
        return result
    traces = known()
    if traces is None:
        return replace(result, undiagnosed_yet=True)
    return replace(result, diagnosis=traces.diagnose(exercise, judged.traces))


def all_the_same(exercise: Exercise, kind: Kind, message: str) -> Result:
    """Return a result in which no check was run, for one reason."""
    verdicts = tuple(
        Verdict(check.name, kind, max_points=check.points, hidden=check.hidden, message=message)
        for check in exercise.checks
    )
    return _result(exercise, verdicts, 0.0)


def _result(exercise: Exercise, verdicts: tuple[Verdict, ...], seconds: float) -> Result:
    passed = all(verdict.passed for verdict in verdicts)
    return Result(
        exercise.id, exercise.title, exercise.label, verdicts,
        explanation=exercise.explanation if passed else "", seconds=seconds,
    )  # fmt: skip


def missing_extras(exercise: Exercise) -> list[str]:
    """Return the optional parts that an exercise needs and this installation lacks."""
    from importlib.util import find_spec

    modules = {"tensorflow": "keras", "spark": "pyspark"}
    return [extra for extra in exercise.requires if find_spec(modules.get(extra, extra)) is None]
