r"""Makes text that a learner's code produced fit to be shown: harmless, legible, and of bounded length.

Reprs, messages and printed output may hold terminal colours, null bytes, lone surrogates, marks that turn the
direction of the writing, or ten megabytes. What cannot be seen is written as an escape, such as `\x00`; what
is too long loses its middle, because both ends tell more than either alone.
"""

from __future__ import annotations

import re

_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def shown(text: str, chars: int, lines: int = 1, width: int = 0) -> str:
    """Return about `chars` characters at most, on at most `lines` lines (one more says what was left out).

    `width` bounds each line where lines are not wrapped.
    """
    rows = _LINE_ENDS.sub("\n", text).strip("\n").split("\n")
    if lines == 1:
        return _fitted(" ".join(rows), chars)
    kept = rows if len(rows) <= lines else _ends(rows, lines)
    return _fitted("\n".join(_fitted(row, width or chars) for row in kept), chars)


def clean(text: str) -> str:
    """Return the text with visible escapes in place of control characters; lines end in newlines only."""
    text = _TERMINAL.sub("", _LINE_ENDS.sub("\n", text)).expandtabs(4)
    return _UNSEEN.sub(_escape, text)


def _fitted(text: str, chars: int) -> str:
    if len(text) <= chars and len(text := clean(text)) <= chars:
        return text
    left, right = chars - chars // 3, chars // 3
    gone = f" … {len(text) - left - right:,} characters left out … "
    return f"{clean(text[:left])[:left]}{gone}{clean(text[-right:])[-right:]}"


def _ends(rows: list[str], count: int) -> list[str]:
    left, right = count - count // 3, count // 3
    return [*rows[:left], f"… {len(rows) - left - right:,} lines left out …", *rows[len(rows) - right :]]


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
