"""What a shop system writes when somebody presses "export": text that is nearly, but not quite, a table.

Fields are parted by `;`, numbers have a decimal comma, ids begin with zeros, `-9` and `n/a` stand for what
nobody knows, and the file is UTF-8 with a byte order mark or cp1252, whichever computer it came from.
Whatever the seed, every export holds what trips a careless reader: see `EXTREMES`. Nobody ever paid -9.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

COLUMNS = ("order_id", "customer_id", "amount", "city")
ENCODINGS = ("utf-8-sig", "cp1252")
MISSING = ("-9", "n/a")
CITIES = ("München", "Århus", "Škofja Loka", "Liège", "Œuilly", "Kraków", "Žilina", "Orléans")
"""Cities in letters that differ in every encoding; all of cp1252, not all of latin-1."""
EXTREMES: tuple[tuple[float | None, str | None], ...] = (
    (9.0, "Halle; an der Saale"),
    (-95.0, "Köln, Mitte"),
    (-9.5, "None"),
    (None, "Œuilly"),
    (None, "Žilina"),
    (0.25, None),
    (1204.0, None),
)
"""Amount and city of orders that every export has; None is a town near Turin, and not the absence of one."""

Order = tuple[str, str | None, float | None, str | None]


@dataclass(frozen=True, slots=True)
class Export:
    """A file, and the orders (order_id, customer_id, amount, city) that it tells of, None for unknown."""

    orders: tuple[Order, ...]
    encoding: str
    content: bytes


def export(rng: np.random.Generator, encoding: str, rows: int = 12) -> Export:
    """Return an export of at least 7 orders; ValueError for fewer and for an encoding that no shop uses.

    Beyond 7 orders, the last line says the same as an earlier one.
    """
    if rows < len(EXTREMES) or encoding not in ENCODINGS:
        raise ValueError(f"{rows} rows in {encoding}; at least {len(EXTREMES)}, in one of {ENCODINGS}")
    last = [_sale(rng)] if rows > len(EXTREMES) else []
    sales = [*EXTREMES, *(_sale(rng) for _ in range(rows - len(EXTREMES) - len(last)))]
    rng.shuffle(sales)
    sales += last
    width = int(rng.integers(4, 9))
    customers: list[str | None] = [f"{k:0{width - 1}d}" for k in rng.integers(1, 900, size=rows).tolist()]
    for place in rng.permutation(rows)[:2].tolist():
        customers[place] = None
    numbers = rng.permutation(999)[:rows].tolist()
    orders = tuple(
        (f"{number:0{width}d}", customer, *sale)
        for number, customer, sale in zip(numbers, customers, sales, strict=True)
    )
    if rows > len(EXTREMES):
        orders = (*orders[:-1], orders[int(rng.integers(rows - 1))])
    return Export(orders, encoding, written(orders, encoding))


def written(orders: Sequence[Order], encoding: str) -> bytes:
    """Return the file that tells of these orders; in each column `-9` and `n/a` take turns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows(zip(*(_as_texts(column) for column in zip(*orders, strict=True)), strict=True))
    return text.getvalue().encode(encoding)


def _sale(rng: np.random.Generator) -> tuple[float, str]:
    cents = int(rng.integers(1, 200_000)) if rng.random() < 0.7 else 100 * int(rng.integers(1, 2000))
    return cents / 100, CITIES[int(rng.integers(len(CITIES)))]


def _as_texts(column: Sequence[str | float | None]) -> list[str]:
    unknown = cycle(MISSING)
    texts = []
    for field in column:
        if field is None:
            texts.append(next(unknown))
        else:
            texts.append(field if isinstance(field, str) else _with_comma(field))
    return texts


def _with_comma(amount: float) -> str:
    """Whole amounts are written without decimals, others with two."""
    return f"{amount:.2f}".removesuffix(".00").replace(".", ",")
