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
    counts = ", ".join(map(str, ranks))
    figure = card(
        5.5, alt=f"An image rebuilt from its first {counts} layers, each sharper than the one before."
    )
    panels = figure.subplots(2, 2, sharex=True, sharey=True)
    for panel, rank in zip(panels.flat, (*ranks, len(layers[1])), strict=True):
        _grey(panel, _first_layers(layers, rank), _cost(layers, rank))
        panel.label_outer()
    return figure


def _cost(layers: Layers, rank: int) -> str:
    """Say how many layers there are, and how many of the image's numbers it takes to keep them."""
    down, size, across = layers
    height, width = len(down), across.shape[1]
    if rank == len(size):
        return f"All {rank} layers: the original"
    share = 100 * rank * (height + width + 1) / (height * width)
    return f"{rank} layer{'s' * (rank != 1)}: {share:.0f} % of the numbers"


def rank_slider(layers: Layers) -> None:
    """Display a slider for the number of layers; `image_ranks` is its twin for print."""
    from ipywidgets import IntSlider, interact

    def draw(layer_count: int) -> None:
        show(image_at_rank(layers, layer_count))

    slider = IntSlider(
        10, 1, 150, continuous_update=False, description="layers", layout={"width": "min(420px, 100%)"}
    )
    interact(draw, layer_count=slider)


@in_style
def image_at_rank(layers: Layers, rank: int) -> Figure:
    """An image rebuilt from its first `rank` layers."""
    alt = f"The image rebuilt from its first layers; their number is {rank}."
    figure = card(3.6, width=5.2, alt=alt)
    _grey(figure.subplots(), _first_layers(layers, rank), _cost(layers, rank))
    return figure


def _grey(panel: Axes, image: np.ndarray, title: str) -> None:
    panel.imshow(image, cmap="gray", vmin=0, vmax=255)
    panel.set(title=title, xticks=range(0, image.shape[1], 200), yticks=range(0, image.shape[0], 200))
    panel.set(xlabel="column (pixel)", ylabel="row (pixel)")


def _first_layers(layers: Layers, rank: int) -> np.ndarray:
    down, size, across = layers
    return np.einsum("ik,k,kj->ij", down[:, :rank], size[:rank], across[:rank], optimize=True)


@in_style
def spectra(sizes: Mapping[str, np.ndarray]) -> Figure:
    """Singular values of several matrices, largest first, as shares of each matrix's Frobenius norm."""
    names = " and ".join(sizes)
    figure = card(3.4, alt=f"Singular values on logarithmic axes, largest first: {names}.")
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
    panel.set(xlabel="layer (1 = largest singular value)", ylabel="singular value (% of the norm)")
    panel.legend()
    return figure
