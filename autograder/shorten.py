"""Short texts of values for cards and messages: kind first, then as much as fits.

Only plain values and handles come here; a learner's own `__repr__` is never called.
"""

from __future__ import annotations

import re
import reprlib
import textwrap
from typing import TYPE_CHECKING, Any

from autograder.boundary.handles import Handle, name_of
from autograder.boundary.judge_side import CHECK_MODULE

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

MAX_WIDTH = 300
MAX_LINES = 12
MAX_PARTS = 4
"""Parts of a tuple that are shown one below the other."""
LONG_INT = 1_000
"""Bits of an int beyond which its digits are not shown."""
WHOLE, PART = 12, 6
"""Rows of a table that is shown whole, and how many are shown of a longer one."""

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class _Named(reprlib.Repr):
    """Says what an object is, and not where it lies in memory; of NumPy's floats in lists only the number."""

    def repr_float64(self, x: Any, _level: int) -> str:
        return repr(float(x))

    def repr_int(self, x: Any, level: int) -> str:
        if x.bit_length() <= LONG_INT:
            return super().repr_int(x, level)
        return f"<int of {x.bit_length():,} bits>"  # its digits may be more than Python writes

    def repr_Handle(self, x: Handle, _level: int) -> str:
        return name_of(x)

    def repr_instance(self, x: Any, level: int) -> str:
        if type(x).__module__ == CHECK_MODULE and type(x).__repr__ is object.__repr__:
            return f"<{type(x).__name__} of the check>"
        return without_addresses(super().repr_instance(x, level))


_repr = _Named()
_repr.maxlist = _repr.maxtuple = _repr.maxset = _repr.maxdict = 8
_repr.maxlevel = 4
_repr.maxstring = _repr.maxother = 120


def without_addresses(text: str) -> str:
    """Return a text without the places in memory that Python writes into the reprs of objects."""
    return _ADDRESS.sub("", text)


def kind(value: Any) -> str:
    """Return what a value is: "ndarray float64 (3, 2)", "np.float64", "list of 3", "your Foo"."""
    if type(value) is Handle:
        return name_of(value)
    if value is None:
        return "None"
    name = type(value).__name__
    package = (type(value).__module__ or "").partition(".")[0]
    if package == "numpy" and hasattr(value, "dtype"):
        return f"ndarray {value.dtype} {value.shape}" if name == "ndarray" else f"np.{name}"
    if package == "pandas" and hasattr(value, "shape"):
        return f"{name} {value.shape}"
    if isinstance(value, (list, tuple, dict, set, frozenset)):
        return f"{name} of {len(value)}"
    return name


def short(value: Any, rows: Sequence[int] = (), mark: str = "") -> str:
    """Return a value's kind and its beginning, on a few lines.

    Of a long table the part near the first of `rows` is shown; `mark` stands before each of them.
    """
    if type(value) is Handle:
        return name_of(value)
    package = (type(value).__module__ or "").partition(".")[0]
    if package == "numpy" and hasattr(value, "dtype"):
        return _short_array(value)
    if is_table(value):
        return _short_table(value, rows, mark)
    if type(value) is str and "\n" in value.strip():
        lines = textwrap.dedent(value.strip("\n").rstrip())
        return f"text of {len(lines.splitlines())} lines\n{_cut(lines)}"
    if type(value) is tuple and len(value) <= MAX_PARTS and any(_has_rows(part) for part in value):
        parts = [f"[{place}]  {short(part)}" for place, part in enumerate(value)]
        return "\n".join([kind(value), *(part.replace("\n", "\n     ") for part in parts)])
    return _cut(short_plain(value))


def is_table(value: Any) -> bool:
    """Whether a value is a DataFrame or a Series; asks nothing of a learner's object."""
    package = (type(value).__module__ or "").partition(".")[0]
    return package == "pandas" and type(value).__name__ in ("DataFrame", "Series")


def _has_rows(value: Any) -> bool:
    return is_table(value) or (kind(value).startswith("ndarray") and value.ndim > 1)


def short_plain(value: Any) -> str:
    """Return the repr of a plain value, shortened: one line unless its text has several."""
    with _limited_numpy():
        return _repr.repr(value)


def _short_array(value: Any) -> str:
    with _limited_numpy():
        text = str(value)
    if not value.shape:
        return f"{kind(value)} {text}"
    flags = "" if value.flags.writeable else ", read-only"
    if value.ndim > 1 and value.size and not value.flags.c_contiguous:
        flags += ", column by column in memory" if value.flags.f_contiguous else ", a strided view"
    head = f"{kind(value)}{flags}"
    return f"{head}\n{_cut(text)}" if "\n" in text or len(head) + len(text) > 70 else f"{head}  {text}"


def _short_table(value: Any, rows: Sequence[int], mark: str) -> str:
    """Show a table whole, or a part; text among other values is quoted, so that "34" is not 34."""
    count, head = len(value), kind(value)
    first = 0
    if rows and count > WHOLE:
        first = min(max(rows[0] - PART // 2, 0), count - PART)
        value, head = value.iloc[first : first + PART], f"{head}, rows {first:,} to {first + PART - 1:,}"
    text = _table_text(value)
    if rows and mark:
        text = _marked(text, len(value), {row - first for row in rows}, mark)
    return f"{head}\n{_cut(text, MAX_LINES + 2)}"


def _table_text(value: Any) -> str:
    if not hasattr(value, "columns"):
        quoted = value.map(_quoted) if value.dtype == "object" else value
        return str(quoted.to_string(max_rows=WHOLE, min_rows=PART))
    mixed = {name: _quoted for name, dtype in value.dtypes.items() if dtype == "object"}
    return str(value.to_string(max_rows=WHOLE, min_rows=PART, formatters=mixed))


def _marked(text: str, count: int, rows: Container[int], mark: str) -> str:
    """Put a mark before some of the `count` rows with which a table's text ends."""
    lines = text.splitlines()
    above = len(lines) - count
    marks = [mark if place - above in rows else " " * len(mark) for place in range(len(lines))]
    return "\n".join(f"{before} {line}" for before, line in zip(marks, lines, strict=True))


def _quoted(value: Any) -> str:
    return short_plain(value) if type(value) in (str, Handle) else str(value)


def _limited_numpy() -> Any:
    import numpy as np

    return np.printoptions(precision=6, threshold=12, edgeitems=3, linewidth=80, suppress=False)


def _cut(text: str, most: int = MAX_LINES) -> str:
    lines = [
        line if len(line) <= MAX_WIDTH else f"{line[: MAX_WIDTH - 1]}…" for line in text.splitlines() or [""]
    ]
    return "\n".join(lines if len(lines) <= most else [*lines[: most // 2], "…", *lines[-(most // 2) :]])
