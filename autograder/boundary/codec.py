"""Plain values as trees of JSON types plus raw buffers, and back.

A value of an exact, known type becomes `None`, a bool, a small int, a float, a str, or a list whose
first item is a tag. Bytes of arrays stand apart in `buffers`, in the order of the tree. Everything of
another type is given to `export`, which answers with a number (it stays on its own side) or refuses.
Decoding builds new objects of exact types only: a subclass or an object that lies about itself has no
way in. Sizes and nesting are capped.
"""

from __future__ import annotations

import builtins
import importlib
import math
import struct
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from autograder.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Tree = Any
"""None, bool, int, float, str, or a list beginning with a tag."""

MAX_DEPTH = 60
MAX_INT_DIGITS = 10_000
MAX_EXPONENT = 100_000
SAME_HASH = 100
SMALL_INT = 1 << 53
MAX_SIZE = 1 << 28
"""Bytes that one message may carry; each item of a container counts as ITEM_SIZE."""
ITEM_SIZE = 16

EXTENSIONS = {
    "numpy": "autograder.boundary.codec_numpy",
    "pandas": "autograder.boundary.codec_pandas",
    "sklearn": "autograder.boundary.codec_sklearn",
}
"""Codec modules by the package whose types they know; each is imported when such a type first crosses."""

_encoders: dict[type, Callable[[Encoder, Any], Tree]] = {}
_decoders: dict[str, Callable[[Decoder, list[Any]], Any]] = {}


def encodes(*types: type) -> Callable[[Any], Any]:
    """Register a function that turns values of exactly these types into a tree."""

    def register(function: Callable[[Encoder, Any], Tree]) -> Callable[[Encoder, Any], Tree]:
        for kind in types:
            _encoders[kind] = function
        return function

    return register


def decodes(tag: str) -> Callable[[Any], Any]:
    """Register a function that builds the value of a tree with this tag."""

    def register(function: Callable[[Decoder, list[Any]], Any]) -> Callable[[Decoder, list[Any]], Any]:
        _decoders[tag] = function
        return function

    return register


@dataclass(slots=True)
class Encoder:
    """Turns values into trees; one per message."""

    export: Callable[[Any], Tree]
    setup_types: Mapping[str, Any] = field(default_factory=dict)
    keep_layout: bool = False
    """Keep an array's strides, order and read-only flag (for arguments, not for results)."""
    buffers: list[bytes] = field(default_factory=list)
    depth: int = 0
    size: int = 0

    def encode(self, value: Any) -> Tree:
        """Return the tree of a value; anything but plain data goes to `export`."""
        kind = type(value)
        encoder = _encoders.get(kind) or _encoder_by_package(kind)
        if encoder is None:
            return self._by_setup_type(kind, value)
        return encoder(self, value)

    def items(self, values: Any) -> list[Tree]:
        """Return the trees of several values, one level down."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise Refused(message)
        self.grow(ITEM_SIZE * len(values))
        trees = [self.encode(value) for value in values]
        self.depth -= 1
        return trees

    def buffer(self, data: bytes) -> int:
        """Put raw bytes aside and return their place."""
        self.grow(len(data))
        self.buffers.append(data)
        return len(self.buffers) - 1

    def grow(self, size: int) -> None:
        """Count what a message carries; raises `Refused` where it becomes too much."""
        self.size += size
        if self.size > MAX_SIZE:
            raise Refused(f"more than {MAX_SIZE >> 20} MB in one message")

    def _by_setup_type(self, kind: Any, value: Any) -> Tree:
        name = kind.__name__
        if self.setup_types.get(name) is kind:
            if hasattr(kind, "__dataclass_fields__"):
                fields = [*kind.__dataclass_fields__]
                missing = [item for item in fields if not hasattr(value, item)]
                if missing:
                    raise Refused(f"a {name} without {missing[0]}")
                return ["dataclass", name, fields, self.items([getattr(value, item) for item in fields])]
            if hasattr(kind, "__members__"):
                return ["enum", name, value.name]
        if issubclass(kind, tuple) and hasattr(kind, "_fields") and kind.__len__ is tuple.__len__:
            return ["namedtuple", name, [*kind._fields], self.items([*tuple.__iter__(value)])]
        return self.export(value)


@dataclass(slots=True)
class Decoder:
    """Builds values from a tree and its buffers; one per message."""

    buffers: list[bytes]
    resolve: Callable[[list[Any]], Any]
    """Gives the object that a tree from `export` stands for."""
    setup_types: Mapping[str, Any] = field(default_factory=dict)
    trusted: bool = False
    """Whether the other side is the judge: layouts and library functions are accepted from it alone."""
    depth: int = 0

    def decode(self, tree: Tree) -> Any:
        """Return the value of a tree; raises `Refused` for anything that is not of the protocol."""
        kind = type(tree)
        if kind is not list:
            if tree is None or kind in (bool, int, float, str):
                return tree
            raise Refused(f"a message with a bare {kind.__name__}")
        try:
            decoder = _decoders.get(tree[0]) or _decoder_by_package(tree[0])
            return self.resolve(tree) if decoder is None else decoder(self, tree)
        except (Refused, AssertionError):
            raise
        except Exception as error:  # noqa: BLE001 -- no message may raise anything else, whatever it says
            raise Refused(f"a malformed message ({type(error).__name__}: {error})") from None

    def items(self, trees: Any) -> list[Any]:
        """Return the values of several trees, one level down."""
        self.depth += 1
        if self.depth > MAX_DEPTH or type(trees) is not list:
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise Refused(message)
        values = [self.decode(tree) for tree in trees]
        self.depth -= 1
        return values


def _encoder_by_package(kind: type) -> Callable[[Encoder, Any], Tree] | None:
    package = str(kind.__module__).partition(".")[0]
    module = EXTENSIONS.get(package)
    if module is None:
        return None
    extension = importlib.import_module(module)
    found = _encoders.get(kind)
    if found is None and hasattr(extension, "encoder_for"):
        found = extension.encoder_for(kind)
    return found


def _decoder_by_package(tag: Any) -> Callable[[Decoder, list[Any]], Any] | None:
    """Tags of extensions read `package:what`."""
    if type(tag) is not str or ":" not in tag:
        return None
    module = EXTENSIONS.get(tag.partition(":")[0])
    if module is None:
        raise Refused(f"a message with the unknown tag {tag[:40]!r}")
    importlib.import_module(module)
    return _decoders.get(tag)


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


@encodes(date)
def _date(_encoder: Encoder, value: date) -> Tree:
    return ["date", value.isoformat()]


@decodes("date")
def _read_date(_decoder: Decoder, tree: list[Any]) -> date:
    return date.fromisoformat(tree[1])


_MOMENTS: dict[str, Any] = {"datetime": datetime, "time": time}


@encodes(*_MOMENTS.values())
def _moment(encoder: Encoder, value: Any) -> Tree:
    zone = zone_tree(value.tzinfo)
    if value.tzinfo is not None and zone is None:
        return encoder.export(value)
    return [type(value).__name__, value.replace(tzinfo=None).isoformat(), value.fold, zone]


def _read_moment(_decoder: Decoder, tree: list[Any]) -> Any:
    return _MOMENTS[tree[0]].fromisoformat(tree[1]).replace(fold=tree[2], tzinfo=zone_of(tree[3]))


for _tag in _MOMENTS:
    decodes(_tag)(_read_moment)


def zone_tree(zone: Any) -> list[Any] | None:
    """Return a named or fixed time zone as JSON; None for no zone and for zones of other types."""
    if type(zone) is ZoneInfo and zone.key is not None:
        return ["zone", zone.key]
    if type(zone) is timezone:
        offset = zone.utcoffset(None)
        return ["offset", offset.days, offset.seconds, offset.microseconds, zone.tzname(None)]
    return None


def zone_of(tree: Any) -> ZoneInfo | timezone | None:
    """Return the time zone of a tree that `zone_tree` made."""
    if tree is None:
        return None
    kind, *parts = tree
    if kind == "zone":
        return ZoneInfo(*parts)
    *offset, name = parts
    plain = timezone(timedelta(*offset))
    return plain if plain.tzname(None) == name else timezone(timedelta(*offset), name)


@encodes(timedelta)
def _timedelta(_encoder: Encoder, value: timedelta) -> Tree:
    return ["timedelta", value.days, value.seconds, value.microseconds]


@decodes("timedelta")
def _read_timedelta(_decoder: Decoder, tree: list[Any]) -> timedelta:
    return timedelta(*tree[1:4])


@encodes(Decimal)
def _decimal(_encoder: Encoder, value: Decimal) -> Tree:
    _capped(value)
    return ["decimal", str(value)]


@decodes("decimal")
def _read_decimal(_decoder: Decoder, tree: list[Any]) -> Decimal:
    return _capped(Decimal(tree[1]))


def _capped(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and abs(exponent) > MAX_EXPONENT:
        raise Refused(f"a Decimal with an exponent beyond {MAX_EXPONENT}")
    return value


@encodes(Fraction)
def _fraction(encoder: Encoder, value: Fraction) -> Tree:
    return ["fraction", *encoder.items((value.numerator, value.denominator))]


@decodes("fraction")
def _read_fraction(decoder: Decoder, tree: list[Any]) -> Fraction:
    numerator, denominator = decoder.items(tree[1:3])
    if type(numerator) is not int or type(denominator) is not int:
        raise Refused("a Fraction of anything but two integers")
    return Fraction(numerator, denominator)


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
