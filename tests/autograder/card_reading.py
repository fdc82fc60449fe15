"""Cards as a reader, a browser and a sanitiser meet them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from autograder.card import card_html, card_text, message_html, message_text
from tests.autograder.sample_results import MESSAGES, SAMPLES

HTML = {
    **{name: card_html(result) for name, result in SAMPLES.items()},
    **{message[2]: message_html(*message) for message in MESSAGES},
}
TEXT = {
    **{name: card_text(result) for name, result in SAMPLES.items()},
    **{message[2]: message_text(*message) for message in MESSAGES},
}
"""Every sample as HTML, and as text."""
VOID = {"img", "br"}


class Elements(HTMLParser):
    """Collects the elements of a card, and each text with the elements around it."""

    def __init__(self, html: str) -> None:
        """Read a card; a badly nested one fails."""
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.all: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, list[tuple[str, dict[str, str]]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        element = (tag, {name: value or "" for name, value in attrs})
        self.all.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Elements close in the order in which they opened."""
        assert tag == self.open.pop()[0]

    def handle_data(self, data: str) -> None:
        """Note a text that is seen."""
        if data.strip() and self.open and self.open[-1][0] != "style":
            self.texts.append((data, list(self.open)))


def without_attributes(html: str) -> str:
    """The hardest sanitising there can be: no style sheet, no attribute."""
    return re.sub(r"<(\w+) [^>]*>", r"<\1>", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))


def words(text: str) -> str:
    """Text without layout and Markdown's backticks, for comparing."""
    return " ".join(text.replace("`", "").split())


def visible(html: str) -> str:
    """Return the text of a card as a reader meets it."""
    return words(" ".join(text for text, _ in Elements(html).texts))
