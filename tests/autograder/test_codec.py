"""Plain values cross the boundary to the bit; nothing else does, and no message can do harm."""

from __future__ import annotations

import json
import math
import struct
from collections import OrderedDict, deque, namedtuple
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.boundary import codec_core
from autograder.boundary.codec import Decoder, Encoder
from autograder.errors import Refused
from tests.autograder.exactly import Handle, identical, refuse, sent
from tests.autograder.plain_values import BERLIN, plain

PAYLOAD = struct.unpack("<d", bytes.fromhex("efbeadde0000f87f"))[0]


@given(plain)
@example(PAYLOAD)
@example([-0.0, math.inf, -math.inf, complex(-0.0, PAYLOAD)])
@example("\ud800 lone")
@example(Decimal("sNaN123"))
@example(datetime(2020, 10, 25, 2, 30, fold=1, tzinfo=BERLIN))
@settings(max_examples=100, deadline=None)
def test_every_plain_value_arrives_as_it_was(value: object) -> None:
    """Types, bits of floats, digits of integers, order and nesting survive both ways of sending."""
    assert identical(sent(value), value)
    assert identical(sent(value, as_argument=True), value)


def test_a_deque_keeps_its_length() -> None:
    """`maxlen` is part of a deque."""
    assert sent(deque([1, 2], maxlen=2)).maxlen == 2


def test_a_list_iterator_arrives_as_its_remaining_items() -> None:
    """An iterator is copied with its position and left where it was."""
    items = iter([1, 2, 3])
    next(items)
    assert [*sent(items)] == [2, 3]
    assert next(items) == 2


def test_builtin_types_and_exceptions_cross_by_name() -> None:
    """A check may pass `int` or `ValueError` as an argument."""
    assert sent([int, str, ValueError, object]) == [int, str, ValueError, object]


class Point(NamedTuple):
    """A namedtuple of the set-up cell."""

    x: int
    y: float


@dataclass(frozen=True)
class Row:
    """A dataclass of the set-up cell."""

    name: str
    values: list[float] = field(default_factory=list)


class Colour(Enum):
    """An enum of the set-up cell."""

    RED = 1


SETUP: dict[str, type] = {"Point": Point, "Row": Row, "Colour": Colour}


@pytest.mark.parametrize("value", [Point(1, 2.5), Row("a", [1.0]), Colour.RED], ids=repr)
def test_classes_of_the_set_up_arrive_as_themselves(value: Any) -> None:
    """Both sides have run the set-up cell, so its classes mean the same on both."""
    assert type(sent(value, SETUP)) is type(value)
    assert sent(value, SETUP) == value


def test_a_namedtuple_of_nobody_is_rebuilt() -> None:
    """A learner's own namedtuple arrives with its name and fields."""
    pair = namedtuple("Pair", "left right")  # noqa: PYI024
    got = sent(pair(1, [2]))
    assert (type(got).__name__, got._fields, got.left, got.right) == ("Pair", ("left", "right"), 1, [2])


def test_a_class_with_a_name_of_the_set_up_stays_where_it_is() -> None:
    """Only the very class that the set-up defined is the set-up's."""

    class Row:
        name = "a"

    assert isinstance(sent(Row(), SETUP), Handle)


class _Zone(tzinfo):
    def utcoffset(self, _moment: datetime | None) -> timedelta:
        return timedelta(hours=1)

    def dst(self, _moment: datetime | None) -> timedelta:
        return timedelta(0)


class _LyingTuple(tuple):
    __slots__ = ()
    _fields = ("a", "b")

    def __len__(self) -> int:
        return 2


STRANGERS = [
    type("MyInt", (int,), {})(3),
    type("MyFloat", (float,), {"__float__": lambda _: 1.0})(3),
    type("MyStr", (str,), {"__eq__": lambda *_: True, "__hash__": None})("a"),
    type("MyList", (list,), {"__len__": lambda _: 0})([1]),
    type("MyDict", (dict,), {})(a=1),
    OrderedDict(a=1),
    type("MyDatetime", (datetime,), {})(2020, 1, 1),
    datetime(2020, 1, 1, tzinfo=_Zone()),
    type("Shaped", (), {"shape": (3,), "dtype": "f8", "__array__": lambda *_: None})(),
    type("Faked", (), {"__module__": "numpy"})(),
    type("Nameless", (), {"__module__": None})(),
    _LyingTuple([1]),
    type("Own", (), {}),
    lambda: 1,
    (n for n in [1]),
    object(),
]


@pytest.mark.parametrize("value", STRANGERS, ids=lambda value: type(value).__name__)
def test_everything_else_is_exported(value: object) -> None:
    """A subclass, or an object that lies about itself, is never taken for a plain value."""
    got = sent([value])[0]
    assert isinstance(got, Handle)
    assert got.value is value


def nested(depth: int) -> list[Any]:
    """Return lists inside lists."""
    value: list[Any] = []
    for _ in range(depth - 1):
        value = [value]
    return value


LOOP: list[Any] = []
LOOP.append(LOOP)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (nested(61), "nested more than 60 levels"),
        (LOOP, "nested more than 60 levels"),
        (1 << 40_000, "an integer with more than 10000 digits"),
        (Decimal("1e200000"), "a Decimal with an exponent beyond 100000"),
        (object.__new__(Row), "a Row without name"),
    ],
    ids=["too deep", "contains itself", "huge integer", "huge exponent", "incomplete"],
)
def test_what_cannot_be_bounded_is_refused(value: object, said: str) -> None:
    """A value of a plain type that is too deep, too large or incomplete does not leave its side."""
    with pytest.raises(Refused, match=said):
        sent(value, SETUP)


def test_depth_just_below_the_limit_crosses() -> None:
    """Sixty levels are enough for everybody and allowed."""
    assert sent(nested(60)) == nested(60)


def test_one_message_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes, texts and items count, so that no result can fill the judge's memory."""
    monkeypatch.setattr(codec_core, "MAX_SIZE", 1000)
    for value in (b"x" * 1001, "x" * 1001, [None] * 100):
        with pytest.raises(Refused, match="in one message"):
            sent(value)
    assert sent(b"x" * 900) == b"x" * 900


TAGS = sorted(codec_core._decoders)
junk = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-9, 9), st.floats(), st.text(max_size=5), st.sampled_from(TAGS)
    ),
    lambda inner: st.lists(inner, max_size=5) | st.tuples(st.sampled_from(TAGS), inner, inner).map(list),
    max_leaves=15,
)


def decoded(tree: object, buffers: list[bytes]) -> object:
    """Decode a tree as the judge does; `Refused` itself is returned as the outcome."""
    try:
        return Decoder(buffers, refuse, SETUP).decode(tree)
    except Refused as error:
        return error


@given(st.sampled_from(TAGS), st.lists(junk, max_size=5), st.lists(st.binary(max_size=20), max_size=3))
@settings(max_examples=150, deadline=None)
def test_a_malformed_message_is_refused(tag: str, rest: list[Any], buffers: list[bytes]) -> None:
    """Whatever stands behind a tag, reading gives a value or `Refused` and nothing else."""
    decoded([tag, *rest], buffers)


@given(plain, st.data())
@settings(max_examples=100, deadline=None)
def test_a_damaged_message_is_refused(value: object, data: st.DataObject) -> None:
    """One wrong part in a good message gives another value or `Refused` and nothing else."""
    encoder = Encoder(lambda _value: ["mine", 0])
    tree = json.loads(json.dumps(encoder.encode(value)))
    decoded(damaged(tree, data), encoder.buffers)


def damaged(tree: Any, data: st.DataObject) -> Any:
    """Replace one part of a tree."""
    if type(tree) is not list or not tree or data.draw(st.booleans()):
        return data.draw(junk)
    place = data.draw(st.integers(0, len(tree) - 1))
    return [*tree[:place], damaged(tree[place], data), *tree[place + 1 :]]


@pytest.mark.parametrize(
    "tree",
    [
        ["float", "00"],
        ["fraction", "1e999999999"],
        ["fraction", 1, 0],
        ["decimal", "1e999999999"],
        ["int", "f" * 20_000],
        ["set", [["list", []]]],
        ["namedtuple", "A", ["class"], [1]],
        ["namedtuple", "A", ["x", "y"], [1]],
        ["dataclass", "Row", ["name", "values", "more"], ["a", ["list", []], 1]],
        ["dataclass", "Colour", [], []],
        ["enum", "Colour", "GREEN"],
        ["enum", "Row", "name"],
        ["type", "eval"],
        ["datetime", "2020-01-01T00:00:00", 0, ["zone", "America"]],
        ["datetime", "2020-01-01T00:00:00", 7, None],
        ["range", [0, 1, 0]],
        ["bytes", 3],
        ["os:system", "true"],
        [["list"], 1],
        [],
        {"a": 1},
    ],
    ids=str,
)
def test_known_ways_to_be_malformed_are_refused(tree: Any) -> None:
    """Each of these once raised something else, or would cost the judge its memory or its time."""
    assert isinstance(decoded(tree, [b""]), Refused)


def test_a_malformed_message_cannot_be_too_deep() -> None:
    """A message nested a million times over is refused like any other."""
    tree: Any = None
    for _ in range(900):
        tree = ["list", [tree]]
    assert isinstance(decoded(tree, []), Refused)


def test_plain_values_cross_without_numpy_or_pandas() -> None:
    """Moments are told apart although a datetime is a date."""
    values = [datetime(2020, 1, 2, 3, tzinfo=UTC), date(2020, 1, 2), time(3)]
    assert [type(value) for value in sent(values)] == [datetime, date, time]


def test_a_fraction_is_made_of_two_integers() -> None:
    """A fraction arrives in lowest terms."""
    assert sent(Fraction(6, 4)) == Fraction(3, 2)
