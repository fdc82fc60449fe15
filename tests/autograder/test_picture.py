"""Pictures of what an answer gave beside what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.judge import judge_here
from autograder.picture_svg import arrows, tables
from course.catalog import load_all
from tests.autograder import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.verdict import Picture, Verdict
    from course.exercise import Exercise

SVG = "{http://www.w3.org/2000/svg}"
WITH_PICTURE = [exercise for exercise in load_all() if exercise.picture]
PICTURE = """
# %% role="picture"
def picture(got, expected, x):
    return {}

# %% role="check" name="leaves x alone" points=0
"""


def written(picture: Picture | None) -> list[ET.Element]:
    """Return the texts of a picture, which must be well-formed."""
    assert picture is not None
    return [*ET.fromstring(picture.svg).iter(f"{SVG}text")]  # noqa: S314 -- it is our own


def texts(picture: Picture | None) -> list[str]:
    """Return what is written in a picture."""
    return [element.text or "" for element in written(picture)]


def verdicts(exercise: Exercise, text: str) -> list[Verdict]:
    """Judge an answer in this process."""
    capture = Capture()
    with capture.active():
        return judge_here(exercise, run_answer(exercise, text), capture).verdicts


def test_arrows_carry_their_names_and_their_places() -> None:
    """Nobody needs to see the picture, or a colour, to know what it shows."""
    picture = arrows({"b": (3.0, 4.0), "your p": (0.0, 1e-17)}, floor="the floor")
    assert texts(picture) == ["the floor", "b", "your p"]
    assert picture is not None
    assert picture.alt.endswith("Horizontally: the floor. b at (3, 4); your p at (0, 0).")


def test_names_that_would_meet_stand_below_one_another() -> None:
    """Three arrows to one place are three readable names."""
    picture = arrows(dict.fromkeys(("b", "expected p", "your p"), (1.0, 1.0)))
    heights = [float(element.get("y", "0")) for element in written(picture)]
    assert np.diff(heights).min() >= 14


@pytest.mark.parametrize("values", [(np.inf, 1.0), (np.nan, 0.0)])
def test_what_is_not_finite_has_no_arrow(values: tuple[float, float]) -> None:
    """Then there is no picture, and the card shows the numbers."""
    assert arrows({"your p": values}) is None


def test_tables_frame_what_differs() -> None:
    """Rounding errors do not count as different; `nan` does, and is written."""
    picture = tables([[1.0, np.nan], [3.0 + 1e-12, 4.0]], [[1, 2], [3, 4]])
    assert texts(picture) == ["Your answer", "Expected", "1", "nan", "3", "4", "1", "2", "3", "4"]
    assert picture is not None
    assert picture.alt.endswith("2 by 2 numbers: 1 of 4 entries differ; they are framed.")


def test_a_rounding_error_is_written_as_nothing() -> None:
    """A digit that means nothing is not shown, nor counted as different."""
    picture = tables([4.0, -1.5e-16], [4.0, 2.1e-16])
    assert texts(picture) == ["Your answer", "Expected", "4", "0", "4", "0"]
    assert picture is not None
    assert "0 of 2 entries differ" in picture.alt


def test_numbers_are_written_where_they_fit() -> None:
    """Where the longest of a row is too long for its entry, the shades alone are drawn."""
    assert len(texts(tables(np.arange(10), np.arange(10)))) == 22
    assert texts(tables(np.arange(10) * 1.2345e-7, np.arange(10))) == ["Your answer", "Expected"]


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ([1, 2], [1, 2, 3]),
        (np.zeros((2, 2, 2)), np.zeros((2, 2, 2))),
        (np.zeros(1000), np.ones(1000)),
        ([], []),
    ],
)
def test_what_cannot_be_set_side_by_side_has_no_picture(got: object, expected: object) -> None:
    """Other shapes, more than two axes, more numbers than a card holds, none at all."""
    assert tables(got, expected) is None


@pytest.mark.parametrize("exercise", WITH_PICTURE, ids=lambda exercise: exercise.id)
def test_a_visible_check_that_a_misconception_fails_shows_the_picture(exercise: Exercise) -> None:
    """At least one mistake of every exercise with a picture is drawn; hidden checks draw nothing."""
    found = [verdict for each in exercise.misconceptions for verdict in verdicts(exercise, each.text)]
    drawn = [verdict for verdict in found if verdict.picture]
    assert drawn
    assert not any(verdict.hidden or verdict.passed for verdict in drawn)
    assert all(texts(verdict.picture) for verdict in drawn)


@pytest.mark.parametrize("code", ["1 / 0", "'text'", "None", "tables(got, None)"])
def test_a_picture_that_cannot_be_drawn_costs_nothing(tmp_path: Path, code: str) -> None:
    """The verdict is the same without it."""
    check = '# %% role="check" name="leaves x alone" points=0\n'
    plain = verdicts(tiny.exercise(tmp_path), "def halve(x):\n    return x * 2.0")
    changed = tiny.exercise(tmp_path, ("\n" + check, PICTURE.format(code)))
    assert verdicts(changed, "def halve(x):\n    return x * 2.0") == plain
