"""The figures of the lesson on data structures, algorithms and hardware, one function per figure."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patches import Rectangle

from course.figures import (
    BLUE,
    CARD,
    GREEN,
    GREY,
    INK,
    LINES,
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

_KIBI = 1024


@in_style
def growth(counts: Mapping[str, Mapping[int, int]]) -> Figure:
    """Counted steps against the size of the input, on logarithmic axes: for each name, steps by size."""
    figure = card(4.0, alt=f"Steps against input size, from flat to steep: {', '.join(counts)}.")
    panel = figure.subplots()
    for k, (name, steps) in enumerate(counts.items()):
        look: dict[str, Any] = {"color": PALETTE[k], "marker": MARKERS[k], "ls": LINES[k % len(LINES)]}
        panel.plot([*steps], [*steps.values()], ms=6, label=name, **look)
    panel.set_xscale("log", base=2)
    panel.set_yscale("log")
    panel.xaxis.set_major_formatter("{x:.0f}")
    panel.set(xlabel="size of the input (items)", ylabel="counted (steps)")
    figure.legend(loc="outside right center")
    return figure


@in_style
def ring(steps: Sequence[int | str], capacity: int) -> Figure:
    """The slots of a ring after each step: a number is pushed, the word "pop" takes the oldest out."""
    alt = "Slots of a ring, one row per step; what is full is written over from the oldest item on."
    figure = card(0.6 + 0.52 * (len(steps) + 1), width=5.6, alt=alt)
    panel = figure.subplots()
    pushed: list[int | str] = []
    first = 0
    for row, step in enumerate(steps):
        if step == "pop":
            first += 1
        else:
            pushed.append(step)
            first = max(first, len(pushed) - capacity)
        _slots(panel, row, pushed, first, capacity)
    names = [step if step == "pop" else f"push {step}" for step in steps]
    panel.set(xlim=(-0.6, capacity - 0.4), ylim=(len(steps) - 0.4, -0.6), xticks=range(capacity))
    panel.set_yticks(range(len(steps)), names)
    panel.set(xlabel="slot (index in the list)", ylabel="step (from top to bottom)")
    _bare(panel)
    return figure


def _slots(panel: Axes, row: int, pushed: Sequence[int | str], first: int, capacity: int) -> None:
    """Draw one state: item number m lies in slot m % capacity; the oldest one is orange."""
    for slot in range(capacity):
        _cell(panel, slot, row, CARD)
    for number in range(first, len(pushed)):
        _cell(panel, number % capacity, row, ORANGE if number == first else BLUE, str(pushed[number]))


def _cell(panel: Axes, x: float, y: float, colour: str, text: str = "") -> None:
    """Draw a cell of width 0.9 around a point, filled and written on, or empty and dashed."""
    edge, line = (INK, "solid") if text else (GREY, "dashed")
    look: dict[str, Any] = {"facecolor": colour, "edgecolor": edge, "linestyle": line, "alpha": 0.45}
    panel.add_patch(Rectangle((x - 0.45, y - 0.42), 0.9, 0.84, **look))
    panel.text(x, y, text, ha="center", va="center", color=INK)


def _bare(panel: Axes) -> None:
    panel.spines[:].set_visible(False)
    panel.tick_params(length=0)


@in_style
def heap(pushed: Sequence[int]) -> Figure:
    """The heap that numbers form, pushed one after the other: as a tree, and as the list that it is.

    The path that the last one could climb is marked.
    """
    items: list[int] = []
    for number in pushed:
        heapq.heappush(items, number)
    path = _path_to_root(len(items) - 1)
    alt = f"A heap of {len(items)} numbers, as a tree and as the list {items}; {pushed[-1]} came last."
    figure = card(3.4, alt=alt)
    tree, array = figure.subplots(1, 2, width_ratios=(1.25, 1))
    _tree(tree, items, path)
    colours = [VERMILION if k in path else BLUE for k in range(len(items))]
    array.bar(range(len(items)), items, color=colours, alpha=0.6, width=0.8)
    array.set(title=f"… is a list; {pushed[-1]} came last", xlabel="index k (children: 2k + 1, 2k + 2)")
    array.set(ylabel="value (number)", xticks=range(len(items)))
    return figure


def _path_to_root(k: int) -> set[int]:
    path = {k}
    while k > 0:
        k = (k - 1) // 2
        path.add(k)
    return path


def _tree(panel: Axes, items: Sequence[int], path: set[int]) -> None:
    """Draw a heap level by level, every node under the middle of its parent's half."""
    places = [_place(k) for k in range(len(items))]
    for k, (x, level) in enumerate(places):
        if k > 0:
            up = places[(k - 1) // 2]
            panel.plot((up[0], x), (up[1], level), color=VERMILION if k in path else GREY, lw=1.5, zorder=1)
        look = {"facecolor": CARD, "edgecolor": VERMILION if k in path else BLUE, "boxstyle": "circle"}
        panel.text(x, level, str(items[k]), ha="center", va="center", bbox=look)
    levels = range(places[-1][1] + 1)
    panel.set(xlim=(0, 1), ylim=(levels[-1] + 0.4, -0.4), xticks=(), yticks=levels)
    panel.set(title="A tree …", xlabel="from left to right (no scale)", ylabel="level (root: 0)")
    _bare(panel)


def _place(k: int) -> tuple[float, int]:
    """Return where node k of a heap stands: from left (0) to right (1), and on which level."""
    level = (k + 1).bit_length() - 1
    return (k + 1.5 - 2**level) / 2**level, level


def heap_slider(numbers: Sequence[int]) -> None:
    """Display a slider for how many of the numbers were pushed; `heap` is its twin for print."""
    from ipywidgets import IntSlider, interact

    def draw(pushed: int) -> None:
        show(heap(numbers[:pushed]))

    wide = {"width": "min(420px, 100%)"}
    slider = IntSlider(3, 1, len(numbers), continuous_update=False, description="pushed", layout=wide)
    interact(draw, pushed=slider)


@in_style
def strides(shape: tuple[int, int], itemsize: int) -> Figure:
    """A table of numbered cells, and where they lie in memory in the orders C and F."""
    rows, columns = shape
    alt = f"A {rows} by {columns} table, and its cells in memory: row after row, or column after column."
    figure = card(3.9, alt=alt)
    table, memory = figure.subplots(2, 1, height_ratios=(rows, 2))
    for i, j in np.ndindex(shape):
        number = i * columns + j
        _cell(table, j, i, PALETTE[i], str(number))
        _cell(memory, number, 0, PALETTE[i], str(number))
        _cell(memory, j * rows + i, 1, PALETTE[i], str(number))
    table.set(xlim=(-0.5, 3 * columns), ylim=(rows - 0.5, -0.5), xticks=range(columns), yticks=range(rows))
    table.set(xlabel="axis 1 (column)", ylabel="axis 0 (row)", title=f"A table of {itemsize}-byte numbers …")
    table.xaxis.set_label_coords((columns - 0.5) / (6 * columns), -0.18)
    memory.set(xlim=(-0.5, rows * columns - 0.5), ylim=(1.5, -0.5), title="… in a memory with one axis")
    memory.set_yticks((0, 1), [f"{order}: strides {_strides(shape, itemsize, order)}" for order in "CF"])
    memory.set_xticks(range(rows * columns), range(0, rows * columns * itemsize, itemsize))
    memory.set(xlabel="offset (bytes)", ylabel="order (C or F)")
    for panel in (table, memory):
        _bare(panel)
    return figure


def _strides(shape: tuple[int, int], itemsize: int, order: str) -> tuple[int, int]:
    rows, columns = shape
    return (columns * itemsize, itemsize) if order == "C" else (itemsize, rows * itemsize)


@in_style
def ratios(by_size: Mapping[int, float], promised: float) -> Figure:
    """How many times the smallest cover a rule takes, by size of the graph, and a promise for comparison."""
    worst = max(by_size.values())
    alt = f"A rule's cover over the smallest one rises with the graph, past {promised:g}, to {worst:.1f}."
    figure = card(3.2, alt=alt)
    panel = figure.subplots()
    panel.plot([*by_size], [*by_size.values()], color=VERMILION, marker="o", label="busiest node first")
    panel.axhline(promised, color=GREEN, ls="dashed", label=f"never more than {promised:g} times")
    panel.set(xlabel="smallest cover (nodes)", ylabel="cover taken (times the smallest)", ylim=(0.9, None))
    panel.legend(loc="lower right")
    return figure


@in_style
def staircase(nanoseconds: Mapping[str, Mapping[int, float]]) -> Figure:
    """Measured time for one number (ns) against the table's size (bytes), for each way of reading."""
    alt = f"Time per number against the table's size; one line for each way: {', '.join(nanoseconds)}."
    figure = card(3.6, alt=alt)
    panel = figure.subplots()
    for k, (name, times) in enumerate(nanoseconds.items()):
        look: dict[str, Any] = {"color": PALETTE[k], "marker": MARKERS[k], "ls": LINES[k]}
        panel.plot([size / _KIBI for size in times], [*times.values()], label=name, **look)
    panel.set_xscale("log", base=4)
    panel.set_yscale("log", base=2)
    panel.xaxis.set_major_formatter("{x:.0f}")
    panel.yaxis.set_major_formatter("{x:g}")
    panel.set(xlabel="size of the table (KiB)", ylabel="time for one number (ns)")
    panel.legend()
    return figure
