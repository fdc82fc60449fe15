"""DataFrames, Series and pandas' scalars across the boundary, made of what `codec_pandas_columns` knows.

Nothing is pickled and nothing goes through Arrow, which would change object columns, refuse duplicate names
and drop an index's freq. Subclasses, `attrs` and flags do not cross; cells of object columns do, one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from autograder.boundary.codec_pandas_columns import Unknown, column_tree, index_tree, reads, writes
from autograder.boundary.codec_standard import zone_of, zone_tree
from autograder.errors import Refused

if TYPE_CHECKING:
    from autograder.boundary.codec_core import Decoder, Encoder, Tree


@writes(pd.DataFrame)
def _frame(encoder: Encoder, value: pd.DataFrame) -> Tree:
    columns = [column_tree(encoder, column.array) for _, column in value.items()]
    return ["pandas:frame", columns, index_tree(encoder, value.index), index_tree(encoder, value.columns)]


@reads("pandas:frame")
def _read_frame(decoder: Decoder, tree: list[Any]) -> pd.DataFrame:
    _, trees, index_tree, columns_tree = tree
    *parts, index, columns = decoder.items([*trees, index_tree, columns_tree])
    series = {place: _as_series(part, index) for place, part in enumerate(parts)}
    if len(columns) != len(series):
        raise Refused("a DataFrame with more names than columns, or fewer")
    frame = pd.DataFrame(series, index=index)
    frame.columns = columns
    return frame


@writes(pd.Series)
def _series(encoder: Encoder, value: pd.Series) -> Tree:
    return [
        "pandas:series",
        column_tree(encoder, value.array),
        index_tree(encoder, value.index),
        encoder.encode(value.name),
    ]


@reads("pandas:series")
def _read_series(decoder: Decoder, tree: list[Any]) -> pd.Series:
    part, index, name = decoder.items(tree[1:4])
    return _as_series(part, index, name)


def _as_series(part: Any, index: Any, name: Any = None) -> pd.Series:
    if not isinstance(index, pd.Index) or len(part) != len(index) or getattr(part, "ndim", 0) != 1:
        raise Refused("a column that does not fit its index")
    return pd.Series(part, index=index, name=name, dtype=part.dtype, copy=False)


@writes(pd.Timestamp)
def _timestamp(encoder: Encoder, value: pd.Timestamp) -> Tree:
    zone = zone_tree(value.tzinfo)
    if value.tzinfo is not None and zone is None:
        raise Unknown
    return ["pandas:timestamp", encoder.encode(value.asm8), zone]


@reads("pandas:timestamp")
def _read_timestamp(decoder: Decoder, tree: list[Any]) -> Any:
    moment = pd.Timestamp(_exact(decoder, tree[1], np.datetime64))
    return moment if tree[2] is None else moment.tz_localize("UTC").tz_convert(zone_of(tree[2]))


@writes(pd.Timedelta)
def _timedelta(encoder: Encoder, value: pd.Timedelta) -> Tree:
    return ["pandas:timedelta", encoder.encode(value.asm8)]


@reads("pandas:timedelta")
def _read_timedelta(decoder: Decoder, tree: list[Any]) -> Any:
    return pd.Timedelta(_exact(decoder, tree[1], np.timedelta64))


@writes(pd.Period)
def _period(encoder: Encoder, value: pd.Period) -> Tree:
    return ["pandas:period", encoder.encode(value.ordinal), value.freqstr]


@reads("pandas:period")
def _read_period(decoder: Decoder, tree: list[Any]) -> Any:
    return pd.Period(ordinal=_exact(decoder, tree[1], int), freq=tree[2])


def _exact(decoder: Decoder, tree: Tree, kind: type) -> Any:
    value = decoder.items([tree])[0]
    if type(value) is not kind:
        raise Refused(f"a moment that is no {kind.__name__}")
    return value


@writes(pd.Interval)
def _interval(encoder: Encoder, value: pd.Interval) -> Tree:
    return ["pandas:interval", *encoder.items([value.left, value.right]), value.closed]


@reads("pandas:interval")
def _read_interval(decoder: Decoder, tree: list[Any]) -> pd.Interval:
    return pd.Interval(*decoder.items(tree[1:3]), closed=tree[3])


@writes(type(pd.NaT), type(pd.NA))
def _missing(_encoder: Encoder, value: Any) -> Tree:
    return ["pandas:missing", value is pd.NaT]


@reads("pandas:missing")
def _read_missing(_decoder: Decoder, tree: list[Any]) -> Any:
    return pd.NaT if tree[1] is True else pd.NA
