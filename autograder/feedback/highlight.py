"""Colours for Python source: comments, strings, keywords and numbers, as spans.

One regular expression, because a full lexer takes longer than the rest of a page.
"""

from __future__ import annotations

import keyword
import re
from functools import lru_cache
from html import escape

_STRING = (
    r"(?:\b[rRbBuUfF]{1,2})?(?:'''[\s\S]*?(?:'''|\Z)|\"\"\"[\s\S]*?(?:\"\"\"|\Z)"
    r"|'(?:\\.|[^'\\\n])*'?|\"(?:\\.|[^\"\\\n])*\"?)"
)
_TOKEN = re.compile(
    rf"(?P<comment>#[^\n]*)|(?P<string>{_STRING})"
    rf"|(?P<keyword>\b(?:{'|'.join(keyword.kwlist)})\b)"
    r"|(?P<number>(?<![\w.])\d[\w.]*)"
    r"|(?P<name>(?<=\bdef )\w+|(?<=\bclass )\w+)"
)
_KINDS = {"comment": "c", "string": "s", "keyword": "k", "number": "n", "name": "f"}


@lru_cache(maxsize=512)
def python(source: str) -> str:
    """Return source as HTML, everything in it escaped."""
    parts: list[str] = []
    end = 0
    for token in _TOKEN.finditer(source):
        parts.append(escape(source[end : token.start()], quote=False))
        kind = _KINDS[token.lastgroup or "name"]
        parts.append(f'<span class="{kind}">{escape(token[0], quote=False)}</span>')
        end = token.end()
    return "".join([*parts, escape(source[end:], quote=False)])
