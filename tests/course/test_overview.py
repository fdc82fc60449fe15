"""The overview is computed from the log alone: nothing decays, nothing appears without its reasons."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import log
from course.mastery import State
from course.overview import Overview, as_json, overview_of, read_overview
from course.records import Record, merge, to_record
from tests.course.progress_samples import attempt, event
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

ROOT = Path(__file__).parents[2]
COURSE = whole_course()
FINISHED = simulated("finished", COURSE.tasks)
SMALL = replace(COURSE, tasks=COURSE.tasks[:26])
"""The first three modules alone: small enough for many examples."""
STEADY = tuple(r for r in simulated("steady", COURSE.tasks) if r.text("exercise") in SMALL.by_id)


def numbers(found: Overview) -> list[float]:
    """Return everything that may not fall."""
    states = [[*State].index(view.state) for view in found.skills.values()]
    exercises = [x for of in found.exercises.values() for x in (of.points, of.mastery)]
    shown = [view.mastery for view in found.skills.values()] + [field.mastery for field in found.fields]
    return [
        *exercises,
        *shown,
        *states,
        *(of.reached for of in found.levels),
        *(of.share for of in found.roles),
    ]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted(LEARNERS)), st.integers(0, 4000))
def test_time_alone_never_lowers_a_number_or_a_level(name: str, days: int) -> None:
    """A due review changes what is offered, and the passing of years nothing else."""
    records = simulated(name, COURSE.tasks)
    now, later = (overview_of(COURSE, records, NOW + timedelta(days=n)) for n in (0, days))

    assert numbers(later) == numbers(now)
    assert later.reached == now.reached
    assert len(later.reviews) >= len(now.reviews)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, len(STEADY)))
def test_more_evidence_never_lowers_anything(random: object, count: int) -> None:
    """Attempts, reviews and grades add up; what else happened later takes nothing away."""
    some = random.sample(STEADY, count)  # ty: ignore[unresolved-attribute]
    kept = [record for record in STEADY if record.kind in ("hint", "solution") or record in some]
    fewer, all_of_it = (overview_of(SMALL, merge(records), NOW) for records in (kept, STEADY))

    assert [new >= old for old, new in zip(numbers(fewer), numbers(all_of_it), strict=True)].count(False) == 0


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_the_order_and_number_of_copies_make_no_difference(random: object, parts: int) -> None:
    """Logs of several devices, merged in any order and more than once, give the same overview."""
    logs = [[] for _ in range(parts)]
    for record in STEADY:
        random.choice(logs).append(record)  # ty: ignore[unresolved-attribute]
    shuffled = random.sample(logs, parts)  # ty: ignore[unresolved-attribute]

    assert overview_of(SMALL, merge(*shuffled, logs[0]), NOW) == overview_of(SMALL, merge(STEADY), NOW)


@settings(max_examples=10, deadline=None)
@given(st.sets(st.sampled_from(range(len(FINISHED))), max_size=400))
def test_a_level_never_appears_without_its_gates(dropped: set[int]) -> None:
    """Whatever is missing from a finished log, a reached level has its points and its capstone."""
    kept = tuple(record for n, record in enumerate(FINISHED) if n not in dropped)
    found = overview_of(COURSE, kept, NOW)
    points = {int(row.slug[:2]): (row.points, row.max_points) for row in found.modules}

    for of in found.levels:
        of_level = [points[number] for number in of.level.modules]
        modules = all(earned >= 0.6 * most for earned, most in of_level)
        together = sum(earned for earned, _ in of_level) >= 0.75 * sum(most for _, most in of_level)
        project = of.level.capstone in found.capstones and found.capstones[of.level.capstone].passed
        below = all(name in found.reached for name in of.level.requires)
        assert of.reached == (modules and together and project and below), of.level.id
        assert of.reached == (of.level.id in found.reached)


def test_everything_done_is_everything_reached() -> None:
    """The gates can be met: a finished learner has four levels, dated in order, and nothing left to do."""
    found = overview_of(COURSE, FINISHED, NOW)

    assert list(found.reached) == ["entry", "junior", "mid", "senior"]
    assert sorted(found.reached.values()) == list(found.reached.values())
    assert (found.target, found.next) == (None, None)
    assert min(view.share for view in found.roles) > 0.9


def test_a_skill_without_an_exercise_is_coming_and_keeps_its_level_shut() -> None:
    """As soon as nothing shows one named skill, it is called coming, and its level and those above are open."""
    tasks = tuple(replace(task, skills=tuple({*task.skills} - {"S079"})) for task in COURSE.tasks)
    found = overview_of(replace(COURSE, tasks=tasks), FINISHED, NOW)
    entry = found.levels[0]

    assert found.skills["S079"].coming
    assert found.skills["S079"].word == "coming"
    assert [gate.text for gate in entry.gates if not gate.met] == ["A skill that it names"]
    assert [of.reached for of in found.levels] == [False, True, True, False]


def test_a_capstone_that_is_not_written_is_called_coming() -> None:
    """Its gate says so instead of blaming the learner, and so do the skills that only it shows."""
    found = overview_of(replace(COURSE, capstones=frozenset()), simulated("beginner", COURSE.tasks), NOW)

    assert found.levels[0].gates[-1].have == "not in the course yet"
    assert found.skills["S081"].word == "coming"


@pytest.mark.parametrize(
    ("name", "reached", "passed"),
    [
        ("beginner", [], 6),
        ("steady", ["entry"], 104),
        ("hint_heavy", [], 31),
        ("returning", ["entry"], 62),
        ("experienced", ["entry", "junior"], 127),
        ("instructor_graded", ["entry"], 62),
    ],
)
def test_six_learners_stand_where_they_should(name: str, reached: list[str], passed: int) -> None:
    """Levels and passes of the simulated learners, who are the same on every machine."""
    found = overview_of(COURSE, simulated(name, COURSE.tasks), NOW)

    assert list(found.reached) == reached
    assert sum(row.passed for row in found.modules) == passed


def test_hints_cost_mastery_and_no_points() -> None:
    """Whoever needed help everywhere has all points of what was passed, and is less than proficient."""
    found = overview_of(COURSE, simulated("hint_heavy", COURSE.tasks), NOW)
    helped = [of for of in found.exercises.values() if of.hints == 3 and not of.solution_seen]

    assert helped
    assert {(of.points / of.max_points, of.mastery) for of in helped} == {(1.0, 0.7)}


def test_grades_are_shown_as_reviewed_by_their_assessor() -> None:
    """Work that an instructor graded says by whom; the learner's own checks never do."""
    graded = overview_of(COURSE, simulated("instructor_graded", COURSE.tasks), NOW)
    alone = overview_of(COURSE, simulated("steady", COURSE.tasks), NOW)

    assert graded.exercises["merge_base"].assessor == "Dr. R. Osei"
    assert graded.skills["S078"].assessors == ("Dr. R. Osei",)
    assert graded.capstones["capstone_a"].human == "reviewed"
    assert {of.assessor for of in alone.exercises.values()} == {""}
    assert alone.capstones["capstone_a"].human == "self-assessed"


def test_what_exists_is_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pass with one hint shows as full points, and as 90 % of its weight in each of its skills."""
    records = merge([event("hint", number=1), attempt(6, most=6)])
    monkeypatch.setattr(log, "read_all", lambda: log.Log(records))
    found = read_overview()
    row = next(row for row in found.modules if row.slug == "02_linear_algebra_numpy")

    assert (row.points, row.passed) == (6, 1)
    assert found.skills["S044"].mastery > 0
    assert found.exercises["pca"].mastery == 0.9
    assert [of.level.id for of in found.levels] == ["entry", "junior", "mid", "senior"]


def test_unknown_and_newer_records_survive_an_export() -> None:
    """Kinds and fields of a later version come out of the JSON as they went in, and count for nothing."""
    newer = to_record(
        {"v": 9, "id": "x", "device": "d", "seq": 1, "t": "2026-03-02T09:00:00+01:00", "kind": "duel",
         "exercise": "pca", "score": 9, "max": 9, "rival": {"name": ["?"]}}
    )  # fmt: skip
    records: tuple[Record, ...] = merge([newer, attempt(6, most=6)])
    found = overview_of(COURSE, records, NOW)

    assert merge(map(to_record, as_json(found)["records"])) == records
    assert numbers(found) == numbers(
        overview_of(COURSE, records[:1] if records[1] is newer else records[1:], NOW)
    )


def test_importing_progress_costs_next_to_nothing() -> None:
    """`from course import progress` imports no other module of ours before it is called."""
    code = (
        "import sys; from course import progress; print([m for m in sys.modules if m.startswith('course.')])"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
