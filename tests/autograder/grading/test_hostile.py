"""Nothing that a learner hands in forges a point, learns a secret, stops the batch or outlives it.

The attacks are files below `tests/hostile`; each runs on an assignment of ours and on a plain nbgrader one,
in one batch with honest learners.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from autograder import cli
from autograder.grading.results import GRADED
from autograder.sandbox.isolation import findings
from tests.hostile import courses, notebooks
from tests.hostile.class_of_hostiles import (
    CANARY,
    DRIVERS_CANARY,
    HONEST,
    KINDS,
    LIMITS,
    TOLD,
    attacks_on,
    grade_class,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.attacks import Attack
    from tests.hostile.class_of_hostiles import Graded
    from tests.hostile.notebooks import Odd

_missing = "; ".join(f"{item.name}: {item.detail}" for item in findings() if not item.there)
pytestmark = pytest.mark.skipif(bool(_missing), reason=f"learners' code cannot be isolated here: {_missing}")

attacks = pytest.mark.parametrize(
    ("graded", "attack"),
    [
        pytest.param(
            kind, attack, id=f"{kind}-{attack.name}", marks=pytest.mark.xdist_group(f"hostile {kind}")
        )
        for kind in KINDS
        for attack in attacks_on(kind)
    ],
    indirect=["graded"],
)
odd = pytest.mark.parametrize(
    ("graded", "case"),
    [
        pytest.param(kind, case, id=f"{kind}-{case.name}", marks=pytest.mark.xdist_group(f"hostile {kind}"))
        for kind in KINDS
        for case in notebooks.cases_for(kind)
    ],
    indirect=["graded"],
)
courses_both = pytest.mark.parametrize(
    "graded",
    [pytest.param(kind, id=kind, marks=pytest.mark.xdist_group(f"hostile {kind}")) for kind in KINDS],
    indirect=True,
)

_classes: dict[str, Graded | None] = {}


@pytest.fixture
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """Grade each class once."""
    kind = request.param
    if kind not in _classes:
        _classes[kind] = None
        _classes[kind] = grade_class(kind, tmp_path_factory.mktemp(kind))
    found = _classes[kind]
    assert found is not None, "the class could not be graded: the first error says why"
    return found


@attacks
def test_an_attack_earns_no_more_than_its_file_says(graded: Graded, attack: Attack) -> None:
    """No forged point, and an outcome that blames nobody else."""
    for student in attack.students:
        outcome = graded.outcome(student)
        assert (outcome.score or 0.0) <= attack.most[graded.target.kind], _points(graded, student)
        if attack.status == GRADED:
            assert outcome.status == GRADED, outcome.reasons


@odd
def test_an_odd_submission_has_the_outcome_that_it_deserves(graded: Graded, case: Odd) -> None:
    """What can be graded keeps the points of its right answers; the rest is named with its reason."""
    outcome = graded.outcome(case.name)
    assert (outcome.status, case.said in " ".join((*outcome.reasons, *outcome.remarks))) == (
        case.status,
        True,
    )
    if case.status == GRADED:
        lost = {name for name, cell in outcome.graded_cells.items() if cell.points != cell.max_points}
        expected = {
            name for name in outcome.graded_cells if name.partition("/")[2].removeprefix("test-") in case.lost
        }
        assert lost == expected, _points(graded, case.name)


@courses_both
def test_honest_learners_get_what_they_earned(graded: Graded) -> None:
    """Whatever the others do in the same batch, a right notebook has all points and an empty one none."""
    scores = [graded.outcome(student).score for student in HONEST]
    assert scores == [graded.target.total, graded.target.total, 0.0], _points(graded, HONEST[0])


@courses_both
def test_every_submission_has_one_outcome(graded: Graded) -> None:
    """Nobody is lost, nobody is counted twice, and nothing is called a fault of ours."""
    assert {student: len(found) for student, found in graded.outcomes.items()} == dict.fromkeys(
        graded.outcomes, 1
    )
    reasons = [
        reason for found in graded.outcomes.values() for outcome in found for reason in outcome.reasons
    ]
    assert [reason for reason in reasons if "fault of the grader" in reason or "judge ended" in reason] == []


@courses_both
def test_no_output_holds_a_secret(graded: Graded) -> None:
    """No reference, hidden check, file, variable or message of another submission comes out of a learner's cell."""
    secrets = (CANARY, DRIVERS_CANARY, *TOLD, *graded.target.secrets)
    escaped = [(secret, json.dumps(secret)[1:-1]) for secret in secrets]
    leaks = {
        (student, cell, secret)
        for student, cell, text in graded.shown()
        for secret, written in escaped
        if written in text
    }
    assert leaks == set()


@courses_both
def test_what_cells_leave_is_bounded(graded: Graded) -> None:
    """A flood of output stays near the limit, however it was made."""
    sizes = {(student, cell): len(text) for student, cell, text in graded.shown()}
    assert {place: size for place, size in sizes.items() if size > 3 * LIMITS.output} == {}


@courses_both
def test_nothing_outside_changes(graded: Graded) -> None:
    """The course folder, the installation, start-up files and mounts are as they were."""
    assert graded.after.course == graded.before.course
    assert graded.after.installation == graded.before.installation
    assert graded.after.mounts == graded.before.mounts
    assert graded.after.left_behind == []


@courses_both
def test_no_process_outlives_the_batch(graded: Graded) -> None:
    """Daemons, forks and stopped processes end with their submission."""
    assert graded.processes == []


def test_odd_names_do_not_stop_the_command(tmp_path: Path) -> None:
    """Names that are no text, markup or control characters reach the report, not the terminal's controls."""
    target = courses.plain_course(tmp_path / "course")
    names = ("odd-another-name", "odd-a-name-of-bytes")
    for case in notebooks.CASES:
        if case.name in names:
            case.build(target, target.folder(case.name))
    target.folder("[bold]").joinpath("[red]x[bold.ipynb").write_text("{}")
    report = tmp_path / "report.json"
    ran = CliRunner().invoke(
        cli.app, ["grade", target.assignment, "--course-dir", str(target.root), "--json", str(report)]
    )
    assert (ran.exit_code, ran.exception.__class__) == (1, SystemExit), ran.output
    assert "\x1b[2J" not in ran.output
    told = {item["student"]: item["status"] for item in json.loads(report.read_text())["submissions"]}
    assert told == dict.fromkeys(["[bold]", *names], notebooks.ATTENTION)


def _points(graded: Graded, student: str) -> dict[str, object]:
    """Return what an outcome consists of, for the message of a failed assert."""
    cells = graded.outcome(student).graded_cells
    return {
        name: (cell.points, cell.failure, cell.sealed, cell.fault)
        for name, cell in cells.items()
        if cell.points
    }
