"""What a cell put out, as safe HTML: pictures, tables, text, errors; cards of ours with their looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from autograder.feedback import pictures
from autograder.feedback.prose import prose
from autograder.feedback.safe_html import acts, clean, clean_card
from autograder.grading.handed_in import NotGradable, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.feedback.hidden import Secrets

Owner = Literal["card", "test", "learner"]
"""Whose outputs they are: a check of ours, with its card; an instructor's test; a cell of the learner's."""
_ANSI = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[@-_]|[\x00-\x08\x0b-\x1f\x7f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
LONGEST = 20_000
"""Characters that are shown of one output."""
MOST = 60
"""Outputs that are shown of one cell."""
_UNSHOWN = "It is not shown here: only pictures in PNG or JPEG, tables and text are."


@dataclass(slots=True)
class Drawing:
    """What outputs and texts of one notebook are drawn with."""

    without_secrets: Secrets
    folder: Path
    """Where pictures lie that a text names by a relative address."""
    attachments: dict[str, Any] = field(default_factory=dict)
    """Pictures inside the cell at hand."""
    room: int = 24 << 20
    """Characters that all pictures of the page may still take."""
    words: int = 6 << 20
    """Characters that all other outputs of the page may still take."""

    def picture(self, address: str) -> str | None:
        """Return the data address of a picture that a text or an output names; None where none is shown."""
        scheme, _, rest = address.strip().partition(":")
        if scheme.lower() == "data":
            return self.counted(pictures.data_address(address))
        if scheme.lower() == "attachment":
            return self._attached(unquote(rest))
        return None if rest else self._beside(unquote(address))

    def counted(self, found: str | None) -> str | None:
        """Return a picture while there is room for it on the page."""
        if found is None or len(found) > self.room:
            return None
        self.room -= len(found)
        return found

    def _attached(self, name: str) -> str | None:
        bundle = self.attachments.get(name)
        bundle = bundle if isinstance(bundle, dict) else {}
        found = next((bundle[kind] for kind in pictures.KINDS if kind in bundle), None)
        return self.counted(pictures.from_base64(text_in(found))) if found else None

    def _beside(self, name: str) -> str | None:
        parts = PurePosixPath(name).parts
        if not parts or PurePosixPath(name).is_absolute() or ".." in parts:
            return None
        path = self.folder.joinpath(*parts)
        inside = [path, *path.parents][: len(parts)]
        try:
            if any(each.is_symlink() for each in inside) or not path.is_file():
                return None
            return self.counted(pictures.from_bytes(read_bytes(path, pictures.MOST_BYTES)))
        except (NotGradable, OSError):
            return None

    def fitting(self, part: str) -> str:
        """Return an output while there is room for it on the page."""
        if part.startswith("<img"):
            return part
        if len(part) > self.words:
            return _note("An output is left out: the page would be too long.")
        self.words -= len(part)
        return part

    def told(self, text: str) -> str:
        """Return text as a person reads it, without marks for a terminal and without secrets."""
        return self.without_secrets(_plain(text))


def outputs_html(outputs: list[Any], drawing: Drawing, owner: Owner) -> list[str]:
    """Return a cell's outputs, one after the other."""
    shown = [_joined(item) for item in outputs if isinstance(item, dict)]
    drawn = [drawing.fitting(_one(item, drawing, owner)) for item in shown[:MOST]]
    if len(shown) > MOST:
        drawn.append(_note(f"{len(shown) - MOST:,} more outputs are left out."))
    return [part for part in drawn if part]


def text_in(value: Any) -> str:
    """Return text that a notebook keeps as text or as a list of lines."""
    return value if isinstance(value, str) else "".join(map(str, value)) if isinstance(value, list) else ""


def preformatted(text: str, css: str = "") -> str:
    """Return text as it was written, shortened where it is very long."""
    plain = _plain(text)
    left = len(plain) - LONGEST
    more = _note(f"{left:,} more characters are left out.") if left > 0 else ""
    return f'<pre class="{css or "text"}">{escape(plain[:LONGEST], quote=False)}</pre>{more}'


def _plain(text: str) -> str:
    """Return text without marks for a terminal; that most texts have none is found out fast."""
    return _ANSI.sub("", text) if _CONTROL.search(text) else text


def _note(text: str) -> str:
    return f'<p class="note">{escape(text, quote=False)}</p>'


def _joined(item: dict[str, Any]) -> dict[str, Any]:
    """Return an output whose texts are one piece each."""
    data = item.get("data")
    bundle = {str(kind): text_in(text) for kind, text in data.items()} if isinstance(data, dict) else {}
    return {**item, "data": {kind: text for kind, text in bundle.items() if text}}


def _one(item: dict[str, Any], drawing: Drawing, owner: Owner) -> str:
    match item.get("output_type"):
        case "stream":
            css = "text error" if item.get("name") == "stderr" else "text"
            return preformatted(drawing.told(text_in(item.get("text"))), css)
        case "error":
            return _error(item, drawing, owner)
        case "display_data" | "execute_result":
            return next((part for part in _renderings(item, drawing, owner) if part), "")
    return ""


def _error(item: dict[str, Any], drawing: Drawing, owner: Owner) -> str:
    """Return an error; one of a test without its traceback, which quotes the test, where some are hidden."""
    found = item.get("traceback")
    lines = [line for line in found if isinstance(line, str)] if isinstance(found, list) else []
    whole = len(lines) > 1 and not (owner == "test" and drawing.without_secrets)
    said = f"{item.get('ename', '')}: {item.get('evalue', '')}".strip(": ")
    return preformatted(drawing.told("\n".join(lines) if whole else said), "text error")


def _renderings(item: dict[str, Any], drawing: Drawing, owner: Owner) -> Iterator[str]:
    """Yield what an output can be shown as, the best first; empty where one of them is not to be had."""
    data, tell = item["data"], drawing.told
    page = data.get("text/html", "")
    if owner == "card":
        yield f'<div class="ours">{clean_card(tell(page))}</div>' if page else ""
        if item["output_type"] == "execute_result":
            return
    for kind in pictures.KINDS:
        address = drawing.counted(pictures.from_base64(data[kind])) if kind in data else None
        alt = escape(tell(data.get("text/plain", "picture"))[:200])
        yield f'<img class="picture" src="{address}" alt="{alt}">' if address else ""
    if page and not (acts(page) and "text/plain" in data) and len(page) <= 20 * LONGEST:
        inside = clean(tell(page), drawing.picture)
        yield f'<div class="html">{inside}</div>' if inside.strip() else ""
    if "text/markdown" in data:
        yield f'<div class="html">{prose(tell(data["text/markdown"]), drawing.picture)}</div>'
    for kind in ("text/latex", "text/plain"):
        yield preformatted(tell(data[kind])) if kind in data else ""
    yield _note(f"An output of type {', '.join(data)[:80]}. {_UNSHOWN}") if data else ""
