"""Six learners whose logs are simulated, the same for the same seed: for tests, benchmarks and screenshots.

beginner            two weeks in, first module, a wrong answer before most right ones
steady              eight months, three study days a week, reviews when they are due, two levels
hint_heavy          asks for hints nearly always, opens some solutions
returning           did much, was away for five months, came back yesterday
experienced         skipped ahead by a placement, then works on the highest modules
instructor_graded   in a class: the same exercises graded, a capstone reviewed
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from course.records import Record, merge, to_record, write_time
from course.story import REVIEW_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.syllabus import Task

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
TEACHER = "Dr. R. Osei"


@dataclass
class Learner:
    """Writes a log while time goes by."""

    name: str
    time: datetime
    chance: random.Random
    lines: list[dict[str, object]] = field(default_factory=list)

    def write(self, kind: str, *, minutes: float = 0, **fields: object) -> None:
        """Let some time pass, then add a record."""
        self.time += timedelta(minutes=minutes)
        n = len(self.lines) + 1
        head = {"v": 1, "id": f"{self.name}-{n:05d}", "device": self.name, "seq": n}
        self.lines.append({**head, "t": write_time(self.time), "kind": kind, **fields})

    def wait(self, days: float) -> None:
        """Go on at some hour of a later day."""
        day = (self.time + timedelta(days=days)).replace(hour=self.chance.randint(7, 20), minute=0)
        self.time = max(self.time, day)

    def solve(self, task: Task, *, tries: int = 0, hints: int = 0, give_up: bool = False) -> None:
        """Fail so often, ask for hints, then pass; or open the solution and repeat it."""
        self.write("prediction", minutes=2, question=f"{task.id}_guess", choice="a")
        for number in range(1, hints + 1):
            self.attempt(task, task.points // 2, answer=f"half {number}")
            self.write("hint", minutes=1, exercise=task.id, number=number)
        for number in range(tries):
            self.attempt(task, self.chance.randint(0, task.points - 1), answer=f"wrong {number}")
        if give_up:
            self.write("solution", minutes=2, exercise=task.id, gave_up=True, answer_sha="reference")
        self.attempt(task, task.points, answer="right")

    def attempt(self, task: Task, score: int, *, answer: str, source: str = "self") -> None:
        """Check an answer."""
        fields = {"exercise": task.id, "exercise_version": 1, "score": score, "max": task.points}
        verdicts = ["passed"] if score == task.points else ["passed", "failed"]
        minutes = self.chance.randint(2, 9)
        self.write("attempt", minutes=minutes, **fields, verdicts=verdicts, source=source, answer_sha=answer)

    def review(self, task: Task, *, passed: bool = True) -> None:
        """Solve the exercise again from its starter."""
        fields = {"exercise": task.id, "max": task.points, "hints": 0, "answer_sha": "by heart"}
        self.write("review", minutes=6, score=task.points if passed else 1, **fields)

    def grade(self, task: Task, points: float) -> None:
        """Get a grade, in the form in which an import leaves it in the log."""
        time = write_time(self.time)
        fields = {"exercise": task.id, "version": 1, "points": points, "max_points": task.points}
        self.write("grade", **fields, time=time, assessor=TEACHER)

    def capstone(self, letter: str, score: int, *, assessor: str = "", **rubric: int) -> None:
        """Hand in a capstone of 60 points, with the marks of its rubric."""
        name, marks = f"capstone_{letter}", {"question": 2, "uncertainty": 2, "limits": 1, **rubric}
        if assessor:
            graded = {"points": score, "max_points": 60, "time": write_time(self.time), "assessor": assessor}
            self.write("grade", exercise=name, version=1, rubric=marks, **graded)
        else:
            self.write("attempt", exercise=name, score=score, max=60, source="self", rubric=marks)

    def set(self, name: str, value: object) -> None:
        """Choose a setting."""
        self.write("setting", name=name, value=value)

    def records(self) -> tuple[Record, ...]:
        """Return the log."""
        return merge(map(to_record, self.lines))


def seeded(seed: int) -> random.Random:
    """Return chance that is the same each time."""
    return random.Random(seed)  # noqa: S311 - nothing secret depends on it


def of_modules(tasks: Sequence[Task], *numbers: int) -> list[Task]:
    """Return the exercises of some modules."""
    return [task for task in tasks if int(task.module[:2]) in numbers]


def beginner(tasks: Sequence[Task], seed: int = 1) -> Learner:
    """Two weeks in."""
    me = Learner("beginner", NOW - timedelta(days=13), seeded(seed))
    me.set("goal", 2)
    for task in tasks[:6]:
        me.solve(task, tries=me.chance.randint(0, 2), hints=me.chance.choice((0, 0, 1)))
        me.wait(me.chance.choice((1, 2, 3)))
    me.attempt(tasks[6], 1, answer="half")
    return me


def steady(tasks: Sequence[Task], seed: int = 2) -> Learner:
    """Months of regular work: Entry reached, most of Junior."""
    me = Learner("steady", NOW - timedelta(days=238), seeded(seed))
    me.set("goal", 3)
    me.set("outside.S082", value=True)
    due: list[tuple[datetime, int, Task]] = []
    for task in of_modules(tasks, *range(13)):
        for when, passes, old in [each for each in due if each[0] <= me.time]:
            due.remove((when, passes, old))
            me.review(old)
            gap = REVIEW_DAYS[min(passes + 1, len(REVIEW_DAYS) - 1)]
            due.append((me.time + timedelta(days=gap), passes + 1, old))
        hints = me.chance.choice((0, 0, 0, 1))
        me.solve(task, tries=me.chance.choice((0, 0, 1, 2)), hints=hints)
        due.append((me.time + timedelta(days=REVIEW_DAYS[0]), 0, task))
        me.wait(me.chance.choice((2, 2, 3)))
        if task.id == "cache_misses":
            me.capstone("a", 51)
    return me


def hint_heavy(tasks: Sequence[Task], seed: int = 3) -> Learner:
    """Needs help with nearly everything, and keeps on."""
    me = Learner("hint_heavy", NOW - timedelta(days=70), seeded(seed))
    for task in of_modules(tasks, 0, 1, 2, 3):
        me.solve(task, hints=me.chance.choice((1, 2, 3, 3)), give_up=me.chance.random() < 0.25)
        me.wait(me.chance.choice((1, 2, 3)))
    return me


def returning(tasks: Sequence[Task], seed: int = 4) -> Learner:
    """Everything of Entry long ago, and a first exercise yesterday."""
    me = Learner("returning", NOW - timedelta(days=260), seeded(seed))
    for task in of_modules(tasks, *range(7)):
        me.solve(task, tries=me.chance.choice((0, 1)))
        me.wait(me.chance.choice((1, 1, 2)))
    me.capstone("a", 44)
    me.time = NOW - timedelta(days=1)
    for task in of_modules(tasks, 2)[:2]:
        me.review(task)
    return me


def experienced(tasks: Sequence[Task], seed: int = 5) -> Learner:
    """A placement shows the basics in one hour; then straight to the later modules."""
    me = Learner("experienced", NOW - timedelta(days=60), seeded(seed))
    for task in of_modules(tasks, *range(13)):
        score = task.points if me.chance.random() < 0.9 else task.points // 2
        me.attempt(task, score, answer="placement", source="placement")
    for letter, score in (("a", 57), ("b", 55)):
        me.wait(2)
        me.capstone(letter, score, mentoring=2)
    for task in of_modules(tasks, 13, 14, 15, 17)[:30]:
        me.solve(task, tries=me.chance.choice((0, 0, 1)))
        me.wait(me.chance.choice((1, 1, 2)))
    me.set("outside.S082", value=True)
    me.set("outside.S088", value=True)
    return me


def instructor_graded(tasks: Sequence[Task], seed: int = 6) -> Learner:
    """A class: each module handed in and graded, the first capstone reviewed."""
    me = Learner("instructor_graded", NOW - timedelta(days=100), seeded(seed))
    me.set("goal", 4)
    for number in range(7):
        for task in of_modules(tasks, number):
            me.solve(task, tries=me.chance.choice((0, 1, 1)), hints=me.chance.choice((0, 0, 1)))
            me.wait(me.chance.choice((0, 1, 2)))
        for task in of_modules(tasks, number):
            me.grade(task, task.points if me.chance.random() < 0.8 else task.points - 1)
    me.capstone("a", 52, assessor=TEACHER)
    return me


def finished(tasks: Sequence[Task], seed: int = 7) -> Learner:
    """Everything, twice: the longest evidence that there can be. Not one of the six."""
    me = Learner("finished", NOW - timedelta(days=700), seeded(seed))
    for letter, modules in zip("abcd", (range(7), range(7, 13), range(13, 18), (18, 19)), strict=True):
        for task in of_modules(tasks, *modules):
            me.solve(task)
            me.wait(2)
            me.review(task)
            me.grade(task, task.points)
        me.capstone(letter, 55, assessor=TEACHER, mentoring=2, **{"design document": 2})
    for skill in ("S082", "S083", "S084", "S085", "S088", "S092", "S093", "S098"):
        me.set(f"outside.{skill}", value=True)
    return me


LEARNERS: dict[str, Callable[[Sequence[Task]], Learner]] = {
    function.__name__: function
    for function in (beginner, steady, hint_heavy, returning, experienced, instructor_graded)
}


def up_to_now(learner: Learner) -> Learner:
    """Leave out what would happen after `NOW`."""
    learner.lines = [line for line in learner.lines if str(line["t"]) <= write_time(NOW)]
    return learner


def simulated(name: str, tasks: Sequence[Task]) -> tuple[Record, ...]:
    """Return the records of one of the six."""
    make = finished if name == "finished" else LEARNERS[name]
    return up_to_now(make(tasks)).records()
