"""Columns and indexes of pandas across the boundary, and how their readers and writers are registered.

A column is a tree of plain arrays and a few words: codes and categories, data and mask, texts, integers
with a unit and a time zone. What holds a column of any other kind (sparse, Arrow's own types, an offset of
its own making) is exported whole. Reading builds fresh objects by pandas' own constructors, and whatever
those object to is `Refused`.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from autograder.boundary.codec_core import ITEM_SIZE, Decoder, Encoder, Tree, decodes, encodes
from autograder.boundary.codec_standard import zone_of, zone_tree
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


class Unknown(Exception):
    """A part of a table does not cross, so the whole of it stays where it is."""


def writes(*types: type) -> Callable[[Any], Any]:
    """Register an encoder for exactly these types, which exports as a whole what holds an unknown part."""

    def register(function: Callable[[Encoder, Any], Tree]) -> Callable[[Encoder, Any], Tree]:
        @encodes(*types)
        @wraps(function)
        def write(encoder: Encoder, value: Any) -> Tree:
            try:
                return function(encoder, value)
            except Unknown:
                return encoder.export(value)

        return function

    return register


def reads(tag: str) -> Callable[[Any], Any]:
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


_TIMES: dict[type, Any] = {
    pd.arrays.DatetimeArray: pd.DatetimeIndex,
    pd.arrays.TimedeltaArray: pd.TimedeltaIndex,
}
_PLAIN_INDEXES = (pd.Index, pd.CategoricalIndex, pd.PeriodIndex, pd.IntervalIndex)


@writes(pd.RangeIndex, pd.MultiIndex, pd.DatetimeIndex, pd.TimedeltaIndex, *_PLAIN_INDEXES)
def index_tree(encoder: Encoder, value: Any) -> Tree:
    """Return the tree of an index; raises `Unknown`."""
    kind = type(value)
    if kind is pd.RangeIndex:
        return ["pandas:range", *encoder.items([value.start, value.stop, value.step, value.name])]
    if kind is pd.MultiIndex:
        levels = [index_tree(encoder, level) for level in value.levels]
        codes = [_numbers(encoder, np.asarray(code)) for code in value.codes]
        return ["pandas:multi", levels, codes, encoder.items([*value.names])]
    if kind in (pd.DatetimeIndex, pd.TimedeltaIndex):
        freq = _freq(value.freq)
        return ["pandas:times", column_tree(encoder, value.array), freq, encoder.encode(value.name)]
    if kind in _PLAIN_INDEXES:
        return ["pandas:index", column_tree(encoder, value.array), encoder.encode(value.name)]
    raise Unknown


def _freq(freq: Any) -> str | None:
    if freq is None:
        return None
    if pd.tseries.frequencies.to_offset(freq.freqstr) != freq:
        raise Unknown
    return freq.freqstr


@reads("pandas:range")
def _read_range(decoder: Decoder, tree: list[Any]) -> pd.RangeIndex:
    start, stop, step, name = decoder.items(tree[1:])
    index = pd.RangeIndex(range(start, stop, step), name=name)
    if len(index) > MAX_RANGE:
        raise Refused(f"an index of more than {MAX_RANGE:,} rows")
    return index


@reads("pandas:multi")
def _read_multi(decoder: Decoder, tree: list[Any]) -> pd.MultiIndex:
    _, levels, codes, names = tree
    return pd.MultiIndex(decoder.items(levels), decoder.items(codes), names=decoder.items(names))


@reads("pandas:times")
def _read_times(decoder: Decoder, tree: list[Any]) -> pd.Index:
    part, name = decoder.items([tree[1], tree[3]])
    return _TIMES[type(part)](part, freq=tree[2], name=name)


@reads("pandas:index")
def _read_index(decoder: Decoder, tree: list[Any]) -> pd.Index:
    part, name = decoder.items(tree[1:3])
    return pd.Index(part, dtype=part.dtype, name=name)


@writes(
    pd.Categorical, pd.arrays.DatetimeArray, pd.arrays.TimedeltaArray, pd.arrays.PeriodArray,
    pd.arrays.IntervalArray, pd.arrays.StringArray, pd.arrays.ArrowStringArray, *_MASKED,
)  # fmt: skip
def column_tree(encoder: Encoder, value: Any) -> Tree:
    """Return the tree of a column's array; raises `Unknown`."""
    kind = type(value)
    writer = _WRITERS.get(kind)
    if writer is None:
        raise Unknown
    return writer(encoder, value)


def _numbers(encoder: Encoder, array: np.ndarray) -> Tree:
    """Return the tree of an array without its layout and flags, which say nothing in a table."""
    if array.dtype.kind not in "biufcSUMmO":
        raise Unknown
    if array.dtype.kind == "O":
        return encoder.encode(array)
    place = encoder.buffer(array.tobytes())
    return ["numpy:array", array.dtype.str, [*array.shape], "C", True, place]


def _plain_column(encoder: Encoder, value: Any) -> Tree:
    return _numbers(encoder, value.to_numpy())


def _categorical(encoder: Encoder, value: pd.Categorical) -> Tree:
    categories = index_tree(encoder, value.categories)
    return ["pandas:categorical", _numbers(encoder, value.codes), categories, bool(value.ordered)]


@reads("pandas:categorical")
def _read_categorical(decoder: Decoder, tree: list[Any]) -> pd.Categorical:
    codes, categories = decoder.items(tree[1:3])
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(categories, ordered=tree[3] is True))


def _datetimes(encoder: Encoder, value: Any) -> Tree:
    zone = zone_tree(value.tz)
    if value.tz is not None and zone is None:
        raise Unknown
    return ["pandas:datetimes", _numbers(encoder, value.to_numpy(f"M8[{value.unit}]")), zone]


@reads("pandas:datetimes")
def _read_datetimes(decoder: Decoder, tree: list[Any]) -> Any:
    index = pd.DatetimeIndex(_of_kind(decoder.items([tree[1]])[0], "M"))
    return (index if tree[2] is None else index.tz_localize("UTC").tz_convert(zone_of(tree[2]))).array


def _timedeltas(encoder: Encoder, value: Any) -> Tree:
    return ["pandas:timedeltas", _numbers(encoder, value.to_numpy())]


@reads("pandas:timedeltas")
def _read_timedeltas(decoder: Decoder, tree: list[Any]) -> Any:
    return pd.TimedeltaIndex(_of_kind(decoder.items([tree[1]])[0], "m")).array


def _of_kind(array: Any, kind: str) -> np.ndarray:
    if type(array) is not np.ndarray or array.ndim != 1 or array.dtype.kind != kind:
        raise Refused("a column of another kind than it says")
    return array


def _periods(encoder: Encoder, value: Any) -> Tree:
    return ["pandas:periods", _numbers(encoder, np.asarray(value.asi8)), value.freqstr]


@reads("pandas:periods")
def _read_periods(decoder: Decoder, tree: list[Any]) -> Any:
    ordinals = _of_kind(decoder.items([tree[1]])[0], "i")
    return pd.PeriodIndex.from_ordinals(ordinals, freq=tree[2]).array


def _intervals(encoder: Encoder, value: Any) -> Tree:
    return [
        "pandas:intervals",
        index_tree(encoder, value.left),
        index_tree(encoder, value.right),
        value.closed,
    ]


@reads("pandas:intervals")
def _read_intervals(decoder: Decoder, tree: list[Any]) -> Any:
    left, right = decoder.items(tree[1:3])
    return pd.arrays.IntervalArray.from_arrays(left, right, closed=tree[3])


def _masked(encoder: Encoder, value: Any) -> Tree:
    mask = np.asarray(value.isna())
    filler = value.dtype.type(0)
    data = value.to_numpy(dtype=value.dtype.numpy_dtype, na_value=filler)
    return ["pandas:masked", _numbers(encoder, data), _numbers(encoder, mask)]


@reads("pandas:masked")
def _read_masked(decoder: Decoder, tree: list[Any]) -> Any:
    data, mask = decoder.items(tree[1:3])
    return _MASKED_BY_KIND[data.dtype.kind](data, _of_kind(mask, "b"))


def _texts(encoder: Encoder, value: Any) -> Tree:
    cells = zip(value, value.isna(), strict=True)
    items = [None if missing else str.__str__(item) for item, missing in cells]
    encoder.grow(sum(ITEM_SIZE + len(item or "") for item in items))
    return ["pandas:texts", value.dtype.storage, value.dtype.na_value is pd.NA, items]


@reads("pandas:texts")
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
