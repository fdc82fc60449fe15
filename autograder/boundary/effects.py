"""What a call did besides returning: noted on the answer's side, reported with the reply.

These notes are the answer side's own word. In a learner's kernel that is good enough to teach; when
grading they can cost points and never earn any.
"""

from __future__ import annotations

import random
import sys
import tracemalloc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Fingerprint = Callable[[Any], Any]

_MUTABLE = (list, dict, set, bytearray)
_NEVER_CHANGE = (type(None), bool, int, float, complex, str, bytes, range, slice)
MAX_PARTS = 5_000


class Watch:
    """Looks at a call's arguments before and after it, and at what `flags` names besides."""

    def __init__(self, arguments: dict[str, Any], flags: tuple[str, ...], fingerprint: Fingerprint) -> None:
        self._arguments = {k: v for k, v in arguments.items() if type(v) not in _NEVER_CHANGE}
        self._fingerprint = fingerprint
        self._before = {name: fingerprint(value) for name, value in self._arguments.items()}
        self._random = _random_state() if "random" in flags else None
        self._trace_ours = False
        self._granted = next(
            (int(flag.partition(":")[2]) for flag in flags if flag.startswith("memory:")), None
        )
        if self._granted is not None:
            self._trace_ours = not tracemalloc.is_tracing()
            if self._trace_ours:
                tracemalloc.start()
            tracemalloc.reset_peak()
            self._base = tracemalloc.get_traced_memory()[0]

    def notes(self, result: Any) -> dict[str, Any]:
        """Return what was noted, as plain data; entries only for what is worth reporting."""
        notes: dict[str, Any] = {}
        if self._granted is not None:
            notes["peak"] = tracemalloc.get_traced_memory()[1] - self._base
            if notes["peak"] > self._granted:
                return notes
        if self._random is not None and self._random != _random_state():
            notes["random"] = True
        changed = [
            name for name, old in self._before.items() if self._fingerprint(self._arguments[name]) != old
        ]
        if changed:
            notes["changed"] = changed
        parts = list(_parts("the result", result))
        if parts:
            shared = _overlaps(parts, [p for name, v in self._arguments.items() for p in _parts(name, v)])
            if shared:
                notes["aliases"] = shared
            within = _overlaps_within(parts) if len(parts) > 1 else []
            if within:
                notes["entangled"] = within
        return notes

    def close(self) -> None:
        """Stop measuring memory, if that was begun here."""
        if self._trace_ours:
            tracemalloc.stop()

    def exceeded(self, notes: dict[str, Any]) -> bool:
        """Whether a call used more memory than granted: its result is then not worth carrying over."""
        return self._granted is not None and notes["peak"] > self._granted


def _random_state() -> Any:
    state = [random.getstate()]
    if "numpy" in sys.modules:
        import numpy as np

        numpys: Any = np.random.get_state()
        state.append((numpys[0], numpys[1].tobytes(), *numpys[2:]))
    return state


def _parts(name: str, value: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield every piece of memory in a value that someone could change: containers and arrays."""
    kind = type(value)
    if kind in _MUTABLE:
        yield name, value
    elif _is_array(value) or _is_table(value):
        yield name, value
        return
    if depth > 3 or kind not in (list, tuple, dict):
        return
    for key, item in list(value.items() if kind is dict else enumerate(value))[:MAX_PARTS]:
        yield from _parts(f"{name}[{key!r}]", item, depth + 1)


def _columns(table: Any) -> Iterator[Any]:
    series = [table.iloc[:, i] for i in range(table.shape[1])] if table.ndim == 2 else [table]
    for column in series:
        array = getattr(column.array, "_ndarray", None)
        if _is_array(array):
            yield array


def _is_table(value: Any) -> bool:
    return "pandas" in sys.modules and isinstance(
        value, (sys.modules["pandas"].DataFrame, sys.modules["pandas"].Series)
    )


def _is_array(value: Any) -> bool:
    return "numpy" in sys.modules and isinstance(value, sys.modules["numpy"].ndarray)


def _overlaps(parts: list[tuple[str, Any]], others: list[tuple[str, Any]]) -> list[list[str]]:
    """Return the pairs of names whose memory is one, at most five."""
    found = []
    for name, part in parts:
        found += [[name, other_name] for other_name, other in others if _same_memory(part, other)]
        if len(found) >= 5 or len(parts) * len(others) > MAX_PARTS**2:
            break
    return found[:5]


def _overlaps_within(parts: list[tuple[str, Any]]) -> list[list[str]]:
    containers: dict[int, str] = {}
    found, arrays = [], []
    for name, part in parts:
        if _is_array(part):
            arrays.append((name, part))
        elif id(part) in containers:
            found.append([containers[id(part)], name])
        else:
            containers[id(part)] = name
    spans = sorted(((_span(array), name, array) for name, array in arrays), key=lambda span: span[0])
    reach, owner = -1, ("", None)
    for (start, end), name, array in spans:
        if start < reach and _same_memory(owner[1], array):
            found.append([owner[0], name])
        if end > reach:
            reach, owner = end, (name, array)
    return found[:5]


def _span(array: Any) -> tuple[int, int]:
    import numpy as np

    return np.lib.array_utils.byte_bounds(array) if array.size else (0, 0)


def _same_memory(one: Any, other: Any) -> bool:
    """Whether a change of one shows in the other; pandas copies on write, so two tables never do that."""
    if _is_table(one) != _is_table(other):
        table, array = (one, other) if _is_table(one) else (other, one)
        return _is_array(array) and any(_same_memory(column, array) for column in _columns(table))
    if not (_is_array(one) and _is_array(other)):
        return one is other
    import numpy as np

    if not np.may_share_memory(one, other):
        return False
    try:
        return np.shares_memory(one, other, max_work=100_000)  # ty: ignore[invalid-argument-type]
    except np.exceptions.TooHardError:
        return True
