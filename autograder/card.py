"""What a learner sees after a check, and the small cards for hints, solutions and messages.

A `Card` is the same page twice: HTML for a notebook, plain text for everything else. Displaying it is the
caller's business, so this module imports nothing of IPython, and nothing that takes long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.card_content import message_page, result_page
from autograder.card_html import page_html
from autograder.card_text import page_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.card_page import Page
    from autograder.card_words import MessageTone
    from autograder.verdict import Result


@dataclass(frozen=True, slots=True)
class Card:
    """One page, ready to be drawn."""

    page: Page

    @classmethod
    def of(cls, result: Result) -> Card:
        """Return the card of a checked answer."""
        return cls(result_page(result))

    @classmethod
    def message(cls, title: str, paragraphs: Sequence[str], tone: MessageTone) -> Card:
        """Return a card with a few paragraphs of Markdown."""
        return cls(message_page(title, paragraphs, tone))

    @property
    def html(self) -> str:
        """The card for a notebook."""
        return page_html(self.page)

    @property
    def text(self) -> str:
        """The card for a terminal."""
        return page_text(self.page)


def card_html(result: Result) -> str:
    """Return the card of a checked answer as HTML: escaped, without scripts, below 100 kB."""
    return Card.of(result).html


def card_text(result: Result) -> str:
    """Return the card of a checked answer as plain text, with the same facts."""
    return Card.of(result).text


def message_html(title: str, paragraphs: Sequence[str], tone: MessageTone) -> str:
    """Return a message as HTML; the paragraphs are Markdown (see `autograder.markdown`)."""
    return Card.message(title, paragraphs, tone).html


def message_text(title: str, paragraphs: Sequence[str], tone: MessageTone) -> str:
    """Return a message as plain text: its Markdown as it was written."""
    return Card.message(title, paragraphs, tone).text
