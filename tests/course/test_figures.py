"""Figures: described, legible and in one look, whatever they show."""

from __future__ import annotations

import base64
import io
import itertools
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from IPython.utils.capture import capture_output
from matplotlib import colors
from matplotlib.text import Text
from PIL import Image

from course.figures import (
    CARD,
    card,
    cs_foundations,
    data_wrangling,
    image_layers,
    in_style,
    linear_algebra,
    show,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Bbox

PURE = re.compile(r"coordinate [12]$|coefficient [12]$|^multiplier t$|^distance from b to t · a$")
"""Labels of axes that count numbers without a unit."""
MATRIX = np.array([[1.0, 2.0], [2.0, -2.0]])
PHOTO = np.add.outer(np.arange(60.0), np.arange(80.0)) + 9 * np.random.default_rng(0).random((60, 80))
BIRTHS = pd.DataFrame({"code": ["BRA", "SRB"], "1960": [6.21, np.nan], "2013": np.nan})
LAYERS = np.linalg.svd(PHOTO, full_matrices=False)
FIGURES: dict[str, Callable[[], Figure]] = {
    "digit_as_vector": lambda: linear_algebra.digit_as_vector(np.arange(64).reshape(8, 8) / 4),
    "broadcasting_grid": linear_algebra.broadcasting_grid,
    "unit_circle": lambda: linear_algebra.unit_circle(
        np.array([[1.0, 1.0], [0.0, 1.0]]), np.array([0.6, 0.8])
    ),
    "projection": lambda: linear_algebra.projection(np.array([2.0, 1.0]), np.array([2.0, 3.0])),
    "conditioning": linear_algebra.conditioning,
    "eigen_directions": lambda: linear_algebra.eigen_directions(MATRIX),
    "wine_maps": lambda: linear_algebra.wine_maps(
        np.random.default_rng(0).normal(size=(30, 3)), np.repeat([0, 1, 2], 10)
    ),
    "image_ranks": lambda: image_layers.image_ranks(LAYERS),
    "image_at_rank": lambda: image_layers.image_at_rank(LAYERS, 3),
    "spectra": lambda: image_layers.spectra({"photograph": LAYERS[1], "level": np.ones(60)}),
    "growth": lambda: cs_foundations.growth({"one pass": {4: 3, 64: 63}, "all pairs": {4: 6, 64: 2016}}),
    "ring": lambda: cs_foundations.ring([10, 20, 30, 40, "pop", 50], 3),
    "heap": lambda: cs_foundations.heap([7, 3, 9, 5, 8, 1, 6, 2]),
    "strides": lambda: cs_foundations.strides((3, 4), 8),
    "ratios": lambda: cs_foundations.ratios({12: 1.92, 20: 2.3, 30: 2.7}, 2),
    "wide_and_long": lambda: data_wrangling.wide_and_long(BIRTHS, "code", "children"),
    "cardinality": lambda: data_wrangling.cardinality(
        {"Many to one": ("aba", "ab"), "Many to many": ("aba", "aa")}
    ),
    "missingness": lambda: data_wrangling.missingness(BIRTHS[["1960", "2013"]], BIRTHS["code"]),
    "frames": lambda: data_wrangling.frames([("north", 1, 5), ("north", 1, 3), ("south", 2, 4)], 1),
    "histograms": lambda: data_wrangling.histograms(np.array([1, 2, 2, np.nan, 5]), (2, 5), "children"),
    "histogram": lambda: data_wrangling.histogram(np.array([1, 2, 2, np.nan, 5]), 3, "children"),
    "claim": lambda: data_wrangling.claim(
        pd.DataFrame({"Brazil": [6.2, 1.8], "Japan": [2.0, 1.4]}, index=[1960, 2011]),
        "Brazil",
        "Fewer",
        "(n)",
    ),
    "staircase": lambda: cs_foundations.staircase({"in order": {2**13: 0.5}, "shuffled": {2**13: 0.6}}),
}
every_figure = pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES)


pytestmark = pytest.mark.usefixtures("notebook_shell")


def shown(figure: Figure, alt: str) -> dict[str, str]:
    """Return the one output of `show`."""
    with capture_output() as captured:
        show(figure, alt=alt)
    (output,) = captured.outputs
    return output.data


def decoded(html: str) -> Image.Image:
    """Return the picture inside an `img` tag."""
    encoded = re.search(r'src="data:image/png;base64,([^"]+)"', html)[1]
    return Image.open(io.BytesIO(base64.b64decode(encoded)))


def test_a_figure_carries_its_description_beside_the_picture_and_as_text() -> None:
    """A screen reader, and a terminal, get the description instead of the picture."""
    data = shown(card(1), "Two lines cross.")

    assert set(data) == {"text/html", "text/plain"}
    assert '<img alt="Two lines cross."' in data["text/html"]
    assert data["text/plain"] == "[figure] Two lines cross."


def test_a_description_cannot_break_out_of_its_attribute() -> None:
    """Quotes and angle brackets in a description stay text."""
    html = shown(card(1), '"><script>x</script>')["text/html"]

    assert "<script>" not in html
    assert 'alt="&quot;&gt;&lt;script&gt;' in html


def test_a_figure_may_bring_its_description_along() -> None:
    """`show` takes the description that a figure carries, and another one where it is given."""
    figure = card(1, alt="Two lines cross.")

    assert shown(figure, "")["text/plain"] == "[figure] Two lines cross."
    assert shown(figure, "A cross.")["text/plain"] == "[figure] A cross."


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_a_figure_without_a_description_is_refused(alt: str) -> None:
    """`show` raises rather than display a picture that some readers cannot see."""
    with pytest.raises(ValueError, match="needs a description"):
        show(card(1), alt=alt)


def test_a_picture_is_twice_as_sharp_as_it_is_wide() -> None:
    """The picture has two dots for each pixel of its width on the page, which fits a notebook."""
    html = shown(card(2), "A card.")["text/html"]
    width = int(re.search(r'width="(\d+)"', html)[1])

    assert width <= 800
    assert decoded(html).width == 2 * width


def test_the_card_is_light_and_opaque_in_every_theme() -> None:
    """No pixel lets a dark notebook shine through, and the ground is the card's."""
    picture = decoded(shown(FIGURES["spectra"](), "Falling values.")["text/html"]).convert("RGBA")
    ground = tuple(round(255 * part) for part in colors.to_rgb(CARD))

    assert picture.getextrema()[3] == (255, 255)
    assert picture.getpixel((2, 2))[:3] == ground


def test_the_look_of_figures_does_not_leak() -> None:
    """A learner's own plots look the same before and after a lesson's figure."""
    before = dict(mpl.rcParams)

    shown(in_style(lambda: card(1))(), "A card.")

    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("name", ["spectra", "wine_maps", "growth", "ratios", "staircase"])
def test_series_keep_apart_without_colour(name: str) -> None:
    """No two series of a panel share both marker and line style, so that they differ in a grey print."""
    for panel in FIGURES[name]().axes:
        looks = [(line.get_marker(), line.get_linestyle()) for line in panel.lines]
        assert len(set(looks)) == len(looks) > 1


@every_figure
def test_every_axis_says_what_it_measures_and_in_which_unit(draw: Callable[[], Figure]) -> None:
    """Every axis is labelled, in its panel or in one of its row or column, with the unit if there is one."""
    figure = draw()
    for panel in figure.axes:
        across = {other.get_xlabel() for other in beside(panel, "x0")} - {""}
        up = {other.get_ylabel() for other in beside(panel, "y0")} - {""}
        assert across
        assert up
        assert [label for label in across | up if "(" not in label and not PURE.search(label)] == []


def beside(panel: Axes, edge: str) -> list[Axes]:
    """Return the panels of a figure that share an edge with this one, itself included."""
    place = getattr(panel.get_position(), edge)
    return [
        other for other in panel.figure.axes if getattr(other.get_position(), edge) == pytest.approx(place)
    ]


@every_figure
def test_every_figure_brings_its_description(draw: Callable[[], Figure]) -> None:
    """A lesson need not say what a figure of the course lets one see."""
    assert len(draw().get_label()) >= 20


@every_figure
def test_no_text_is_cut_off_or_covers_another(
    draw: Callable[[], Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All words of a figure lie inside it, and no two of them overlap."""
    figure = draw()
    boxes = drawn_texts(figure, monkeypatch)

    assert boxes != {}
    for text, box in boxes.items():
        assert figure.bbox.x0 <= box.x0 <= box.x1 <= figure.bbox.x1, text
        assert figure.bbox.y0 <= box.y0 <= box.y1 <= figure.bbox.y1, text
    for one, other in itertools.combinations(boxes, 2):
        assert not boxes[one].overlaps(boxes[other]), (one, other)


def drawn_texts(figure: Figure, monkeypatch: pytest.MonkeyPatch) -> dict[Text, Bbox]:
    """Return where each text is drawn; Matplotlib keeps others, such as ticks beyond the limits, undrawn."""
    drawn: list[Text] = []
    draw = Text.draw

    def recording(text: Text, renderer: object) -> None:
        drawn.append(text)
        draw(text, renderer)

    monkeypatch.setattr(Text, "draw", recording)
    figure.draw_without_rendering()
    return {
        text: text.get_window_extent() for text in drawn if text.get_visible() and text.get_text().strip()
    }


def test_images_at_a_rank_come_closer_to_the_original() -> None:
    """Each panel shows an approximation that is better than the one before, and the last is the image."""
    panels = [panel.images[0].get_array() for panel in image_layers.image_ranks(LAYERS, (1, 2, 20)).axes]
    errors = [np.linalg.norm(panel - PHOTO) for panel in panels]

    assert errors == sorted(errors, reverse=True)
    assert errors[-1] == pytest.approx(0, abs=1e-9)
    assert np.linalg.matrix_rank(panels[0]) == 1


def test_the_shadow_in_the_picture_is_the_nearest_point() -> None:
    """The marked minimum of the distance curve is the curve's lowest point."""
    curve, mark = linear_algebra.projection(np.array([2.0, 1.0]), np.array([2.0, 3.0])).axes[1].lines

    assert curve.get_xdata()[np.argmin(curve.get_ydata())] == pytest.approx(mark.get_xdata()[0], abs=0.02)
    assert min(curve.get_ydata()) == pytest.approx(mark.get_ydata()[0], abs=1e-3)


def test_the_heap_in_the_picture_is_one() -> None:
    """No bar is lower than the bar of its parent, and all numbers are there."""
    bars = [bar.get_height() for bar in FIGURES["heap"]().axes[1].patches]

    assert sorted(bars) == [1, 2, 3, 5, 6, 7, 8, 9]
    assert all(bars[(k - 1) // 2] <= bars[k] for k in range(1, len(bars)))


def test_the_heap_slider_draws_as_many_numbers_as_it_shows() -> None:
    """The slider starts at three numbers and shows a described heap of them."""
    with capture_output() as captured:
        cs_foundations.heap_slider([7, 3, 9, 5])

    html = "".join(output.data.get("text/html", "") for output in captured.outputs)
    assert "A heap of 3 numbers" in html


def test_the_ring_in_the_picture_keeps_the_last_ones() -> None:
    """The last row shows what was pushed last and not popped, where a ring puts it."""
    texts = [
        text for text in cs_foundations.ring([10, 20, 30, 40, "pop", 50], 3).axes[0].texts if text.get_text()
    ]
    last = {text.get_position()[0]: text.get_text() for text in texts if text.get_position()[1] == 5}

    assert last == {0: "40", 1: "50", 2: "30"}


def test_the_cells_in_memory_are_where_numpy_puts_them() -> None:
    """The figure about strides orders cells as NumPy does, in both orders."""
    cells = np.arange(12).reshape(3, 4)
    memory = cs_foundations.strides((3, 4), 8).axes[1]
    rows = [
        {text.get_position()[0]: text.get_text() for text in memory.texts if text.get_position()[1] == y}
        for y in (0, 1)
    ]

    for row, order in zip(rows, "CF", strict=True):
        assert [row[place] for place in range(12)] == [str(cell) for cell in cells.ravel(order)]


def test_the_rank_slider_draws_the_rank_that_it_shows() -> None:
    """The slider starts at rank 10 and shows a described picture of that rank."""
    with capture_output() as captured:
        image_layers.rank_slider(LAYERS)

    html = "".join(output.data.get("text/html", "") for output in captured.outputs)
    assert "their number is 10." in html


def test_a_left_join_in_the_picture_has_the_rows_that_pandas_gives_it() -> None:
    """Above the keys of two tables stands how many rows their left join has, unmatched ones included."""
    left, right = ["c2", "c9", "c1", "c2"], ["c1", "c2", "c2"]
    rows = len(pd.DataFrame({"key": left}).merge(pd.DataFrame({"key": right}), how="left"))

    (panel,) = data_wrangling.cardinality({"Many to many": (left, right)}).axes

    assert panel.get_title(loc="left") == f"Many to many:\n4 rows become {rows}"


def test_the_windows_in_the_picture_add_up_what_sqlite_does() -> None:
    """Below each window stands the sum that SQLite computes for the framed row."""
    sales = [("north", 1, 500), ("north", 2, 300), ("north", 2, 200), ("north", 3, 100), ("south", 1, 700)]
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE sales (region, day, cents)")
        database.executemany("INSERT INTO sales VALUES (?, ?, ?)", sales)
        expected = database.execute(
            "SELECT SUM(cents) OVER (PARTITION BY region), SUM(cents) OVER (PARTITION BY region ORDER BY day), "
            "SUM(cents) OVER (PARTITION BY region ORDER BY day ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) "
            "FROM sales"
        ).fetchall()[2]

    panels = data_wrangling.frames(sales, 2).axes

    assert [int(panel.get_xlabel().split()[-1]) for panel in panels] == list(expected)


def test_the_bin_slider_draws_as_many_bins_as_it_shows() -> None:
    """The slider starts at six bins and shows a described histogram of them."""
    with capture_output() as captured:
        data_wrangling.bin_slider(np.arange(20.0), "children")

    html = "".join(output.data.get("text/html", "") for output in captured.outputs)
    assert "the number of its bins is 6." in html
