"""Arrays reach the answer with their layout and come back plain; no bytes can pretend to be an array."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.boundary.codec import Decoder, Encoder
from autograder.errors import Refused
from tests.autograder.exactly import Handle, identical, refuse, sent

dtypes = st.one_of(
    hnp.boolean_dtypes(), hnp.integer_dtypes(endianness="?"), hnp.unsigned_integer_dtypes(),
    hnp.floating_dtypes(endianness="?", sizes=(16, 32, 64)), hnp.complex_number_dtypes(),
    hnp.datetime64_dtypes(), hnp.timedelta64_dtypes(), hnp.unicode_string_dtypes(), hnp.byte_string_dtypes(),
)  # fmt: skip
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))


@given(arrays)
@settings(max_examples=80, deadline=None)
def test_every_array_arrives_to_the_bit(array: np.ndarray) -> None:
    """Dtype, shape and bytes survive both ways of sending, and so does each single item."""
    assert identical(sent(array), array)
    assert identical(sent(array, as_argument=True), array)
    if array.size:
        assert identical(sent(array.ravel()[0]), array.ravel()[0])


BLOCK = np.arange(24.0).reshape(4, 6)
LAYOUTS = {
    "C order": BLOCK,
    "Fortran order": np.asfortranarray(BLOCK),
    "every second row and column": BLOCK[::2, ::2],
    "backwards": BLOCK[::-1, ::-1],
    "forwards and backwards": BLOCK[::2, ::-3],
    "transposed slice": BLOCK[:, 1:5].T,
    "one row repeated": np.broadcast_to(BLOCK[0], (3, 6)),
    "windows": np.lib.stride_tricks.sliding_window_view(np.arange(6.0), 3),
    "empty": BLOCK[:0],
    "a single number": np.array(3.5),
    "integers, reversed": np.arange(5)[::-1],
    "text, strided": np.array(["a", "bb", "ccc", "d"])[::2],
}


@pytest.mark.parametrize("array", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_an_argument_keeps_its_layout(array: np.ndarray) -> None:
    """A learner's code that relies on contiguous memory meets the very strides that the check made."""
    got = sent(array, as_argument=True)
    assert identical(got, array)
    assert got.strides == array.strides
    assert (got.flags.c_contiguous, got.flags.f_contiguous) == (
        array.flags.c_contiguous,
        array.flags.f_contiguous,
    )
    assert got.flags.writeable == array.flags.writeable


def test_an_argument_stays_read_only() -> None:
    """What must not be written to cannot be written to on the other side either."""
    array = np.arange(3.0)
    array.setflags(write=False)
    with pytest.raises(ValueError, match="read-only"):
        sent(array, as_argument=True)[0] = 1.0


@pytest.mark.parametrize("array", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_result_comes_back_plain(array: np.ndarray) -> None:
    """A result is a fresh, writeable, contiguous array, whatever view the answer returned."""
    array = array.view()
    array.setflags(write=False)
    got = sent(array)
    assert identical(got, array)
    assert got.flags.writeable
    assert got.flags.c_contiguous or got.flags.f_contiguous
    assert not np.shares_memory(got, array)


def test_the_two_sides_never_share_memory() -> None:
    """Writing to what arrived changes nothing at home, in one process too."""
    array = np.zeros(3)
    sent(array, as_argument=True)[:] = 9
    assert array.tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    "items",
    [
        [[1, 2], [3, 4]],
        [np.arange(2), np.arange(2)],
        [np.array(5), "a", None],
        [{"a": 1}, (1, 2)],
        [np.float64(1.5), 1.5, 1],
        [],
    ],
    ids=str,
)
def test_object_arrays_cross_item_by_item(items: list[Any]) -> None:
    """Items keep their types, also where NumPy would like to make a bigger array of them."""
    array = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        array[place : place + 1] = np.fromiter([item], dtype=object)
    assert identical(sent(array), array)
    assert sent(array.reshape(1, -1)).shape == (1, len(items))


def test_types_and_dtypes_cross_by_name() -> None:
    """`dtype=np.float32` and `x.dtype` may be arguments and results."""
    values = [np.float32, np.str_, np.number, np.dtype("f8"), np.dtype("<M8[s]")]
    assert sent(values) == values


def test_library_functions_cross_by_name_from_the_judge_alone() -> None:
    """`np.mean` as an argument is the function itself; an answer that returns it returns a handle."""
    functions = [np.mean, np.add, np.linalg.norm]
    assert sent(functions, as_argument=True) == functions
    assert all(isinstance(got, Handle) for got in sent(functions))


class Mine(np.ndarray):
    """A subclass with a say of its own."""

    @property
    def shape(self) -> tuple[int, ...]:  # ty: ignore[invalid-override]
        """Lie."""
        return (7, 7)


STRANGERS = {
    "subclass": np.arange(3).view(Mine),
    "masked array": np.ma.masked_array([1, 2], [True, False]),
    "record array": np.rec.array([(1, 2.0)]),
    "structured array": np.zeros(2, dtype=[("a", "f8")]),
    "raw bytes": np.zeros(1, dtype="V3"),
    "scalar of a made-up class": type("Real", (np.float64,), {"__module__": "numpy"})(1.0),
    "generator": np.random.default_rng(0),
}


@pytest.mark.parametrize("value", STRANGERS.values(), ids=STRANGERS.keys())
def test_subclasses_and_structures_are_exported(value: object) -> None:
    """Only arrays and scalars of NumPy's own exact types cross."""
    assert isinstance(sent([value])[0], Handle)


EIGHT = b"\x01" * 8


@pytest.mark.parametrize(
    "tree",
    [
        ["numpy:array", "<f8", [2], "C", True, 0],
        ["numpy:array", "<f8", [-1], "C", True, 0],
        ["numpy:array", "<f8", [True], "C", True, 0],
        ["numpy:array", "<f8", [1] * 40, "C", True, 0],
        ["numpy:array", "<f8", [1], "K", True, 0],
        ["numpy:array", "<f8", [1], [8], True, 0],
        ["numpy:array", "|O", [1], "C", True, 0],
        ["numpy:array", "f8,f8", [1], "C", True, 0],
        ["numpy:array", "({", [1], "C", True, 0],
        ["numpy:array", "<U2", [1], "C", True, 0],
        ["numpy:array", "<U0", [1 << 40], "C", True, 1],
        ["numpy:array", "<f8", [0, 1 << 62, 1 << 62], "C", True, 1],
        ["numpy:array", "<f8", [1], "C", True, 5],
        ["numpy:scalar", "<f8", 1],
        ["numpy:objects", [3], [1, 2]],
        ["numpy:dtype", "O"],
        ["numpy:type", "memmap"],
        ["numpy:function", "numpy", "mean"],
        ["numpy:unheard", 1],
    ],
    ids=str,
)
def test_a_malformed_array_is_refused(tree: list[Any]) -> None:
    """Bytes that do not fit, dtypes that run code, strides and functions from an answer: none gets in."""
    with pytest.raises(Refused):
        Decoder([EIGHT, b""], refuse).decode(tree)


def test_bytes_cannot_make_a_third_truth() -> None:
    """A bool array holds 0 and 1, whatever its bytes were."""
    got = Decoder([b"\x00\x01\x02\xff"], refuse).decode(["numpy:array", "|b1", [4], "C", True, 0])
    assert got.view(np.uint8).tolist() == [0, 1, 1, 1]


parts = st.one_of(
    st.none(), st.integers(-3, 9), st.sampled_from(["C", "F", "<f8", "|b1", "<U1", "<M8[s]", "|O"]),
    st.lists(st.integers(-2, 9), max_size=4),
)  # fmt: skip
tags = st.sampled_from(["array", "scalar", "objects", "dtype", "type", "function"])


@given(tags, st.lists(parts, max_size=6), st.binary(max_size=40))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_behind_a_tag_is_read_or_refused(tag: str, rest: list[Any], data: bytes) -> None:
    """No message about arrays raises anything but `Refused`."""
    with suppress(Refused):
        Decoder([data], refuse).decode([f"numpy:{tag}", *rest])


def test_the_tree_of_an_array_is_json() -> None:
    """Bytes of arrays travel beside the tree, never inside it."""
    encoder = Encoder(lambda _value: ["mine", 0])
    assert len(json.dumps(encoder.encode(np.zeros(10_000)))) < 100
    assert sum(map(len, encoder.buffers)) == 80_000
