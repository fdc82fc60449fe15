"""An image as a sum of layers: the figures about singular values and low rank."""

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
def image_ranks(image: np.ndarray, ranks: Sequence[int] = (5, 20, 60)) -> Figure:
    """A grey image (values 0 to 255) rebuilt from its first layers, at each rank, and the original."""
    layers = np.linalg.svd(image, full_matrices=False)
    figure = card(5.6)
    panels = figure.subplots(2, 2, sharex=True, sharey=True)
    for panel, rank in zip(panels.flat, ranks, strict=False):
        _grey(panel, _first_layers(layers, rank), f"rank {rank}")
    _grey(panels[1, 1], image, f"original (rank {np.linalg.matrix_rank(image)})")
    figure.supxlabel("column (pixel)", fontsize=11)
    figure.supylabel("row (pixel)", fontsize=11)
    return figure


def rank_slider(image: np.ndarray) -> None:
    """Display a slider for the rank of a grey image; `image_ranks` is its twin for print."""
    from ipywidgets import IntSlider, interact

    layers = np.linalg.svd(image, full_matrices=False)

    def draw(rank: int) -> None:
        picture = image_at_rank(layers, rank)
        show(picture, alt=f"The photograph rebuilt from its first layers; their number is {rank}.")

    interact(
        draw,
        rank=IntSlider(10, 1, 150, continuous_update=False, description="rank", layout={"width": "420px"}),
    )


@in_style
def image_at_rank(layers: Layers, rank: int) -> Figure:
    """The first `rank` layers of a grey image (values 0 to 255), given its singular value decomposition."""
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
def spectra(matrices: Mapping[str, np.ndarray]) -> Figure:
    """Singular values of several matrices, each as a share of its matrix's Frobenius norm, largest first."""
    figure = card(3.4)
    panel = figure.subplots()
    for (name, matrix), colour, line, marker in zip(matrices.items(), PALETTE, LINES, MARKERS, strict=False):
        values = np.linalg.svd(matrix, compute_uv=False)
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
