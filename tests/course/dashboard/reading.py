"""Reads HTML the way a person without styles, or a checker of headings, would."""

from __future__ import annotations

from html.parser import HTMLParser

SILENT = ("style", "title", "script", "option")


class Reader(HTMLParser):
    """Collects words, headings, tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """All text, on one line."""
        return " ".join(" ".join(self.text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its attributes, and a heading's level."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave the tag, and void ones inside it."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep text that is seen."""
        if not any(tag in SILENT for tag in self._open):
            self.text.append(data)
