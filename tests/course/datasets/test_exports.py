"""A shop's export holds what it says, in both encodings, and the traps that exercises rely on."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from course.datasets.exports import COLUMNS, ENCODINGS, EXTREMES, Export, export, written


def fields(made: Export) -> list[list[str]]:
    """Return the lines of an export, read by the standard library."""
    return [*csv.reader(io.StringIO(made.content.decode(made.encoding)), delimiter=";")]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("seed", range(5))
def test_the_file_tells_of_the_orders(encoding: str, seed: int) -> None:
    """Ids and cities are there as they are, amounts with a comma, and unknown fields as one of two texts."""
    made = export(np.random.default_rng(seed), encoding)
    head, *lines = fields(made)
    assert (list(COLUMNS), len(made.orders)) == (head, len(lines))
    for order, line in zip(made.orders, lines, strict=True):
        for known, text in zip(order, line, strict=True):
            if known is None:
                assert text in {"-9", "n/a"}
            else:
                assert known == (float(text.replace(",", ".")) if isinstance(known, float) else text)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_utf_8_begins_with_its_mark(encoding: str) -> None:
    """The mark tells the encodings apart, and cp1252 is no UTF-8 by chance."""
    content = export(np.random.default_rng(0), encoding).content
    assert content.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
    if encoding == "cp1252":
        with pytest.raises(UnicodeDecodeError):
            content.decode("utf-8")


@pytest.mark.parametrize("seed", range(20))
def test_every_export_holds_every_trap(seed: int) -> None:
    """Leading zeros, both words for unknown in each column that may lack something, and the extremes."""
    made = export(np.random.default_rng(seed), "utf-8-sig", rows=7)
    columns = [*zip(*fields(made)[1:], strict=True)]
    assert all(order[0].startswith("0") for order in made.orders)
    assert [{"-9", "n/a"} & {*column} for column in columns] == [set(), *[{"-9", "n/a"}] * 3]
    assert sorted(map(str, EXTREMES)) == sorted(str(order[2:]) for order in made.orders)
    assert -9.0 not in {order[2] for order in made.orders}


@pytest.mark.parametrize("seed", range(20))
def test_a_longer_export_says_one_thing_twice(seed: int) -> None:
    """Two lines are the same order, and neither is one too many."""
    orders = export(np.random.default_rng(seed), "cp1252", rows=8).orders
    assert (len(orders), len({*orders})) == (8, 7)


def test_a_file_without_orders_has_a_head() -> None:
    """An export of a day on which nobody bought anything is a file, too."""
    assert written([], "utf-8-sig") == b"\xef\xbb\xbforder_id;customer_id;amount;city\r\n"


@pytest.mark.parametrize(("rows", "encoding"), [(6, "cp1252"), (12, "utf-8"), (12, "utf-16")])
def test_impossible_exports_are_refused(rows: int, encoding: str) -> None:
    """Too few rows for all traps, or an encoding that no shop uses."""
    with pytest.raises(ValueError, match=f"{rows} rows in {encoding}"):
        export(np.random.default_rng(0), encoding, rows)
