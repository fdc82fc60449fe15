"""Draws a page as HTML that survives wherever a notebook's outputs are shown.

Every element carries plain colours inline, those of a light card: they remain in an untrusted notebook, where
JupyterLab removes `<style>` and every theme variable, and in nbgrader's feedback. Where styles are kept, one
`<style>` turns the same elements dark in a dark theme. With all attributes removed the page still reads from
top to bottom, and nothing in it can run.
"""

from __future__ import annotations

import base64
import html
from typing import TYPE_CHECKING

from autograder import markdown
from autograder.card_colours import COLOURS, STYLE, inline_colours
from autograder.card_page import Checks, Drawing, Fold, Notice, Prose, Source, Step, Subject, Text, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from autograder.card_page import Block, Mark, Page

_MONO = "font-family:Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:12.5px;line-height:1.45"
_PRE = (
    f"{_MONO};margin:0;padding:8px 12px;border:0;border-radius:6px;"
    "text-align:left;white-space:pre;overflow-x:auto"
)
_CELL = (
    "text-align:left;vertical-align:top;font-size:13px;font-weight:normal;line-height:1.5;white-space:normal"
)
_RULED = f"{_CELL};border:0;border-bottom:1px solid"

LAYOUT = {
    "card": "box-sizing:border-box;max-width:880px;margin:6px 0 10px;padding:14px 18px 14px;border-width:1px;"
    "border-style:solid;border-radius:10px;font-size:14px;line-height:1.5;text-align:left;"
    "overflow-wrap:break-word;overflow-wrap:anywhere",
    "title": "margin:0 0 6px;padding:0;border:0;font-size:17px;font-weight:600;line-height:1.35",
    "status": "margin:0 0 2px;font-size:13.5px",
    "fact": "white-space:nowrap",
    "pill": "display:inline-block;padding:1px 11px;border-radius:11px;font-size:13px;font-weight:600",
    "subject": "margin:16px 0 "
    "4px;padding:0;border:0;font-size:14.5px;font-weight:600;font-style:normal;line-height:1.4",
    "text": "margin:6px 0 8px",
    "step": "margin:14px 0 0;padding:0",
    "command": f"{_PRE};margin:6px 0 0;white-space:pre-wrap",
    "message": f"{_PRE};white-space:pre-wrap;overflow-wrap:anywhere",
    "aside": "font-size:13px;font-weight:normal",
    "pair": "display:flex;flex-wrap:wrap;gap:8px 14px;margin:8px 0",
    "value": "flex:1 1 auto;min-width:0;max-width:100%",
    "label": "margin:0 0 3px;font-size:12.5px;font-weight:600",
    "pre": _PRE,
    "here": "display:block;margin:0 -12px;padding:0 12px;font-weight:bold",
    "notice": "margin:10px 0 12px;padding:10px 14px 4px;border-radius:8px",
    "notice-title": "margin:0 0 "
    "3px;padding:0;border:0;font-size:14.5px;font-weight:600;font-style:normal;line-height:1.4",
    "fold": "margin:8px 0",
    "picture": "margin:8px 0 2px",
    "image": "max-width:100%;height:auto",
    "caption": "margin:0 0 8px;font-size:13px",
    "summary": "display:list-item;cursor:pointer;font-size:13px",
    "table": "width:100%;margin:2px 0 4px;border:0;border-collapse:collapse;table-layout:auto",
    "row": "border:0",
    "head": f"{_RULED};padding:1px 14px 3px 0;font-size:12px;white-space:nowrap",
    "head-points": f"{_RULED};padding:1px 0 3px;font-size:12px;white-space:nowrap;text-align:right",
    "verdict": f"{_RULED};padding:4px 14px 4px 0;white-space:nowrap",
    "cell": f"{_RULED};padding:4px 14px 4px 0;width:100%",
    "points": f"{_RULED};padding:4px 0;white-space:nowrap;text-align:right",
    "code": f"{_MONO};padding:1px 4px;border:0;border-radius:4px;white-space:pre-wrap",
    "notice-code": f"{_MONO};padding:1px 4px;border:0;border-radius:4px;white-space:pre-wrap",
    "block": f"{_PRE};margin:6px 0 10px",
    "p": "margin:6px 0 8px",
    "list": "margin:4px 0 8px;padding-left:24px",
    "link": "text-decoration:underline",
}
_MARKDOWN = {"p": "p", "code": "code", "pre": "block", "ul": "list", "ol": "list", "a": "link"}


def _escape(text: str) -> str:
    """Return text for between two tags; nothing of a page ever goes into an attribute."""
    return html.escape(text, quote=False)


def page_html(page: Page) -> str:
    """Return the card as HTML, with nothing of a learner's unescaped."""
    facts = "".join(f" · {_tag('span', _escape(fact), 'fact')}" for fact in page.facts)
    pill = _pill(page.mark, page.headline) if page.headline else ""
    status = _tag("p", f"{pill}{facts}", "status") if pill or facts else ""
    glyph = "" if page.headline else _tag("span", page.mark.glyph, f"{page.mark.tone}-text") + " "
    inside = _tag("h4", glyph + _escape(page.title), "title") + status + _drawn(page.blocks)
    card = _tag("section", inside, "card", ' lang="en"', "mathjax_ignore tex2jax_ignore")
    return f"<style>{STYLE}</style>{card}"


def _drawn(blocks: Sequence[Block]) -> str:
    return "".join(_DRAW[type(block)](block) for block in blocks)


def _tag(name: str, inside: str, role: str, attributes: str = "", classes: str = "") -> str:
    style = ";".join(part for part in (LAYOUT.get(role, ""), inline_colours(role)) if part)
    names = " ".join(part for part in (f"mle-{role}" if role in COLOURS else "", classes) if part)
    written = f' class="{names}"' if names else ""
    return f'<{name}{written} style="{style}"{attributes}>{inside}</{name}>'


def _markdown_tag(name: str, inside: str, attributes: str = "") -> str:
    role = _MARKDOWN.get(name)
    return _tag(name, inside, role, attributes) if role else f"<{name}>{inside}</{name}>"


def _notice_tag(name: str, inside: str, attributes: str = "") -> str:
    """Write an element of a notice: code stands out from the notice's own ground."""
    if name == "code":
        return _tag(name, inside, "notice-code", attributes)
    return _markdown_tag(name, inside, attributes)


def _pill(mark: Mark, word: str) -> str:
    style = f"{LAYOUT['pill']};{inline_colours(mark.tone)}"
    return f'<strong class="mle-{mark.tone}" style="{style}">{mark.glyph} {_escape(word)}</strong>'


def _words(text: str) -> str:
    return markdown.code_spans(text, _markdown_tag)


def _subject(block: Subject) -> str:
    before = f"{_toned(block.mark)}: " if block.mark else ""
    after = f" {_tag('span', f'({_escape(block.aside)})', 'aside')}" if block.aside else ""
    return _tag("h5", f"{before}{_words(block.text)}{after}", "subject")


def _toned(mark: Mark) -> str:
    role = f"{mark.tone}-text"
    return _tag("span", f"{mark.glyph} {_escape(mark.word)}", role)


def _text(block: Text) -> str:
    label = f"<strong>{_escape(block.label)}:</strong> " if block.label else ""
    if "\n" in block.text:
        return (_tag("p", label, "label") if label else "") + _tag("pre", _escape(block.text), "message")
    return _tag("p", f"{label}{_words(block.text)}", "text")


def _values(block: Values) -> str:
    parts = [
        _tag("div", _tag("p", _escape(label), "label") + _tag("pre", _escape(text), "pre"), "value")
        for label, text in block.parts
    ]
    return _tag("div", "".join(parts), "pair")


def _drawing(block: Drawing) -> str:
    """Write a picture as an image, the one form of SVG that an untrusted notebook keeps, above its words."""
    address = base64.b64encode(block.svg.encode()).decode()
    image = (
        f'<img src="data:image/svg+xml;base64,{address}" alt="Your answer and what was expected, drawn" '
        f'style="{LAYOUT["image"]}">'
    )
    return _tag("p", image, "picture") + _tag("p", _escape(block.alt), "caption")


def _source(block: Source) -> str:
    width = max(len(str(number)) for number, _ in block.rows)
    rows = []
    for number, text in block.rows:
        here = number == block.number
        row = f"{'→' if here else ' '} {number:>{width}}  {_escape(text)}\n"
        rows.append(_tag("mark", row, "here") if here else row)
    drawn = _tag("p", _escape(block.where), "label") + _tag("pre", "".join(rows), "pre")
    return _tag("div", drawn, "fold")


def _notice(block: Notice) -> str:
    title = _tag("h5", markdown.code_spans(block.title, _notice_tag), "notice-title")
    return _tag("div", title + _typeset(block.markdown, _notice_tag), "notice")


def _prose(block: Prose) -> str:
    return _typeset(block.markdown)


def _typeset(text: str, tag: markdown.Tag = _markdown_tag) -> str:
    """Only what authors wrote is searched for formulas; a learner's dollar signs stay dollar signs."""
    return f'<div class="mathjax_process tex2jax_process">{markdown.html(text, tag)}</div>'


def _step(block: Step) -> str:
    offer = f" {_escape(block.offer)}:" if block.code else ""
    code = _tag("pre", _escape(block.code), "command") if block.code else ""
    return _tag("p", f"<strong>What to do now:</strong> {_escape(block.text)}{offer}", "step") + code


def _fold(block: Fold) -> str:
    return _tag("details", _tag("summary", _escape(block.title), "summary") + _drawn(block.blocks), "fold")


def _checks(block: Checks) -> str:
    head = _tag("th", "Verdict", "head") + _tag("th", "Check", "head") + _tag("th", "Points", "head-points")
    rows = "".join(_tag("tr", _row(*row), "row") for row in block.rows)
    left_out = _tag("p", f"… and {block.left_out} more", "text") if block.left_out else ""
    return _tag("table", f"<thead>{_tag('tr', head, 'row')}</thead><tbody>{rows}</tbody>", "table") + left_out


def _row(mark: Mark, name: str, aside: str, points: str) -> str:
    after = f" {_tag('span', f'({_escape(aside)})', 'aside')}" if aside else ""
    return (
        _tag("td", _toned(mark), "verdict")
        + _tag("td", f"{_words(name)}{after}", "cell")
        + _tag("td", _escape(points or "—"), "points")
    )


_DRAW: dict[type, Callable[..., str]] = {
    Subject: _subject,
    Text: _text,
    Values: _values,
    Drawing: _drawing,
    Source: _source,
    Notice: _notice,
    Checks: _checks,
    Prose: _prose,
    Step: _step,
    Fold: _fold,
}
