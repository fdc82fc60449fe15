"""The colours of a card in a light and in a dark theme, all of them plain.

A role with a background always names its text colour, too. `tests/autograder/test_card.py` computes every
contrast, so a colour can be changed here and nowhere else.
"""

from __future__ import annotations

from typing import NamedTuple


class Colour(NamedTuple):
    """Text, background and border of one role in one theme; empty where the role does not set it."""

    text: str
    background: str = ""
    border: str = ""


_MUTED = Colour("#5a6675"), Colour("#a3afbd")
_CELL = Colour("#1b2430", "#ffffff", "#e3e7ec"), Colour("#e8ecf1", "#1b2027", "#2e3640")
_MUTED_CELL = Colour("#5a6675", "#ffffff", "#e3e7ec"), Colour("#a3afbd", "#1b2027", "#2e3640")
_BLOCK = Colour("#1b2430", "#f3f5f8"), Colour("#e8ecf1", "#12161b")
_INK = Colour("#1b2430"), Colour("#e8ecf1")

COLOURS: dict[str, tuple[Colour, Colour]] = {
    "card": (Colour("#1b2430", "#ffffff", "#d5dbe2"), Colour("#e8ecf1", "#1b2027", "#363f4a")),
    "title": _INK,
    "subject": _INK,
    "status": _MUTED,
    "aside": _MUTED,
    "label": _MUTED,
    "caption": _MUTED,
    "summary": _MUTED,
    "pre": _BLOCK,
    "block": _BLOCK,
    "message": _BLOCK,
    "command": _BLOCK,
    "code": (Colour("#1b2430", "#eaeef3"), Colour("#e8ecf1", "#2b333d")),
    "here": (Colour("#1b2430", "#ffe2b8"), Colour("#ffffff", "#51390f")),
    "notice": (Colour("#12304f", "#e7f1fb"), Colour("#dcebfa", "#17293c")),
    "notice-title": (Colour("#0b4a8a"), Colour("#a9d2fa")),
    "notice-code": (Colour("#12304f", "#d2e4f6"), Colour("#dcebfa", "#25405b")),
    "link": (Colour("#0b5cad"), Colour("#7fb8f0")),
    "row": (Colour("#1b2430", "#ffffff"), Colour("#e8ecf1", "#1b2027")),
    "head": _MUTED_CELL,
    "head-points": _MUTED_CELL,
    "verdict": _CELL,
    "cell": _CELL,
    "points": _MUTED_CELL,
    "good": (Colour("#0a5c41", "#dff3ea"), Colour("#8fdcc0", "#12352b")),
    "bad": (Colour("#96230f", "#fde8e3"), Colour("#ffb3a1", "#41201a")),
    "warn": (Colour("#804600", "#fff1dc"), Colour("#f7c078", "#3a2a12")),
    "calm": (Colour("#414c59", "#e9edf2"), Colour("#cbd4de", "#2e3640")),
    "note": (Colour("#0b4a8a", "#e2eefa"), Colour("#a9d2fa", "#17304a")),
    "good-text": (Colour("#0a6b4a"), Colour("#6fd0ae")),
    "bad-text": (Colour("#a8280f"), Colour("#ff9d87")),
    "warn-text": (Colour("#8a4b00"), Colour("#f0b35e")),
    "calm-text": _MUTED,
    "note-text": (Colour("#0b5cad"), Colour("#7fb8f0")),
}

_IN_DARK_THEMES = ':is([data-jp-theme-light="false"],.vscode-dark) '
"""What JupyterLab, nbconvert's lab template and Visual Studio Code put around an output in a dark theme."""


def inline_colours(role: str) -> str:
    """Return a role's light colours for a `style` attribute; empty for a role without colours."""
    return _declarations(COLOURS[role][0], "") if role in COLOURS else ""


def _declarations(colour: Colour, important: str) -> str:
    parts = zip(("color", "background-color", "border-color"), colour, strict=True)
    return ";".join(f"{name}:{value}{important}" for name, value in parts if value)


def dark_rules(before: str) -> str:
    """Return the style sheet of the dark theme; `before` is what every selector begins with."""
    rules: dict[str, list[str]] = {}
    for role, (_, dark) in COLOURS.items():
        rules.setdefault(_declarations(dark, "!important"), []).append(f"{before}.mle-{role}")
    return "".join(f"{','.join(places)}{{{looks}}}" for looks, places in rules.items())


STYLE = dark_rules(_IN_DARK_THEMES)
