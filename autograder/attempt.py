"""`autograder try`: one answer against all checks, in a sandbox where this machine has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder import known
from autograder.grading.single import judge_answer, tools_for
from autograder.judge import judge
from autograder.outcome import missing_extras, outcome
from autograder.process_host import ProcessHost
from autograder.sandbox.isolation import findings

if TYPE_CHECKING:
    from autograder.verdict import Result
    from course.exercise import Exercise


def attempt(exercise: Exercise, answer: str, salt: int = 0) -> Result:
    """Judge the text of an answer cell, as a learner would run it after the set-up cells.

    Without a sandbox it runs in a child process with limits.
    """
    if not missing_extras(exercise) and all(item.there for item in findings()):
        with tools_for([exercise], salt) as tools:
            return judge_answer(exercise, answer, tools)
    with ProcessHost(exercise, answer) as host:
        return outcome(
            exercise,
            run=lambda: judge(exercise, host, salt),
            known=lambda: known.compute(exercise, salt),
        )


def as_json(result: Result) -> dict[str, Any]:
    """Return a result as plain data for tools."""
    diagnosis = result.diagnosis
    return {
        "exercise": result.exercise,
        "points": result.points,
        "max": result.max_points,
        "verdicts": [
            {
                "check": v.check,
                "hidden": v.hidden,
                "verdict": str(v.kind),
                "points": v.points,
                "message": v.message,
            }
            for v in result.verdicts
        ],
        "diagnosis": {"name": diagnosis.name, "remedy": diagnosis.remedy} if diagnosis else None,
    }
