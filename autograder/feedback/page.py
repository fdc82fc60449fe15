"""One graded notebook as a page for its learner."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from autograder.card_colours import dark_rules
from autograder.feedback.cells import graded_cells
from autograder.feedback.hidden import Regions, Secrets
from autograder.feedback.highlight import python
from autograder.feedback.outputs import Drawing, outputs_html, preformatted
from autograder.feedback.prose import prose
from autograder.grading.released import marks_of
from autograder.web_page import POLICY, duration, percent, points, template
from course.dashboard.looks import stylesheet
from course.versions import METADATA_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from autograder.feedback.outputs import Owner
    from autograder.grading.scores import CellMarks, NotebookMarks, Submission

TEMPLATES = Path(__file__).with_name("templates")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_LONGEST_SOURCE = 60_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page is made of."""

    submission: Submission
    assignment: str
    name: str
    """The notebook's name."""
    content: bytes
    """The graded notebook's file."""
    folder: Path
    """Where that file lies."""
    regions: Regions
    digest: str = ""
    """Says on the page what it was made of."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of one cell, in words."""

    sign: str
    tone: str
    words: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell of the page."""

    number: int
    kind: str
    """`prose`, `given`, `test`, `answer` or `added`."""
    source: Markup
    outputs: tuple[Markup, ...] = ()
    card: bool = False
    """Whether a card of ours is among the outputs."""
    grade: Grade | None = None
    comment: Markup | None = None
    name: str = ""
    label: str = ""
    """The heading above it."""


def draw_page(sheet: Sheet) -> str:
    """Return the page of one notebook; raises `NotGradable` where its file is none."""
    marks = sheet.submission.notebooks[sheet.name]
    cells = _told_apart([*_cells(sheet, marks)])
    return template(TEMPLATES / "page.html").render(
        sheet=sheet, marks=marks, cells=cells, policy=POLICY, style=_style(), points=points,
        facts=facts(sheet.submission), several=len(sheet.submission.notebooks) > 1,
        final=max(0.0, marks.score - marks.penalty), percent=percent,
    )  # fmt: skip


def draw_index(submission: Submission, assignment: str, pages: Mapping[str, str]) -> str:
    """Return the page that leads to those of a learner's notebooks; `pages` gives their addresses by name."""
    return template(TEMPLATES / "index.html").render(
        submission=submission, assignment=assignment, pages=pages, policy=POLICY, style=_style(),
        points=points, facts=facts(submission), percent=percent,
    )  # fmt: skip


def facts(submission: Submission) -> list[str]:
    """Return when it was handed in, and how late that was."""
    said = []
    if submission.at is not None:
        said.append(f"handed in on {submission.at.day} {submission.at:%B %Y, %H:%M} UTC")
    if submission.late_seconds > 0:
        said.append(f"{duration(submission.late_seconds)} late")
    return said


@cache
def _style() -> Markup:
    own = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    dark = f"@media (prefers-color-scheme: dark) {{{dark_rules('.ours ')}}}"
    return Markup(f"{stylesheet('tokens.css')}{own}{dark}")  # noqa: S704 - files of ours


# ---- cells -----------------------------------------------------------------------------------------------


def _cells(sheet: Sheet, marks: NotebookMarks) -> Iterator[Shown]:
    raw = graded_cells(sheet.content, sheet.name)
    secrets = Secrets(raw, sheet.regions)
    drawing = Drawing(secrets, sheet.folder)
    label = ""
    for number, cell in enumerate(raw, 1):
        found = marks_of(cell)
        name = str(found.get("grade_id", ""))
        if cell["cell_type"] == "markdown" and not found.get("solution"):
            shown_source, _ = sheet.regions.split(cell["source"])
            label = next(iter(_HEADING.findall(shown_source)), label)
        shown = _shown(number, cell, sheet.regions, drawing)
        if shown is not None:
            yield replace(
                shown,
                name=name,
                label=label or name,
                grade=_grade(marks.cells.get(name)) if name else None,
                comment=_comment(marks.comments.get(name), drawing) if name else None,
            )


def _told_apart(cells: list[Shown]) -> list[Shown]:
    """Add their names to graded cells that stand below the same heading."""
    below = Counter(cell.label for cell in cells if cell.grade)
    return [
        replace(cell, label=f"{cell.label} · {cell.name}")
        if below[cell.label] > 1 and cell.name not in ("", cell.label)
        else cell
        for cell in cells
    ]


def _shown(number: int, cell: dict[str, Any], regions: Regions, drawing: Drawing) -> Shown | None:
    marks, source = marks_of(cell), cell["source"]
    kind = _kind(marks)
    if kind in ("test", "given") or marks.get("task"):
        source, _ = regions.split(source)
    else:
        source = drawing.without_secrets(source)
    drawing.attachments = cell["attachments"]
    if cell["cell_type"] == "markdown":
        text = Markup(prose(source, drawing.picture))  # noqa: S704 - made of a list of allowed elements
        return Shown(number, "prose" if kind in ("given", "added") else kind, text)
    if not source.strip() and not cell["outputs"] and kind != "answer":
        return None
    card = METADATA_KEY in cell["metadata"]
    owner: Owner = "card" if card else "test" if kind == "test" else "learner"
    parts = outputs_html(cell["outputs"], drawing, owner)
    judged = card and any(part.startswith('<div class="ours">') for part in parts)
    code = "" if judged else _code(source, cell)
    return Shown(number, kind, Markup(code), tuple(map(Markup, parts)), card=judged)  # noqa: S704 - both are escaped


def _kind(marks: dict[str, Any]) -> str:
    if marks.get("task") or marks.get("solution"):
        return "answer"
    if marks.get("grade"):
        return "test"
    return "given" if marks.get("locked") else "added"


def _code(source: str, cell: dict[str, Any]) -> str:
    if len(source) > _LONGEST_SOURCE or cell["cell_type"] != "code":
        return preformatted(source)
    return f'<pre class="code">{python(source)}</pre>' if source.strip() else '<p class="note">Empty.</p>'


def _comment(text: str | None, drawing: Drawing) -> Markup | None:
    drawing.attachments = {}
    return Markup(prose(text, drawing.picture)) if text else None  # noqa: S704 - allowed elements only


def _grade(marks: CellMarks | None) -> Grade | None:
    if marks is None:
        return None
    most = points(marks.max_score)
    if marks.waiting:
        return Grade("◌", "calm", f"not graded yet, of {most}", ("A person grades this part.",))
    sign, tone = _sign(marks)
    return Grade(sign, tone, f"{points(marks.score)} of {most}", tuple(_notes(marks)))


def _sign(marks: CellMarks) -> tuple[str, str]:
    if marks.score >= marks.max_score:
        return "✓", "good"
    return ("◐", "part") if marks.score > 0 else ("✗", "bad")


def _notes(marks: CellMarks) -> Iterator[str]:
    if marks.manual is not None:
        automatic = f"; the automatic score was {points(marks.auto)}" if marks.auto is not None else ""
        yield f"graded by a person{automatic}"
    if marks.extra:
        yield f"{points(marks.extra)} of them extra credit"
