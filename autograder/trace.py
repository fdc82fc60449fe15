"""The trace of a check: everything the judge heard from the answer, as fingerprints, and how it ended.

Two answers with the same trace did the same, as far as this check can see. A trace holds 16 bytes an
event, whatever crossed. Each event has two fingerprints: of the exact bits, and of the numbers rounded to
seven digits, because one mistake written in two ways seldom agrees in the last bit.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.boundary.wire import Message
    from autograder.verdict import Kind

DIGITS = 7
MAX_EVENTS = 20_000
_NOTES_THAT_COUNT = ("changed", "aliases", "entangled", "random")


@dataclass(slots=True)
class Trace:
    """What one check heard from one answer."""

    exact: list[str] = field(default_factory=list)
    rounded: list[str] = field(default_factory=list)
    kind: Kind | None = None
    line: int = 0
    """Line of the content file on which the check ended, 0 where it passed."""
    message: str = ""

    def heard(self, message: Message) -> None:
        """Record one message of the answer's side."""
        if len(self.exact) >= MAX_EVENTS:
            return
        event = _what_counts(message.tree)
        self.exact.append(_digest(event, message.buffers, _exactly))
        self.rounded.append(_digest(event, message.buffers, _roughly))

    def as_json(self) -> list[Any]:
        """Return the trace as plain data, for the cache."""
        return [self.exact, self.rounded, self.kind, self.line, self.message]

    @property
    def end(self) -> tuple[Any, int, str]:
        """How and where the check ended."""
        return self.kind, self.line, self.message


def _what_counts(tree: Any) -> Any:
    """Leave out of a reply what differs from run to run: output, peak memory, random states, messages."""
    if type(tree) is not list or len(tree) != 4 or tree[0] not in ("value", "raised"):
        return tree[:2] if type(tree) is list else tree
    value = _entry(tree[1], "type") if tree[0] == "raised" else tree[1]
    return [tree[0], value, [_entry(tree[2], name) for name in _NOTES_THAT_COUNT]]


def _entry(tree: Any, name: str) -> Any:
    if type(tree) is list and len(tree) == 3 and tree[0] == "dict" and name in tree[1]:
        return tree[2][tree[1].index(name)]
    return None


def _digest(tree: Any, buffers: list[bytes], number: Callable[..., bytes]) -> str:
    state = hashlib.blake2b(digest_size=8)
    _feed(tree, buffers, number, state.update)
    return state.hexdigest()


def _feed(
    tree: Any, buffers: list[bytes], number: Callable[..., bytes], add: Callable[[bytes], None]
) -> None:
    if type(tree) is float:
        add(number(tree))
    elif type(tree) is not list:
        add(repr(tree).encode("utf-8", "surrogatepass") + b";")
    elif len(tree) == 3 and tree[0] == "mine" and type(tree[1]) is int:
        add(b"mine%d;" % tree[1])
    elif len(tree) == 2 and tree[0] in ("set", "frozenset") and type(tree[1]) is list:
        add(b"set" + "".join(sorted(_digest(item, buffers, number) for item in tree[1])).encode())
    elif tree and tree[0] in ("numpy:array", "numpy:scalar", "bytes") and _fits(tree[-1], buffers):
        add(repr(tree[:-1]).encode() + number(buffers[tree[-1]], tree[1]))
    else:
        add(b"[")
        for item in tree:
            _feed(item, buffers, number, add)
        add(b"]")


def _fits(place: Any, buffers: list[bytes]) -> bool:
    return type(place) is int and 0 <= place < len(buffers)


def _exactly(value: float | bytes, _dtype: Any = "") -> bytes:
    return value if isinstance(value, bytes) else float(value).hex().encode() + b";"


def _roughly(value: float | bytes, dtype: Any = "") -> bytes:
    if not isinstance(value, bytes):
        return f"f{value:.{DIGITS}g};".encode() if math.isfinite(value) else repr(value).encode()
    if type(dtype) is not str or dtype[1:2] not in ("f", "c"):
        return value
    import numpy as np

    try:
        numbers = np.frombuffer(value, dtype=dtype)
    except (TypeError, ValueError):
        return value
    with np.errstate(all="ignore"):
        sizes = np.abs(numbers[np.isfinite(numbers)])
        scale = float(sizes.max()) if sizes.size else 0.0
        rounded = np.round(numbers / scale * 10**DIGITS) if 0 < scale < math.inf else numbers
        return f"{scale:.{DIGITS - 1}g};".encode() + (rounded + 0.0).tobytes()
