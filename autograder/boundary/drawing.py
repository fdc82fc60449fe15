"""What a learner's function draws, as plain data: `f(ax, *args)` on fresh axes beside two empty ones.

Whatever runs here runs beside the learner's code, so what it tells is the answer side's own word. A check
therefore looks at a drawing from more than one side: bars are told by their patches' numbers, by the
heights that their container keeps, and by the corners that reach the canvas.

Everything is drawn with Matplotlib's default settings and laid out, but never painted; the learner's own
settings and figures are what they were afterwards.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from matplotlib import pyplot as plt
from matplotlib.collections import LineCollection, PathCollection, PolyCollection, QuadMesh
from matplotlib.container import BarContainer
from matplotlib.patches import Rectangle
from matplotlib.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def draw(function: Callable[..., Any], args: Sequence[Any]) -> dict[str, Any]:
    """Call `function(ax, *args)` and return what was drawn; whatever it raises comes through.

    Arrays are float64; a RuntimeError says that the function removed its axes.

    returned            "ax", "figure", "None" or the name of another type
    bars                [x, y, width, height] of each rectangle, by its patch
    bar_groups          for each call of bar(): label, orientation, values (the heights or lengths that it
                        was given), corners ([left, right, bottom, top] of each bar on the canvas)
    lines               x, y, label, marker, linestyle, across ("x", "y" for axhline, axvline, else "")
    segments            points [[x, y], [x, y]] and label of each line of vlines(), hlines(), error bars
    points              x, y, sizes, values (what colours show) and label of each scatter()
    areas               corners and label of each fill_between()
    images              values, extent, origin of imshow() and pcolormesh()
    texts               x, y, text
    title, xlabel, ylabel, legend (its texts), legend_title, xscale, yscale, xlim, ylim
    xticks, yticks, xticklabels, yticklabels
    elsewhere           sentences on whatever else changed: other axes, the figure, settings, figures
    """
    with _stage() as (figure, ax, before):
        returned = function(ax, *args)
        if ax not in figure.axes:
            raise RuntimeError("the function removed the axes that it was given from their figure")
        elsewhere = before.changes(figure)
        _lay_out_words(ax)
        scales = _scales(ax)  # first: asking for the limits is what makes Matplotlib settle them
        return {
            "returned": _returned(returned, ax, figure),
            **_marks(ax),
            **_words(ax),
            **scales,
            "elsewhere": elsewhere,
        }


@contextmanager
def _stage() -> Generator[tuple[Figure, Axes, _Before]]:
    """Three axes side by side, the middle one to draw on; pyplot's current ones are the left ones."""
    with mpl.rc_context(), plt.ioff():
        mpl.rcdefaults()
        earlier = plt.get_fignums()
        current = plt.gcf().number if earlier else None
        figure = plt.figure(figsize=(15, 4))
        left, middle, _right = figure.subplots(1, 3)
        plt.sca(left)
        try:
            yield figure, middle, _Before(figure)
        finally:
            for number in {*plt.get_fignums()} - {*earlier}:
                plt.close(number)
            if current in plt.get_fignums():
                plt.figure(current)


class _Before:
    """What surrounds the axes, as it was before the learner's function ran."""

    def __init__(self, figure: Figure) -> None:
        self.settings = dict(mpl.rcParams)
        self.figures = {*plt.get_fignums()}
        self.others = {ax: _outline(ax) for ax in (figure.axes[0], figure.axes[2])}
        self.own = _outline(figure)
        self.count = len(figure.axes)

    def changes(self, figure: Figure) -> list[str]:
        """Return a sentence on each thing that changed besides the axes that were given."""
        more = [number for number in plt.get_fignums() if number not in self.figures]
        settings = [name for name, old in self.settings.items() if mpl.rcParams[name] != old]
        found = {
            "another axes of the figure changed": any(_outline(x) != old for x, old in self.others.items()),
            "the figure itself changed": _outline(figure) != self.own,
            f"{len(figure.axes) - self.count} axes were added": len(figure.axes) > self.count,
            "axes were removed": any(ax not in figure.axes for ax in self.others),
            f"{len(more)} more figures were opened": bool(more),
            "figures were closed": not self.figures <= {*plt.get_fignums()},
            "pyplot's current axes are others now": not more and self._switched(figure),
            f"the settings {', '.join(settings)} changed": bool(settings),
        }
        return [sentence for sentence, true in found.items() if true]

    def _switched(self, figure: Figure) -> bool:
        """Whether somebody told pyplot to go on elsewhere; asked only while our figure is the current one."""
        return plt.gcf() is figure and plt.gca() is not next(iter(self.others))


def _outline(thing: Any) -> list[Any]:
    """Return what changes when somebody draws on axes or writes on a figure; axes of a figure left out."""
    children = [type(child).__name__ for child in thing.get_children() if not hasattr(child, "get_xlim")]
    if not hasattr(thing, "get_xlim"):
        layout = [vars(thing.subplotpars).copy(), thing.get_layout_engine(), thing.get_facecolor()]
        return [children, [text.get_text() for text in thing.texts], thing.get_size_inches().tolist(), layout]
    texts = [thing.get_title(where) for where in ("left", "center", "right")]
    ticks = [axis.get_tick_params() for axis in (thing.xaxis, thing.yaxis)]
    look = [thing.axison, thing.get_visible(), thing.get_facecolor(), ticks]
    return [children, texts, thing.get_xlabel(), thing.get_ylabel(), thing.get_xlim(), thing.get_ylim(), look]


def _lay_out_words(ax: Axes) -> None:
    """Raise what painting would raise, such as a formula that Matplotlib cannot read, in less time."""
    legend = ax.get_legend()
    names = [ax.xaxis.label, ax.yaxis.label, *(legend.get_texts() if legend else ())]
    for text in [*names, *(child for child in ax.get_children() if isinstance(child, Text))]:
        text.get_window_extent()


def _returned(value: Any, ax: Axes, figure: Figure) -> str:
    if value is ax:
        return "ax"
    return "figure" if value is figure else "None" if value is None else type(value).__name__


def _marks(ax: Axes) -> dict[str, Any]:
    groups = [group for group in ax.containers if isinstance(group, BarContainer)]
    return {
        "bars": [_bar(patch) for patch in ax.patches if isinstance(patch, Rectangle)],
        "bar_groups": [_bar_group(group, ax) for group in groups],
        "lines": [_line(line, ax) for line in ax.lines],
        "segments": [part for found in ax.collections for part in _segments(found)],
        "points": [_points(found) for found in ax.collections if isinstance(found, PathCollection)],
        "areas": [_area(found) for found in ax.collections if isinstance(found, PolyCollection)],
        "images": [*map(_image, ax.images), *(_mesh(x) for x in ax.collections if isinstance(x, QuadMesh))],
    }


def _bar(patch: Rectangle) -> list[float]:
    return _floats([patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height()]).tolist()


def _bar_group(group: BarContainer, ax: Axes) -> dict[str, Any]:
    return {
        "label": _label(group),
        "orientation": str(group.orientation),
        "values": _floats(group.datavalues),
        "corners": [_corners(patch, ax) for patch in group.patches],
    }


def _corners(patch: Any, ax: Axes) -> list[float]:
    on_canvas = patch.get_transform().transform_path(patch.get_path()).vertices
    x, y = ax.transData.inverted().transform(on_canvas).T
    return [float(x.min()), float(x.max()), float(y.min()), float(y.max())]


def _line(line: Any, ax: Axes) -> dict[str, Any]:
    across = {"x": ax.get_yaxis_transform(which="grid"), "y": ax.get_xaxis_transform(which="grid")}
    return {
        "x": _floats(line.get_xdata(orig=False)),
        "y": _floats(line.get_ydata(orig=False)),
        "label": _label(line),
        "marker": str(line.get_marker()),
        "linestyle": str(line.get_linestyle()),
        "across": next((name for name, place in across.items() if line.get_transform() == place), ""),
    }


def _segments(found: Any) -> list[dict[str, Any]]:
    if not isinstance(found, LineCollection):
        return []
    return [{"points": _floats(part), "label": _label(found)} for part in found.get_segments()]


def _points(found: Any) -> dict[str, Any]:
    offsets = _floats(found.get_offsets())
    values = found.get_array()
    return {
        "x": offsets[:, 0].copy(),
        "y": offsets[:, 1].copy(),
        "sizes": _floats(found.get_sizes()),
        "values": None if values is None else _floats(values),
        "label": _label(found),
    }


def _area(found: Any) -> dict[str, Any]:
    return {"corners": [_floats(path.vertices) for path in found.get_paths()], "label": _label(found)}


def _image(found: Any) -> dict[str, Any]:
    extent = _floats(found.get_extent()).tolist()
    return {"values": _floats(found.get_array()), "extent": extent, "origin": str(found.origin)}


def _mesh(found: Any) -> dict[str, Any]:
    x, y = np.moveaxis(_floats(found.get_coordinates()), -1, 0)
    extent = [float(edge) for edge in (x.min(), x.max(), y.min(), y.max())]
    return {"values": _floats(found.get_array()), "extent": extent, "origin": "lower"}


def _words(ax: Axes) -> dict[str, Any]:
    legend = ax.get_legend()
    titles = [ax.get_title(where) for where in ("center", "left", "right")]
    return {
        "texts": [[*_floats(text.get_position()).tolist(), _plain(text)] for text in ax.texts],
        "title": str(next(filter(None, titles), "")),
        "xlabel": str(ax.get_xlabel()),
        "ylabel": str(ax.get_ylabel()),
        "legend": [_plain(text) for text in legend.get_texts()] if legend else [],
        "legend_title": _plain(legend.get_title()) if legend else "",
    }


def _scales(ax: Axes) -> dict[str, Any]:
    return {
        "xscale": str(ax.get_xscale()),
        "yscale": str(ax.get_yscale()),
        "xlim": _floats(ax.get_xlim()).tolist(),
        "ylim": _floats(ax.get_ylim()).tolist(),
        "xticks": _floats(ax.get_xticks()),
        "yticks": _floats(ax.get_yticks()),
        "xticklabels": _tick_labels(ax.xaxis),
        "yticklabels": _tick_labels(ax.yaxis),
    }


def _tick_labels(axis: Any) -> list[str]:
    """Return what stands at the major ticks, without making them, which takes longer than all the rest."""
    return [str(text) for text in axis.get_major_formatter().format_ticks(axis.get_majorticklocs())]


def _floats(values: Any) -> np.ndarray:
    """Return numbers as a float64 array of their own; masked ones become NaN."""
    return np.array(np.ma.filled(np.ma.asarray(values, dtype=float), np.nan))


def _label(artist: Any) -> str:
    """Return an artist's label; empty for the ones that Matplotlib makes up."""
    label = str(artist.get_label())
    return "" if label.startswith("_") else label


def _plain(text: Any) -> str:
    return str(text.get_text())
