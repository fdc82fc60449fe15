"""A card says in a sentence where an answer first differs from what was expected."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings

from autograder.difference import difference, differing_rows
from autograder.shorten import short
from tests.autograder.plain_values import plain

A_LONG_TEXT = "SELECT city, SUM(amount) FROM orders GROUP BY city ORDER BY 2 DESC"
TABLE = pd.DataFrame({"n": [1, 2], "x": [0.5, np.nan]}, index=["a", "b"])
DAYS = pd.Series(pd.to_datetime(["2024-03-04", None]))


def changed(row: str, column: str, value: Any) -> pd.DataFrame:
    """Return the table with one cell changed."""
    table = TABLE.copy()
    table.loc[row, column] = value
    return table


@pytest.mark.parametrize(
    ("got", "want", "said"),
    [
        (True, False, "Yours is True, expected is False."),
        (2_351, 1, "They differ by 2,350."),
        (1, 1.0, "Yours is an int, expected is a float."),
        ("ab", "ba", "Yours is 'ab', expected is 'ba'."),
        (
            A_LONG_TEXT,
            A_LONG_TEXT.replace("DESC", "ASC"),
            "They differ from character 62 on: 'DESC' instead of 'ASC'.",
        ),
        (date(2024, 3, 4), date(2024, 4, 3), "Yours is datetime.date(2024, 3, 4), expected is"),
        (Decimal("1.0"), Decimal("1.5"), "Yours is Decimal('1.0'), expected is Decimal('1.5')."),
        ([(7, "Ann")], [(3, "Ann")], "1 of 1 entries differ, first at [0]: (7, 'Ann') instead of (3, 'Ann')."),
        ([1, 2], [1], "Yours is a list of 2, expected is a list of 1."),
        (["a", None], ["a", "b"], "1 of 2 entries differ, first at [1]: None instead of 'b'."),
        ((1.0, "a"), (1.0, "b"), "Part 1: Yours is 'a', expected is 'b'."),
        ({"a": 1, "b": [2]}, {"b": [3], "a": 1}, "1 of 2 entries differ, first at ['b']: [2] instead of [3]."),
        ({"a": 1}, {"b": 1}, "Key 'b' is missing. Key 'a' was not expected."),
        ({"a", "b"}, {"a", "c"}, "Entry 'c' is missing. Entry 'b' was not expected."),
        (
            np.array([1.0, 4.04057]),
            np.array([1.0, 4.04057 + 1e-8]),
            "1 of 2 entries differ, first at [1]: 4.04057 instead of 4.04057001.",
        ),
        (
            np.array([True, False]),
            np.array([True, True]),
            "1 of 2 entries differ, first at [1]: False instead of True.",
        ),
        (
            np.array([["a", "b"]]),
            np.array([["a", "c"]]),
            "1 of 2 entries differ, first at [0, 1]: 'b' instead of 'c'.",
        ),
        (
            changed("b", "x", 2.5),
            TABLE,
            "1 of 4 entries differ, first at .iloc[1, 1] (label 'b', column 'x'): 2.5 instead of nan.",
        ),
        (TABLE[["x", "n"]], TABLE, "The columns differ, first at place 0: 'x' instead of 'n'."),
        (TABLE.set_axis(["a", "c"]), TABLE, "The index differs, first at place 1: 'c' instead of 'b'."),
        (TABLE[::-1], TABLE, "4 of 4 entries differ, first at .iloc[0, 0] (column 'n'): 2 instead of 1."),
        (TABLE.astype({"n": float}), TABLE, "Column 'n' has dtype float64, expected is int64."),
        (TABLE[:1], TABLE, "Yours is a DataFrame (1, 2), expected is a DataFrame (2, 2)."),
        (
            DAYS + pd.Timedelta(days=1),
            DAYS,
            "1 of 2 entries differ, first at .iloc[0] (label 0): 2024-03-05 00:00:00 instead of 2024-03-04",
        ),
    ],
)  # fmt: skip
def test_the_first_difference_is_named(got: Any, want: Any, said: str) -> None:
    """With its place, and with as many digits as it takes to see it."""
    assert difference(got, want).startswith(said)


@pytest.mark.parametrize(
    ("got", "want"),
    [
        ("a", "a"),
        (None, None),
        ([1, 2.0, np.nan], [1.0, 2, np.nan]),
        ([("a", 1)], [("a", 1.0)]),
        ({"a": 0.1 + 0.2}, {"a": 0.3}),
        ({1, 2}, {2, 1}),
        (np.array([1.0, 1.0 + 1e-15]), np.array([1.0, 1.0])),
        (np.array(["a"]), np.array(["a"])),
        (TABLE.copy(), TABLE),
        ({"a": 1e-17}, {"a": 0.0}),
        (pd.Series([1e-17, 3.0]), pd.Series([0.0, 3.0])),
        (pd.Series([1.0, pd.NA], dtype="Float64"), pd.Series([1.0, pd.NA], dtype="Float64")),
        (pd.Series([1.0], name="mine"), pd.Series([1.0])),
        (pd.Series([1, pd.NA], dtype="Int64"), pd.Series([1, pd.NA], dtype="Int64")),
        (pd.Series(["a", None], dtype="category"), pd.Series(["a", None], dtype="category")),
        (DAYS, DAYS.copy()),
    ],
)
def test_equal_results_have_no_difference(got: Any, want: Any) -> None:
    """Rounding, the names of series, and an int in a float's place within a list are none."""
    assert difference(got, want) == ""


@given(plain, plain)
@example(10**5000, 10**5000 + 1)
@example([10**5000], [3])
@example(Decimal("sNaN"), Decimal("sNaN"))
@example([range(10**10)], [range(10**10)])
@settings(max_examples=200, deadline=None)
def test_any_two_plain_values_can_be_compared_and_shown(one: object, other: object) -> None:
    """Whatever an answer returns has a card."""
    assert isinstance(difference(one, other), str)
    assert difference(one, copy.deepcopy(one)) == ""
    assert short(one)


def test_the_rows_of_any_column_are_found() -> None:
    """However the columns stand."""
    table = pd.DataFrame({"a": [0, 0, 1], "b": [0, 1, 0]})
    assert differing_rows(table, table * 0) == [1, 2]
    assert differing_rows(table, table) == []
    assert differing_rows([1], [2]) == []
