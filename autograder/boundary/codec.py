"""Python's own plain values across the boundary: numbers, text, containers, classes of a set-up cell."""

from __future__ import annotations

import builtins
import math
import struct
from collections import Counter, deque
from typing import Any

from autograder.boundary.codec_core import Decoder, Encoder, Tree, decodes, encodes
from autograder.errors import Refused

__all__ = ["Decoder", "Encoder"]

MAX_INT_DIGITS = 10_000
SAME_HASH = 100
SMALL_INT = 1 << 53


@encodes(type(None), bool)
def _as_is(_encoder: Encoder, value: Any) -> Tree:
    return value


@encodes(str)
def _str(encoder: Encoder, value: str) -> Tree:
    encoder.grow(len(value))
    return value


@encodes(int)
def _int(_encoder: Encoder, value: int) -> Tree:
    if -SMALL_INT < value < SMALL_INT:
        return value
    if value.bit_length() > MAX_INT_DIGITS * 3.33:
        raise Refused(f"an integer with more than {MAX_INT_DIGITS} digits")
    return ["int", hex(value)]


@decodes("int")
def _read_int(_decoder: Decoder, tree: list[Any]) -> int:
    if len(tree[1]) > MAX_INT_DIGITS:
        raise Refused(f"an integer with more than {MAX_INT_DIGITS} digits")
    return int(tree[1], 16)


@encodes(float)
def _float(_encoder: Encoder, value: float) -> Tree:
    return value if math.isfinite(value) else ["float", struct.pack("<d", value).hex()]


@decodes("float")
def _read_float(_decoder: Decoder, tree: list[Any]) -> float:
    return struct.unpack("<d", bytes.fromhex(tree[1]))[0]


@encodes(complex)
def _complex(_encoder: Encoder, value: complex) -> Tree:
    return ["complex", struct.pack("<dd", value.real, value.imag).hex()]


@decodes("complex")
def _read_complex(_decoder: Decoder, tree: list[Any]) -> complex:
    return complex(*struct.unpack("<dd", bytes.fromhex(tree[1])))


@encodes(bytes)
def _bytes(encoder: Encoder, value: bytes) -> Tree:
    return ["bytes", encoder.buffer(value)]


@decodes("bytes")
def _read_bytes(decoder: Decoder, tree: list[Any]) -> bytes:
    return bytes(decoder.buffers[tree[1]])


_SEQUENCES: dict[str, type] = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}


@encodes(*_SEQUENCES.values())
def _sequence(encoder: Encoder, value: Any) -> Tree:
    return [type(value).__name__, encoder.items(value)]


def _read_sequence(decoder: Decoder, tree: list[Any]) -> Any:
    items = decoder.items(tree[1])
    if tree[0] in ("set", "frozenset"):
        _hashed_apart(items)
    return _SEQUENCES[tree[0]](items)


def _hashed_apart(keys: list[Any]) -> None:
    """Refuse keys that were chosen to have one hash: a table of them takes minutes to fill."""
    if len(keys) > SAME_HASH and max(Counter(map(hash, keys)).values()) > SAME_HASH:
        raise Refused(f"more than {SAME_HASH} keys with the same hash")


for _tag in _SEQUENCES:
    decodes(_tag)(_read_sequence)


@encodes(dict)
def _dict(encoder: Encoder, value: dict[Any, Any]) -> Tree:
    return ["dict", encoder.items(value.keys()), encoder.items(value.values())]


@decodes("dict")
def _read_dict(decoder: Decoder, tree: list[Any]) -> dict[Any, Any]:
    keys = decoder.items(tree[1])
    _hashed_apart(keys)
    return dict(zip(keys, decoder.items(tree[2]), strict=True))


@encodes(deque)
def _deque(encoder: Encoder, value: deque[Any]) -> Tree:
    return ["deque", encoder.items(value), value.maxlen]


@decodes("deque")
def _read_deque(decoder: Decoder, tree: list[Any]) -> deque[Any]:
    return deque(decoder.items(tree[1]), tree[2])


@encodes(type(iter([])))
def _list_iterator(encoder: Encoder, value: Any) -> Tree:
    """An iterator over a list crosses as its remaining items and is left where it was."""
    _iter, items, *position = value.__reduce__()
    return ["iterator", encoder.items(items[0][position[0] if position else 0 :])]


@decodes("iterator")
def _read_list_iterator(decoder: Decoder, tree: list[Any]) -> Any:
    return iter(decoder.items(tree[1]))


@encodes(range)
def _range(encoder: Encoder, value: range) -> Tree:
    return ["range", encoder.items((value.start, value.stop, value.step))]


@decodes("range")
def _read_range(decoder: Decoder, tree: list[Any]) -> range:
    return range(*decoder.items(tree[1]))


@encodes(slice)
def _slice(encoder: Encoder, value: slice) -> Tree:
    return ["slice", encoder.items((value.start, value.stop, value.step))]


@decodes("slice")
def _read_slice(decoder: Decoder, tree: list[Any]) -> slice:
    return slice(*decoder.items(tree[1]))


@encodes(type(...))
def _ellipsis(_encoder: Encoder, _value: Any) -> Tree:
    return ["ellipsis"]


@decodes("ellipsis")
def _read_ellipsis(_decoder: Decoder, _tree: list[Any]) -> Any:
    return ...


@decodes("namedtuple")
def _read_namedtuple(decoder: Decoder, tree: list[Any]) -> Any:
    from collections import namedtuple

    known = decoder.setup_types.get(tree[1])
    same = known is not None and [*getattr(known, "_fields", ())] == tree[2]
    kind: Any = known if same else namedtuple(tree[1], tree[2])  # noqa: PYI024
    return kind(*decoder.items(tree[3]))


@decodes("dataclass")
def _read_dataclass(decoder: Decoder, tree: list[Any]) -> Any:
    kind = decoder.setup_types[tree[1]]
    if [*kind.__dataclass_fields__] != tree[2]:
        raise Refused(f"a {tree[1]} with other fields")
    value = object.__new__(kind)
    for name, item in zip(tree[2], decoder.items(tree[3]), strict=True):
        object.__setattr__(value, name, item)
    return value


@decodes("enum")
def _read_enum(decoder: Decoder, tree: list[Any]) -> Any:
    return decoder.setup_types[tree[1]].__members__[tree[2]]


_BUILTIN_TYPES = (bool, int, float, complex, str, bytes, list, tuple, dict, set, object)
_ERROR_TYPES = [x for x in vars(builtins).values() if isinstance(x, type) and issubclass(x, Exception)]
_TYPES_BY_NAME: dict[str, type] = {kind.__name__: kind for kind in (*_BUILTIN_TYPES, *_ERROR_TYPES)}


@encodes(type)
def _type(encoder: Encoder, value: type) -> Tree:
    if _TYPES_BY_NAME.get(value.__name__) is value:
        return ["type", value.__name__]
    if str(value.__module__).partition(".")[0] == "numpy":
        from autograder.boundary.codec_numpy import scalar_type

        return scalar_type(encoder, value)
    return encoder.export(value)


@decodes("type")
def _read_type(_decoder: Decoder, tree: list[Any]) -> type:
    return _TYPES_BY_NAME[tree[1]]
