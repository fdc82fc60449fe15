"""Equality to the bit, and values sent through the codec, for tests of what crosses the boundary."""

from __future__ import annotations

import json
import struct
from collections import deque
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.boundary.codec import Decoder, Encoder
from autograder.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


class Handle:
    """What a test gets for a value that was exported."""

    def __init__(self, value: object) -> None:
        self.value = value


def sent(value: object, setup: Mapping[str, type] | None = None, *, as_argument: bool = False) -> Any:
    """Return what arrives of a value: as the judge's argument, else as the answer's result."""
    kept: list[object] = []

    def export(exported: object) -> list[Any]:
        kept.append(exported)
        return ["mine", len(kept) - 1]

    def resolve(tree: list[Any]) -> Handle:
        if tree[0] != "mine":
            raise Refused("no such object")
        return Handle(kept[tree[1]])

    encoder = Encoder(export, setup or {}, keep_layout=as_argument)
    tree = json.loads(json.dumps(encoder.encode(value)))
    return Decoder(encoder.buffers, resolve, setup or {}, trusted=as_argument).decode(tree)


def refuse(_tree: list[Any]) -> Any:
    """Resolve no exported object."""
    raise Refused("no such object")


def identical(one: Any, other: Any) -> bool:
    """Whether two values are of the same exact types and agree in every bit, NaN and -0.0 included."""
    kind = type(one)
    if kind is not type(other):
        return False
    if isinstance(one, (np.ndarray, np.generic)):
        return _same_array(one, other)
    if kind in (list, tuple, deque) or hasattr(one, "_fields"):
        return len(one) == len(other) and all(map(identical, one, other))
    if kind is dict:
        return identical([*one.items()], [*other.items()])
    return bool(_essence(one) == _essence(other))


def _essence(value: Any) -> Any:
    """Return what tells two values of one type apart where `==` does not, or cannot."""
    if isinstance(value, (float, complex)):
        return struct.pack("<dd", value.real, value.imag)
    if isinstance(value, (set, frozenset)):
        return {repr(item) for item in value}
    return repr(value) if isinstance(value, (Decimal, Fraction)) else value


def _same_array(one: Any, other: Any) -> bool:
    if one.dtype != other.dtype or one.shape != other.shape:
        return False
    if one.dtype.kind == "O":
        return identical(one.ravel().tolist(), other.ravel().tolist())
    return one.tobytes() == other.tobytes()
