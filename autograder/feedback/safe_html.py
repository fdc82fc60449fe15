"""Rebuilds HTML from a list of allowed elements, attributes and styles: what is left cannot act.

No script, handler, form, frame, embedded object, style sheet, id or name remains; no address is fetched, and
no style takes an element out of its place. Pictures stay where `picture` gives data for their source.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import nh3

from autograder.card_colours import COLOURS
from autograder.card_html import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Callable

    Pictures = Callable[[str], str | None]

_TAGS = {
    *"a abbr b blockquote br caption cite code col colgroup dd del details dfn div".split(),
    *"dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s".split(),
    *"samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split(),
}
_ATTRIBUTES = {
    "*": {"style", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
_CARD_ATTRIBUTES = {**_ATTRIBUTES, "*": {"style", "class", "lang"}}
_STYLES = {
    *"text-align vertical-align font-weight font-style font-family text-decoration white-space".split(),
    *"list-style-type border-collapse".split(),
}
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)
_DRAWING = re.compile(r"data:image/svg\+xml;base64,[A-Za-z0-9+/]{1,60000}={0,2}")
"""A card's picture: within `<img>` an SVG runs no script and fetches nothing."""
_SIZE = re.compile(r"\d{1,4}%?")
_SPAN = re.compile(r"[1-9]\d{0,2}")
_ACTIVE = re.compile(
    r"<\s*(script|input|button|form|iframe|object|embed|canvas|video|audio)\b", re.IGNORECASE
)
_CARD_CLASSES = {f"mle-{role}" for role in COLOURS}


def _card_styles() -> set[str]:
    declared = (part.partition(":")[0].strip() for look in LAYOUT.values() for part in look.split(";"))
    return {*declared, "color", "background-color", "border-color"} - {""}


def acts(text: str) -> bool:
    """Whether HTML is made to act, so that it says little when it cannot."""
    return bool(_ACTIVE.search(text))


def clean(text: str, picture: Pictures) -> str:
    """Return a learner's HTML without anything that acts, loads or leaves its place."""

    def attribute(element: str, name: str, value: str) -> str | None:
        if name == "src":
            return picture(value)
        return _attribute(element, name, value)

    return nh3.clean(
        text,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "data", "attachment"},
        filter_style_properties=_STYLES,
        link_rel="noopener noreferrer nofollow",
    )


@lru_cache(maxsize=512)
def clean_card(text: str) -> str:
    """Return a card of ours with its looks; `text` may be anything that claims to be one."""
    return _card_cleaner().clean(text)


@cache
def _card_cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_CARD_ATTRIBUTES,
        attribute_filter=_card_attribute,
        url_schemes={"http", "https", "mailto", "data"},
        filter_style_properties=_card_styles(),
        link_rel="noopener noreferrer nofollow",
    )


def _attribute(element: str, name: str, value: str) -> str | None:
    match name:
        case "href":
            return value if _ADDRESS.fullmatch(value) else None
        case "width" | "height":
            return value if _SIZE.fullmatch(value) else None
        case "colspan" | "rowspan":
            return value if _SPAN.fullmatch(value) else None
        case "src":
            return None
    return value if element or value else None


def _card_attribute(element: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(each for each in value.split() if each in _CARD_CLASSES) or None
    if name == "src":
        return value if _DRAWING.fullmatch(value) else None
    return _attribute(element, name, value)
