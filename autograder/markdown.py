"""A small part of Markdown as HTML, for hints, solutions, explanations and remedies.

Paragraphs, lists, fenced code, `code`, **bold**, *emphasis* and links; everything else is text, and all text
is escaped. Formulas between dollar signs pass through untouched, for MathJax, or to be read as they are.
Links go to http(s) or to relative addresses only. A general Markdown library takes about 50 ms to import,
which a learner would wait for at the first check of each notebook.
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Tag(Protocol):
        """Writes one element with its looks; `inside` and `attributes` are HTML."""

        def __call__(self, name: str, inside: str, attributes: str = "") -> str:
            """Return the element."""
            ...


_FENCE = re.compile(r"^( *)(`{3,}|~{3,})[^`\n]*\n(.*?)(?:^ *\2[`~]* *$|\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^ *(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})[.)]) +(?P<text>.*)$")
_INLINE = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<math>\$\$.+?\$\$|\$(?=\S)[^$]*?\S\$(?!\d)|\$\S\$(?!\d))"
    r"|\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<em>[^*]*?)(?<=\S)\*(?![\w*])"
    r"|\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]+)\)"
    r"|\\(?P<escaped>[\\`*_$\[\]()#+.!-])",
    re.DOTALL,
)
_SAFE_LINK = re.compile(r"https?://|(?![/\\]{2})[^:\s]+$", re.IGNORECASE)


def html(text: str, tag: Tag) -> str:
    """Return Markdown as HTML; `tag` writes the elements."""
    parts, position = [], 0
    for fence in _FENCE.finditer(text):
        parts += _blocks(text[position : fence.start()], tag)
        parts.append(tag("pre", _text(_dedented(fence[3].rstrip("\n"), len(fence[1])))))
        position = fence.end()
    return "".join([*parts, *_blocks(text[position:], tag)])


def inline(text: str, tag: Tag) -> str:
    """Return one paragraph's text as HTML."""
    parts, position = [], 0
    for match in _INLINE.finditer(text):
        parts += [_text(text[position : match.start()]), _span(match, tag)]
        position = match.end()
    return "".join([*parts, _text(text[position:])])


def code_spans(text: str, tag: Tag) -> str:
    """Return text of which only `code` between backticks is marked up, for messages that quote values."""
    pieces = re.split(r"`([^`\n]+)`", text)
    return "".join(tag("code", _text(piece)) if odd % 2 else _text(piece) for odd, piece in enumerate(pieces))


def _span(match: re.Match[str], tag: Tag) -> str:
    if match["code"] is not None:
        return tag("code", _text(match["code"].strip(" ") or match["code"]))
    if match["strong"] is not None:
        return tag("strong", inline(match["strong"], tag))
    if match["em"] is not None:
        return tag("em", inline(match["em"], tag))
    if match["label"] is not None:
        return _link(match, tag)
    return _text(match["math"] or match["escaped"])


def _link(match: re.Match[str], tag: Tag) -> str:
    label = inline(match["label"], tag)
    if not _SAFE_LINK.match(match["target"]):
        return label
    return tag("a", label, f' href="{escape(match["target"])}"')


def _blocks(text: str, tag: Tag) -> Iterator[str]:
    for block in re.split(r"\n[ \t]*\n", text.strip("\n")):
        rows = block.split("\n")
        first = next((place for place, row in enumerate(rows) if _ITEM.match(row)), len(rows))
        if before := "\n".join(rows[:first]).strip():
            yield tag("p", inline(before, tag))
        yield from _lists(rows[first:], tag)


def _lists(rows: list[str], tag: Tag) -> Iterator[str]:
    items: list[tuple[str, str, str]] = []
    for row in rows:
        if found := _ITEM.match(row):
            items.append(("ol" if found["number"] else "ul", found["number"] or "", found["text"]))
        else:
            kind, number, words = items.pop()
            items.append((kind, number, f"{words}\n{row.strip()}"))
    for kind, group in groupby(items, key=lambda item: item[0]):
        members = list(group)
        start = f' start="{members[0][1]}"' if members[0][1] not in ("", "1") else ""
        yield tag(kind, "".join(tag("li", inline(words, tag)) for *_, words in members), start)


def _text(text: str) -> str:
    return escape(text, quote=False)


def _dedented(code: str, spaces: int) -> str:
    return "\n".join(row[min(spaces, len(row) - len(row.lstrip(" "))) :] for row in code.split("\n"))
