"""The parts of a card: what is to be shown, without any word on how.

`card_content` fills them; `card_html` and `card_text` draw them. Both renderings come from the same page, so
they tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Tone = Literal["good", "bad", "warn", "calm", "note"]


class Mark(NamedTuple):
    """How a verdict is told apart: by shape and word first, by tone last."""

    glyph: str
    word: str
    headline: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Subject:
    """The check that the card is about, or the title of a part."""

    text: str
    mark: Mark | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or two; backticks set code. Several lines keep their layout."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """Labelled values, side by side where there is room."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Numbered lines of the learner's code, one of them pointed at."""

    where: str
    rows: tuple[tuple[int, str], ...]
    number: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A part that must not be overlooked, in Markdown."""

    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Checks:
    """One row per check: mark, name, what is added to it, points."""

    rows: tuple[tuple[Mark, str, str, str], ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that wait behind their title."""

    title: str
    blocks: tuple[Block, ...]


Block = Subject | Text | Values | Source | Notice | Checks | Prose | Fold


@dataclass(frozen=True, slots=True)
class Page:
    """A whole card: title, how it went, and the blocks."""

    title: str
    mark: Mark
    headline: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
