"""Colours of cards: legible in both themes, trusted and untrusted, whatever the theme does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from autograder.card_colours import COLOURS, STYLE
from tests.autograder.card_reading import HTML, Elements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

THEMED = {"h4", "h5", "pre", "code", "a", "tr", "td", "th", "summary", "mark"}
"""Elements that JupyterLab or Bootstrap colour by themselves."""


def declarations(style: str) -> dict[str, str]:
    """Return what a `style` attribute declares."""
    return {
        name.strip(): value.strip() for name, _, value in (part.partition(":") for part in style.split(";"))
    }


def dark_declarations() -> dict[str, dict[str, str]]:
    """What the style sheet says of each class in a dark theme."""
    found: dict[str, dict[str, str]] = {}
    for places, looks in re.findall(r"([^{}]+)\{([^}]+)\}", STYLE):
        for name in re.findall(r"\.(mle-[a-z-]+)", places):
            found[name] = declarations(looks.replace("!important", ""))
    return found


DARK = dark_declarations()


def light(attributes: dict[str, str]) -> dict[str, str]:
    """Return an element's looks where only inline styles count."""
    return declarations(attributes.get("style", ""))


def dark(attributes: dict[str, str]) -> dict[str, str]:
    """Return an element's looks where the style sheet counts, in a dark theme."""
    over = [DARK.get(name, {}) for name in attributes.get("class", "").split()]
    return {**light(attributes), **{key: value for rules in over for key, value in rules.items()}}


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def colours_of_texts(
    html: str, looks: Callable[[dict[str, str]], dict[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield each text with its colour and the background that it stands on."""
    for text, around in Elements(html).texts:
        seen: dict[str, str] = {}
        for _, attributes in around:
            seen.update(looks(attributes))
        yield text, seen["color"], seen["background-color"]


@pytest.mark.parametrize("name", HTML)
@pytest.mark.parametrize("looks", [light, dark])
def test_every_text_can_be_read_in_light_and_dark(
    name: str, looks: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    """Contrast is 4.5 or more with the inline colours alone (sanitised) and with the dark style sheet."""
    poor = {
        (text, colour, ground)
        for text, colour, ground in colours_of_texts(HTML[name], looks)
        if contrast(colour, ground) < 4.5
    }
    assert poor == set()


@pytest.mark.parametrize("name", HTML)
def test_no_theme_shines_through(name: str) -> None:
    """What a theme would colour has colours of its own; no background comes without a text colour."""
    for tag, attributes in Elements(HTML[name]).all:
        colours = light(attributes)
        assert "color" in colours or "background-color" not in colours, (tag, attributes)
        assert "color" in colours or tag not in THEMED, (tag, attributes)
        assert "background-color" in colours or tag not in {"tr", "td", "th", "pre", "code", "mark"}, (
            tag,
            attributes,
        )


def test_light_and_dark_set_the_same_things() -> None:
    """A role that changes its text in a dark theme changes its background and border, too."""
    for role, pair in COLOURS.items():
        assert [bool(part) for part in pair[0]] == [bool(part) for part in pair[1]], role
