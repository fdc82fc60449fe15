"""Every shop has in it what queries stumble over, and knows the right answer."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest

from course.datasets.orders import DONE, Shop, connect, shop

RANKING = """
SELECT name, (SELECT COUNT(*) FROM orders WHERE customer_id = c.id AND status = 'done'),
       (SELECT COALESCE(SUM(quantity * unit_cents), 0) FROM items JOIN orders ON orders.id = order_id
        WHERE customer_id = c.id AND status = 'done') AS revenue
FROM customers AS c ORDER BY revenue DESC, name, id
"""


@pytest.fixture(params=range(5))
def some(request: pytest.FixtureRequest) -> Shop:
    """A shop of one seed, of seven customers or more."""
    return shop(np.random.default_rng(request.param), customers=7 + request.param)


def of(some: Shop, customer: int) -> list[str | None]:
    """Return the statuses of a customer's orders."""
    return [status for _, who, status, _ in some.orders if who == customer]


def test_the_ranking_is_what_sql_says(some: Shop) -> None:
    """Truth from plain loops and from subqueries agree."""
    with closing(connect(some)) as connection:
        assert connection.execute(RANKING).fetchall() == some.ranking()


def test_some_customers_have_nothing_finished(some: Shop) -> None:
    """One never ordered, one has orders of other statuses only, a missing one included."""
    assert of(some, some.planted["never_ordered"]) == []
    assert {*of(some, some.planted["only_cancelled"])} == {"cancelled", None}


def test_two_customers_share_a_name(some: Shop) -> None:
    """Their ids tell them apart, and both have a finished order."""
    names = dict(some.customers)
    first, second = some.planted["namesake_first"], some.planted["namesake_second"]
    assert names[first] == names[second]
    assert first < second
    assert of(some, first) == [DONE]
    assert of(some, second) == [DONE, DONE]


def test_two_names_have_one_revenue(some: Shop) -> None:
    """Their names and their ids are in opposite order, so that neither rowid nor luck sorts them."""
    names = dict(some.customers)
    first, second = some.planted["tie_first"], some.planted["tie_second"]
    assert names[first] < names[second]
    assert first > second
    revenues = {name: revenue for name, _, revenue in some.ranking()}
    assert revenues[names[first]] == revenues[names[second]] > 0


def test_orders_meet_items_and_payments_in_every_number(some: Shop) -> None:
    """One has three items, two of them alike, and two payments, one no items, one no payment, one no customer."""
    counts = {
        what: [sum(row[0] == some.planted[what] for row in table) for table in (some.items, some.payments)]
        for what in ("instalments", "empty", "gift", "unpaid")
    }
    assert counts == {"instalments": [3, 2], "empty": [0, 1], "gift": [2, 1], "unpaid": [3, 0]}
    assert [who for order, who, _, _ in some.orders if order == some.planted["guest"]] == [None]
    lines = [row for row in some.items if row[0] == some.planted["instalments"]]
    assert len({*lines}) == 2


def test_a_finished_order_costs_nothing(some: Shop) -> None:
    """Nothing of a thing, and a thing for nothing, so that a sum of 0 stands beside customers without any."""
    gift = [(quantity, unit) for order, quantity, unit in some.items if order == some.planted["gift"]]
    assert sorted(gift) == [(0, 995), (2, 0)]


def test_one_customer_orders_twice_on_a_day(some: Shop) -> None:
    """A day is no substitute for an order's id."""
    days = [
        day for _, who, status, day in some.orders if who == some.planted["tie_second"] and status == DONE
    ]
    assert len(days) == 2
    assert len({*days}) == 1


def test_a_shop_may_have_a_crowd_of_customers() -> None:
    """Ids stay different, names repeat, and the truth is still what SQL says."""
    crowded = shop(np.random.default_rng(3), customers=120)
    assert len({key for key, _ in crowded.customers}) == 120
    with closing(connect(crowded)) as connection:
        assert connection.execute(RANKING).fetchall() == crowded.ranking()


def test_payments_add_up(some: Shop) -> None:
    """Whatever was paid for an order is what its items cost, but for the one that nobody paid."""
    for order, _, status, _ in some.orders:
        cost = sum(quantity * unit for number, quantity, unit in some.items if number == order)
        paid = sum(cents for number, cents in some.payments if number == order)
        assert paid == (cost if status == DONE and order != some.planted["unpaid"] else 0)


def test_a_seed_gives_one_shop() -> None:
    """The same seed gives the same rows, another one others."""
    one, again, other = (shop(np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert one == again
    assert one != other


def test_a_shop_too_small_is_refused() -> None:
    """What is planted needs seven customers."""
    with pytest.raises(ValueError, match="7 to 200"):
        shop(np.random.default_rng(0), customers=6)
