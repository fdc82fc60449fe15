"""The figures of the linear algebra lesson, one function per figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patches import Rectangle
from matplotlib.ticker import MultipleLocator
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

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
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@in_style
def digit_as_vector(image: np.ndarray) -> Figure:
    """One 8x8 digit image (ink 0 to 16) beside the same 64 numbers in a row."""
    alt = "An 8 by 8 image of a digit; beside it its 64 ink values as bars, in eight bands, row after row."
    figure = card(2.9, alt=alt)
    picture, numbers = figure.subplots(1, 2, width_ratios=(1, 2.3))
    picture.imshow(image, cmap="Greys")
    picture.set(title="An image …", xlabel="column (pixel)", ylabel="row (pixel)")
    picture.set(xticks=range(0, 8, 2), yticks=range(0, 8, 2))
    numbers.bar(np.arange(64), image.ravel(), width=0.8, color=BLUE)
    for start in range(0, 64, 16):
        numbers.axvspan(start - 0.5, start + 7.5, color=GREY, alpha=0.13, lw=0)
    numbers.set(title="… is a vector: its rows end to end", xlabel="position in the vector (bands: rows)")
    numbers.set(ylabel="ink (0 to 16)", xlim=(-0.5, 63.5), xticks=range(0, 64, 8), yticks=range(0, 17, 4))
    return figure


@in_style
def broadcasting_grid() -> Figure:
    """A (4, 1) column plus a (3,) row: both are read as (4, 3), then added."""
    column, row = np.array([[0], [10], [20], [30]]), np.array([[1, 2, 3]])
    alt = "A column of 4 numbers and a row of 3 are each stretched to a 4 by 3 table, then added."
    figure = card(3.2, alt=alt)
    left, middle, right = figure.subplots(1, 3)
    stored = np.ones((4, 3), dtype=bool)
    _cells(left, np.repeat(column, 3, axis=1), stored & [True, False, False], BLUE)
    _cells(middle, np.repeat(row, 4, axis=0), stored & [[True], [False], [False], [False]], ORANGE)
    _cells(right, column + row, stored, GREEN)
    left.set_title("a   (4, 1)")
    middle.set_title("+   b   (3,) → (1, 3)")
    right.set_title("=   a + b   (4, 3)")
    return figure


def _cells(panel: Axes, numbers: np.ndarray, stored: np.ndarray, colour: str) -> None:
    """Draw numbers in cells: coloured ones are in memory, pale dashed ones are only read again."""
    looks: dict[bool, dict[str, Any]] = {
        True: {"facecolor": colour, "edgecolor": INK, "alpha": 0.45},
        False: {"facecolor": CARD, "edgecolor": GREY, "linestyle": "--"},
    }
    for (i, j), number in np.ndenumerate(numbers):
        solid = bool(stored[i, j])
        panel.add_patch(Rectangle((j - 0.45, i - 0.45), 0.9, 0.9, **looks[solid]))
        panel.text(j, i, str(number), ha="center", va="center", fontsize=13, color=INK if solid else GREY)
    panel.set(xlim=(-0.55, 2.55), ylim=(3.55, -0.55), aspect="equal", xticks=range(3), yticks=range(4))
    panel.set(xlabel="axis 1 (column)", ylabel="axis 0 (row)")
    panel.spines[:].set_visible(False)
    panel.tick_params(length=0)


@in_style
def unit_circle(A: np.ndarray, x: np.ndarray) -> Figure:
    """The unit circle with one point x (left), and what the (2, 2) matrix A makes of both (right)."""
    alt = "A circle, two unit arrows, a point x; on the right an ellipse, A's two columns, the point A @ x."
    figure = card(3.4, alt=alt)
    before, after = figure.subplots(1, 2)
    _mixture(before, np.eye(2), x, ("e₁", "e₂", "x"))
    _mixture(after, A, x, ("column 1", "column 2", "A @ x"))
    before.set_title("Input: x mixes e₁ and e₂")
    after.set_title("Output: the same mix of columns")
    return figure


def _mixture(panel: Axes, A: np.ndarray, x: np.ndarray, names: Sequence[str]) -> None:
    angle = np.linspace(0, 2 * np.pi, 200)
    panel.plot(*(A @ [np.cos(angle), np.sin(angle)]), color=GREY, lw=1.5)
    panel.plot(*np.transpose([x[0] * A[:, 0], A @ x, x[1] * A[:, 1]]), color=INK, ls=":", lw=1.6)
    _arrow(panel, A[:, 0], BLUE, "solid", names[0])
    _arrow(panel, A[:, 1], VERMILION, "dashed", names[1])
    panel.plot(*(A @ x), marker="D", ms=8, color=INK)
    _note(panel, names[2], A @ x, (8, -16))
    _plane(panel, (-1.7, 2.5), (-1.6, 1.7))


def _plane(panel: Axes, across: tuple[float, float], up: tuple[float, float]) -> None:
    """Axes of one scale with a light grid, from one limit to the other."""
    panel.set(aspect="equal", xlim=across, ylim=up, xlabel="coordinate 1", ylabel="coordinate 2")
    for axis in (panel.xaxis, panel.yaxis):
        axis.set_major_locator(MultipleLocator(1))
    panel.grid(color=GREY, alpha=0.25, lw=0.6)
    panel.set_axisbelow(True)


def _arrow(panel: Axes, tip: np.ndarray, colour: str, line: str = "solid", name: str = "") -> None:
    """Draw an arrow from the origin, named beyond its tip; the line may be dashed, the head never is."""
    panel.plot(*np.transpose([np.zeros(2), tip]), color=colour, ls=line)
    head = {"arrowstyle": "-|>", "color": colour, "mutation_scale": 16, "shrinkA": 0, "shrinkB": 0, "lw": 0.5}
    panel.annotate("", tuple(tip), tuple(0.99 * tip), arrowprops=head)
    along = tip / np.linalg.norm(tip)
    side = "center" if abs(along[0]) < 0.5 else "left" if along[0] > 0 else "right"
    _note(panel, name, tip, 10 * along, color=colour, ha=side, va="center")


def _note(panel: Axes, text: str, at: np.ndarray, offset: Sequence[float], **look: Any) -> None:
    """Write `text` beside a point in data coordinates, `offset` in printer's points away from it."""
    panel.annotate(text, tuple(at), (offset[0], offset[1]), textcoords="offset points", weight="bold", **look)


@in_style
def projection(a: np.ndarray, b: np.ndarray) -> Figure:
    """Left: b, its shadow on the line through a, and the residual. Right: the distance from b to t * a."""
    shadow = a * (a @ b) / (a @ a)
    alt = "A vector b, its shadow on a line, the residual at a right angle; the distance is least there."
    figure = card(3.5, alt=alt)
    plane, curve = figure.subplots(1, 2)
    plane.axline((0, 0), tuple(a), color=GREY, lw=1.2)
    plane.plot(*np.transpose([b, shadow]), color=VERMILION, ls="--")
    _right_angle(plane, shadow, a / np.linalg.norm(a), (b - shadow) / np.linalg.norm(b - shadow))
    _arrow(plane, b, BLUE, name="b")
    plane.plot(*shadow, marker="o", ms=8, color=GREEN)
    _note(plane, "shadow of b", shadow, (8, -14), color=GREEN)
    _note(plane, "residual", (b + shadow) / 2, (8, 0), color=VERMILION)
    _note(plane, "all t · a", 0.6 * a, (4, -14), color=GREY)
    _plane(plane, (-0.4, 4.6), (-0.4, 3.6))
    plane.set_title("The closest point on the line")
    _distance_curve(curve, a, b)
    return figure


def _right_angle(panel: Axes, corner: np.ndarray, along: np.ndarray, up: np.ndarray) -> None:
    steps = (along * 0.22, (along + up) * 0.22, up * 0.22)
    panel.plot(*np.transpose([corner + step for step in steps]), color=INK, lw=1.2)


def _distance_curve(panel: Axes, a: np.ndarray, b: np.ndarray) -> None:
    t = np.linspace(-0.2, 2.2, 100)
    best = (a @ b) / (a @ a)
    panel.plot(t, np.linalg.norm(b - t[:, None] * a, axis=1), color=INK)
    panel.plot(best, np.linalg.norm(b - best * a), marker="o", ms=8, color=GREEN)
    panel.set(title="Where the distance is least", xlabel="multiplier t", ylabel="distance from b to t · a")
    panel.set(ylim=(0, None), box_aspect=0.8)


@in_style
def conditioning(angles: Sequence[float] = (90, 30, 5), noise: float = 0.05, draws: int = 150) -> Figure:
    """Two unit columns at each angle (degrees), noisy targets b, and the coefficients that fit them."""
    alt = f"Two arrows at {_listed(angles)} degrees: the cloud of coefficients stretches as the angle closes."
    figure = card(5.2, alt=alt)
    panels = figure.subplots(2, len(angles), squeeze=False)
    jitter = np.random.default_rng(0).normal(0, noise, (draws, 2))
    for (above, below), angle in zip(panels.T, angles, strict=True):
        columns = _columns_at(angle)
        targets = np.array([1.0, 1.0]) @ columns.T + jitter
        _arrow(above, columns[:, 0], BLUE)
        _arrow(above, columns[:, 1], VERMILION, "dashed")
        above.plot(*targets.T, "o", ms=3, color=GREY, alpha=0.6, mew=0)
        above.set(aspect="equal", xlim=(-0.3, 2.3), ylim=(-0.9, 1.2), title=f"Columns at {angle:g}°")
        below.plot(*np.linalg.solve(columns, targets.T), "D", ms=3, color=GREEN, alpha=0.6, mew=0)
        below.set(aspect="equal", xlim=(-1.3, 3.3), ylim=(-1.3, 3.3), xticks=(-1, 1, 3), yticks=(-1, 1, 3))
        below.set_title(f"condition number {np.linalg.cond(columns):.0f}", weight="normal")
        above.set(xlabel="b, coordinate 1")
        below.set(xlabel="coefficient 1")
    panels[0, 0].set_ylabel("b, coordinate 2")
    panels[1, 0].set_ylabel("coefficient 2")
    return figure


def _listed(numbers: Iterable[float]) -> str:
    return ", ".join(f"{number:g}" for number in numbers)


def _columns_at(angle: float) -> np.ndarray:
    """Return a (2, 2) matrix whose unit columns enclose `angle` degrees."""
    half = np.radians([-angle / 2, angle / 2])
    return np.array([np.cos(half), np.sin(half)])


@in_style
def eigen_directions(A: np.ndarray) -> Figure:
    """Unit vectors v around the circle, and by how much the symmetric (2, 2) matrix A turns each of them."""
    values, vectors = np.linalg.eigh(A)
    lines = _listed(values)
    alt = f"Unit vectors v and their images A @ v, which stay on the lines of the eigenvalues {lines} alone."
    figure = card(3.9, alt=alt)
    plane, turn = figure.subplots(1, 2, width_ratios=(1, 1.1))
    vectors = vectors * np.where(vectors[1] < 0, -1, 1)
    for value, vector, line in zip(values, vectors.T, ("solid", "dotted"), strict=True):
        label = f"line of eigenvalue {_signed(value)}"
        plane.axline((0, 0), tuple(vector), color=GREEN, lw=1.6, ls=line, label=label)
        turn.axvline(np.degrees(np.arctan2(vector[1], vector[0])) % 180, color=GREEN, lw=1.6, ls=line)
        _image(plane, A, vector, f"{_signed(value)} v")
    _image(plane, A, vectors.sum(axis=1) / np.sqrt(2), "A @ v")
    plane.plot([], color=BLUE, label="v, length 1")
    plane.plot([], color=VERMILION, ls="--", label="A @ v")
    _plane(plane, (-3.2, 3.8), (-3.4, 2.4))
    figure.legend(loc="outside upper center", ncols=4, columnspacing=1.4)
    _turning(turn, A)
    return figure


def _signed(value: float) -> str:
    return f"{value:.0f}".replace("-", "\N{MINUS SIGN}")


def _image(panel: Axes, A: np.ndarray, v: np.ndarray, name: str) -> None:
    """Draw v and, named beside its tip, what A makes of it."""
    image = A @ v
    across = np.array([-image[1], image[0]]) / np.linalg.norm(image)
    _arrow(panel, image, VERMILION, "dashed")
    _arrow(panel, v, BLUE)
    _note(panel, name, image, 17 * across, color=VERMILION, ha="center", va="center")


def _turning(panel: Axes, A: np.ndarray) -> None:
    degrees = np.linspace(0, 180, 361)
    v = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    cosine = (v * (A @ v)).sum(axis=0) / np.linalg.norm(A @ v, axis=0)
    panel.plot(degrees, np.degrees(np.arccos(np.clip(cosine, -1, 1))), color=INK)
    panel.set(xlabel="direction of v (degrees)", ylabel="angle from v to A @ v (degrees)")
    panel.set(xticks=range(0, 181, 45), yticks=range(0, 181, 45))


@in_style
def wine_maps(X: np.ndarray, classes: np.ndarray) -> Figure:
    """Scores on the first two principal components, raw (left) and with standardised columns (right)."""
    alt = "Scatter plots of three wine cultivars: raw columns overlap, standardised ones form three groups."
    figure = card(3.8, alt=alt)
    raw, scaled = figure.subplots(1, 2)
    _scores(raw, X, classes)
    _scores(scaled, StandardScaler().fit_transform(X), classes)
    raw.set(title="Raw columns", xlabel="component 1 (raw units)", ylabel="component 2 (raw units)")
    scaled.set(title="Standardised columns", xlabel="component 1 (sd)", ylabel="component 2 (sd)")
    figure.legend(*raw.get_legend_handles_labels(), loc="outside upper center", ncols=3, handletextpad=0.1)
    return figure


def _scores(panel: Axes, X: np.ndarray, classes: np.ndarray) -> None:
    """Draw the rows of X by their first two principal components, with a marker for each class."""
    scores = PCA(2).fit_transform(X)
    for label, colour, marker in zip(np.unique(classes), PALETTE, MARKERS, strict=False):
        of_class = scores[classes == label].T
        panel.plot(*of_class, marker, color=colour, ms=5, alpha=0.8, mew=0, label=f"cultivar {label}")
