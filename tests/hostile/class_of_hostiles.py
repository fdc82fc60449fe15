"""One class for each course, graded in one go: honest learners, attacks and odd submissions side by side."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

from autograder.grading.batch import Batch
from autograder.grading.master import Role, read_assignment
from autograder.grading.settings import course_folder
from autograder.sandbox.confine import Limits
from tests.hostile import courses, evidence, notebooks
from tests.hostile.attacks import Attack, load_attacks

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.grading.results import CellOutcome, Outcome
    from tests.hostile.courses import Target

CANARY = f"{courses.SECRET}-7d1c9e52"
DRIVERS_CANARY = f"{courses.SECRET}-drivers-own"
VARIABLE = "HOSTILE_TEST_CANARY"
TOLD = ("SUCCEEDED ", "reached ", "MESSAGE from the submission before", "hostile-was-here is there")
"""What an attack prints when it got somewhere."""
WORKERS = 4
"""Many attacks only wait."""
LIMITS = Limits(cell_seconds=2.0, memory=700 << 20, disk=16 << 20, output=100_000)
HONEST = ("right", "right-again", "starter")
KINDS = {courses.OURS: courses.ours, courses.PLAIN: courses.plain_course}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at from outside, before and after."""

    course: dict[str, str]
    installation: dict[str, tuple[int, int]]
    mounts: set[str]
    left_behind: list[str]


@dataclass(frozen=True, slots=True)
class Graded:
    """A class after grading."""

    target: Target
    outcomes: dict[str, list[Outcome]]
    before: Seen
    after: Seen
    processes: list[str]
    """Processes of the sandbox that still run."""

    def outcome(self, student: str) -> Outcome:
        """Return a student's one outcome."""
        (outcome,) = self.outcomes[student]
        return outcome

    def shown(self) -> list[tuple[str, str, str]]:
        """Return what cells that ran learners' code left: student, cell, all its outputs as text."""
        return [
            (student, cell.name, json.dumps(cell.outputs))
            for student, outcomes in self.outcomes.items()
            for outcome in outcomes
            for _notebook, cell in outcome.cells
            if not _is_judged(cell)
        ]


def attacks_on(kind: str) -> list[Attack]:
    """Return the attacks that are handed in to a course."""
    return [attack for attack in load_attacks() if kind in attack.most]


def grade_class(kind: str, root: Path) -> Graded:
    """Write the course, hand everything in, grade it once, and look around before and after."""
    target = KINDS[kind](root)
    courses.plant_secrets(target, CANARY)
    students = (*_hand_in_honest(target), *_hand_in_odd(target), *_hand_in_attacks(target))
    course = course_folder(target.root)
    released = read_assignment(target.assignment, course.source_folder(target.assignment))
    before = _look(target)
    outcomes: dict[str, list[Outcome]] = {student: [] for student in students}
    namespaces: set[str] = set()

    def finished(outcome: Outcome) -> None:
        outcomes[outcome.student].append(outcome)
        namespaces.update(evidence.namespaces_below(os.getpid()))

    with patch.dict(os.environ, {VARIABLE: DRIVERS_CANARY}):
        Batch(course, released, students, workers=WORKERS, limits=LIMITS).run(lambda _decided: None, finished)
    assert namespaces, "no sandbox was seen at work"
    return Graded(target, outcomes, before, _look(target), evidence.processes_in(namespaces))


def _look(target: Target) -> Seen:
    course = {name: digest for name, digest in evidence.contents(target.root).items() if not _own_state(name)}
    return Seen(course, evidence.installation(), evidence.mounts(), evidence.left_behind())


def _own_state(name: str) -> bool:
    """Whether a file is one that grading itself keeps."""
    return name.startswith(".autograder/") and name != ".autograder/jobs.json"


def _hand_in_honest(target: Target) -> tuple[str, ...]:
    answers = dict(zip(HONEST, (target.solution, target.solution, None), strict=True))
    for student, answer in answers.items():
        target.hand_in(student, target.filled(answer))
    return HONEST


def _hand_in_odd(target: Target) -> list[str]:
    cases = notebooks.cases_for(target.kind)
    for case in cases:
        case.build(target, target.folder(case.name))
    return [case.name for case in cases]


def _hand_in_attacks(target: Target) -> list[str]:
    students = [(student, attack) for attack in attacks_on(target.kind) for student in attack.students]
    for student, attack in students:
        target.hand_in(student, target.attacked(attack.cells))
    return [student for student, _attack in students]


def _is_judged(cell: CellOutcome) -> bool:
    return cell.role is Role.GRADE
