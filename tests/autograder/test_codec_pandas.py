"""Tables cross column by column, with every dtype, index and label as it was."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.boundary.codec import Decoder
from autograder.errors import Refused
from tests.autograder.exactly import Handle, identical, refuse, sent

COLUMNS: dict[str, Any] = {
    "int64": [1, 2, 3],
    "uint8": np.array([1, 2, 3], "u1"),
    "float64": [np.nan, -0.0, np.inf],
    "float32": np.array([1, 2, 3], "f4"),
    "complex": [1j, 2, 3],
    "bool": [True, False, True],
    "str": ["a", None, "ü"],
    "string": pd.array(["a", None, "c"], dtype=pd.StringDtype("python")),
    "object": np.array([1, "a", None], dtype=object),
    "object of texts": pd.Series(["x", "y", None], dtype=object),
    "object of lists": pd.Series([[1, 2], [3, 4], {"a": 1}], dtype=object),
    "Int64": pd.array([1, None, 3], dtype="Int64"),
    "UInt8": pd.array([1, None, 3], dtype="UInt8"),
    "Float64": pd.array([1.5, None, np.nan], dtype="Float64"),
    "Float32": pd.array([1.5, None, -0.0], dtype="Float32"),
    "boolean": pd.array([True, None, False], dtype="boolean"),
    "ordered categories": pd.Categorical(["a", None, "b"], ["b", "a", "unused"], ordered=True),
    "categories of numbers": pd.Categorical([1.5, 2.5, 1.5]),
    "categories of dates": pd.Categorical(pd.to_datetime(["2020", "2021", "2020"])),
    "dates": pd.to_datetime(["2020-01-01", None, "2021-01-01"]),
    "dates in nanoseconds": pd.to_datetime(["2020-01-01", None, "2021-01-01"]).as_unit("ns"),
    "time zone": pd.date_range("2020-10-25", periods=3, freq="h", tz="Europe/Berlin"),
    "UTC": pd.date_range("2020", periods=3, tz="UTC"),
    "fixed offset": pd.date_range("2020", periods=3, tz="+01:30"),
    "timedeltas": pd.to_timedelta([1, 2, None], unit="h"),
    "quarters": pd.period_range("2020", periods=3, freq="Q"),
    "intervals": pd.interval_range(0, 3, closed="both"),
    "intervals of dates": pd.interval_range(pd.Timestamp("2020"), periods=3),
}
INDEXES = {
    "range": pd.RangeIndex(3, name="r"),
    "range backwards": pd.RangeIndex(10, 4, -2),
    "numbers named by a tuple": pd.Index([3, 1, 2], name=("a", 1)),
    "floats": pd.Index([1.5, np.nan, 2]),
    "bools": pd.Index([True, False, True]),
    "texts": pd.Index(["a", "b", "a"]),
    "objects": pd.Index([1, "a", None], dtype=object),
    "texts as objects": pd.Index(["a", "b", "c"], dtype=object),
    "masked": pd.Index([1, None, 3], dtype="Int64"),
    "days": pd.date_range("2020", periods=3, freq="W-MON", name="d"),
    "days in Berlin": pd.date_range("2020", periods=3, freq="D", tz="Europe/Berlin"),
    "days without freq": pd.DatetimeIndex(["2020", "2021", "2021"]),
    "hours": pd.timedelta_range("1h", periods=3, freq="2h"),
    "months": pd.period_range("2020", periods=3, freq="M"),
    "bins": pd.interval_range(0, 3),
    "categories": pd.CategoricalIndex(["a", "b", "a"], ["b", "a"], ordered=True),
    "two levels": pd.MultiIndex.from_product([["a"], [1, 2, 3]], names=["x", None]),
    "three levels with gaps": pd.MultiIndex.from_arrays(
        [pd.date_range("2020", periods=3), ["a", None, "b"], pd.Categorical([1, 2, 1])]
    ),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_kind_of_column_arrives_as_it_was(name: str) -> None:
    """Dtype, unit, zone, mask, categories and missing values survive; numbers to the bit."""
    column = pd.Series(COLUMNS[name], name=name)
    got = sent(column)
    pd.testing.assert_series_equal(got, column, check_exact=True, check_freq=True)
    assert got.dtype == column.dtype
    assert identical([*got.isna()], [*column.isna()])
    if column.dtype.kind in "fc":
        assert got.to_numpy().tobytes() == column.to_numpy().tobytes()


def test_a_table_of_all_kinds_arrives_as_it_was() -> None:
    """Columns of different kinds do not disturb one another, as a result and as an argument."""
    frame = pd.DataFrame(COLUMNS)
    for got in (sent(frame), sent(frame, as_argument=True)):
        pd.testing.assert_frame_equal(got, frame, check_exact=True, check_freq=True)
        assert got.dtypes.to_dict() == frame.dtypes.to_dict()


@pytest.mark.parametrize("index", INDEXES.values(), ids=INDEXES.keys())
def test_every_kind_of_index_arrives_as_it_was(index: pd.Index) -> None:
    """Class, dtype, names and freq survive, for rows as for columns."""
    got = sent(index)
    assert type(got) is type(index)
    pd.testing.assert_index_equal(got, index, exact=True, check_exact=True)
    assert (list(got.names), getattr(got, "freq", None)) == (list(index.names), getattr(index, "freq", None))
    rows, columns = pd.Series([1.0, 2.0, 3.0], index=index), pd.DataFrame([[1, "a", 2.5]], columns=index)
    pd.testing.assert_series_equal(sent(rows), rows, check_freq=True)
    pd.testing.assert_frame_equal(sent(columns), columns)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame([[1, "a"], [2, "b"]], columns=["x", "x"]),
        pd.DataFrame([[1, 2.5]], columns=[0, "zero"]),
        pd.DataFrame(),
        pd.DataFrame(index=[1, 2]),
        pd.DataFrame(columns=["a", "b"]),
    ],
    ids=["duplicate names", "mixed names", "nothing", "rows only", "columns only"],
)
def test_odd_tables_arrive_as_they_were(frame: pd.DataFrame) -> None:
    """Duplicate labels and empty tables are tables, too."""
    pd.testing.assert_frame_equal(sent(frame), frame)


@pytest.mark.parametrize("na_value", [np.nan, pd.NA], ids=["str", "string"])
def test_text_kept_by_arrow_arrives_so(na_value: Any) -> None:
    """The storage of texts is part of their dtype."""
    pytest.importorskip("pyarrow")
    column = pd.Series(["a", None, "ü"], dtype=pd.StringDtype("pyarrow", na_value=na_value))
    got = sent(column)
    pd.testing.assert_series_equal(got, column)
    assert got.dtype.storage == "pyarrow"


SCALARS = [
    pd.Timestamp("2020-01-02"),
    pd.Timestamp("2020-01-02 03:04:05.123456789"),
    pd.Timestamp("2020-10-25 01:30", tz="UTC").tz_convert("Europe/Berlin"),
    pd.Timestamp("2020", tz="+02:00"),
    pd.Timedelta(5, unit="ns"),
    pd.Timedelta("3h"),
    pd.Period("2020Q1"),
    pd.Interval(0, 1.5, closed="left"),
    pd.Interval(pd.Timestamp("2020"), pd.Timestamp("2021")),
]


@pytest.mark.parametrize("scalar", SCALARS, ids=repr)
def test_every_kind_of_scalar_arrives_as_it_was(scalar: Any) -> None:
    """Nanoseconds, units, zones and the second 2:30 of an autumn night survive."""
    got = sent(scalar)
    assert (type(got), repr(got)) == (type(scalar), repr(scalar))
    assert got == scalar
    assert [getattr(got, name, None) for name in ("unit", "fold")] == [
        getattr(scalar, name, None) for name in ("unit", "fold")
    ]


def test_the_two_missing_values_arrive_as_themselves() -> None:
    """There is one NaT and one NA."""
    assert sent(pd.NaT) is pd.NaT
    assert sent(pd.NA) is pd.NA


def test_what_arrives_is_independent_of_what_was_sent() -> None:
    """A table that an answer changes is the answer's own copy, and it can be changed."""
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    got = sent(frame, as_argument=True)
    got.loc[0, "a"] = 9
    got["c"] = 1
    assert frame.to_dict("list") == {"a": [1, 2], "b": ["x", "y"]}
    assert got["a"].tolist() == [9, 2]


class Mine(pd.DataFrame):
    """A subclass with a say of its own."""


STRANGERS = {
    "subclass": Mine({"a": [1]}),
    "sparse": pd.Series([0, 1], dtype="Sparse[int]"),
    "table with a sparse column": pd.DataFrame({"a": [1], "b": pd.Series([0], dtype="Sparse[int]")}),
    "offsets of an author's own": pd.date_range(
        "2020", periods=2, freq=pd.offsets.CustomBusinessDay(weekmask="Mon Tue")
    ),
    "groups": pd.DataFrame({"a": [1]}).groupby("a"),
    "offset": pd.DateOffset(days=1),
}


@pytest.mark.parametrize("value", STRANGERS.values(), ids=STRANGERS.keys())
def test_what_does_not_cross_is_exported_whole(value: object) -> None:
    """One strange column makes the whole table a handle, never half a table."""
    got = sent(value)
    assert isinstance(got, Handle)
    assert got.value is value


def test_a_learners_objects_in_a_column_stay_where_they_are() -> None:
    """Cells of an object column cross one by one: plain ones as data, others as handles."""
    mine = object()
    column = sent(pd.Series([1, mine], dtype=object))
    assert column.iloc[0] == 1
    assert column.iloc[1].value is mine


RANGE = ["pandas:range", 0, 2, 1, None]
INTS = ["numpy:array", "<i8", [2], "C", True, 0]
TEXTS = ["pandas:texts", "python", False, ["a", "b"]]


@pytest.mark.parametrize(
    "tree",
    [
        ["pandas:series", INTS, ["pandas:range", 0, 3, 1, None], None],
        [
            "pandas:series",
            ["numpy:array", "<i8", [1, 2], "C", True, 0],
            ["pandas:range", 0, 1, 1, None],
            None,
        ],
        ["pandas:series", INTS, INTS, None],
        ["pandas:series", "text", RANGE, None],
        ["pandas:series", INTS, RANGE, ["list", []]],
        ["pandas:frame", [INTS], RANGE, RANGE],
        ["pandas:frame", INTS, RANGE, RANGE],
        ["pandas:range", 0, 1 << 40, 1, None],
        ["pandas:range", 0, 1, 0, None],
        ["pandas:multi", [["pandas:index", TEXTS, None]], [INTS], [None]],
        ["pandas:categorical", INTS, ["pandas:index", TEXTS, None], False],
        ["pandas:datetimes", INTS, None],
        ["pandas:datetimes", ["numpy:array", "<M8[s]", [2], "C", True, 0], ["zone", "../../etc/passwd"]],
        ["pandas:times", INTS, "D", None],
        ["pandas:periods", INTS, "no such freq"],
        ["pandas:intervals", RANGE, RANGE, "sideways"],
        ["pandas:masked", INTS, INTS],
        ["pandas:texts", "python", False, ["a", 1]],
        ["pandas:texts", "nowhere", False, ["a"]],
        ["pandas:timestamp", "2020", None],
        ["pandas:timedelta", 5],
        ["pandas:period", 1, None],
        ["pandas:interval", 2, 1, "left"],
        ["pandas:unheard"],
    ],
    ids=str,
)
def test_a_malformed_table_is_refused(tree: list[Any]) -> None:
    """Columns that do not fit, codes beyond the categories, freqs and zones of nowhere: none gets in."""
    with pytest.raises(Refused):
        Decoder([np.array([5, 7]).tobytes()], refuse).decode(tree)


GOOD = st.sampled_from(
    [
        INTS,
        RANGE,
        TEXTS,
        ["pandas:index", TEXTS, None],
        ["numpy:array", "|b1", [2], "C", True, 1],
        None,
        "D",
        True,
        3,
    ]
)
tags = st.sampled_from(
    "frame series range multi times index categorical datetimes timedeltas periods intervals masked texts "
    "timestamp timedelta period interval missing".split()
)


@given(tags, st.lists(GOOD | st.lists(GOOD, max_size=2), max_size=5))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_behind_a_tag_is_read_or_refused(tag: str, rest: list[Any]) -> None:
    """No message about tables raises anything but `Refused`, in whatever order good parts stand."""
    with suppress(Refused):
        Decoder([np.array([0, 1]).tobytes(), b"\x00\x01"], refuse).decode([f"pandas:{tag}", *rest])
