"""How lessons show figures: one look, and pictures that a screen reader can tell.

A picture that Matplotlib displays by itself carries no text for people who do not see it, and takes the
notebook's background. `show` sends the picture with its description, on a light card that stays legible in a
dark theme. The figure functions live in one module per topic beside this file. Each returns a `Figure` that
carries its description as its label, and draws nothing by itself, so that importing a lesson's figures
changes no global Matplotlib state.

Colours are those of Okabe and Ito ("Color Universal Design", 2008), which stay apart under the common colour
blindnesses; every series has its own marker or line style too, for print.
"""

from __future__ import annotations

import base64
import functools
import io
from html import escape
from typing import TYPE_CHECKING, Any, ParamSpec

import matplotlib as mpl
from IPython.display import display
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

Arguments = ParamSpec("Arguments")

INK, GREY, CARD = "#1f2328", "#6e7781", "#fbfaf7"
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
PURPLE, SKY, YELLOW = "#CC79A7", "#56B4E9", "#F0E442"
PALETTE = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY)
MARKERS = ("o", "s", "^", "D", "v", "P")
LINES = ("solid", "dashed", "dotted")

WIDTH = 7.6
"""Inches: at 100 pixels an inch a figure fills a notebook's output area and no more."""

_PIXELS_PER_INCH = 100
_SHARPNESS = 2

_STYLE: dict[Any, Any] = {
    "figure.facecolor": CARD,
    "axes.facecolor": CARD,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.labelsize": 11,
    "axes.titlesize": 11.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.family": "DejaVu Sans",
    "font.size": 10.5,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "text.color": INK,
    "xtick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.color": GREY,
    "ytick.labelcolor": INK,
}


def in_style(draw: Callable[Arguments, Figure]) -> Callable[Arguments, Figure]:
    """Give a figure function the look of the course, and leave Matplotlib's settings as they were."""

    @functools.wraps(draw)
    def styled(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Figure:
        with mpl.rc_context(_STYLE):
            return draw(*args, **kwargs)

    return styled


def card(height: float, width: float = WIDTH, *, alt: str = "") -> Figure:
    """Return an empty figure, sizes in inches, that makes room for its labels by itself.

    `alt` says what a reader who cannot see the figure needs to know.
    """
    figure = Figure(figsize=(width, height), label=alt)
    figure.set_layout_engine("constrained", w_pad=0.1, h_pad=0.1)
    return figure


def show(figure: Figure, *, alt: str = "") -> None:
    """Display a figure as a picture with a description: `alt`, else the one that the figure carries.

    Raises ValueError where there is neither.
    """
    description = (alt or str(figure.get_label())).strip()
    if not description:
        raise ValueError("show(figure, alt=...) needs a description; say what the figure lets one see")
    display({"text/html": _picture(figure, description), "text/plain": f"[figure] {description}"}, raw=True)


def _picture(figure: Figure, alt: str) -> str:
    width = round(figure.get_figwidth() * _PIXELS_PER_INCH)
    encoded = base64.b64encode(_png(figure)).decode("ascii")
    return (
        f'<img alt="{escape(alt)}" width="{width}" src="data:image/png;base64,{encoded}" '
        'style="max-width: 100%; height: auto; border-radius: 6px">'
    )


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    with mpl.rc_context(_STYLE):
        figure.savefig(buffer, format="png", dpi=_PIXELS_PER_INCH * _SHARPNESS)
    return buffer.getvalue()
