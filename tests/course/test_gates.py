"""Levels open by points and capstones; life outside the course is listed and opens nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.gates import Gate, LevelStanding, Wording, capstone_standings, level_standings
from course.skills import read_levels
from tests.course.progress_samples import attempt, event

if TYPE_CHECKING:
    from course.records import Record

ALL = {f"{number:02d}_module": (10.0, 10) for number in range(20)}
LETTERS = {"entry": "a", "junior": "b", "mid": "c", "senior": "d"}
RUBRICS = {"entry": {}, "junior": {"mentoring": 1}, "mid": {"design document": 3}, "senior": {}}


def capstone(level: str, *, score: float = 36, source: str = "self", **rubric: int) -> Record:
    """Return a capstone that was handed in, of 60 points by machine."""
    marks = {"question": 2, **RUBRICS[level], **rubric}
    fields = {"exercise": f"capstone_{LETTERS[level]}", "source": source, "rubric": marks}
    return attempt(score, most=60, **fields)


def standing(name: str, points: dict[str, tuple[float, int]], *records: Record) -> LevelStanding:
    """Return how far one of the four levels has come."""
    return next(of for of in level_standings(read_levels(), points, records) if of.level.id == name)


def open_gates(of: LevelStanding) -> list[str]:
    """Return the gates that are not met."""
    return [gate.text for gate in of.gates if not gate.met]


def test_a_level_is_reached_with_its_points_and_its_capstone() -> None:
    """60 % of each module, 75 % of all, and a capstone: nothing else is asked."""
    points = {**ALL, "00_module": (6.0, 10)}
    assert standing("entry", points, capstone("entry")).reached
    assert open_gates(standing("entry", points)) == ["Capstone A"]
    assert open_gates(standing("entry", {**points, "00_module": (5.9, 10)}, capstone("entry"))) == [
        "Module 0: 60% of the points"
    ]
    thin = dict.fromkeys(ALL, (7.0, 10))
    assert open_gates(standing("entry", thin, capstone("entry"))) == [
        "All its modules together: 75% of the points"
    ]


def test_a_level_whose_modules_are_not_written_yet_cannot_be_reached() -> None:
    """The course never calls somebody ready on the strength of modules that do not exist."""
    only = {"02_linear_algebra_numpy": (36.0, 36)}

    gates = standing("entry", only, capstone("entry")).gates

    assert Gate("Modules 0, 1, 3, 4, 5, 6", met=False, have="not in the course yet") in gates
    assert gates[0] == Gate("Module 2: 60% of the points", met=True, have="36 of 36")


@pytest.mark.parametrize(
    ("level", "record", "met", "have"),
    [
        ("entry", capstone("entry"), True, "60% of the checked part, self-assessed"),
        ("entry", capstone("entry", source="instructor"), True, "60% of the checked part, reviewed"),
        ("entry", capstone("entry", score=35), False, "58% of the checked part, self-assessed"),
        ("entry", capstone("entry", limits=0), False, "60% of the checked part, rubric still open"),
        ("junior", capstone("junior"), True, "60% of the checked part, self-assessed"),
        ("junior", capstone("junior", mentoring=0), False, "60% of the checked part, rubric still open"),
        ("mid", attempt(60, most=60, exercise="capstone_c", rubric={"plan": 3}), False,
         "100% of the checked part, rubric still open"),
        ("senior", attempt(60, most=60, exercise="capstone_d"), False,
         "100% of the checked part, rubric still open"),
        ("senior", capstone("entry"), False, "not handed in"),
    ],
)  # fmt: skip
def test_a_capstone_needs_its_checked_part_and_every_criterion(
    level: str, record: Record, *, met: bool, have: str
) -> None:
    """60 % by machine and at least 1 on each criterion, the level's own included; who judged is shown."""
    gate = next(gate for gate in standing(level, ALL, record).gates if gate.text.startswith("Capstone"))

    assert (gate.met, gate.have) == (met, have)


def test_senior_asks_for_all_levels_below() -> None:
    """The highest level alone is no level."""
    capstones = [capstone(level) for level in LETTERS]

    assert standing("senior", ALL, *capstones).reached
    assert open_gates(standing("senior", ALL, *capstones[1:])) == ["Entry reached"]


def test_life_outside_is_ticked_and_computes_nothing() -> None:
    """The learner's last word counts, and a level is reached with or without it."""
    ticks = [
        event("setting", 0, name="outside.S082", value=True),
        event("setting", 0, name="outside.S083", value=1),
    ]
    found = standing("entry", ALL, capstone("entry"), *ticks)
    taken_back = event("setting", 1, name="outside.S082", value=False)

    assert found.outside == {"S082": True, "S083": False, "S084": False, "S085": False}
    assert found.reached
    assert not any(standing("entry", ALL, *ticks, taken_back).outside.values())


def test_skills_that_are_still_to_be_written_keep_a_level_shut() -> None:
    """A level that names a skill which nothing shows yet is not reached, and says which skill it is."""
    words = Wording(coming={"S087": "Learns alone", "S097": "Plans"}, names={0: "Start"})
    entry, junior, mid, senior = level_standings(
        read_levels(), ALL, [capstone(level) for level in LETTERS], words
    )

    assert Gate("A skill that it names", met=False, have="not in the course yet: Learns alone") in entry.gates
    assert [of.reached for of in (entry, junior, mid, senior)] == [False, True, False, False]
    assert entry.gates[0].text == "Module 0 Start: 60% of the points"


def test_a_capstone_that_is_not_written_yet_is_nobodys_omission() -> None:
    """Its gate says so, and is shut."""
    gate = level_standings(read_levels(), ALL, (), Wording(no_capstones=frozenset({"capstone_a"})))[0].gates[
        -1
    ]

    assert gate == Gate("Capstone A", met=False, have="not in the course yet")


def test_the_way_to_a_level_is_below_its_end_until_every_gate_is_met() -> None:
    """The share grows with what is met and is 1 exactly where the level is reached."""
    none, some = dict.fromkeys(ALL, (0.0, 10)), {**ALL, "00_module": (3.0, 10)}

    assert standing("entry", none).share == 0
    assert 0 < standing("entry", some).share < standing("entry", ALL).share < 1
    assert standing("entry", ALL, capstone("entry", score=35)).share < 1
    assert standing("entry", ALL, capstone("entry")).share == 1
    assert standing("senior", ALL, capstone("senior")).share == 0.99


def test_a_capstone_says_who_reviewed_it_and_when_it_counted() -> None:
    """The checked part and the rubric may come on different days; the later of them is the date."""
    checked = attempt(48, 1, most=60, exercise="capstone_a")
    judged = event(
        "grade", 5, exercise="capstone_a", points=40, max_points=60, assessor="B. C.", rubric={"limits": 2}
    )

    found = capstone_standings(read_levels(), [checked, judged])["capstone_a"]

    assert (found.share, found.passed, found.human, found.assessor) == (0.8, True, "reviewed", "B. C.")
    assert found.time == judged.time
    assert capstone_standings(read_levels(), [checked])["capstone_a"].passed is False
