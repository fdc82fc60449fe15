"""What is offered next is unlocked, weak and short; a due review changes the offer and nothing else."""

from __future__ import annotations

from datetime import timedelta

from course.next_step import due_reviews
from course.overview import Overview, overview_of
from course.records import Record, merge
from tests.course.progress_samples import START, Task, attempt
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

COURSE = whole_course()


def offered(*records: Record) -> str:
    """Return the exercise that is offered after these records."""
    step = overview_of(COURSE, merge(records), NOW).next
    assert step is not None
    return step.task.id


def passed(*names: str) -> list[Record]:
    """Return passes of some exercises."""
    tasks = [COURSE.by_id[name] for name in names]
    return [attempt(task.points, most=task.points, exercise=task.id) for task in tasks]


def of_module(overview: Overview, number: int) -> list[str]:
    """Return the exercises of a module."""
    return [task.id for task in overview.syllabus.tasks if int(task.module[:2]) == number]


def test_a_newcomer_is_offered_the_first_exercise() -> None:
    """Nothing comes before module 0."""
    assert offered() == "clip_to_range"


def test_a_module_that_was_begun_is_finished_before_another_begins() -> None:
    """One pass does not send the learner elsewhere, though a new module's skill would be weaker."""
    start = passed("clip_to_range", "predict_views", "diff_stats", "merge_base")

    assert offered(*start, *passed("pairwise_sq_dists")) == "standardize_columns"
    assert offered(*start, *passed("is_balanced")) == "RingBuffer"


def test_modules_come_after_those_that_lead_to_them() -> None:
    """With module 0 done, only modules right after it are offered, never one from the middle."""
    start = passed("clip_to_range", "predict_views", "diff_stats", "merge_base")

    assert COURSE.by_id[offered(*start)].module[:2] in ("01", "02", "06")


def test_of_modules_that_are_equally_new_the_first_comes_first() -> None:
    """The course's order decides, not which of their first exercises is short."""
    start = passed("clip_to_range", "predict_views", "diff_stats", "merge_base")

    assert offered(*start) == of_module(overview_of(COURSE, merge(start), NOW), 1)[0]


def test_nothing_passed_is_offered_again() -> None:
    """For every simulated learner the offer is an exercise that is still open."""
    for name in LEARNERS:
        found = overview_of(COURSE, simulated(name, COURSE.tasks), NOW)
        assert found.next is not None
        assert found.exercises[found.next.task.id].last_pass is None


def test_the_reason_names_the_skill_and_the_minutes() -> None:
    """A learner reads why this one, and how long it takes."""
    step = overview_of(COURSE, (), NOW).next
    assert step is not None

    assert step.why.endswith("about 10 minutes")
    assert "(new)" in step.why


def test_reviews_come_up_on_the_day_and_the_longest_due_first() -> None:
    """A pass is due after one day, not before; the older of two comes first."""
    tasks = [Task("pca"), Task("rank")]
    records = [attempt(4, 0), attempt(4, 2, exercise="rank")]

    def due(day: float) -> list[str]:
        from course.mastery import standings

        now = START + timedelta(days=day)
        return [review.task.id for review in due_reviews(tasks, standings(tasks, records), now)]  # ty: ignore[invalid-argument-type]

    assert [due(0.9), due(1), due(2.5), due(3)] == [[], ["pca"], ["pca"], ["pca", "rank"]]
