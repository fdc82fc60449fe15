"""Where two results first differ, and by how much: one sentence for the learner.

Only plain values come here. Nothing is said where nobody can tell, as of two handles.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.shorten import is_table, kind, short_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBERS = "biufc"
ROUNDING = 1e-9
ALONE = 1e-3
"""What a number among other things is measured by, at the least: 0 and 1e-13 are the same there."""
MOST = 5_000
"""A table or a list with more entries that are no numbers is not compared entry by entry."""
LONG_TEXT = 60
COMPARABLE = ("builtins", "datetime", "decimal", "fractions", "numpy", "pandas")
"""Packages whose objects say by themselves whether they are equal."""


def difference(got: Any, want: Any) -> str:
    """Return where two results first differ and by how much; empty where they agree or nobody can tell."""
    if isinstance(want, tuple) and isinstance(got, tuple) and len(got) == len(want):
        parts = ((place, difference(*pair)) for place, pair in enumerate(zip(got, want, strict=True)))
        return next((f"Part {place}: {text}" for place, text in parts if text), "")
    if kind(got) != kind(want):
        return f"Yours is {_with_article(kind(got))}, expected is {_with_article(kind(want))}."
    if is_table(want):
        return _of_tables(got, want)
    numbers = _as_numbers(got, want)
    return _of_numbers(*numbers) if numbers else _of_plain(got, want)


def differing_rows(got: Any, want: Any) -> list[int]:
    """Return the positions of the rows in which two tables of one shape differ."""
    if not is_table(want) or kind(got) != kind(want):
        return []
    return sorted({row for row, _ in _differing_cells(got, want)})


def _with_article(text: str) -> str:
    bare = text.startswith("your ") or text == "None"
    return text if bare else f"{'an' if text.startswith(('a', 'e', 'i', 'o', 'nd')) else 'a'} {text}"


# ---- numbers ------------------------------------------------------------------------------------------


def _as_numbers(got: Any, want: Any) -> tuple[Any, Any] | None:
    """Return both as arrays of one shape; None unless both hold numbers only."""
    if not _holds_numbers(got) or not _holds_numbers(want):
        return None
    try:
        a, b = np.asarray(got), np.asarray(want)
    except (TypeError, ValueError):
        return None
    return (a, b) if a.shape == b.shape and a.dtype.kind in NUMBERS and b.dtype.kind in NUMBERS else None


def _holds_numbers(value: Any) -> bool:
    """Whether an array can be made of a value; never of a range, which would be written out."""
    if isinstance(value, (list, tuple)):
        return all(map(_holds_numbers, value))
    return isinstance(value, (int, float, complex, np.generic, np.ndarray))


def _apart(a: Any, b: Any, least: float = 1e-300) -> Any:
    """Return where two arrays differ by more than rounding, as seen from the largest expected entry."""
    with np.errstate(all="ignore"):
        gap = np.abs(a.astype(complex) - b.astype(complex))
        scale = max(float(np.abs(b[np.isfinite(b)]).max(initial=0)), least)
        return ~((gap <= ROUNDING * scale) | (np.isnan(a) & np.isnan(b)) | (a == b))


def _of_numbers(a: Any, b: Any) -> str:
    wrong = _apart(a, b)
    if not wrong.any():
        return ""
    if not a.shape:
        return _of_scalars(a, b)
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    where = f"[{', '.join(map(str, place))}]"
    return _entries(int(wrong.sum()), wrong.size, where, *_told_apart(a[place], b[place]))


def _of_scalars(a: Any, b: Any) -> str:
    if a.dtype.kind == b.dtype.kind == "b":
        return f"Yours is {bool(a)}, expected is {bool(b)}."
    exact = a.dtype.kind in "iu" and b.dtype.kind in "iu"
    return (
        f"They differ by {abs(int(a) - int(b)):,}."
        if exact
        else f"They differ by {abs(complex(a) - complex(b)):.3g}."
    )


def _told_apart(a: Any, b: Any) -> list[str]:
    """Return two numbers with as many digits as it takes to see that they differ."""
    texts: list[str] = []
    for digits in (6, 9, 12, 17):
        texts = [str(bool(x)) if x.dtype.kind == "b" else f"{x:.{digits}g}" for x in (a, b)]
        if texts[0] != texts[1]:
            break
    return texts


def _entries(wrong: int, of: int, where: str, yours: str, expected: str) -> str:
    return f"{wrong:,} of {of:,} entries differ, first at {where}: {yours} instead of {expected}."


# ---- text, lists, dicts, sets -------------------------------------------------------------------------


def _of_plain(got: Any, want: Any) -> str:
    if isinstance(want, str):
        return _of_texts(got, want)
    if isinstance(want, list):
        return _of_lists(got, want, (len(want),))
    if isinstance(want, dict):
        return _of_dicts(got, want)
    if isinstance(want, (set, frozenset)):
        return _of_keys(got, want, "Entry")
    if hasattr(want, "tolist") and getattr(want, "ndim", 0):
        return _of_lists(got.ravel().tolist(), want.ravel().tolist(), want.shape)
    package = type(want).__module__.partition(".")[0]
    known = package in COMPARABLE and type(got) is type(want)
    return _instead(got, want) if known and not _equal(got, want) else ""


def _equal(got: Any, want: Any) -> bool:
    try:
        return got is want or bool(got == want)
    except (TypeError, ValueError, ArithmeticError):
        return True


def _instead(got: Any, want: Any) -> str:
    return f"Yours is {short_plain(got)}, expected is {short_plain(want)}."


def _of_texts(got: str, want: str) -> str:
    if got == want:
        return ""
    if max(len(got), len(want)) <= LONG_TEXT:
        return _instead(got, want)
    place = next(i for i in count() if got[i : i + 1] != want[i : i + 1])
    yours, expected = (text[place : place + LONG_TEXT // 2] for text in (got, want))
    return f"They differ from character {place:,} on: {yours!r} instead of {expected!r}."


def _of_lists(got: Sequence[Any], want: Sequence[Any], shape: tuple[int, ...]) -> str:
    """Compare entry by entry; `shape` is that of the array that they come from."""
    if len(want) > MOST:
        return ""
    wrong = [i for i, pair in enumerate(zip(got, want, strict=True)) if not _same(*pair)]
    if not wrong:
        return ""
    where = [int(i) for i in np.unravel_index(wrong[0], shape)]
    pair = (short_plain(values[wrong[0]]) for values in (got, want))
    return _entries(len(wrong), len(want), f"[{', '.join(map(str, where))}]", *pair)


def _of_dicts(got: dict[Any, Any], want: dict[Any, Any]) -> str:
    if keys := _of_keys(got.keys(), want.keys(), "Key"):
        return keys
    wrong = [key for key in want if not _same(got[key], want[key])]
    if not wrong:
        return ""
    yours, expected = short_plain(got[wrong[0]]), short_plain(want[wrong[0]])
    return _entries(len(wrong), len(want), f"[{short_plain(wrong[0])}]", yours, expected)


def _of_keys(got: Any, want: Any, name: str) -> str:
    missing, extra = sorted(want - got, key=short_plain), sorted(got - want, key=short_plain)
    told = [f"{name} {short_plain(missing[0])} is missing."] if missing else []
    return " ".join([*told, *([f"{name} {short_plain(extra[0])} was not expected."] if extra else [])])


def _same(one: Any, other: Any) -> bool:
    """Whether two parts agree; an int may stand for a float of its value, and a tuple be of such."""
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return all(_same(*pair) for pair in zip(one, other, strict=True))
    if type(one) is type(other) and type(one) in (int, float, str, bool) and one == other:
        return True
    numbers = _as_numbers(one, other)
    return not (_apart(*numbers, least=ALONE).any() if numbers else difference(one, other))


# ---- tables -------------------------------------------------------------------------------------------


def _of_tables(got: Any, want: Any) -> str:
    """Compare two tables of one shape: names of columns, cells by position, index, and at last dtypes."""
    is_frame = hasattr(want, "columns")
    if is_frame and (text := _of_labels(got.columns, want.columns, "columns differ")):
        return text
    index = _of_labels(got.index, want.index, "index differs")
    if cells := _differing_cells(got, want):
        row, column = min(cells)
        pair = [_columns(table)[column].iloc[row] for table in (got, want)]
        names = [] if index else [f"label {short_plain(want.index.tolist()[row])}"]
        names += [f"column {short_plain(want.columns.tolist()[column])}"] if is_frame else []
        place = f".iloc[{row}, {column}]" if is_frame else f".iloc[{row}]"
        where = f"{place} ({', '.join(names)})" if names else place
        return _entries(len(cells), want.size, where, *map(_cell, pair))
    return index or _of_dtypes(_columns(got), _columns(want), is_frame=is_frame)


def _of_labels(got: Any, want: Any, what: str) -> str:
    if got.equals(want):
        return ""
    pairs = enumerate(zip(got.tolist(), want.tolist(), strict=True))
    first = next(((place, *pair) for place, pair in pairs if not _same(*pair)), None)
    if first is None:
        return ""
    place, yours, expected = first
    return f"The {what}, first at place {place}: {short_plain(yours)} instead of {short_plain(expected)}."


def _columns(table: Any) -> list[Any]:
    return [column for _, column in table.items()] if hasattr(table, "columns") else [table]


def _differing_cells(got: Any, want: Any) -> list[tuple[int, int]]:
    """Return row and column of each cell in which two tables of one shape differ."""
    if want.size > MOST:
        return []
    pairs = enumerate(zip(_columns(got), _columns(want), strict=True))
    return [(row, place) for place, pair in pairs for row in _rows_apart(*pair)]


def _rows_apart(one: Any, other: Any) -> list[int]:
    if all(isinstance(x.dtype, np.dtype) and x.dtype.kind in NUMBERS for x in (one, other)):
        return np.flatnonzero(_apart(one.to_numpy(), other.to_numpy())).tolist()
    missing = zip(one.isna(), other.isna(), strict=True)
    values = zip(one.tolist(), other.tolist(), strict=True)
    cells = enumerate(zip(missing, values, strict=True))
    return [row for row, (gaps, pair) in cells if (gaps[0] != gaps[1]) or not (gaps[0] or _same(*pair))]


def _cell(value: Any) -> str:
    return short_plain(value) if isinstance(value, str) else str(value)


def _of_dtypes(got: list[Any], want: list[Any], *, is_frame: bool) -> str:
    for one, other in zip(got, want, strict=True):
        if one.dtype != other.dtype:
            what = f"Column {short_plain(other.name)} has" if is_frame else "Yours has"
            return f"{what} dtype {one.dtype}, expected is {other.dtype}."
    return ""
