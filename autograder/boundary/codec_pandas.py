"""DataFrames, Series, Indexes and pandas' scalars across the boundary, column by column.

A column is a tree of plain arrays and a few words: codes and categories, data and mask, texts, integers
with a unit and a time zone. Nothing is pickled and nothing goes through Arrow, which would change object
columns, refuse duplicate names and drop an index's freq. What holds a column of any other kind (sparse,
Arrow's own types, an offset of its own making) is exported whole. Reading builds fresh objects by pandas'
own constructors, and whatever those object to is `Refused`.

Subclasses, `attrs` and flags do not cross; cells of object columns do, one by one.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from autograder.boundary.codec import ITEM_SIZE, Decoder, Encoder, Tree, decodes, encodes, zone_of, zone_tree
from autograder.boundary.handles import NotPlain
from autograder.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_RANGE = 1 << 28
"""Rows of a RangeIndex, which weighs nothing in a message."""

_MASKED = (pd.arrays.IntegerArray, pd.arrays.FloatingArray, pd.arrays.BooleanArray)
_MASKED_BY_KIND = {
    "i": pd.arrays.IntegerArray, "u": pd.arrays.IntegerArray,
    "f": pd.arrays.FloatingArray, "b": pd.arrays.BooleanArray,
}  # fmt: skip


class _Unknown(Exception):
    """A part of a table does not cross, so the whole of it stays where it is."""


def _writes(*types: type) -> Callable[[Any], Any]:
    """Register an encoder for exactly these types, which exports as a whole what holds an unknown part."""

    def register(function: Callable[[Encoder, Any], Tree]) -> Callable[[Encoder, Any], Tree]:
        @encodes(*types)
        @wraps(function)
        def write(encoder: Encoder, value: Any) -> Tree:
            try:
                return function(encoder, value)
            except _Unknown:
                return encoder.export(value)

        return function

    return register


def _reads(tag: str) -> Callable[[Any], Any]:
    """Register a decoder; pandas may object to a malformed tree by any exception at all."""

    def register(function: Callable[[Decoder, list[Any]], Any]) -> Callable[[Decoder, list[Any]], Any]:
        @decodes(tag)
        @wraps(function)
        def read(decoder: Decoder, tree: list[Any]) -> Any:
            try:
                return function(decoder, tree)
            except (Refused, NotPlain):
                raise
            except Exception as error:  # noqa: BLE001 -- no message may raise anything but Refused
                raise Refused(f"a malformed {tag} ({type(error).__name__}: {error})") from None

        return read

    return register


# ---- tables -------------------------------------------------------------------------------------------


@_writes(pd.DataFrame)
def _frame(encoder: Encoder, value: pd.DataFrame) -> Tree:
    columns = [_column(encoder, column.array) for _, column in value.items()]
    return ["pandas:frame", columns, _index(encoder, value.index), _index(encoder, value.columns)]


@_reads("pandas:frame")
def _read_frame(decoder: Decoder, tree: list[Any]) -> pd.DataFrame:
    _, trees, index_tree, columns_tree = tree
    *parts, index, columns = decoder.items([*trees, index_tree, columns_tree])
    series = {place: _as_series(part, index) for place, part in enumerate(parts)}
    if len(columns) != len(series):
        raise Refused("a DataFrame with more names than columns, or fewer")
    frame = pd.DataFrame(series, index=index)
    frame.columns = columns
    return frame


@_writes(pd.Series)
def _series(encoder: Encoder, value: pd.Series) -> Tree:
    return [
        "pandas:series",
        _column(encoder, value.array),
        _index(encoder, value.index),
        encoder.encode(value.name),
    ]


@_reads("pandas:series")
def _read_series(decoder: Decoder, tree: list[Any]) -> pd.Series:
    part, index, name = decoder.items(tree[1:4])
    return _as_series(part, index, name)


def _as_series(part: Any, index: Any, name: Any = None) -> pd.Series:
    if not isinstance(index, pd.Index) or len(part) != len(index) or getattr(part, "ndim", 0) != 1:
        raise Refused("a column that does not fit its index")
    return pd.Series(part, index=index, name=name, dtype=part.dtype, copy=False)


# ---- indexes ------------------------------------------------------------------------------------------

_TIMES: dict[type, Any] = {
    pd.arrays.DatetimeArray: pd.DatetimeIndex,
    pd.arrays.TimedeltaArray: pd.TimedeltaIndex,
}
_PLAIN_INDEXES = (pd.Index, pd.CategoricalIndex, pd.PeriodIndex, pd.IntervalIndex)


@_writes(pd.RangeIndex, pd.MultiIndex, pd.DatetimeIndex, pd.TimedeltaIndex, *_PLAIN_INDEXES)
def _index(encoder: Encoder, value: Any) -> Tree:
    kind = type(value)
    if kind is pd.RangeIndex:
        return ["pandas:range", *encoder.items([value.start, value.stop, value.step, value.name])]
    if kind is pd.MultiIndex:
        levels = [_index(encoder, level) for level in value.levels]
        codes = [_numbers(encoder, np.asarray(code)) for code in value.codes]
        return ["pandas:multi", levels, codes, encoder.items([*value.names])]
    if kind in (pd.DatetimeIndex, pd.TimedeltaIndex):
        freq = _freq(value.freq)
        return ["pandas:times", _column(encoder, value.array), freq, encoder.encode(value.name)]
    if kind in _PLAIN_INDEXES:
        return ["pandas:index", _column(encoder, value.array), encoder.encode(value.name)]
    raise _Unknown


def _freq(freq: Any) -> str | None:
    if freq is None:
        return None
    if pd.tseries.frequencies.to_offset(freq.freqstr) != freq:
        raise _Unknown
    return freq.freqstr


@_reads("pandas:range")
def _read_range(decoder: Decoder, tree: list[Any]) -> pd.RangeIndex:
    start, stop, step, name = decoder.items(tree[1:])
    index = pd.RangeIndex(range(start, stop, step), name=name)
    if len(index) > MAX_RANGE:
        raise Refused(f"an index of more than {MAX_RANGE:,} rows")
    return index


@_reads("pandas:multi")
def _read_multi(decoder: Decoder, tree: list[Any]) -> pd.MultiIndex:
    _, levels, codes, names = tree
    return pd.MultiIndex(decoder.items(levels), decoder.items(codes), names=decoder.items(names))


@_reads("pandas:times")
def _read_times(decoder: Decoder, tree: list[Any]) -> pd.Index:
    part, name = decoder.items([tree[1], tree[3]])
    return _TIMES[type(part)](part, freq=tree[2], name=name)


@_reads("pandas:index")
def _read_index(decoder: Decoder, tree: list[Any]) -> pd.Index:
    part, name = decoder.items(tree[1:3])
    return pd.Index(part, dtype=part.dtype, name=name)


# ---- columns ------------------------------------------------------------------------------------------


@_writes(
    pd.Categorical, pd.arrays.DatetimeArray, pd.arrays.TimedeltaArray, pd.arrays.PeriodArray,
    pd.arrays.IntervalArray, pd.arrays.StringArray, pd.arrays.ArrowStringArray, *_MASKED,
)  # fmt: skip
def _column(encoder: Encoder, value: Any) -> Tree:
    kind = type(value)
    writer = _WRITERS.get(kind)
    if writer is None:
        raise _Unknown
    return writer(encoder, value)


def _numbers(encoder: Encoder, array: np.ndarray) -> Tree:
    """Return the tree of an array without its layout and flags, which say nothing in a table."""
    if array.dtype.kind not in "biufcSUMmO":
        raise _Unknown
    if array.dtype.kind == "O":
        return encoder.encode(array)
    place = encoder.buffer(array.tobytes())
    return ["numpy:array", array.dtype.str, [*array.shape], "C", True, place]


def _plain_column(encoder: Encoder, value: Any) -> Tree:
    return _numbers(encoder, value.to_numpy())


def _categorical(encoder: Encoder, value: pd.Categorical) -> Tree:
    categories = _index(encoder, value.categories)
    return ["pandas:categorical", _numbers(encoder, value.codes), categories, bool(value.ordered)]


@_reads("pandas:categorical")
def _read_categorical(decoder: Decoder, tree: list[Any]) -> pd.Categorical:
    codes, categories = decoder.items(tree[1:3])
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(categories, ordered=tree[3] is True))


def _datetimes(encoder: Encoder, value: Any) -> Tree:
    zone = zone_tree(value.tz)
    if value.tz is not None and zone is None:
        raise _Unknown
    return ["pandas:datetimes", _numbers(encoder, value.to_numpy(f"M8[{value.unit}]")), zone]


@_reads("pandas:datetimes")
def _read_datetimes(decoder: Decoder, tree: list[Any]) -> Any:
    index = pd.DatetimeIndex(_of_kind(decoder.items([tree[1]])[0], "M"))
    return (index if tree[2] is None else index.tz_localize("UTC").tz_convert(zone_of(tree[2]))).array


def _timedeltas(encoder: Encoder, value: Any) -> Tree:
    return ["pandas:timedeltas", _numbers(encoder, value.to_numpy())]


@_reads("pandas:timedeltas")
def _read_timedeltas(decoder: Decoder, tree: list[Any]) -> Any:
    return pd.TimedeltaIndex(_of_kind(decoder.items([tree[1]])[0], "m")).array


def _of_kind(array: Any, kind: str) -> np.ndarray:
    if type(array) is not np.ndarray or array.ndim != 1 or array.dtype.kind != kind:
        raise Refused("a column of another kind than it says")
    return array


def _periods(encoder: Encoder, value: Any) -> Tree:
    return ["pandas:periods", _numbers(encoder, np.asarray(value.asi8)), value.freqstr]


@_reads("pandas:periods")
def _read_periods(decoder: Decoder, tree: list[Any]) -> Any:
    ordinals = _of_kind(decoder.items([tree[1]])[0], "i")
    return pd.PeriodIndex.from_ordinals(ordinals, freq=tree[2]).array


def _intervals(encoder: Encoder, value: Any) -> Tree:
    return ["pandas:intervals", _index(encoder, value.left), _index(encoder, value.right), value.closed]


@_reads("pandas:intervals")
def _read_intervals(decoder: Decoder, tree: list[Any]) -> Any:
    left, right = decoder.items(tree[1:3])
    return pd.arrays.IntervalArray.from_arrays(left, right, closed=tree[3])


def _masked(encoder: Encoder, value: Any) -> Tree:
    mask = np.asarray(value.isna())
    filler = value.dtype.type(0)
    data = value.to_numpy(dtype=value.dtype.numpy_dtype, na_value=filler)
    return ["pandas:masked", _numbers(encoder, data), _numbers(encoder, mask)]


@_reads("pandas:masked")
def _read_masked(decoder: Decoder, tree: list[Any]) -> Any:
    data, mask = decoder.items(tree[1:3])
    return _MASKED_BY_KIND[data.dtype.kind](data, _of_kind(mask, "b"))


def _texts(encoder: Encoder, value: Any) -> Tree:
    cells = zip(value, value.isna(), strict=True)
    items = [None if missing else str.__str__(item) for item, missing in cells]
    encoder.grow(sum(ITEM_SIZE + len(item or "") for item in items))
    return ["pandas:texts", value.dtype.storage, value.dtype.na_value is pd.NA, items]


@_reads("pandas:texts")
def _read_texts(_decoder: Decoder, tree: list[Any]) -> Any:
    _, storage, masked, items = tree
    if any(item is not None and type(item) is not str for item in items):
        raise Refused("a column of texts that holds something else")
    dtype = pd.StringDtype(storage, na_value=pd.NA if masked is True else np.nan)
    return pd.array(items, dtype=dtype)


_WRITERS: dict[type, Callable[[Encoder, Any], Tree]] = {
    pd.arrays.NumpyExtensionArray: _plain_column,
    pd.Categorical: _categorical,
    pd.arrays.DatetimeArray: _datetimes,
    pd.arrays.TimedeltaArray: _timedeltas,
    pd.arrays.PeriodArray: _periods,
    pd.arrays.IntervalArray: _intervals,
    pd.arrays.StringArray: _texts,
    pd.arrays.ArrowStringArray: _texts,
    **dict.fromkeys(_MASKED, _masked),
}


# ---- scalars ------------------------------------------------------------------------------------------


@_writes(pd.Timestamp)
def _timestamp(encoder: Encoder, value: pd.Timestamp) -> Tree:
    zone = zone_tree(value.tzinfo)
    if value.tzinfo is not None and zone is None:
        raise _Unknown
    return ["pandas:timestamp", encoder.encode(value.asm8), zone]


@_reads("pandas:timestamp")
def _read_timestamp(decoder: Decoder, tree: list[Any]) -> Any:
    moment = pd.Timestamp(_exact(decoder, tree[1], np.datetime64))
    return moment if tree[2] is None else moment.tz_localize("UTC").tz_convert(zone_of(tree[2]))


@_writes(pd.Timedelta)
def _timedelta(encoder: Encoder, value: pd.Timedelta) -> Tree:
    return ["pandas:timedelta", encoder.encode(value.asm8)]


@_reads("pandas:timedelta")
def _read_timedelta(decoder: Decoder, tree: list[Any]) -> Any:
    return pd.Timedelta(_exact(decoder, tree[1], np.timedelta64))


@_writes(pd.Period)
def _period(encoder: Encoder, value: pd.Period) -> Tree:
    return ["pandas:period", encoder.encode(value.ordinal), value.freqstr]


@_reads("pandas:period")
def _read_period(decoder: Decoder, tree: list[Any]) -> Any:
    return pd.Period(ordinal=_exact(decoder, tree[1], int), freq=tree[2])


def _exact(decoder: Decoder, tree: Tree, kind: type) -> Any:
    value = decoder.items([tree])[0]
    if type(value) is not kind:
        raise Refused(f"a moment that is no {kind.__name__}")
    return value


@_writes(pd.Interval)
def _interval(encoder: Encoder, value: pd.Interval) -> Tree:
    return ["pandas:interval", *encoder.items([value.left, value.right]), value.closed]


@_reads("pandas:interval")
def _read_interval(decoder: Decoder, tree: list[Any]) -> pd.Interval:
    return pd.Interval(*decoder.items(tree[1:3]), closed=tree[3])


@_writes(type(pd.NaT), type(pd.NA))
def _missing(_encoder: Encoder, value: Any) -> Tree:
    return ["pandas:missing", value is pd.NaT]


@_reads("pandas:missing")
def _read_missing(_decoder: Decoder, tree: list[Any]) -> Any:
    return pd.NaT if tree[1] is True else pd.NA
