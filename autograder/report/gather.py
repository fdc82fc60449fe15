"""Puts a class report together from the gradebook, remembered results, and graded notebooks."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from autograder.feedback.cells import graded_cells
from autograder.grading.handed_in import MAX_NOTEBOOK, NotGradable, read_bytes
from autograder.grading.released import marks_of
from autograder.grading.scores import Student, read_scores
from autograder.grading.state import kept_results
from autograder.report import summary
from autograder.report.summary import ClassReport, Fault, HardCheck, Learner, Misconception, Part
from autograder.report.tally import Remembered, Tally
from course.catalog import load
from course.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.grading.scores import Scores, Submission
    from autograder.grading.settings import CourseFolder

LOW = 40.0
"""Percent of the points below which somebody should look."""
MOST_LINES, LONGEST = 24, 1_200
"""Of an example of a learner's code."""
CANDIDATES = 5
"""How many answers are looked at for a short example."""


def gather(course: CourseFolder, assignment: str, read: Callable[[], None] = lambda: None) -> ClassReport:
    """Return the report of a class; raises `GraderError` where the assignment has not been graded.

    `read` is called for each submission whose results were read.
    """
    scores = read_scores(course, assignment)
    tally = Tally()
    for result in kept_results(course, assignment):
        tally.add(result)
        read()
    parts = tuple(_parts(scores))
    titles = {(part.notebook, part.name): part.title for part in parts}
    return ClassReport(
        assignment=assignment,
        course=course.course_id,
        learners=tuple(_learners(course, assignment, scores, tally.remembered)),
        parts=parts,
        checks=tuple(sorted(_checks(tally, titles) or _tests(parts), key=_hardest)),
        misconceptions=tuple(_misconceptions(course, assignment, tally, titles)),
        faults=tuple(Fault(*place, count) for place, count in tally.faults.most_common()),
        max_score=max(each.max_score for each in scores.submissions.values()),
        remembered=len(tally.remembered),
    )


# ---- learners --------------------------------------------------------------------------------------------


def _learners(
    course: CourseFolder, assignment: str, scores: Scores, remembered: dict[str, Remembered]
) -> Iterator[Learner]:
    most = max(each.max_score for each in scores.submissions.values())
    handed_in = {*course.students(assignment)}
    people = {student.id: student for student in scores.missing}
    people |= {name: each.student for name, each in scores.submissions.items()}
    for name in sorted({*people, *handed_in}):
        student = people.get(name) or Student(name)
        submission, known = scores.submissions.get(name), remembered.get(name, Remembered())
        if submission is not None:
            yield _graded(submission, known)
        elif name in handed_in:
            status = summary.NEEDS_ATTENTION if known.reasons else summary.NOT_GRADED
            again = f"handed in, but not graded: autograder grade {assignment} --student {name}"
            yield Learner(student, status, None, most, reasons=known.reasons or (again,))
        else:
            yield Learner(student, summary.MISSING, None, most)


def _graded(submission: Submission, known: Remembered) -> Learner:
    trouble = [f"its last grading: {reason}" for reason in known.reasons]
    status = summary.NEEDS_ATTENTION if trouble else summary.WAITING if submission.waiting else summary.GRADED
    return Learner(
        submission.student, status, submission.score, submission.max_score, submission.late_seconds,
        submission.penalty, submission.waiting, (*trouble, *_worries(submission, known)),
    )  # fmt: skip


def _worries(submission: Submission, known: Remembered) -> Iterator[str]:
    """Yield why somebody should look at a submission that has a score."""
    if known.untried:
        yield "nothing was attempted"
    elif not submission.waiting and submission.score < submission.max_score * LOW / 100:
        yield f"{100 * submission.score / submission.max_score:.0f} % of the points"
    yield from (remark for remark in known.remarks if "was not handed in" in remark)


# ---- parts and checks ------------------------------------------------------------------------------------


def _parts(scores: Scores) -> Iterator[Part]:
    earned: dict[tuple[str, str], list[float]] = {}
    most: dict[tuple[str, str], float] = {}
    for submission in scores.submissions.values():
        for notebook, book in submission.notebooks.items():
            for name, marks in book.cells.items():
                most[notebook, name] = marks.max_score
                if not marks.waiting:
                    earned.setdefault((notebook, name), []).append(marks.score)
    for (notebook, name), top in most.items():
        given = earned.get((notebook, name), [])
        yield Part(
            notebook, name, _title(name), top, sum(given) / len(given) if given else 0.0,
            sum(score >= top for score in given), sum(score <= 0 for score in given), len(given),
        )  # fmt: skip


@cache
def _title(name: str) -> str:
    """Return the title of an exercise of the course, else the cell's name."""
    try:
        exercise = load(name)
    except CourseError:
        return name
    return f"{exercise.label} {exercise.title}".strip()


def _hardest(check: HardCheck) -> tuple[float, int, str, str]:
    return -check.share, -check.failed, check.part, check.check


def _checks(tally: Tally, titles: dict[tuple[str, str], str]) -> list[HardCheck]:
    return [
        HardCheck(
            notebook, name, titles.get((notebook, name), name), check, each.hidden, each.failed, each.reached
        )
        for (notebook, name, check), each in tally.checks.items()
        if each.failed
    ]


def _tests(parts: tuple[Part, ...]) -> list[HardCheck]:
    """Return tests by their scores: where nobody remembered what checks found."""
    return [
        HardCheck(
            part.notebook,
            part.name,
            part.title,
            part.title,
            hidden=False,
            failed=part.count - part.full,
            reached=part.count,
        )
        for part in parts
        if part.full < part.count
    ]


# ---- misconceptions --------------------------------------------------------------------------------------


def _misconceptions(
    course: CourseFolder, assignment: str, tally: Tally, titles: dict[tuple[str, str], str]
) -> Iterator[Misconception]:
    ranked = sorted(tally.diagnosed.items(), key=lambda item: (-len(item[1]), item[0]))
    for (notebook, name, diagnosis), who in ranked:
        texts = [_answer(course, assignment, student, notebook, name) for student in sorted(who)[:CANDIDATES]]
        example = min((text for text in texts if text), key=len, default="")
        title = titles.get((notebook, name), name)
        yield Misconception(
            name, title, diagnosis, _remedy(name, diagnosis), tuple(sorted(who)), excerpt(example)
        )


def _answer(course: CourseFolder, assignment: str, student: str, notebook: str, name: str) -> str:
    path = course.autograded_folder(assignment, student) / f"{notebook}.ipynb"
    try:
        cells = _cells(read_bytes(path, MAX_NOTEBOOK), notebook)
    except NotGradable:
        return ""
    return cells.get(f"{name}-answer", "")


@lru_cache(maxsize=32)
def _cells(content: bytes, name: str) -> dict[str, str]:
    return {str(marks_of(cell).get("grade_id", "")): cell["source"] for cell in graded_cells(content, name)}


def excerpt(source: str) -> str:
    """Return the beginning of an answer, its leading comments and empty lines left out."""
    lines = source.strip("\n").split("\n")
    while len(lines) > 1 and (not lines[0].strip() or lines[0].startswith("#")):
        lines.pop(0)
    text = "\n".join(lines[:MOST_LINES])[:LONGEST].rstrip()
    return text if text == "\n".join(lines).rstrip() else f"{text}\n…"


@cache
def _remedy(name: str, diagnosis: str) -> str:
    try:
        found = load(name).misconceptions
    except CourseError:
        return ""
    return next((each.remedy or "" for each in found if each.name == diagnosis), "")
