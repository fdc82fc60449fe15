"""Draws an overview for a notebook: as HTML that stays legible once a sanitiser was at it, and as text."""

from __future__ import annotations

import sys
from html import escape
from typing import TYPE_CHECKING

from course.overview import SIGNS, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.overview import Overview

HONEST = "Kept on this computer only. A level means evidence from this course, not a job title."
EMPTY = "Nothing is recorded yet: checks count in the notebooks of a workspace (`course lab` opens yours)."

_INK = "color:#1b2430;background-color:#ffffff"
_MUTED = "color:#5a6675;background-color:#ffffff"
_WARNING = "color:#804600;background-color:#fff1dc"
_CELL = f"{_INK};text-align:left;padding:3px 12px 3px 0;border:none;border-bottom:1px solid #e3e7ec"
_HEAD = _CELL.replace(_INK, _MUTED)

Rows = list[tuple[str, ...]]


def show(overview: Overview) -> None:
    """Display the overview in a notebook, or write it where there is none."""
    module = sys.modules.get("IPython")
    if module is None or module.get_ipython() is None:
        sys.stdout.write(f"{overview_text(overview)}\n")
        return
    from IPython.display import display

    display({"text/html": overview_html(overview), "text/plain": overview_text(overview)}, raw=True)


def overview_html(overview: Overview) -> str:
    """Return the overview as HTML: headings, tables and paragraphs with colours of their own."""
    parts = [_heading("h4", "My progress"), _paragraph(overview.summary, _INK)]
    for title, head, rows in _tables(overview):
        parts += [_heading("h5", title), _table(head, rows)]
    parts += [_paragraph(text, _WARNING) for text in notes(overview)]
    parts.append(_paragraph(HONEST, _MUTED))
    return f'<div lang="en" style="{_INK};border:1px solid #d5dbe2;padding:12px 16px">{"".join(parts)}</div>'


def overview_text(overview: Overview) -> str:
    """Return the same facts as plain text."""
    parts = [f"My progress\n{overview.summary}"]
    parts += [f"{title}\n{_columns(rows)}" for title, _, rows in _tables(overview)]
    return "\n\n".join([*parts, *notes(overview), HONEST])


def notes(overview: Overview) -> tuple[str, ...]:
    """Return what a learner should know besides: nothing recorded yet, or a log that is damaged."""
    return overview.problems if overview.records else (EMPTY, *overview.problems)


def _tables(overview: Overview) -> list[tuple[str, tuple[str, ...], Rows]]:
    return [
        ("Points", ("Module", "Points", "Exercises passed"), module_rows(overview)),
        ("Skills", ("Skill", "State", "Mastery", "Field"), skill_rows(overview)),
        ("Levels", ("Level", "Requirements met", "Next"), level_rows(overview)),
    ]


def module_rows(overview: Overview) -> Rows:
    """Return title, points and passes of each module."""
    return [
        (row.title, f"{number(row.points)} of {row.max_points}", f"{row.passed} of {row.exercises}")
        for row in overview.modules
    ]


def skill_rows(overview: Overview) -> Rows:
    """Return wording, state, mastery and field of each skill that an exercise shows."""
    return [
        (skill.text, f"{SIGNS[of.state]} {of.state}", f"{of.mastery:.0%}", skill.field)
        for skill, of in overview.skills
    ]


def level_rows(overview: Overview) -> Rows:
    """Return each level's title, how many gates are met, and the first that is not."""
    rows = []
    for of in overview.levels:
        missing = [gate for gate in of.gates if not gate.met]
        step = f"{missing[0].text} ({missing[0].have})" if missing else "reached"
        rows.append((of.level.title, f"{len(of.gates) - len(missing)} of {len(of.gates)}", step))
    return rows


def _heading(name: str, text: str) -> str:
    return f'<{name} style="{_INK};margin:8px 0 4px 0">{escape(text)}</{name}>'


def _paragraph(text: str, look: str) -> str:
    return f'<p style="{look};margin:4px 0">{escape(text)}</p>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col" style="{_HEAD}">{escape(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    inside = f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody>"
    return f'<table style="{_INK};border-collapse:collapse">{inside}</table>'


def _cell(text: str) -> str:
    return f'<td style="{_CELL}">{escape(text)}</td>'


def _columns(rows: Rows) -> str:
    """Line up the cells of a table, every column as wide as its longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(f"  {line.rstrip()}" for line in lines)
