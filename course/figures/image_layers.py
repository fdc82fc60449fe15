"""An image as a sum of layers: the figures about singular values and low rank.

`layers` is what `np.linalg.svd(image, full_matrices=False)` returns for a grey image (values 0 to 255). The
lesson computes it once, because it is slow beside the drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from course.figures import LINES, MARKERS, PALETTE, card, in_style, show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Layers = tuple[np.ndarray, np.ndarray, np.ndarray]


@in_style
def image_ranks(layers: Layers, ranks: Sequence[int] = (5, 20, 60)) -> Figure:
    """An image rebuilt from its first layers at each of three ranks, and from all of them."""
    figure = card(5.6)
    panels = figure.subplots(2, 2, sharex=True, sharey=True)
    every = len(layers[1])
    for panel, rank in zip(panels.flat, (*ranks, every), strict=True):
        _grey(panel, _first_layers(layers, rank), f"rank {rank}" if rank < every else f"all {every} layers")
    figure.supxlabel("column (pixel)", fontsize=11)
    figure.supylabel("row (pixel)", fontsize=11)
    return figure


def rank_slider(layers: Layers) -> None:
    """Display a slider for the number of layers; `image_ranks` is its twin for print."""
    from ipywidgets import IntSlider, interact

    def draw(rank: int) -> None:
        picture = image_at_rank(layers, rank)
        show(picture, alt=f"The photograph rebuilt from its first layers; their number is {rank}.")

    interact(
        draw,
        rank=IntSlider(10, 1, 150, continuous_update=False, description="rank", layout={"width": "420px"}),
    )


@in_style
def image_at_rank(layers: Layers, rank: int) -> Figure:
    """An image rebuilt from its first `rank` layers."""
    figure = card(3.6, width=5.2)
    panel = figure.subplots()
    _grey(panel, _first_layers(layers, rank), f"rank {rank}")
    panel.set(xlabel="column (pixel)", ylabel="row (pixel)")
    return figure


def _grey(panel: Axes, image: np.ndarray, title: str) -> None:
    panel.imshow(image, cmap="gray", vmin=0, vmax=255)
    panel.set(title=title, xticks=range(0, image.shape[1], 200), yticks=range(0, image.shape[0], 200))


def _first_layers(layers: Layers, rank: int) -> np.ndarray:
    down, size, across = layers
    return np.einsum("ik,k,kj->ij", down[:, :rank], size[:rank], across[:rank], optimize=True)


@in_style
def spectra(sizes: Mapping[str, np.ndarray]) -> Figure:
    """Singular values of several matrices, largest first, as shares of each matrix's Frobenius norm."""
    figure = card(3.4)
    panel = figure.subplots()
    for (name, values), colour, line, marker in zip(sizes.items(), PALETTE, LINES, MARKERS, strict=False):
        share = 100 * values / np.linalg.norm(values)
        places = np.unique(np.geomspace(1, len(values), 12).astype(int)) - 1
        panel.loglog(
            np.arange(1, len(values) + 1),
            share,
            color=colour,
            ls=line,
            marker=marker,
            ms=6,
            markevery=places.tolist(),
            label=name,
        )
    panel.yaxis.set_major_formatter("{x:g}")
    panel.xaxis.set_major_formatter("{x:.0f}")
    panel.set(xlabel="index of the singular value (1 = largest)", ylabel="share of the norm (%)")
    panel.legend()
    return figure
