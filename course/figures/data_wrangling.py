"""The figures of the lesson on tables, queries and charts, one function per figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.colors import ListedColormap
from matplotlib.patches import Rectangle

from course.figures import (
    BLUE,
    CARD,
    GREEN,
    GREY,
    INK,
    MARKERS,
    ORANGE,
    PALETTE,
    VERMILION,
    card,
    in_style,
    show,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Sale = tuple[str, int, int]

_THERE, _MISSING = "#d6e4ef", INK


@in_style
def wide_and_long(wide: pd.DataFrame, ids: str, name: str) -> Figure:
    """A wide table with one id column, and its long form; cells of one original column share a colour."""
    years = [column for column in wide.columns if column != ids]
    long = wide.melt(ids, years, "year", name)
    alt = f"A table of {len(wide)} rows with a column for each year, and the same as {len(long)} rows."
    figure = card(max(0.34 * len(long) + 1.2, 2.6), alt=alt)
    before, after = figure.subplots(1, 2, width_ratios=(4, 3))
    colours = dict(zip(years, PALETTE, strict=False))
    _table(before, wide, [[colours.get(column, CARD) for column in wide.columns]] * len(wide), len(long))
    _table(after, long, [[CARD, *[colours[year]] * 2] for year in long["year"]], len(long))
    before.set_title("Wide: a row for each place")
    after.set_title("Long: a row for each number")
    return figure


def _table(panel: Axes, table: pd.DataFrame, fills: Sequence[Sequence[str]], rows: int) -> None:
    """Draw a table's cells in their fills, in a panel that has room for `rows`; missing ones are dashed."""
    for i, line in enumerate(table.itertuples(index=False)):
        for j, value in enumerate(line):
            _cell(panel, j, i, fills[i][j], _short(value))
    panel.set(xlim=(-0.5, table.shape[1] - 0.5), ylim=(rows - 0.5, -0.5), yticks=range(len(table)))
    panel.set_xticks(range(table.shape[1]), table.columns)
    panel.set(xlabel="column (name)", ylabel="row (number)")
    _bare(panel)


def _short(value: object) -> str:
    """Return a cell's text: decimals to three digits, nothing for what is missing."""
    if isinstance(value, float):
        return "" if np.isnan(value) else f"{value:.3g}"
    return str(value)


def _cell(panel: Axes, x: float, y: float, fill: str, text: str) -> None:
    """Draw a cell around a point, written on, or dashed where nothing is known."""
    edge, line = (INK, "solid") if text else (GREY, "dashed")
    look: dict[str, Any] = {"edgecolor": edge, "linestyle": line, "alpha": 0.4}
    panel.add_patch(Rectangle((x - 0.46, y - 0.42), 0.92, 0.84, facecolor=fill if text else CARD, **look))
    panel.text(x, y, text or "missing", ha="center", va="center", color=INK if text else GREY)


def _bare(panel: Axes) -> None:
    panel.spines[:].set_visible(False)
    panel.tick_params(length=0)


@in_style
def cardinality(joins: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> Figure:
    """For each name the keys of a left and a right table, with a line for each row of their left join."""
    alt = f"Keys of two tables, joined by a line wherever they match: {'; '.join(joins)}."
    figure = card(3.1, alt=alt)
    (panels,) = figure.subplots(1, len(joins), squeeze=False)
    for panel, (name, (left, right)) in zip(panels, joins.items(), strict=True):
        rows = _matches(panel, left, right)
        panel.set_title(f"{name}:\n{len(left)} rows become {rows}")
        panel.set(xlim=(-0.6, 2.6), ylim=(max(len(left), len(right)) - 0.4, -0.6))
        panel.set_xticks((0, 2), ("orders", "customers"))
        panel.set(yticks=range(max(len(left), len(right))), xlabel="table (key)", ylabel="row (number)")
        _bare(panel)
    return figure


def _matches(panel: Axes, left: Sequence[str], right: Sequence[str]) -> int:
    """Draw both tables and a line for each match; return how many rows a left join has."""
    for x, keys, colour in ((0, left, BLUE), (2, right, ORANGE)):
        for y, key in enumerate(keys):
            _cell(panel, x, y, colour, key)
    lines = [(i, j) for i, key in enumerate(left) for j, other in enumerate(right) if key == other]
    for i, j in lines:
        colour, style = (VERMILION, "dashed") if right.count(left[i]) > 1 else (INK, "solid")
        panel.plot((0.5, 1.5), (i, j), lw=1.8, color=colour, ls=style)
    return len(lines) + sum(key not in right for key in left)


@in_style
def missingness(table: pd.DataFrame, names: pd.Series) -> Figure:
    """Which cells of a table of years are missing, in rows that miss something between other years too.

    Columns that no row fills are drawn, but are no reason to draw a row.
    """
    gaps = table.isna()
    gaps = gaps[gaps.loc[:, ~gaps.all()].any(axis=1)]
    gaps = gaps.loc[gaps.sum(axis=1).sort_values().index]
    alt = f"{len(gaps)} of {len(table)} rows by year, missing cells dark; the last years are missing in all."
    figure = card(max(0.17 * len(gaps) + 0.9, 2.2), alt=alt)
    panel = figure.subplots()
    panel.pcolormesh(gaps, cmap=ListedColormap([_THERE, _MISSING]), edgecolors=CARD, lw=0.6)
    places = range(0, gaps.shape[1], 10)
    panel.set_xticks([place + 0.5 for place in places], [gaps.columns[place] for place in places])
    panel.set_yticks(np.arange(len(gaps)) + 0.5, names[gaps.index], fontsize=7.5)
    panel.set(xlabel="column (year)", ylabel=f"row ({len(gaps)} of {len(table)} places)")
    panel.invert_yaxis()
    _bare(panel)
    return figure


@in_style
def frames(sales: Sequence[Sale], current: int) -> Figure:
    """Rows (region, day, cents), sorted, and which of them three windows add up for the row `current`."""
    region, day, _ = sales[current]
    windows = {
        "PARTITION BY region": [row[0] == region for row in sales],
        "… ORDER BY day": [row[0] == region and row[1] <= day for row in sales],
        "… ROWS BETWEEN\n2 PRECEDING AND\n1 PRECEDING": [
            row[0] == region and current - 2 <= k < current for k, row in enumerate(sales)
        ],
    }
    alt = f"A table of {len(sales)} sales, three times; what a window adds up for one row is coloured."
    figure = card(0.32 * len(sales) + 1.6, alt=alt)
    table = pd.DataFrame(sales, columns=["region", "day", "cents"])
    for panel, (title, inside) in zip(figure.subplots(1, 3), windows.items(), strict=True):
        _table(panel, table, [[GREEN if taken else CARD] * 3 for taken in inside], len(sales))
        panel.add_patch(Rectangle((-0.5, current - 0.47), 3, 0.94, fill=False, edgecolor=VERMILION, lw=2.2))
        panel.set_title(title, fontsize=9.5)
        panel.set_xlabel(f"column (name)\nSUM(cents): {table['cents'][inside].sum()}")
    return figure


@in_style
def histograms(x: np.ndarray, counts: Sequence[int], unit: str) -> Figure:
    """One column's values (missing ones left out) in each of these numbers of bins."""
    alt = f"One column as a histogram, in {', '.join(map(str, counts))} bins: the hills differ."
    figure = card(2.9, alt=alt)
    for panel, bins in zip(figure.subplots(1, len(counts)), counts, strict=True):
        _histogram(panel, x, bins, unit)
    return figure


def _histogram(panel: Axes, x: np.ndarray, bins: int, unit: str) -> None:
    there = x[~np.isnan(x)]
    panel.hist(there, bins=bins, color=BLUE, edgecolor=CARD, lw=0.5)
    panel.axvline(np.median(there), color=VERMILION, ls="dashed")
    panel.set_title(f"{bins} bins: n = {len(there)},\nmissing = {len(x) - len(there)}")
    panel.set(xlabel=f"value ({unit})", ylabel="places (number)")


@in_style
def histogram(x: np.ndarray, bins: int, unit: str) -> Figure:
    """One column's values (missing ones left out) in so many bins."""
    figure = card(3.2, width=5.2, alt=f"One column as a histogram; the number of its bins is {bins}.")
    _histogram(figure.subplots(), x, bins, unit)
    return figure


def bin_slider(x: np.ndarray, unit: str) -> None:
    """Display a slider for the number of bins; `histograms` is its twin for print."""
    from ipywidgets import IntSlider, interact

    def draw(bins: int) -> None:
        show(histogram(x, bins, unit))

    wide = {"width": "min(420px, 100%)"}
    interact(draw, bins=IntSlider(6, 1, 80, continuous_update=False, description="bins", layout=wide))


@in_style
def claim(table: pd.DataFrame, hero: str, title: str, ylabel: str) -> Figure:
    """Time series (a column each, years as index), first as they come, then around one of them.

    At most six columns, because no more looks can be told apart.
    """
    alt = f"{table.shape[1]} lines with a legend; then the line of {hero} in colour, the others grey: {title}"
    figure = card(3.9, alt=alt)
    before, after = figure.subplots(1, 2, sharey=True)
    for k, name in enumerate(table.columns):
        look: dict[str, Any] = {"marker": MARKERS[k], "markevery": 10, "ms": 6, "label": name}
        before.plot(table.index, table[name], color=PALETTE[k], **look)
        after.plot(table.index, table[name], color=GREY, lw=1, alpha=0.6)
    before.set_title("Before: what the file holds", weight="normal")
    figure.legend(loc="outside lower center", ncols=4, title="left panel", fontsize=9, title_fontsize=9)
    _in_front(after, table[hero], hero)
    after.set_title(title)
    before.set(xlabel="time (year)", ylabel=ylabel, ylim=(0, 1.15 * table.max(axis=None)))
    after.set(xlabel="time (year)", ylabel=ylabel)
    return figure


def _in_front(panel: Axes, line: pd.Series, name: str) -> None:
    """Draw one line above the others, with its name and its first and last value beside it."""
    panel.plot(line.index, line, color=VERMILION, lw=3)
    look: dict[str, Any] = {"textcoords": "offset points", "color": VERMILION, "weight": "bold"}
    panel.annotate(f"{name} {line.iloc[0]:.1f}", (line.index[0], line.iloc[0]), (2, 9), **look)
    panel.annotate(f"{line.iloc[-1]:.1f}", (line.index[-1], line.iloc[-1]), (5, -3), **look)
