"""Draws a page as plain text, for terminals and for whoever does not see HTML: the same facts in order."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from autograder.card_page import Checks, Drawing, Fold, Notice, Prose, Source, Step, Subject, Text, Values

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.card_page import Block, Page


def page_text(page: Page) -> str:
    """Return the card as text without a newline at its end."""
    status = f"{page.mark.glyph} {page.headline}" if page.headline else ""
    title = page.title if page.headline else f"{page.mark.glyph} {page.title}"
    line = " · ".join(part for part in (status, *page.facts) if part)
    head = f"{title}\n{line}" if line else title
    parts = "".join(f"{_DRAW[type(block)](block)}{_gap(block)}" for block in page.blocks)
    return f"{head}\n\n{parts}".rstrip("\n")


def _gap(block: Block) -> str:
    return "\n" if isinstance(block, Subject) else "\n\n"


def _subject(block: Subject) -> str:
    before = f"{block.mark.glyph} {block.mark.word}: " if block.mark else ""
    return f"{before}{block.text}{f' ({block.aside})' if block.aside else ''}"


def _text(block: Text) -> str:
    if "\n" in block.text and block.label:
        return f"{block.label}:\n{indent(block.text, '    ')}"
    return f"{block.label}: {block.text}" if block.label else block.text


def _values(block: Values) -> str:
    return "\n".join(f"{label}:\n{indent(text, '    ')}" for label, text in block.parts)


def _drawing(block: Drawing) -> str:
    return f"Picture: {block.alt}"


def _source(block: Source) -> str:
    width = max(len(str(number)) for number, _ in block.rows)
    rows = [f"  {'→' if n == block.number else ' '} {n:>{width}}  {text}".rstrip() for n, text in block.rows]
    return "\n".join([f"{block.where}:", *rows])


def _notice(block: Notice) -> str:
    return f"{block.title}\n{indent(block.markdown, '    ')}"


def _checks(block: Checks) -> str:
    width = max((len(mark.word) for mark, *_ in block.rows), default=0)
    rows = [
        f"  {mark.glyph} {mark.word:<{width}}  {name}{f' ({aside})' if aside else ''}{_points(points)}"
        for mark, name, aside, points in block.rows
    ]
    return "\n".join([*rows, *([f"  … and {block.left_out} more"] if block.left_out else [])])


def _points(points: str) -> str:
    return "" if not points else f", {points} point{'s' * (not points.endswith(' 1'))}"


def _prose(block: Prose) -> str:
    return block.markdown


def _step(block: Step) -> str:
    offer = f" {block.offer}:\n{indent(block.code, '    ')}" if block.code else ""
    return f"What to do now: {block.text}{offer}"


def _fold(block: Fold) -> str:
    inside = "\n".join(_DRAW[type(part)](part) for part in block.blocks)
    return f"{block.title}\n{indent(inside, '  ')}"


_DRAW: dict[type, Callable[..., str]] = {
    Subject: _subject,
    Text: _text,
    Values: _values,
    Drawing: _drawing,
    Source: _source,
    Notice: _notice,
    Checks: _checks,
    Prose: _prose,
    Step: _step,
    Fold: _fold,
}
