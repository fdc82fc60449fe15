"""What a function draws comes back as data, and nothing of the drawing stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import pyplot as plt

from autograder.boundary.drawing import draw
from tests.autograder.exactly import identical, sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes


@pytest.fixture(autouse=True)
def no_figures() -> Iterator[None]:
    """Begin and end without any figure; draw off screen."""
    plt.switch_backend("agg")
    plt.close("all")
    yield
    plt.close("all")


def drawn(function: Callable[..., Any], *args: Any) -> dict[str, Any]:
    """Return what a function draws, as it arrives at the judge."""
    found = draw(function, args)
    assert identical(sent(found), found)
    return found


def test_bars_are_told_in_three_independent_ways() -> None:
    """By their patches, by the heights that bar() was given, and by the corners on the canvas."""

    def bars(ax: Axes, heights: list[float]) -> Axes:
        ax.bar([1, 2], heights, label="sales")
        return ax

    found = drawn(bars, [3, 1.5])
    group = found["bar_groups"][0]
    assert found["returned"] == "ax"
    assert np.allclose(found["bars"], [[0.6, 0, 0.8, 3], [1.6, 0, 0.8, 1.5]])
    assert (group["label"], group["orientation"], group["values"].tolist()) == ("sales", "vertical", [3, 1.5])
    assert np.allclose(group["corners"], [[0.6, 1.4, 0, 3], [1.6, 2.4, 0, 1.5]])


def test_a_bar_that_lies_disagrees_with_itself() -> None:
    """A bar whose numbers were changed afterwards no longer is what bar() was given."""

    def patched(ax: Axes) -> None:
        ax.bar([1], [2])
        ax.patches[0].set_height(9)  # ty: ignore[unresolved-attribute]

    found = drawn(patched)
    assert found["bars"][0][3] == 9
    assert found["bar_groups"][0]["values"].tolist() == [2]


def test_lines_tell_their_data_and_their_labels() -> None:
    """Missing values stay missing; lines across the whole axes say so."""

    def lines(ax: Axes) -> None:
        ax.plot([0, 1, 2], [1, np.nan, 3], "o--", label="loss")
        ax.axhline(0.5)
        ax.axvline(1.5)

    first, across, along = drawn(lines)["lines"]
    assert identical(first["y"], np.array([1, np.nan, 3]))
    assert (first["x"].tolist(), first["label"], first["marker"], first["linestyle"]) == (
        [0, 1, 2],
        "loss",
        "o",
        "--",
    )
    assert (across["across"], across["y"].tolist()) == ("x", [0.5, 0.5])
    assert (along["across"], along["x"].tolist()) == ("y", [1.5, 1.5])


def test_points_segments_areas_and_images_are_told() -> None:
    """What is no line and no bar is data, too."""

    def all_sorts(ax: Axes) -> None:
        ax.scatter([1, 2], [3, 4], s=9, c=[0.1, 0.2], label="points")
        ax.vlines([1], 0, [2], label="stems")
        ax.fill_between([0, 1], [1, 2], label="band")
        ax.imshow([[1, 2], [3, 4]])
        ax.pcolormesh([0, 1, 2], [0, 1], [[5, 6]])

    found = drawn(all_sorts)
    (points,), (stem,), (band,) = found["points"], found["segments"], found["areas"]
    assert (points["x"].tolist(), points["y"].tolist(), points["values"].tolist()) == (
        [1, 2],
        [3, 4],
        [0.1, 0.2],
    )
    assert (stem["points"].tolist(), stem["label"]) == ([[1, 0], [1, 2]], "stems")
    assert band["corners"][0].max(axis=0).tolist() == [1, 2]
    assert [image["values"].tolist() for image in found["images"]] == [[[1, 2], [3, 4]], [[5, 6]]]
    assert [image["origin"] for image in found["images"]] == ["upper", "lower"]


def test_words_scales_and_ticks_are_told() -> None:
    """Everything that can be read on the axes can be read in the data."""

    def words(ax: Axes) -> None:
        ax.plot([1, 10], [1, 100], label="squares")
        ax.set(title="Growth", xlabel="n", ylabel="cost", xscale="log", xlim=(1, 20))
        ax.set_yticks([0, 50], ["none", "half"])
        ax.text(2, 30, "here")
        ax.legend(title="Curves")

    found = drawn(words)
    assert [found[name] for name in ("title", "xlabel", "ylabel")] == ["Growth", "n", "cost"]
    assert (found["legend"], found["legend_title"], found["texts"]) == (
        ["squares"],
        "Curves",
        [[2, 30, "here"]],
    )
    assert (found["xscale"], found["yscale"], found["xlim"]) == ("log", "linear", [1, 20])
    assert (found["yticks"].tolist(), found["yticklabels"]) == ([0, 50], ["none", "half"])


@pytest.mark.parametrize(
    ("function", "returned"),
    [(lambda ax: ax, "ax"), (lambda ax: ax.figure, "figure"), (lambda _: None, "None"), (lambda _: [1], "list")],
    ids=["ax", "figure", "nothing", "something else"],
)  # fmt: skip
def test_what_was_returned_is_told(function: Callable[..., Any], returned: str) -> None:
    """A contract may ask for the axes back."""
    assert drawn(function)["returned"] == returned


def test_drawing_on_the_axes_alone_changes_nothing_elsewhere() -> None:
    """The tidy way gives no sentence at all."""
    assert drawn(lambda ax: ax.plot([1, 2]) and ax.set_title("x"))["elsewhere"] == []


ELSEWHERE = {
    "plt.plot": (lambda _: plt.plot([1, 2]), "another axes of the figure changed"),
    "plt.title": (lambda _: plt.title("x"), "another axes of the figure changed"),
    "suptitle": (lambda ax: ax.figure.suptitle("x"), "the figure itself changed"),
    "tight_layout": (lambda ax: ax.figure.tight_layout(), "the figure itself changed"),
    "ticks of all axes": (
        lambda ax: [each.tick_params(labelsize=5) for each in ax.figure.axes],
        "another axes of the figure changed",
    ),
    "figure size": (lambda ax: ax.figure.set_size_inches(1, 1), "the figure itself changed"),
    "colour bar": (lambda ax: ax.figure.colorbar(ax.imshow([[1]])), "1 axes were added"),
    "other axes": (lambda ax: ax.figure.axes[2].remove(), "axes were removed"),
    "plt.figure": (lambda _: plt.figure(), "1 more figures were opened"),
    "plt.close": (lambda ax: plt.close(ax.figure), "figures were closed"),
    "plt.sca": (plt.sca, "pyplot's current axes are others now"),
    "settings": (lambda _: plt.rcParams.update({"font.size": 30}), "the settings font.size changed"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_whatever_else_changed_has_a_sentence(name: str) -> None:
    """A function that draws past the axes it was given is told apart, and how."""
    function, sentence = ELSEWHERE[name]
    assert sentence in drawn(function)["elsewhere"]


def test_a_function_that_removes_its_axes_is_told_so() -> None:
    """There is nothing to look at then."""
    with pytest.raises(RuntimeError, match="removed the axes"):
        draw(lambda ax: ax.remove(), ())


@pytest.mark.parametrize("write", ["set_title", "set_ylabel"])
def test_a_formula_that_cannot_be_painted_raises(write: str) -> None:
    """As it would when the figure is shown."""
    with pytest.raises(ValueError, match="frac"):
        draw(lambda ax: getattr(ax, write)(r"$\frac{$"), ())


def test_the_learners_own_figures_and_settings_are_left_alone() -> None:
    """Afterwards there are the same figures, the same current one, and the same settings."""
    plt.figure(7)
    mine = plt.figure(3)
    plt.figure(5)
    plt.figure(3)
    with mpl.rc_context({"axes.titlesize": 33}):
        draw(lambda _: [plt.figure(), plt.rcParams.update({"font.size": 30}), plt.ion()], ())
        assert plt.rcParams["axes.titlesize"] == 33
        assert plt.rcParams["font.size"] == mpl.rcParamsDefault["font.size"]
    assert plt.get_fignums() == [3, 5, 7]
    assert plt.gcf() is mine


def test_no_figure_stays_open_after_an_error() -> None:
    """What the function raises comes through, and what it had opened is closed."""

    def fails(_ax: Axes) -> None:
        plt.figure()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        draw(fails, ())
    assert plt.get_fignums() == []


def test_a_learners_settings_do_not_change_what_is_drawn() -> None:
    """Every answer is drawn with Matplotlib's defaults."""
    with mpl.rc_context({"axes.xmargin": 0.4}):
        assert drawn(lambda ax: ax.plot([0, 1], [0, 1]))["xlim"] == [-0.05, 1.05]
