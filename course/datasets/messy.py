"""A table as it really arrives: cells missing, out of range, misspelt, or of another type; and which ones.

The table lists customers of a gym. Every problem was planted, so `Messy` knows the true number of each, by
the rules in `RULES`, and which rows are bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

RULES: Mapping[str, Mapping[str, Any]] = {
    "age": {"min": 16, "max": 99, "required": True},
    "plan": {"allowed": ["basic", "plus", "gold"], "required": True},
    "visits": {"min": 0},
    "level": {"min": 1, "max": 3, "allowed": [1, 2, 3]},
    "height": {"max": 230.0},
}
"""What should be true of each column; `note` has no rule."""
COLUMNS = ("note", "age", "plan", "visits", "level", "height")
GOOD: Mapping[str, tuple[Any, ...]] = {
    "note": ("", "paid", "call back"),
    "age": (16, 99, 17, 34, 51, 68),
    "plan": ("basic", "plus", "gold"),
    "visits": (0, 1, 7, 30),
    "level": (1, 2, 3),
    "height": (230.0, 171.5, 188.0, 154.2),
}
BAD: Mapping[str, tuple[Any, ...]] = {
    "age": ("34", "unknown", 15, 100, -1),
    "plan": ("Basic", "plus ", "silver"),
    "visits": (-1, -20),
    "level": (0, 4, 99),
    "height": (230.5, 1715.0),
}
"""Values that break a rule: those of `age`, `visits`, `level` and `height` are out of range or no numbers,
those of `plan` and `level` are not allowed."""


@dataclass(frozen=True, slots=True)
class Messy:
    """The table (its index repeats labels), and what is wrong with it, by column."""

    table: pd.DataFrame
    missing: Mapping[str, int]
    out_of_range: Mapping[str, int]
    not_allowed: Mapping[str, int]
    bad_rows: Mapping[str, frozenset[int]]
    """Places of the rows with at least one problem in this column; missing is one where it is required."""


def messy(rng: np.random.Generator, rows: int = 40) -> Messy:
    """Return a table of so many rows (at least 15), with one to three problems of each kind in a column."""
    if rows < 15:
        raise ValueError(f"{rows} rows are too few for all the problems; 15 are enough")
    columns, missing, broken = {}, {}, {}
    for name in COLUMNS:
        cells = [GOOD[name][k] for k in rng.integers(len(GOOD[name]), size=rows)]
        places = rng.permutation(rows).tolist()
        missing[name] = _taken(rng, places)
        broken[name] = _taken(rng, places) if name in BAD else frozenset()
        for k, place in enumerate(sorted(broken[name])):
            cells[place] = BAD[name][(k + int(rng.integers(2))) % len(BAD[name])]
        for place in missing[name]:
            cells[place] = None
        columns[name] = _as_column(name, cells)
    index = rng.integers(100, 100 + rows // 2, size=rows)
    return Messy(pd.DataFrame(columns).set_axis(index), *_truth(missing, broken))


def _taken(rng: np.random.Generator, places: list[int]) -> frozenset[int]:
    return frozenset(places.pop() for _ in range(int(rng.integers(1, 5))))


def _as_column(name: str, cells: list[Any]) -> pd.Series:
    """`age` holds numbers beside texts, the others are what pandas makes of them."""
    return pd.Series(cells, dtype=object) if name == "age" else pd.Series(cells)


def _truth(
    missing: Mapping[str, frozenset[int]], broken: Mapping[str, frozenset[int]]
) -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, frozenset[int]]]:
    out_of_range = {
        name: len(broken[name]) if {"min", "max"} & {*RULES.get(name, ())} else 0 for name in COLUMNS
    }
    not_allowed = {name: len(broken[name]) if "allowed" in RULES.get(name, ()) else 0 for name in COLUMNS}
    bad = {
        name: broken[name] | (missing[name] if RULES.get(name, {}).get("required") else frozenset())
        for name in COLUMNS
    }
    return {name: len(missing[name]) for name in COLUMNS}, out_of_range, not_allowed, bad
