"""How plain values become trees of JSON types plus raw buffers, and back; `codec` knows Python's own types.

A value of an exact, known type becomes `None`, a bool, a small int, a float, a str, or a list whose
first item is a tag. Bytes of arrays stand apart in `buffers`, in the order of the tree. Everything of
another type is given to `export`, which answers with a number (it stays on its own side) or refuses.
Decoding builds new objects of exact types only: a subclass or an object that lies about itself has no
way in. Sizes and nesting are capped.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from autograder.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Tree = Any
"""None, bool, int, float, str, or a list beginning with a tag."""

MAX_DEPTH = 60
MAX_SIZE = 1 << 28
"""Bytes that one message may carry; each item of a container counts as ITEM_SIZE."""
ITEM_SIZE = 16

EXTENSIONS = {
    **dict.fromkeys(("datetime", "decimal", "fractions"), "autograder.boundary.codec_standard"),
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
