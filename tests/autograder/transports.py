"""One exercise judged in both transports: the answer in this process, and in a child behind two pipes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.hosts import LocalHost
from autograder.judge import judge
from autograder.process_host import ProcessHost
from course.exercise import Check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from autograder.hosts import Host
    from autograder.verdict import Verdict
    from course.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one transport says of one check."""

    verdict: Verdict
    trace: str
    """The trace as text, without what nobody promises: names of files and addresses in memory."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What both transports say of each check, by its name."""

    local: Mapping[str, Outcome]
    process: Mapping[str, Outcome]


def with_checks(
    exercise: Exercise, checks: Mapping[str, str], *, reference: str, shared: str = "", limit: float = 10.0
) -> Exercise:
    """Return an exercise with this reference and these checks, each worth two points."""
    return replace(
        exercise,
        reference=replace(exercise.reference, text=reference),
        shared=shared,
        limit=limit,
        checks=tuple(Check(name, text, 1, 2) for name, text in checks.items()),
    )


def in_both(exercise: Exercise, answer: str) -> Outcomes:
    """Judge an answer in both transports."""
    capture = Capture()
    with capture.active():
        local = _judged(exercise, LocalHost(exercise, run_answer(exercise, answer), capture))
        with ProcessHost(exercise, answer) as host:
            return Outcomes(local, _judged(exercise, host))


def _judged(exercise: Exercise, host: Host) -> dict[str, Outcome]:
    judged = judge(exercise, host)
    return {
        verdict.check: Outcome(
            _without_places(verdict), _ADDRESS.sub("", str(judged.traces[verdict.check].as_json()))
        )
        for verdict in judged.verdicts
    }


_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


def _without_places(verdict: Verdict) -> Verdict:
    arguments = tuple((name, _ADDRESS.sub("", text)) for name, text in verdict.arguments)
    verdict = replace(verdict, arguments=arguments, expected=_ADDRESS.sub("", verdict.expected))
    if verdict.raised is None:
        return verdict
    lines = tuple(replace(line, file="") for line in verdict.raised.lines)
    return replace(verdict, raised=replace(verdict.raised, lines=lines))
