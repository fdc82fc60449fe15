"""Markdown as safe HTML: statements, answers in words, comments.

Formulas stay as they were written, set as code: typesetting them would take a script.
"""

from __future__ import annotations

from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from autograder.feedback.safe_html import clean

if TYPE_CHECKING:
    from autograder.feedback.safe_html import Pictures

LONGEST = 40_000
"""Characters of a text that is set as Markdown; of a longer one the beginning is shown as it was written."""


def prose(text: str, picture: Pictures) -> str:
    """Return Markdown as HTML; `picture` gives the data address of a picture, or None."""
    rendered = _rendered(text)
    return clean(rendered, picture) if "<img" in rendered else _without_pictures(rendered)


@lru_cache(maxsize=512)
def _without_pictures(rendered: str) -> str:
    return clean(rendered, lambda _: None)


@lru_cache(maxsize=512)
def _rendered(text: str) -> str:
    if len(text) > LONGEST:
        return f"<pre>{escape(text[:LONGEST])}\n…</pre>"
    try:
        return str(_markdown()(text))
    except RecursionError:
        return f"<pre>{escape(text)}</pre>"


@cache
def _markdown() -> Any:
    import mistune
    from mistune.plugins.math import math
    from mistune.plugins.table import table

    renderer = mistune.HTMLRenderer(escape=False, allow_harmful_protocols=True)
    markdown = mistune.Markdown(renderer, plugins=[table, math])
    renderer.register("inline_math", _inline_math)
    renderer.register("block_math", _block_math)
    return markdown


def _inline_math(_: object, text: str) -> str:
    return f"<code>{escape(text)}</code>"


def _block_math(_: object, text: str) -> str:
    return f"<pre>{escape(text)}</pre>\n"
