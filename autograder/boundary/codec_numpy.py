"""NumPy scalars, arrays, dtypes and (from the judge only) library functions across the boundary.

Arrays travel as raw bytes with dtype and shape. On the way to the answer they keep strides, order and
the read-only flag, so that a Fortran-ordered or strided view reaches the learner as such; results come
back as fresh C- or Fortran-ordered arrays. Object arrays travel item by item; nothing is ever pickled.
"""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from autograder.boundary.codec_core import Decoder, Encoder, Tree, decodes, encodes
from autograder.errors import Refused

MAX_CODE_POINT = 0x10FFFF
_KINDS = "biufcSUMm"
_DTYPE = re.compile(rf"[<>|][{_KINDS}][1-9]\d{{0,8}}(\[\w{{1,20}}\])?")
_SCALARS = frozenset(np.sctypeDict.values())
_ABSTRACT = (np.generic, np.number, np.integer, np.signedinteger, np.unsignedinteger, np.inexact, np.floating)
_TYPES: dict[str, type] = {kind.__name__: kind for kind in (*_SCALARS, *_ABSTRACT)}
_DTYPES = frozenset(type(np.dtype(kind)) for kind in _SCALARS)


def encoder_for(kind: type) -> Any:
    """Return the encoder of a NumPy scalar type, dtype or ufunc; None for what only resembles one."""
    if kind in _SCALARS:
        return _scalar
    if kind in _DTYPES:
        return _dtype
    return _function if kind is np.ufunc else None


def _scalar(encoder: Encoder, value: np.generic) -> Tree:
    if value.dtype.kind not in _KINDS:
        return encoder.export(value)
    array = np.asarray(value)  # whose dtype has room for an empty text, where the scalar's has none
    return ["numpy:scalar", array.dtype.str, encoder.buffer(array.tobytes())]


@decodes("numpy:scalar")
def _read_scalar(decoder: Decoder, tree: list[Any]) -> Any:
    return _from_bytes(decoder, tree[1], (), tree[2])[()]


@encodes(np.ndarray)
def _array(encoder: Encoder, value: np.ndarray) -> Tree:
    if value.dtype.kind == "O":
        return ["numpy:objects", [*value.shape], encoder.items(value.ravel().tolist())]
    if value.dtype.kind not in _KINDS:
        return encoder.export(value)
    layout = _layout(value, keep=encoder.keep_layout)
    data = value.tobytes("F" if layout == "F" else "C")
    writeable = value.flags.writeable or not encoder.keep_layout
    return ["numpy:array", value.dtype.str, [*value.shape], layout, writeable, encoder.buffer(data)]


def _layout(value: np.ndarray, *, keep: bool) -> str | list[int]:
    if value.flags.c_contiguous:
        return "C"
    if value.flags.f_contiguous:
        return "F"
    return [*value.strides] if keep else "C"


@decodes("numpy:array")
def _read_array(decoder: Decoder, tree: list[Any]) -> np.ndarray:
    _, dtype, shape, layout, writeable, place = tree
    if layout in ("C", "F"):
        array = _from_bytes(decoder, dtype, shape, place, order=layout)
    elif decoder.trusted:
        array = _strided(_from_bytes(decoder, dtype, shape, place), layout)
    else:
        raise Refused("an array with strides of its own")
    if writeable is not True:
        array.flags.writeable = False
    return array


@decodes("numpy:objects")
def _read_objects(decoder: Decoder, tree: list[Any]) -> np.ndarray:
    items = decoder.items(tree[2])
    return np.fromiter(items, dtype=object, count=len(items)).reshape(_shape(tree[1]))


def _shape(shape: Any) -> tuple[int, ...]:
    sizes = tuple(shape)
    if len(sizes) > 32 or any(type(n) is not int or n < 0 for n in sizes):
        raise Refused("an array with an impossible shape")
    return sizes


def _from_bytes(decoder: Decoder, dtype: str, shape: Any, place: int, order: Any = "C") -> np.ndarray:
    kind = _dtype_named(dtype)
    sizes = _shape(shape)
    data = decoder.buffers[place]
    if math.prod(sizes) * kind.itemsize != len(data):
        raise Refused("an array whose bytes do not fit its dtype and shape")
    return _sane(np.frombuffer(bytearray(data), dtype=kind)).reshape(sizes, order=order)


def _dtype_named(name: Any) -> np.dtype:
    if type(name) is not str or not _DTYPE.fullmatch(name):
        raise Refused("a dtype that does not cross")
    return np.dtype(name)


def _sane(array: np.ndarray) -> np.ndarray:
    """Return an array in which every item is a value: bytes may say things that no bool or str is."""
    if array.dtype.kind == "b":
        return array.view(np.uint8) != 0
    if array.dtype.kind == "U" and (array.view(array.dtype.byteorder + "u4") > MAX_CODE_POINT).any():
        raise Refused("text that is not Unicode")
    return array


def _strided(packed: np.ndarray, strides: list[int]) -> np.ndarray:
    """Return an equal array with these strides (bytes), lying in memory of its own."""
    reach = [(n - 1) * step for n, step in zip(packed.shape, strides, strict=True)] if packed.size else []
    start = -sum(step for step in reach if step < 0)
    memory = np.zeros(start + sum(step for step in reach if step > 0) + packed.itemsize, dtype=np.uint8)
    view = np.ndarray(packed.shape, packed.dtype, memory.data, start, tuple(strides))
    view[...] = packed
    return view


def _dtype(encoder: Encoder, value: np.dtype) -> Tree:
    return ["numpy:dtype", value.str] if value.kind in _KINDS else encoder.export(value)


@decodes("numpy:dtype")
def _read_dtype(_decoder: Decoder, tree: list[Any]) -> np.dtype:
    return _dtype_named(tree[1])


def scalar_type(encoder: Encoder, value: type) -> Tree:
    """Return the tree of a scalar type such as `np.float64`; other classes are exported."""
    return ["numpy:type", value.__name__] if _TYPES.get(value.__name__) is value else encoder.export(value)


@decodes("numpy:type")
def _read_scalar_type(_decoder: Decoder, tree: list[Any]) -> type:
    return _TYPES[tree[1]]


@encodes(type(np.mean))
def _dispatched(encoder: Encoder, value: Any) -> Tree:
    return _function(encoder, value)


def _function(encoder: Encoder, value: Any) -> Tree:
    """A function of NumPy's own crosses by name from the judge; anything else is exported."""
    name = getattr(value, "__name__", "")
    module = (getattr(value, "__module__", None) or "numpy").removesuffix("._core._multiarray_umath")
    if encoder.keep_layout and module in ("numpy", "numpy.linalg"):
        home = np if module == "numpy" else np.linalg
        if getattr(home, name, None) is value:
            return ["numpy:function", module, name]
    return encoder.export(value)


@decodes("numpy:function")
def _read_function(decoder: Decoder, tree: list[Any]) -> Any:
    if not decoder.trusted:
        raise Refused("a library function from an answer")
    return getattr(np if tree[1] == "numpy" else np.linalg, tree[2])
