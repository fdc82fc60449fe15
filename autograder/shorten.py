"""Short texts of values for cards and messages: kind first, then as much as fits.

Only plain values and handles come here; a learner's own `__repr__` is never called.
"""

from __future__ import annotations

import re
import reprlib
import sys
from typing import Any

from autograder.boundary.handles import Handle, name_of

MAX_WIDTH = 300
MAX_ROWS = 6

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class _Named(reprlib.Repr):
    """Says what an object is, and not where it lies in memory; of NumPy's floats in lists only the number."""

    def repr_float64(self, x: Any, _level: int) -> str:
        return repr(float(x))

    def repr_instance(self, x: Any, level: int) -> str:
        return _ADDRESS.sub("", super().repr_instance(x, level))


_repr = _Named()
_repr.maxlist = _repr.maxtuple = _repr.maxset = _repr.maxdict = 8
_repr.maxlevel = 4
_repr.maxstring = _repr.maxother = 120


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


def short(value: Any) -> str:
    """Return a value's kind and its beginning, on at most a few lines."""
    if type(value) is Handle:
        return name_of(value)
    package = (type(value).__module__ or "").partition(".")[0]
    if package == "numpy" and hasattr(value, "dtype"):
        return _short_array(value)
    if package == "pandas" and hasattr(value, "to_string"):
        return f"{kind(value)}\n{_cut(_short_table(value))}"
    return _cut(_plain(value))


def _plain(value: Any) -> str:
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


def _short_table(value: Any) -> str:
    """Return a table's beginning and end; text among other values is quoted, so that "34" is not 34."""
    if not hasattr(value, "columns"):
        quoted = value.map(_quoted) if value.dtype == "object" else value
        return str(quoted.to_string(max_rows=MAX_ROWS))
    mixed = {name: _quoted for name, dtype in value.dtypes.items() if dtype == "object"}
    return str(value.to_string(max_rows=MAX_ROWS, formatters=mixed))


def _quoted(value: Any) -> str:
    return repr(value) if type(value) is str else str(value)


def _limited_numpy() -> Any:
    import numpy as np

    return np.printoptions(precision=6, threshold=12, edgeitems=3, linewidth=80, suppress=False)


def _cut(text: str) -> str:
    lines = [
        line if len(line) <= MAX_WIDTH else f"{line[: MAX_WIDTH - 1]}…" for line in text.splitlines() or [""]
    ]
    return "\n".join(lines if len(lines) <= 2 * MAX_ROWS else [*lines[:MAX_ROWS], "…", *lines[-MAX_ROWS:]])


def difference(got: Any, want: Any) -> str:
    """Return where two results first differ and by how much; empty where they agree or nobody can tell."""
    if "numpy" not in sys.modules:
        return ""
    import numpy as np

    if isinstance(want, tuple) and isinstance(got, tuple) and len(got) == len(want):
        parts = [(place, difference(*pair)) for place, pair in enumerate(zip(got, want, strict=True))]
        return next((f"Part {place}: {text}" for place, text in parts if text), "")
    if kind(got) != kind(want):
        return f"Yours is {_with_article(kind(got))}, expected is {_with_article(kind(want))}."
    try:
        a, b = np.asarray(got), np.asarray(want)
        return (
            _first_difference(a, b)
            if a.shape == b.shape and a.dtype.kind in "biufc" and b.dtype.kind in "biufc"
            else ""
        )
    except (TypeError, ValueError):
        return ""


def _with_article(text: str) -> str:
    bare = text.startswith("your ") or text == "None"
    return text if bare else f"{'an' if text.startswith(('a', 'e', 'i', 'o', 'nd')) else 'a'} {text}"


def _first_difference(a: Any, b: Any) -> str:
    import numpy as np

    with np.errstate(all="ignore"):
        gap = np.abs(a.astype(complex) - b.astype(complex))
        scale = max(float(np.abs(b[np.isfinite(b)]).max(initial=0)), 1e-300)
        wrong = ~((gap <= 1e-9 * scale) | (np.isnan(a) & np.isnan(b)) | (a == b))
    if not wrong.any():
        return ""
    if not a.shape:
        truths = a.dtype.kind == b.dtype.kind == "b"
        if truths:
            return f"Yours is {bool(a)}, expected is {bool(b)}."
        exact = a.dtype.kind in "iu" and b.dtype.kind in "iu"
        return f"They differ by {abs(int(a) - int(b)):,}." if exact else f"They differ by {gap:.3g}."
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    where = f"[{', '.join(map(str, place))}]"
    return (
        f"{int(wrong.sum()):,} of {wrong.size:,} entries differ, first at {where}: "
        f"{' instead of '.join(_told_apart(a[place], b[place]))}."
    )


def _told_apart(a: Any, b: Any) -> list[str]:
    """Return two numbers with as many digits as it takes to see that they differ."""
    texts: list[str] = []
    for digits in (6, 9, 12, 17):
        texts = [str(bool(x)) if x.dtype.kind == "b" else f"{x:.{digits}g}" for x in (a, b)]
        if texts[0] != texts[1]:
            break
    return texts
