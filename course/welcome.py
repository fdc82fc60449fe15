"""The page that a learner meets first: what is next, and where everything is.

`course lab` writes `Welcome.md` into the workspace each time it starts, unless the learner has changed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.dashboard.output import links_from
from course.marker import read_marker, write_marker
from course.notebook_files import fingerprint
from course.overview import number, read_overview
from course.safe_files import write
from course.workspace import WELCOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from course.overview import ModuleRow, Overview
    from course.syllabus import Task

_PROGRESS = "[My progress](#mle-course:progress) shows your levels, your skills and the evidence for them."
"""In JupyterLab `lab_extension` opens the page at a click on this link."""
_HOW = """\
## How it works

A lesson asks before it answers; its **Practise now** leads to the exercise that you are ready for. In a
notebook of exercises, run the cell below your answer: a card says what holds and what does not yet. After
`from autograder import hint, solution`, `hint()` gives the next hint, and `solution()` opens once you passed,
or tried honestly three times.

In a terminal (menu **File**, **New**, **Terminal**):

| Command | What it does |
|---|---|
| `course next` | says what to do next |
| `course review` | makes a fresh notebook of what is due for a review |
| `course progress` | shows your skills, your levels and the evidence for them |
| `course placement 2` | lets you show a module that you know already, in about 15 minutes |
| `course update` | brings your notebooks up to date; your answers stay, and a backup is made |
| `course reset project` | brings back an exercise's starter, or a module's notebooks: `course reset 2` |
| `course doctor` | says why something does not work |

*`course lab` writes this page each time it starts.*
"""


_HOW_TO_REVIEW = (
    "What is solved once more, from the starter, stays. Each is a button on the page **My progress** (in the "
    "launcher), and a command for the terminal; both make a fresh notebook in `reviews/`:"
)


def refresh(directory: Path) -> None:
    """Bring a workspace's page up to date; raises OSError, and `CourseError` for mistakes in the content."""
    path, marker = directory / WELCOME, read_marker(directory)
    content = page(read_overview(), directory).encode()
    present = path.read_bytes() if path.is_file() else None
    is_ours = present is None or fingerprint(present) == marker.files.get(WELCOME)
    if is_ours and present != content and not marker.newer:
        write(path, content)
        marker.note(WELCOME, content)
        write_marker(directory, marker)


def page(overview: Overview, directory: Path) -> str:
    """Return the page as Markdown, with links to the notebooks that the workspace has."""
    link = links_from(directory)
    parts = [
        f"# Welcome{' back' if overview.records else ''}",
        _next(overview, link, directory),
        _PROGRESS,
        *_reviews(overview),
        "\n".join(["## The modules", "", *_modules(overview, directory)]),
        _HOW,
    ]
    return "\n\n".join(parts)


def next_line(overview: Overview) -> str:
    """Say in one line what to do next."""
    if overview.next is None:
        return "Every exercise is passed."
    task = overview.next.task
    return f"{task.label} {task.title} ({overview.next.why})"


def _next(overview: Overview, link: Callable[[Task], str | None], directory: Path) -> str:
    if overview.next is None:
        return "**Every exercise is passed.** Reviews keep it that way."
    task = overview.next.task
    sentence = f"**Next:** {_linked(task, link)}. {overview.next.why}."
    lesson = f"{task.module}/lesson.ipynb"
    begun = any(row.passed for row in overview.modules if row.slug == task.module)
    if begun or not (directory / lesson).is_file():
        return sentence
    known = f"Know it already? `course placement {int(task.module[:2])}` lets you show that in 15 minutes."
    return f"{sentence}\n\nNew to the module? Its {_as_link('lesson', lesson)} comes first. {known}"


def _reviews(overview: Overview) -> Iterator[str]:
    """Name what is due and the command for it; the old notebook, with the answer in it, is not offered."""
    if overview.reviews:
        tasks = [review.task for review in overview.reviews[:5]]
        due = [f"- {task.label} {task.title}: `course review {task.id}`" for task in tasks]
        yield "\n".join([f"## To review: {len(overview.reviews)}", "", _HOW_TO_REVIEW, "", *due])


def _linked(task: Task, link: Callable[[Task], str | None]) -> str:
    return _as_link(f"{task.label} {task.title}", link(task))


def _modules(overview: Overview, directory: Path) -> Iterator[str]:
    yield "| Module | Lesson | Exercises | Points |"
    yield "|---|---|---|---|"
    for row in overview.modules:
        lesson, exercises = f"{row.slug}/lesson.ipynb", f"{row.slug}/{row.slug}.ipynb"
        if not (directory / row.slug).is_dir():
            continue
        cells = (
            row.title,
            _present(directory, lesson, "lesson"),
            _present(directory, exercises, f"{row.passed} of {row.exercises} passed"),
            _points(row),
        )
        yield f"| {' | '.join(cells)} |"


def _points(row: ModuleRow) -> str:
    return f"{number(row.points)} of {number(row.max_points)}"


def _present(directory: Path, name: str, words: str) -> str:
    return _as_link(words, name if (directory / name).is_file() else None)


def _as_link(words: str, target: str | None) -> str:
    return f"[{words}]({target})" if target else words
