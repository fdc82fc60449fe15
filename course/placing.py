"""Placement: a quarter of an hour in which somebody with experience shows a module and goes on to the next.

    placement/2026-11-21-02_linear_algebra_numpy.ipynb      a few exercises, which touch most of its skills

What passes there are attempts like any other, and earn the same. Where all of them passed, the rest of the
module is offered last; it stays open, and its points are still to be had. Nothing counts against anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import CourseError, WorkspaceError
from course.records import settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from course.exercise import Exercise
    from course.mastery import Standing
    from course.records import Record
    from course.syllabus import Task

FOLDER = "placement"
MINUTES = 15
PACE = 0.5
"""Share of an exercise's minutes that somebody who knows the matter needs."""
_SETTING = "placement."
_OPENING = """\
# Do you know this already? {title}

{count} from the module, chosen to touch most of its skills: about {minutes} minutes for somebody who has done
this before. Nothing stops the clock.

- Write an answer, run it, and run the cell below it. What passes counts as anywhere else in the course.
- What does not come at once is what the module is for: leave it, and nothing counts against you.
- Where all of them pass, `course next` leads on to other modules. This one stays open all the same."""


class NothingToPlace(CourseError):
    """A module in which there is nothing left to show."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What was to be shown of a module, and what was."""

    module: str
    exercises: tuple[str, ...]
    passed: tuple[str, ...]
    begun: datetime
    last: datetime | None
    """The last check in its notebook."""

    @property
    def is_shown(self) -> bool:
        """Whether all of it passed."""
        return self.passed == self.exercises

    @property
    def told(self) -> str:
        """How it stands, in a sentence or two."""
        minutes = round((self.last - self.begun).total_seconds() / 60) if self.last else 0
        took = f", {minutes} minutes after it was begun" if 0 < minutes <= 4 * MINUTES else ""
        counts = f"{len(self.passed)} of {len(self.exercises)} passed{took}."
        if self.is_shown:
            return f"{counts} That shows the module: `course next` leads on, and the rest of it stays open."
        return (
            f"{counts} What is missing is what the module is for; what passed counts, and nothing else does."
        )


def placements(
    records: Sequence[Record], standing: Mapping[str, Standing], names: Mapping[str, str]
) -> dict[str, Placement]:
    """Return the latest placement of each module; `names` leads from former ids to present ones."""
    begun = {record.text("name"): record.time for record in records if record.kind == "setting"}
    checks = [record for record in records if record.text("source") == FOLDER]
    found = {}
    for name, value in settings(records).items():
        if name.startswith(_SETTING) and isinstance(value, list):
            chosen = tuple(names[each] for each in value if isinstance(each, str) and each in names)
            last = (each.time for each in checks if names.get(each.text("exercise")) in chosen)
            passed = tuple(each for each in chosen if _is_shown(standing[each]))
            module = name.removeprefix(_SETTING)
            if chosen:
                found[module] = Placement(module, chosen, passed, begun[name], max(last, default=None))
    return found


def _is_shown(of: Standing) -> bool:
    return of.last_pass is not None and of.points >= of.max_points


def chosen_for(tasks: Iterable[Task], standing: Mapping[str, Standing]) -> list[Task]:
    """Choose among a module's open exercises those that show most of its skills in the time; one at least.

    At each step the one with most skills that no other shows yet; then the shorter, then the later one.
    """
    left = [task for task in tasks if not _is_shown(standing[task.id])]
    chosen: list[Task] = []
    while left:
        seen = {skill for task in chosen for skill in task.skills}
        spent = sum(task.minutes for task in chosen) * PACE
        fits = [task for task in left if not chosen or spent + task.minutes * PACE <= MINUTES]
        best = max(
            fits, key=lambda task: (len({*task.skills} - seen), -task.minutes, left.index(task)), default=None
        )
        if best is None or (chosen and seen >= {*best.skills}):
            break
        chosen.append(best)
        left.remove(best)
    return sorted(chosen, key=lambda task: [int(part) for part in task.label.split(".")])


def make_placement(directory: Path, title: str, exercises: Sequence[Exercise], today: date) -> Path:
    """Write a placement's notebook into a workspace, and note what it consists of; return its path.

    Raises `NothingToPlace` without exercises, `WorkspaceError` where it cannot be written.
    """
    from course import log
    from course.fresh_notebooks import write_new

    if not exercises:
        raise NothingToPlace(f"Every exercise of {title} is passed. See what is next with:  course next")
    module = exercises[0].module
    path = write_new(directory / FOLDER, module, today, lambda _: content(title, exercises), ())
    unkept = log.keep("setting", name=f"{_SETTING}{module}", value=[each.id for each in exercises])
    if unkept:
        raise WorkspaceError(unkept)
    return path


def content(title: str, exercises: Sequence[Exercise]) -> bytes:
    """Return the file of a placement's notebook."""
    from course.fresh_notebooks import IMPORT, notebook

    minutes = 5 * max(round(sum(each.minutes for each in exercises) * PACE / 5), 1)
    count = "One exercise" if len(exercises) == 1 else f"{len(exercises)} exercises"
    opening = _OPENING.format(title=title, count=count, minutes=minutes)
    closing = f'from course import placement; placement("{exercises[0].module}")'
    return notebook(opening, exercises, lambda of: f'{IMPORT}("{of.id}", placement=True)', closing)
