"""`autograder verify`: every exercise proves itself, or says why not.

A gate is a sentence that must be true of an exercise at every salt. What breaks one is reported as a
problem with the next step for its author.
"""

from __future__ import annotations

import ast
import multiprocessing
import os
import random
import threading
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.boundary.source import normalised
from autograder.proof import Proof, prove
from autograder.threads import one_thread_for_children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from autograder.proof import Row
    from course.exercise import Exercise

UNDIAGNOSED_SHARE = 0.02
SEALED_SHARE = 0.8
SIMILAR = 0.8
MAX_CROSSINGS = 500
_VACUOUS = {"shares_memory", "may_share_memory", "get_state", "getstate"}
CHUNK = 5
"""Salts of one exercise that one task of the pool proves."""


@dataclass(frozen=True, slots=True)
class Verified:
    """One exercise with its proof and what is wrong with it."""

    exercise: Exercise
    proof: Proof
    problems: tuple[str, ...]
    undiagnosed: tuple[str, ...]
    hidden_without_killer: tuple[str, ...]

    @property
    def sealed_points(self) -> int:
        """Points of checks that are judged outside the learner's process."""
        return sum(check.points for check in self.exercise.checks if check.where == "judge")


def choose_salts(count: int) -> list[int]:
    """Return salt 0 and `count` random ones."""
    return [0, *(random.SystemRandom().randrange(1, 1 << 31) for _ in range(count))]


def verify(
    exercises: Sequence[Exercise],
    salts: Sequence[int],
    jobs: int = 0,
    advance: Callable[[], None] = lambda: None,
) -> list[Verified]:
    """Prove exercises in parallel; `advance` is called once per finished task (see `task_count`)."""
    proofs = {exercise.id: Proof(exercise.id) for exercise in exercises}
    tasks = [(exercise.path, chunk) for exercise in exercises for chunk in _chunks(salts)]
    context = multiprocessing.get_context("spawn")
    workers = jobs or os.cpu_count() or 1
    with one_thread_for_children(), ProcessPoolExecutor(workers, context, _end_with_parent) as pool:
        for done in as_completed([pool.submit(_prove_file, *task) for task in tasks]):
            proof = done.result()
            proofs[proof.exercise].merge(proof)
            advance()
    return [judged_by_gates(exercise, proofs[exercise.id]) for exercise in exercises]


def task_count(exercises: Sequence[Exercise], salts: Sequence[int]) -> int:
    """Return how often `verify` will call `advance`."""
    return len(exercises) * len(_chunks(salts))


def _chunks(salts: Sequence[int]) -> list[list[int]]:
    return [[*salts[start : start + CHUNK]] for start in range(0, len(salts), CHUNK)]


def _end_with_parent() -> None:
    """End this process with the one that started it, also where that is killed and cannot say so."""

    def wait() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _prove_file(path: Path, salts: list[int]) -> Proof:
    from course.catalog import load_file

    return prove(load_file(path), salts)


def judged_by_gates(exercise: Exercise, proof: Proof) -> Verified:
    """Return an exercise with everything that its proof says against it."""
    rows = [*proof.rows.values()]
    wrong = [row for row in rows if row.role == "misconception"]
    killed = {check for row in wrong for check in row.failed}
    unkilled = tuple(check.name for check in exercise.checks if check.hidden and check.name not in killed)
    problems = [problem for row in rows for problem in _row_problems(exercise, row)]
    problems += [
        f"hidden check “{name}” is failed by no misconception: add one, or drop the check"
        for name in unkilled
    ]
    problems += [f"two runs of “{name}” at one salt gave different verdicts" for name in proof.unsteady]
    problems += [*_static_problems(exercise, proof)]
    undiagnosed = tuple(row.name for row in wrong if {*row.diagnosed} != {row.name} and not _misnamed(row))
    return Verified(exercise, proof, tuple(problems), undiagnosed, unkilled)


def _row_problems(exercise: Exercise, row: Row) -> Iterator[str]:
    label = f"{row.role} “{row.name}”"
    if row.role in ("reference", "alternative") and row.failed_at:
        checks = ", ".join(f"“{name}”" for name in row.failed)
        yield f"{label} does not pass {checks} at salt {row.failed_at[0]}: {row.message}"
    if row.role == "trivial" and row.most_points:
        yield f"{label} earns {row.most_points} points: it must earn none"
    if row.role in ("misconception", "variant") and row.passed_at:
        yield f"{label} passes everything at salt {row.passed_at[0]}"
    if row.role == "misconception":
        yield from _misconception_problems(exercise, row, label)
    if row.role == "variant":
        of = next(variant.of for variant in exercise.variants if variant.name == row.name)
        named = {*row.diagnosed} - {"", of}
        if named:
            yield f"{label} is diagnosed as “{named.pop()}”, not as “{of}”"


def _misconception_problems(exercise: Exercise, row: Row, label: str) -> Iterator[str]:
    named = next(m.fails for m in exercise.misconceptions if m.name == row.name)
    if row.failed.get(named or "", 0) < row.salts:
        yield (
            f"{label} does not fail “{named}” at every salt ({row.failed.get(named or '', 0)} of {row.salts})"
        )
    if 2 * row.most_points > exercise.points:
        yield f"{label} earns {row.most_points} of {exercise.points} points: more than half"
    if other := _misnamed(row):
        yield f"{label} is diagnosed as “{other}” at salt {row.diagnosed[other][0]}"


def _misnamed(row: Row) -> str:
    return next((name for name in row.diagnosed if name not in ("", row.name)), "")


def _static_problems(exercise: Exercise, proof: Proof) -> Iterator[str]:
    for check in exercise.checks:
        names = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(ast.parse(check.text))}
        for name in sorted(names & _VACUOUS):
            yield f"check “{check.name}” uses {name}, which shows nothing on copies: use pure() or separate()"
        if proof.crossings.get(check.name, 0) > MAX_CROSSINGS:
            yield (
                f"check “{check.name}” crosses {proof.crossings[check.name]} times: more than "
                f"{MAX_CROSSINGS}, use script()"
            )
    yield from _too_similar(exercise)


def _too_similar(exercise: Exercise) -> Iterator[str]:
    from difflib import SequenceMatcher

    built = [exercise.reference, *exercise.alternatives]
    dumps = [normalised(answer.text) for answer in built]
    for place, answer in enumerate(built[1:], start=1):
        for earlier in range(place):
            ratio = SequenceMatcher(None, dumps[earlier], dumps[place], autojunk=False).ratio()
            if ratio >= SIMILAR:
                yield (
                    f"alternative “{answer.name}” is built like “{built[earlier].name}” "
                    f"({ratio:.2f}): write it differently"
                )


def undiagnosed_beyond_tolerance(verified: Sequence[Verified]) -> list[str]:
    """Return a sentence on each undiagnosed misconception, where there are more than the course may have."""
    found = [
        f"{item.exercise.id}: “{name}” is not diagnosed as itself at salt {_nameless_at(item, name)}"
        for item in verified
        for name in item.undiagnosed
    ]
    total = sum(len(item.exercise.misconceptions) for item in verified)
    return found if len(found) > max(1, int(UNDIAGNOSED_SHARE * total)) else []


def _nameless_at(item: Verified, name: str) -> int:
    return item.proof.row("misconception", name).diagnosed[""][0]


def unsealed_modules(verified: Sequence[Verified]) -> list[str]:
    """Return the modules of which too few points are judged outside the learner's process."""
    modules = dict.fromkeys(item.exercise.module for item in verified)
    found = []
    for module in modules:
        items = [item for item in verified if item.exercise.module == module]
        sealed, points = (
            sum(item.sealed_points for item in items),
            sum(item.exercise.points for item in items),
        )
        if sealed < SEALED_SHARE * points:
            found.append(f"{module}: {sealed} of {points} points are sealed")
    return found


def as_json(verified: Sequence[Verified], salts: int) -> dict[str, Any]:
    """Return the outcome as plain data for tools."""
    return {"exercises": [_exercise_json(item, salts) for item in verified]}


def _exercise_json(item: Verified, salts: int) -> dict[str, Any]:
    rows = [*item.proof.rows.values()]
    return {
        "id": item.exercise.id,
        "module": item.exercise.module,
        "points": item.exercise.points,
        "sealed_points": item.sealed_points,
        "salts": salts,
        "reference": _verdict_of(next((row for row in rows if row.role == "reference"), None)),
        "alternatives": {row.name: _verdict_of(row) for row in rows if row.role == "alternative"},
        "trivial": {row.name: {"points": row.most_points} for row in rows if row.role == "trivial"},
        "misconceptions": {
            row.name: {
                "failed": not row.passed_at,
                "points": row.most_points,
                "failed_checks": [*row.failed],
                "diagnosed_as": max(row.diagnosed, key=lambda name: len(row.diagnosed[name])) or None,
            }
            for row in rows
            if row.role == "misconception"
        },
        "hidden_checks_without_killer": [*item.hidden_without_killer],
        "problems": [*item.problems],
        "seconds": round(item.proof.seconds, 3),
    }


def _verdict_of(row: Row | None) -> str:
    return "not run" if row is None else "failed" if row.failed_at else "passed"
