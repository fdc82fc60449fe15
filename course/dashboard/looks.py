"""How things look, written once as CSS: classes on the page, style attributes in a notebook.

JupyterLab takes `<style>`, scripts, `<svg>` and theme variables out of an output that it does not trust, and
leaves plain declarations in `style`. So in a notebook every class of `looks.css` is written out there, with
the colours of the light theme: text and ground always together, legible on any background.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape

Place = Literal["page", "notebook"]

TEMPLATES = Path(__file__).with_name("templates")
_TOKEN = re.compile(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);")
_RULE = re.compile(r"^\.([\w-]+) \{ (.+) \}$", re.MULTILINE)
_USE = re.compile(r"var\(--([\w-]+)\)")


@cache
def tokens() -> dict[str, tuple[str, str]]:
    """Return the colours by name, each for a light and a dark theme."""
    return {name: (light, dark) for name, light, dark in _TOKEN.findall(stylesheet("tokens.css"))}


@cache
def rules() -> dict[str, str]:
    """Return the declarations of each class, with names of colours."""
    return dict(_RULE.findall(stylesheet("looks.css")))


@cache
def stylesheet(name: str) -> str:
    """Return a file of CSS."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def colour(name: str, place: Place) -> str:
    """Return what stands for a colour: a variable on the page, the light theme's value in a notebook."""
    return f"var(--{name})" if place == "page" else tokens()[name][0]


@cache
def _inline(role: str) -> str:
    return _USE.sub(lambda use: tokens()[use[1]][0], rules()[role])


def look(place: Place, *roles: str, css: str = "") -> Markup:
    """Return the attributes that give an element its look; `css` adds declarations of its own."""
    if place == "page":
        style = f' style="{escape(css)}"' if css else ""
        return Markup('class="{}"').format(" ".join(roles)) + Markup(style)  # noqa: S704 - escaped above
    declarations = " ".join([*(_inline(role) for role in roles if role in rules()), css]).strip()
    return Markup('style="{}"').format(declarations)
