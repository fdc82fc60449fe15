"""Mastery is what the design promises: help costs a little, later work restores it, nothing is taken away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.mastery import Standing, State, module_points, replay, skill_standings, standings
from tests.course.progress_samples import START, Task, attempt, event, review

if TYPE_CHECKING:
    from course.records import Record

PCA = Task("pca")


def standing(*records: Record) -> Standing:
    """Return what these records show about `pca`."""
    return standings([PCA], records)["pca"]


def hint(number: int, day: float = 0) -> Record:
    """Return that a hint was shown."""
    return event("hint", day, number=number)


def opened(day: float = 0, answer_sha: str = "reference") -> Record:
    """Return that the solution was opened."""
    return event("solution", day, gave_up=True, answer_sha=answer_sha)


def grade(points: float, day: float = 0, **fields: object) -> Record:
    """Return an instructor's grade of 4 points at most."""
    return event("grade", day, points=points, max_points=4, assessor="A. Teacher", **fields)


@pytest.mark.parametrize(
    ("records", "points", "mastery"),
    [
        ([], 0, 0),
        ([attempt(0)], 0, 0),
        ([attempt(3), attempt(1)], 3, 0.75),
        ([attempt(4)], 4, 1),
        ([hint(1), attempt(4)], 4, 0.9),
        ([hint(1), hint(1), attempt(4)], 4, 0.9),
        ([hint(1), hint(2), hint(3), attempt(4)], 4, 0.7),
        ([hint(1), hint(2), hint(3), hint(4), hint(5), attempt(2)], 2, 0.35),
        ([attempt(4), hint(1), hint(2)], 4, 1),
        ([attempt(2), hint(1), attempt(4)], 4, 0.9),
        ([opened(), attempt(4)], 1.2, 0.3),
        ([opened(), attempt(1)], 1, 0.25),
        ([attempt(2), opened(), attempt(4)], 2, 0.5),
        ([attempt(4), opened(), attempt(4)], 4, 1),
        ([hint(1), hint(2), hint(3), attempt(4), opened()], 4, 0.7),
        ([hint(1), opened(), attempt(4), review(4, 1)], 4, 1),
        ([opened(), attempt(4), review(3, 1)], 1.2, 0.3),
        ([opened(), attempt(4), review(4, 1, answer_sha="reference")], 1.2, 0.3),
        ([opened(), attempt(4), review(4, 1, hints=2)], 4, 0.8),
        ([opened(), review(4, 1, hints=2), attempt(4, 2)], 4, 1),
        ([attempt(5)], 4, 1),
        ([attempt(-1)], 0, 0),
        ([attempt(1, most=0)], 0, 0),
        ([attempt(1, most=2)], 2, 0.5),
        ([grade(3)], 3, 0.75),
        ([attempt(4), grade(2, 1)], 4, 1),
        ([hint(1), grade(4)], 4, 0.9),
        ([opened(), grade(4)], 1.2, 0.3),
    ],
)
def test_an_exercise_is_worth_its_best_attempt_less_the_help_before_it(
    records: list[Record], points: float, mastery: float
) -> None:
    """Points know the cap of an opened solution; mastery knows the hints, too; a passed review restores both."""
    found = standing(*records)

    assert (found.points, found.mastery) == (points, mastery)


@pytest.mark.parametrize(
    ("records", "assessor"),
    [
        ([attempt(4)], ""),
        ([grade(4)], "A. Teacher"),
        ([attempt(4), grade(4, 1)], "A. Teacher"),
        ([attempt(4), grade(3, 1)], ""),
        ([grade(3), attempt(4, 1)], ""),
        ([attempt(4, source="instructor")], "an instructor"),
        ([grade(0)], ""),
    ],
)
def test_an_instructor_vouches_for_what_the_instructor_saw(records: list[Record], assessor: str) -> None:
    """What counts is reviewed if a grade is at least as good as it; a better own check is the learner's own."""
    assert standing(*records).assessor == assessor


def test_the_steps_lead_to_where_the_exercise_stands() -> None:
    """Each step is a record that showed more, or a grade; the last one says what counts now."""
    records = [attempt(2), attempt(1, 1), hint(1, 1), attempt(4, 2), grade(3, 3), attempt(4, 4), review(4, 5)]

    found, steps = replay([PCA], records)

    assert [(step.kind, step.points, step.passed, step.attempts) for step in steps] == [
        ("attempt", 0.5, False, 1),
        ("attempt", 1.0, True, 3),
        ("grade", 1.0, False, 3),
        ("review", 1.0, True, 4),
    ]
    assert (steps[-1].mastery, steps[-1].reviews) == (found["pca"].mastery, 1)


def test_a_review_falls_due_at_growing_distances_from_the_last_pass() -> None:
    """1, 3, 7, 21 and 60 days, by how many reviews passed before; a failed one changes nothing."""
    assert standing(attempt(3)).review_due is None
    records, day, distances = [attempt(4)], 0, []
    for _ in range(6):
        due = standing(*records).review_due
        assert due is not None
        distances.append((due - START - timedelta(days=day)).days)
        day += distances[-1]
        records += [review(2, day - 0.5), review(4, day)]

    assert distances == [1, 3, 7, 21, 60, 60]


def test_records_under_a_former_id_count_for_the_exercise() -> None:
    """Renaming an exercise costs nobody anything."""
    renamed = Task("principal_axes", was=("pca",))

    assert standings([renamed], [attempt(4)])["principal_axes"].points == 4


def test_records_of_unknown_exercises_and_kinds_change_nothing() -> None:
    """What a later course or a removed exercise left in the log is no evidence here."""
    others = [attempt(4, exercise="gone"), event("duel", score=4, max=4), event("attempt", exercise=None)]

    assert standings([PCA], others) == standings([PCA], [])


@pytest.mark.parametrize(
    ("scores", "reviewed", "mastery", "state"),
    [
        ((0, 0), False, 0.0, State.NOT_STARTED),
        ((1, 0), False, 0.0625, State.STARTED),
        ((4, 0), False, 0.25, State.STARTED),
        ((0, 12), False, 0.75, State.PROFICIENT),
        ((4, 3), False, 0.4375, State.FAMILIAR),
        ((4, 12), False, 1.0, State.PROFICIENT),
        ((4, 12), True, 1.0, State.MASTERED),
        ((4, 9), True, 0.8125, State.PROFICIENT),
    ],
)
def test_a_skill_is_the_mean_of_its_exercises_weighted_by_points(
    scores: tuple[int, int], *, reviewed: bool, mastery: float, state: State
) -> None:
    """Mastered takes 85 % and a review that passed after the exercise had been passed."""
    tasks = [PCA, Task("rank", points=12), Task("other", skills=("S002",))]
    records = [attempt(scores[0]), attempt(scores[1], exercise="rank", most=12)]
    records += [review(4, 1)] if reviewed else []

    found = skill_standings(tasks, standings(tasks, records))["S001"]

    assert (found.mastery, found.state, found.exercises) == (mastery, state, ("pca", "rank"))


def test_three_hints_everywhere_are_proficient() -> None:
    """The floor of the hint factor is exactly the bound of the state, whatever rounding does."""
    tasks = [Task(f"t{n}", points=points) for n, points in enumerate((2, 4, 6, 4, 2))]
    records = [record for task in tasks for record in helped(task)]

    assert skill_standings(tasks, standings(tasks, records))["S001"].state is State.PROFICIENT


def helped(task: Task) -> list[Record]:
    """Return three hints and a pass."""
    hints = [event("hint", exercise=task.id, number=n) for n in (1, 2, 3)]
    return [*hints, attempt(task.points, most=task.points, exercise=task.id)]


def test_a_review_before_any_pass_is_not_a_later_one() -> None:
    """The first pass, in whatever way, is what a review comes after."""
    tasks = [PCA]

    first = skill_standings(tasks, standings(tasks, [review(4, 0)]))["S001"]
    second = skill_standings(tasks, standings(tasks, [review(4, 0), review(4, 1)]))["S001"]

    assert (first.state, second.state) == (State.PROFICIENT, State.MASTERED)


def test_points_add_up_by_module() -> None:
    """Each module shows what was earned and what there is to earn."""
    tasks = [PCA, Task("rank", points=6), Task("sort", points=2, module="06_cs_foundations")]
    records = [attempt(3), attempt(2, exercise="sort", most=2)]

    assert module_points(tasks, standings(tasks, records)) == {
        "02_linear_algebra_numpy": (3.0, 10),
        "06_cs_foundations": (2.0, 2),
    }


TASKS = [PCA, Task("rank", points=6, skills=("S001", "S002"))]
NAMES = st.sampled_from(["pca", "rank"])
DAYS = st.integers(0, 6)
SHAS = st.sampled_from(["own", "reference"])
EVIDENCE = st.one_of(
    st.builds(lambda e, s, d, a: attempt(s, d, exercise=e, answer_sha=a), NAMES, st.integers(0, 4), DAYS, SHAS),
    st.builds(
        lambda e, s, d, h, a: event("review", d, exercise=e, score=s, max=4, hints=h, answer_sha=a),
        NAMES, st.integers(3, 4), DAYS, st.integers(0, 4), SHAS,
    ),
    st.builds(lambda e, p, d: grade(p, d, exercise=e), NAMES, st.integers(0, 4), DAYS),
)  # fmt: skip
HELP = st.one_of(
    st.builds(lambda e, n, d: event("hint", d, exercise=e, number=n), NAMES, st.integers(1, 3), DAYS),
    st.builds(lambda e, d: event("solution", d, exercise=e, answer_sha="reference"), NAMES, DAYS),
    st.builds(lambda d: event("from a later version", d, exercise="pca", score=9, max=9), DAYS),
)
RECORDS = st.lists(EVIDENCE | HELP, max_size=12)


def numbers(records: list[Record]) -> list[float]:
    """Return everything that may not fall: points and mastery of exercises, mastery and state of skills."""
    found = standings(TASKS, records)
    skills = skill_standings(TASKS, found).values()
    states = [[*State].index(skill.state) for skill in skills]
    return [x for s in found.values() for x in (s.points, s.mastery)] + [s.mastery for s in skills] + states


@given(RECORDS, EVIDENCE)
def test_more_evidence_never_lowers_anything(records: list[Record], more: Record) -> None:
    """An attempt or a review, whenever it happened and however it went, takes nothing away."""
    assert all(new >= old for old, new in zip(numbers(records), numbers([*records, more]), strict=True))


@given(RECORDS, st.lists(HELP, max_size=4))
def test_what_happens_later_never_lowers_anything(records: list[Record], later: list[Record]) -> None:
    """Hints and solutions after the fact cost nothing that was earned before."""
    moved = [event(r.kind, 10, **{k: r.data[k] for k in r.data.keys() - HEAD}) for r in later]

    assert numbers([*records, *moved]) == numbers(records)


HEAD = {"v", "id", "device", "seq", "t", "kind"}


@given(RECORDS, st.randoms())
def test_the_order_in_which_records_are_read_makes_no_difference(
    records: list[Record], random: object
) -> None:
    """Mastery depends on when things happened, not on which file they came from."""
    shuffled = random.sample(records, len(records))  # ty: ignore[unresolved-attribute]

    assert standings(TASKS, shuffled) == standings(TASKS, records)


@given(RECORDS)
def test_numbers_stay_within_their_bounds(records: list[Record]) -> None:
    """Points never exceed an exercise's points, and mastery lies between 0 and 1."""
    for found in standings(TASKS, records).values():
        assert 0 <= found.points <= found.max_points
        assert 0 <= found.mastery <= 1
        assert found.mastery <= found.points / found.max_points + 1e-6


def test_only_a_review_moves_the_reminder() -> None:
    """Solving it again in the old notebook does not, and a review that was not due yet only counts the days anew."""
    solved_again = standing(attempt(4), attempt(4, 0.9, answer_sha="other"))
    too_early = standing(attempt(4), review(4, 0.5))

    assert solved_again.review_due == START + timedelta(days=1)
    assert (too_early.reviews, too_early.review_due) == (0, START + timedelta(days=1.5))


def test_a_review_takes_what_it_needs_of_help_from_nobody_else() -> None:
    """Hints count in their own review; one in which the solution was opened shows nothing, the next one does."""
    own_hint = event("hint", 1, number=1, review="a")
    spoiled = [attempt(4), event("solution", 1, answer_sha="reference", review="a"), review(4, 1, name="a")]

    assert standing(attempt(2), own_hint, attempt(4, 2)).mastery == 1
    assert standing(*spoiled).reviews == 0
    assert standing(*spoiled, review(4, 2, name="b")).reviews == 1


def test_who_solved_it_alone_may_write_what_the_solution_says() -> None:
    """A short answer often equals ours; it counts as a review where the solution was opened after a pass."""
    found = standing(attempt(4), opened(), review(4, 1, answer_sha="reference"))

    assert (found.reviews, found.mastery) == (1, 1)
