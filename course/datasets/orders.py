"""A small shop's database: customers, their orders, what was in them, and what was paid.

Made to catch queries that count wrong. Whatever the seed, every shop has a customer who never ordered and
one with cancelled orders only, two customers of one name, two names with one revenue, an order of three
items, two of them alike, that was paid in two parts, a finished order that nobody paid, one without items
and one that costs nothing, two finished on one day by one customer, and orders of no customer.
`Shop.planted` says where, and `Shop.ranking` what is true of all of them.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

SCHEMA = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, status TEXT, placed_on TEXT NOT NULL);
CREATE TABLE items (order_id INTEGER NOT NULL, quantity INTEGER NOT NULL, unit_cents INTEGER NOT NULL);
CREATE TABLE payments (order_id INTEGER NOT NULL, cents INTEGER NOT NULL);
"""
NAMES = "Ada Bao Chidi Dana Emil Farah Goran Hana Ines Jun Kofi Lena Mira".split()
DONE = "done"
REGULARS = 7
"""Customers who order three times; of any beyond them and the planted ones every fourth orders, and once."""
PEOPLE, CROWD = 7, 200
"""Customers of whom something is planted, and so the fewest of a shop; and the most."""

Customer = tuple[int, str]
Order = tuple[int, "int | None", "str | None", str]
Item = tuple[int, int, int]
Payment = tuple[int, int]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Shop:
    """Rows of the four tables, in no order, and what was planted among them."""

    customers: tuple[Customer, ...]
    orders: tuple[Order, ...]
    items: tuple[Item, ...]
    payments: tuple[Payment, ...]
    planted: Mapping[str, int]
    """What → id of a customer or, for `instalments`, `empty`, `gift`, `guest` and `unpaid`, of an order."""

    def inserts(self) -> list[tuple[str, tuple[Any, ...]]]:
        """Return an INSERT statement and its rows for each table."""
        return [
            ("INSERT INTO customers VALUES (?, ?)", self.customers),
            ("INSERT INTO orders VALUES (?, ?, ?, ?)", self.orders),
            ("INSERT INTO items VALUES (?, ?, ?)", self.items),
            ("INSERT INTO payments VALUES (?, ?)", self.payments),
        ]

    def ranking(self) -> list[tuple[str, int, int]]:
        """Return (name, finished orders, their revenue in cents) of every customer, best first.

        Equal revenues stand in the order of names, equal names in the order of ids.
        """
        rows = []
        for customer, name in self.customers:
            done = {order for order, who, status, _ in self.orders if who == customer and status == DONE}
            revenue = sum(quantity * unit for order, quantity, unit in self.items if order in done)
            rows.append((-revenue, name, customer, len(done)))
        return [(name, count, -negative) for negative, name, _, count in sorted(rows)]


def connect(shop: Shop) -> sqlite3.Connection:
    """Return an SQLite database in memory with the shop's four tables."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    for insert, rows in shop.inserts():
        connection.executemany(insert, rows)
    connection.commit()
    return connection


def shop(rng: np.random.Generator, customers: int = 9) -> Shop:
    """Return a shop with so many customers; ValueError for fewer than 7 or more than 200.

    Up to 14 there are two of one name only, beyond that many.
    """
    if not PEOPLE <= customers <= CROWD:
        raise ValueError(f"a shop of {customers} customers; {PEOPLE} to {CROWD} are possible")
    return _Opening(rng, customers).shop()


class _Opening:
    """A shop while its rows are being made."""

    def __init__(self, rng: np.random.Generator, customers: int) -> None:
        self.rng = rng
        self.orders: list[Order] = []
        self.items: list[Item] = []
        self.payments: list[Payment] = []
        self.order_ids = iter((100 + rng.permutation(800)).tolist())
        self.ids = sorted((1 + rng.permutation(max(90, 2 * customers))[:customers]).tolist())
        several = NAMES * -(-(customers - 1) // len(NAMES))
        self.names = sorted(several[k] for k in rng.permutation(len(several))[: customers - 1].tolist())

    def shop(self) -> Shop:
        """Plant what every shop has, fill up with ordinary customers, and shuffle."""
        planted, named = self._people()
        ordinary = [each for each in self.ids if each not in planted.values()]
        for customer in ordinary[:REGULARS]:
            for status in (DONE, *self.rng.choice([DONE, "open", "cancelled"], size=2).tolist()):
                self._order(customer, status, self._basket(int(self.rng.integers(1, 4))))
        for customer in ordinary[REGULARS::4]:
            self._order(customer, DONE, self._basket(1))
        self._order(planted["only_cancelled"], "cancelled", self._basket(2))
        self._order(planted["only_cancelled"], None, self._basket(1))
        self._order(planted["several_parts"], DONE, self._basket(1))
        self._order(planted["namesake_first"], DONE, self._basket(1))
        planted["instalments"] = self._order(
            planted["several_parts"], DONE, self._with_a_line_twice(), parts=2
        )
        planted["empty"] = self._order(planted["namesake_second"], DONE, [])
        planted["gift"] = self._order(planted["namesake_second"], DONE, [(0, 995), (2, 0)])
        planted["guest"] = self._order(None, DONE, self._basket(2))
        self._order(None, DONE, self._basket(1))
        planted["unpaid"] = self._tie(planted)
        tables = (self._shuffled(rows) for rows in (named, self.orders, self.items, self.payments))
        return Shop(*tables, planted)

    def _people(self) -> tuple[dict[str, int], list[Customer]]:
        """Give out ids and names; of the two with one revenue the later name has the smaller id."""
        ids, names = [*self.ids], [*self.names]
        planted = {"tie_second": ids.pop(0), "tie_first": ids.pop()}
        named = [(planted["tie_first"], names.pop(0)), (planted["tie_second"], names.pop())]
        self.rng.shuffle(ids)
        self.rng.shuffle(names)
        for what in ("never_ordered", "only_cancelled", "several_parts"):
            planted[what] = ids.pop()
            named.append((planted[what], names.pop()))
        planted["namesake_first"], planted["namesake_second"] = sorted((ids.pop(), ids.pop()))
        twice = names.pop()
        named += [(planted["namesake_first"], twice), (planted["namesake_second"], twice)]
        return planted, [*named, *zip(ids, names, strict=True)]

    def _basket(self, count: int) -> list[tuple[int, int]]:
        return [(int(self.rng.integers(1, 5)), 5 * int(self.rng.integers(20, 400))) for _ in range(count)]

    def _with_a_line_twice(self) -> list[tuple[int, int]]:
        basket = self._basket(2)
        return [*basket, basket[0]]

    def _order(
        self,
        customer: int | None,
        status: str | None,
        basket: list[tuple[int, int]],
        parts: int = 1,
        day: str = "",
    ) -> int:
        order = next(self.order_ids)
        day = day or f"2026-{self.rng.integers(1, 13):02}-{self.rng.integers(1, 29):02}"
        self.orders.append((order, customer, status, day))
        self.items += [(order, *item) for item in basket]
        total = sum(quantity * unit for quantity, unit in basket)
        paid = parts if status == DONE else 0
        self.payments += [(order, total // paid + (k < total % paid)) for k in range(paid)]
        return order

    def _tie(self, planted: Mapping[str, int]) -> int:
        """Sell one basket in two orders of one day to one of a tie, and in one, unpaid, to the other."""
        basket = self._basket(3)
        self._order(planted["tie_second"], DONE, basket[:1], day="2026-06-30")
        self._order(planted["tie_second"], DONE, basket[1:], day="2026-06-30")
        return self._order(planted["tie_first"], DONE, basket, parts=0)

    def _shuffled(self, rows: list[_T]) -> tuple[_T, ...]:
        return tuple(rows[k] for k in self.rng.permutation(len(rows)))
