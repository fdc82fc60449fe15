"""The parts of a card: what is to be shown, without any word on how.

`card_content` fills them; `card_html` and `card_text` draw them. Both renderings come from the same page, so
they tell the same. Named tuples, because ten dataclasses would add 4 ms to a learner's first check.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["good", "bad", "warn", "calm", "note"]


class Mark(NamedTuple):
    """How a verdict is told apart: by shape and word first, by tone last."""

    glyph: str
    word: str
    headline: str
    tone: Tone


class Subject(NamedTuple):
    """The check that the card is about, or the title of a part."""

    text: str
    mark: Mark | None = None
    aside: str = ""


class Text(NamedTuple):
    """A sentence or two; backticks set code. Several lines keep their layout."""

    text: str
    label: str = ""


class Values(NamedTuple):
    """Labelled values, side by side where there is room."""

    parts: tuple[tuple[str, str], ...]


class Drawing(NamedTuple):
    """A picture, and what it shows in words."""

    svg: str
    alt: str


class Source(NamedTuple):
    """Numbered lines of the learner's code, one of them pointed at."""

    where: str
    rows: tuple[tuple[int, str], ...]
    number: int


class Notice(NamedTuple):
    """A part that must not be overlooked, in Markdown."""

    title: str
    markdown: str


class Checks(NamedTuple):
    """One row per check: mark, name, what is added to it, points (empty where there are none to earn)."""

    rows: tuple[tuple[Mark, str, str, str], ...]
    left_out: int = 0


class Prose(NamedTuple):
    """Markdown."""

    markdown: str


class Step(NamedTuple):
    """What to do now, and code that may help with it."""

    text: str
    offer: str = ""
    code: str = ""


class Fold(NamedTuple):
    """Blocks that wait behind their title."""

    title: str
    blocks: tuple[Block, ...]


Block = Subject | Text | Values | Drawing | Source | Notice | Checks | Prose | Step | Fold


class Page(NamedTuple):
    """A whole card: title, how it went, and the blocks."""

    title: str
    mark: Mark
    headline: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
