"""Splits one py:percent text into cells that know their lines.

Jupytext reads the same format for editors, but gives no line numbers, and its notebooks need `nbformat`,
whose import costs a second on the way to a learner's first check. This reader takes the same cells from every
text that an author may write; where jupytext would read something else, the cell carries a `Problem`.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from course.exercise import CellKind

_MARKER = re.compile(r"^\s*#\s*(?:%%(?P<options>%*\s.*|)|<codecell>\s*|In\[[0-9 ]*\]:?\s*)$")
_BLANK = re.compile(r"^\s*$")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_HEADER_EDGE = re.compile(r"^#\s?---\s*$")
_KIND = re.compile(r"\[(markdown|md|raw)\]")
_FIRST_KEY = re.compile(r"(?:^|\s)[\w.@/-]+\s*=")
_KEY = re.compile(r"\s*(?P<key>[\w.@/-]+)(?P<equals>\s*=\s*)?")
_PYTHON_VALUE = re.compile(r"'(?:[^'\\]|\\.)*'|\[[^\]]*\]|\S+")
_STRING_OR_COMMENT = re.compile(r"""\#|\"{3}|'{3}|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?""")
_COMMAND = re.compile(
    r"""\s*(?:\#\ ?)*%{1,3}[a-zA-Z]
      | \s*(?:(?:\#\ ?)+\s*)?[?!]\s*[A-Za-z.~$\\/{}]
      | (?:\#\ ?)*\s*[a-zA-Z_][\w$]*\s*=\s*(?:%{1,3}|!)[a-zA-Z]
      | \s*(?:\#\ )*\S*\?\s*$
      | (?:\#\ ?)*(?:cat|cd|cp|mv|rm|rmdir|mkdir|copy|ddir|echo|ls|ldir|ren)(?:$|\s$|\s[^=,])""",
    re.VERBOSE,
)


class Problem(NamedTuple):
    """Something in a cell that this reader or jupytext would not read as it was meant."""

    line: int
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell as it stands in the file, before anybody asks what its role is."""

    kind: CellKind
    text: str
    line: int
    """Line of the file, counted from 1, on which the text begins."""
    marker: int
    """Line of the `# %%` that opens the cell; the first line of a cell without one."""
    title: str = ""
    options: dict[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    commands: tuple[int, ...] = ()
    """Lines of a code cell that Jupyter runs as a command, such as `# %timeit f()` or `# ls data`."""


def split(text: str) -> list[RawCell]:
    """Return the cells of a py:percent text in order; a YAML header is the first one, a raw cell."""
    lines = text.splitlines()
    cells, begin = _header(lines)
    while begin < len(lines):
        end = _next_marker(lines, begin)
        cells.append(_cell(lines[begin:end], begin + 1))
        begin = end
    return cells


def _header(lines: list[str]) -> tuple[list[RawCell], int]:
    """Read the commented YAML block on top; return it and the index of the first line after it."""
    edges = [index for index in range(_comment_block(lines)) if _HEADER_EDGE.match(lines[index])][:2]
    if len(edges) < 2 or any(_uncomment(line).strip() for line in lines[: edges[0]]):
        return [], 0
    first, last = edges
    text = "\n".join(_uncomment(line) for line in lines[first : last + 1])
    after = last + 1
    blank = after < len(lines) and _BLANK.match(_uncomment(lines[after]))
    header = [RawCell("raw", text, first + 1, first + 1)] if after - first > 2 else []
    return header, after + bool(blank)


def _comment_block(lines: list[str]) -> int:
    """Count the comment lines that the text begins with."""
    return next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))


def _next_marker(lines: list[str], begin: int) -> int:
    """Return the index of the marker after the cell that begins at `begin`."""
    is_prose = _kind(lines[begin]) != "code"
    index, quote = begin, ""
    while index < len(lines):
        line = lines[index]
        if not quote and index > begin and _MARKER.match(line):
            return index
        if is_prose and not quote and (closing := _closing_fence(lines, index)):
            index = closing
        quote = _open_quote(line, quote)
        index += 1
    return len(lines)


def _closing_fence(lines: list[str], index: int) -> int | None:
    """Return where the code fence that opens at `index` closes: what looks like a marker inside is none."""
    opening = _FENCE.match(_uncomment(lines[index]))
    if not opening or (opening["fence"][0] == "`" and "`" in opening["info"]):
        return None
    return next((i for i in range(index + 1, len(lines)) if _closes(lines[i], opening["fence"])), None)


def _closes(line: str, fence: str) -> bool:
    match = _FENCE.match(_uncomment(line))
    return bool(match) and match["fence"].startswith(fence) and not match["info"].strip()


def _open_quote(line: str, quote: str) -> str:
    """Return the triple quote that is open after `line`, given the one that was open before it."""
    position = 0
    while True:
        if quote:
            closing = re.compile(rf"(?<!\\){quote}").search(line, position)
            if not closing:
                return quote
            position, quote = closing.end(), ""
        token = _STRING_OR_COMMENT.search(line, position)
        if not token or token[0] == "#":
            return ""
        position = token.end()
        quote = token[0] if token[0] in ('"""', "'''") else ""


def _cell(lines: list[str], number: int) -> RawCell:
    """Make a cell of its lines, of which the first has this number in the file."""
    marker = _MARKER.match(lines[0])
    title, options, problems = _options(marker["options"] or "" if marker else "", number)
    first = number + bool(marker)
    body = _without_separator(lines)[bool(marker) :]
    kind = _kind(lines[0])
    title = _KIND.sub("", title, count=1).strip()
    if kind == "code":
        text, commands = _code(body, first)
        return RawCell(kind, text, first, number, title, options, tuple(problems), commands)
    problems += [
        Problem(first + index, f"the line {line!r} in a {kind} cell", "a line that begins with '# '")
        for index, line in enumerate(body)
        if line.strip() and not line.startswith("#")
    ]
    return RawCell(kind, "\n".join(map(_uncomment, body)), first, number, title, options, tuple(problems))


def _without_separator(lines: list[str]) -> list[str]:
    """Drop the blank line, or exactly two of them, that separate a cell from the next."""
    blank = [bool(_BLANK.match(line)) for line in lines[-3:]]
    if blank == [False, True, True]:
        return lines[:-2]
    return lines[:-1] if lines[-1] == "" else lines


def _kind(line: str) -> CellKind:
    """Tell the kind of the cell that opens with this line."""
    marker = _MARKER.match(line)
    word = _KIND.search(_title(marker["options"] or "")) if marker else None
    if not word:
        return "code"
    return "raw" if word[1] == "raw" else "markdown"


def _title(options: str) -> str:
    """Return the words of a marker that come before its first `key=`."""
    key = _FIRST_KEY.search(options)
    return (options[: key.start()] if key else options).lstrip("%").strip()


def _options(text: str, line: int) -> tuple[str, dict[str, object], list[Problem]]:
    """Read `title key=value …` of a marker."""
    key = _FIRST_KEY.search(text)
    position = key.start() if key else len(text)
    options: dict[str, object] = {}
    while position < len(text.rstrip()):
        pair = _KEY.match(text, position)
        value, end = _value(text, pair.end()) if pair and pair["equals"] else (None, -1)
        if not pair or end < 0:
            found = f"the option {text[position:].strip()!r}"
            return (
                _title(text),
                options,
                [Problem(line, found, 'key=value with a JSON value, such as name="…"')],
            )
        if pair["key"] in options:
            return _title(text), options, [Problem(line, f"{pair['key']}= twice", "each option once")]
        options[pair["key"]], position = value, end
    return _title(text), options, []


def _value(text: str, position: int) -> tuple[object, int]:
    """Read one value at `position`; the end is -1 where there is none that JSON or Python can read."""
    try:
        value, end = json.JSONDecoder().raw_decode(text, position)
        if not text[end : end + 1].strip():
            return value, end
    except ValueError:
        pass
    token = _PYTHON_VALUE.match(text, position)
    try:
        return (ast.literal_eval(token[0]), token.end()) if token else (None, -1)
    except (ValueError, SyntaxError):
        return None, -1


def _code(lines: list[str], first: int) -> tuple[str, tuple[int, ...]]:
    """Join code lines, taking the comment sign off Jupyter commands, and number those commands."""
    quote, continued = "", False
    commands, code = [], []
    for number, line in enumerate(lines, first):
        is_command = not quote and (continued or bool(_COMMAND.match(line)))
        continued = is_command and line.rstrip().endswith("\\")
        quote = _open_quote(line, quote)
        if is_command:
            commands.append(number)
        code.append(re.sub(r"^(\s*)# ?", r"\1", line) if is_command else line)
    return "\n".join(code), tuple(commands)


def _uncomment(line: str) -> str:
    return line[2:] if line.startswith("# ") else line.removeprefix("#")
