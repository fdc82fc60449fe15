"""Strategies for values of Python's own types, as an answer may return them."""

from __future__ import annotations

import struct
from collections import deque
from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

BERLIN = ZoneInfo("Europe/Berlin")

floats = st.floats() | st.integers(0, (1 << 64) - 1).map(
    lambda n: struct.unpack("<d", n.to_bytes(8, "little"))[0]
)
zones = st.sampled_from([None, UTC, timezone(timedelta(hours=-3)), timezone(timedelta(1) / 7, "X"), BERLIN])
moments = st.one_of(
    st.datetimes(timezones=zones, allow_imaginary=False),
    st.times(timezones=zones.filter(lambda zone: zone is not BERLIN)),
    st.dates(),
    st.timedeltas(),
)
numbers = st.one_of(st.booleans(), st.integers(), st.integers(0, 4000).map(lambda n: 7**n), floats)
decimals = st.decimals().filter(lambda number: not number.is_snan())
hashables = st.one_of(st.none(), numbers, st.text(), st.binary(), moments, st.fractions(), decimals)
leaves = st.one_of(
    hashables, st.complex_numbers(), st.text(st.characters()), st.just(...),
    st.builds(range, st.integers(), st.integers(), st.integers(1)),
    st.builds(slice, st.integers(), st.none()),
)  # fmt: skip
plain = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(hashables, inner, max_size=4),
        st.sets(hashables, max_size=4) | st.frozensets(hashables, max_size=4),
        st.builds(deque, st.lists(inner, max_size=4), st.sampled_from([None, 4, 9])),
    ),
    max_leaves=12,
)
