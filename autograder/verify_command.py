"""The command `autograder verify`: which exercises, a progress bar, tables, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder import tables
from autograder import verify as gates
from course import catalog
from course.build import version_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console
    from rich.progress import Progress

    from autograder.verify import Verified


def verify(ids: list[str], salts: int, jobs: int, progress: Callable[[], Progress]) -> list[Verified]:
    """Prove exercises, all by default, at salt 0 and at so many random ones, with a progress bar.

    Raises `CourseError` where an exercise is not there or cannot be read.
    """
    exercises = [catalog.load(name) for name in ids] if ids else catalog.load_all()
    chosen = gates.choose_salts(salts)
    with progress() as bar:
        task = bar.add_task("verify", total=gates.task_count(exercises, chosen))
        return gates.verify(exercises, chosen, jobs, advance=lambda: bar.advance(task))


def show(verified: list[Verified], console: Console, *, whole_course: bool) -> bool:
    """Print what was found, of single exercises in full; return whether all is well."""
    for item in verified:
        if item.problems or not whole_course:
            console.print(tables.kill_matrix(item))
    console.print(tables.summary(verified))
    problems = _problems(verified, whole_course=whole_course)
    for problem in problems:
        console.print(f"[bold red]✗[/] {problem}", highlight=False, soft_wrap=True)
    return not problems


def _problems(verified: list[Verified], *, whole_course: bool) -> list[str]:
    problems = [f"{item.exercise.path}: {problem}" for item in verified for problem in item.problems]
    problems += [str(error) for error in version_problems([item.exercise for item in verified])]
    problems += gates.undiagnosed_beyond_tolerance(verified)
    return problems + (gates.unsealed_modules(verified) if whole_course else [])
