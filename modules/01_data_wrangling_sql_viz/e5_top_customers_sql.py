# ---
# title: The best customers, and those who never bought
# id: top_customers_sql
# version: 1
# skills: [S005, S065]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# "Who are our best customers, and who has not bought yet?" One query over three tables answers both, and the
# obvious ones lie without an error. Customers without orders vanish. A customer with none counts one. An
# order with three items counts three times, and if the payments are joined too, it earns twice its price.
# Nobody sees it in a table of ten thousand rows, so the query has to be right by how it is built.
#
# Write `top_customers_sql()`, which takes nothing and returns the text of **one** `SELECT` for SQLite (3.25
# or newer; it may begin with `WITH`, and a semicolon at its end is fine). Every shop has these tables:
#
# - `customers(id, name)`: a row for each customer. Two may have the same name; their ids differ.
# - `orders(id, customer_id, status, placed_on)`: `status` is `'done'`, `'open'`, `'cancelled'` or NULL;
#   `customer_id` is NULL for a guest.
# - `items(order_id, quantity, unit_cents)`: what was in an order: no row, one, or several, some of them
#   alike. Quantities and prices may be 0.
# - `payments(order_id, cents)`: what was paid for an order, sometimes in several parts, sometimes not at all.
#
# The query gives one row with three columns for **each customer** (each `id`), whatever they ordered:
#
# - the name,
# - the number of their orders with the status `'done'`, 0 if there is none,
# - their revenue in cents: quantity times unit price, added up over all items of those orders, whether paid
#   or not; 0 if there are none.
#
# Largest revenue first; equal revenues by name, from A to Z as SQLite orders texts; equal names by id, the
# smallest first. The names of the columns are up to you. Orders of guests count for nobody.
#
# For the example below, which `ask(sql)` sends a query to:
#
# | name | orders | revenue | |
# |---|--:|--:|---|
# | Ben | 2 | 1250 | customer 2; comes before Ida because revenues are equal |
# | Ida | 1 | 1250 | order 10 alone, 2 · 500 + 250; order 11 was cancelled |
# | Ben | 0 | 0 | customer 4, who never ordered |
# | Zoe | 0 | 0 | has a cancelled order only |

# %%
import sqlite3
from contextlib import closing

import pandas as pd

TABLES = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, status TEXT, placed_on TEXT NOT NULL);
CREATE TABLE items (order_id INTEGER NOT NULL, quantity INTEGER NOT NULL, unit_cents INTEGER NOT NULL);
CREATE TABLE payments (order_id INTEGER NOT NULL, cents INTEGER NOT NULL);
"""
EXAMPLE = """
INSERT INTO customers VALUES (1, 'Ida'), (2, 'Ben'), (3, 'Zoe'), (4, 'Ben');
INSERT INTO orders VALUES (10, 1, 'done', '2026-03-01'), (11, 1, 'cancelled', '2026-03-02'),
    (12, 2, 'done', '2026-03-02'), (13, 2, 'done', '2026-03-09'), (14, 3, 'cancelled', '2026-03-05'),
    (15, NULL, 'done', '2026-03-07');
INSERT INTO items VALUES (10, 2, 500), (10, 1, 250), (11, 9, 999), (12, 1, 750), (13, 5, 100), (14, 1, 100),
    (15, 1, 4000);
INSERT INTO payments VALUES (10, 1000), (10, 250), (12, 750), (15, 4000);
"""


def ask(sql):
    """Run a query on the example and return the answer as a DataFrame."""
    with closing(sqlite3.connect(":memory:")) as shop:
        shop.executescript(TABLES + EXAMPLE)
        return pd.read_sql_query(sql, shop)


# %% role="answer"
def top_customers_sql():
    """Return SQL text that ranks all customers by revenue.

    One SELECT for SQLite. Its rows: name, number of orders that are done, their revenue in cents; one for
    each customer id, by falling revenue, then name, then id.

    >>> ask(top_customers_sql()).iloc[0].tolist()
    ['Ben', 2, 1250]
    """
    ### BEGIN SOLUTION
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """
    ### END SOLUTION


# %% role="shared"
from collections import Counter

# The same tables, in which SQLite finds it convenient to go through the customers from the last id to the first.
BACKWARDS = TABLES.replace(
    "customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "customers (id INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (id DESC)) WITHOUT ROWID",
)


def answer_of(connection, sql):
    """Return the rows of a query as tuples, or a text that says what SQLite had against it."""
    with closing(connection):
        if type(sql) is not str:
            return "it is no text"
        try:
            before = connection.total_changes
            cursor = connection.execute(sql)
            rows = cursor.fetchall()
        except (sqlite3.Error, sqlite3.Warning) as error:
            return f"SQLite refused it: {str(error).rstrip('.')}"
        if cursor.description is None or connection.total_changes != before:
            return "it was no SELECT"
        return rows


def shops_of(rng, sizes):
    """Return shops with so many customers and everything in them that queries stumble over."""
    from course.datasets.orders import shop

    return [shop(rng, customers=int(size)) for size in sizes]


def mistake(rows, want):
    """Return what a query gave and what is first wrong with it, or None where nothing is."""
    if rows == want:
        return None
    shown = f"{rows[:12]}" + (f" and {len(rows) - 12} more" if len(rows) > 12 else "")
    return f"gave {len(rows)} rows: {shown}. {first_wrong(rows, want)}"


def first_wrong(rows, want):
    """Return a sentence: the customers are not right, or an order count, or a revenue, or only the order."""
    if any(len(row) != 3 for row in rows):
        return "Three columns were promised."
    for name in dict.fromkeys(row[0] for row in [*want, *rows]):
        got, right = ([row[1:] for row in some if row[0] == name] for some in (rows, want))
        if len(got) != len(right):
            return f"Rows for {name!r}: {len(got)}; customers of this name: {len(right)}."
        if Counter(count for count, _ in got) != Counter(count for count, _ in right):
            return f"The number of orders of {name!r} is another."
        if Counter(got) != Counter(right):
            return f"The revenue of {name!r} is another."
    place = next(k for k, row in enumerate(rows) if row != want[k])
    return f"Each is right, but {rows[place]} stands in row {place + 1}, where another one belongs."


# %% role="check" name="one SELECT with three columns" points=0
sql = top_customers_sql()
assert type(sql) is str, f"top_customers_sql() gave you {kind(sql)}; the text of a query was promised."
rows = answer_of(database(TABLES + EXAMPLE), sql)
assert type(rows) is list, f"Your query was sent to the example, and {rows}."
widths = {len(row) for row in rows}
assert widths == {3}, (
    f"Your query gave {len(rows)} rows with {sorted(widths)} columns on the example; three columns were "
    "promised."
)

# %% role="check" name="the worked example" points=0
rows = answer_of(database(TABLES + EXAMPLE), top_customers_sql())
assert type(rows) is list, f"Your query was sent to the example, and {rows}."
want = [("Ben", 2, 1250), ("Ida", 1, 1250), ("Ben", 0, 0), ("Zoe", 0, 0)]
assert rows == want, f"Your query on the example gave {rows}; {want} was promised."

# %% role="check" name="a row for each customer, in order" points=2 hidden=true
sql = top_customers_sql()
for k, shop in enumerate(shops_of(rng, [*rng.integers(7, 11, size=20), 120])):
    rows = answer_of(database((TABLES, BACKWARDS)[k % 2], *shop.inserts()), sql)
    assert type(rows) is list, (
        f"Your query was sent to a shop with {len(shop.customers)} customers, and {rows}."
    )
    wrong = mistake(rows, shop.ranking())
    assert wrong is None, (
        f"In a shop with {len(shop.customers)} customers and {len(shop.orders)} orders your query {wrong}"
    )

# %% role="check" name="shops where nothing was sold" points=2 hidden=true
sql = top_customers_sql()
for what, drop in (
    (
        "no order is done",
        "UPDATE orders SET status = CASE id % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'cancelled' END",
    ),
    ("all orders are guests'", "UPDATE orders SET customer_id = NULL"),
    ("nobody ever ordered", "DELETE FROM orders; DELETE FROM items; DELETE FROM payments"),
    (
        "orders hold no items",
        "DELETE FROM items; DELETE FROM payments; UPDATE orders SET customer_id = ? WHERE customer_id IS NULL",
    ),
    (
        "there are no customers",
        "DELETE FROM customers; DELETE FROM orders; DELETE FROM items; DELETE FROM payments",
    ),
):
    shop = shops_of(rng, rng.integers(7, 11, size=1))[0]
    connection = database(BACKWARDS, *shop.inserts())
    connection.executescript(drop.replace("?", str(shop.planted["namesake_first"])))
    connection.commit()
    people = sorted(connection.execute("SELECT name, id FROM customers"))
    done = [who for (who,) in connection.execute("SELECT customer_id FROM orders WHERE status = 'done'")]
    want = [(name, done.count(key), 0) for name, key in people]
    rows = answer_of(connection, sql)
    assert type(rows) is list, f"Your query was sent to a shop where {what}, and {rows}."
    wrong = mistake(rows, want)
    assert wrong is None, f"In a shop with {len(people)} customers where {what} your query {wrong}"

# %% [markdown] role="hint"
# Join the tables one after the other and look at the rows before you group: `ask("SELECT * FROM customers AS
# c LEFT JOIN orders AS o ON o.customer_id = c.id")`. How many rows has Zoe, how many has customer 4, and what
# stands in them? Then add `items`, and look at Ida.

# %% [markdown] role="hint"
# A `LEFT JOIN` keeps every customer, as long as no `WHERE` throws them out afterwards: what you ask of the
# order belongs into the join's `ON`. `COUNT(DISTINCT o.id)` counts orders however many items they have, and
# NULL not at all. `SUM` over no rows is NULL; `COALESCE(…, 0)` makes it 0. Group by the customer's id.
# Payments are not needed.

# %% [markdown] role="hint"
# ```sql
# SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
# FROM customers AS c
# LEFT JOIN orders AS o ON ____
# LEFT JOIN items AS i ON i.order_id = o.id
# GROUP BY c.id
# ORDER BY revenue DESC, c.name, c.id
# ```

# %% [markdown] role="explanation"
# A join makes rows, and everything after it counts those. After the second join a row is an item, so
# `COUNT(o.id)` counts items; `DISTINCT` makes it count orders. The sum needs no such care, because each item
# occurs exactly once. It would with `payments` joined beside `items`: three items and two payments make six
# rows. The rule: join **one** chain of "has many", and add everything else up before you join it.
#
# That is also the other way to write this: a `WITH` that adds items up to one row for each order, then a join
# in which nothing multiplies. It is longer, and it stays right when somebody adds a third table. Subqueries
# in the `SELECT` are a third way; they read well and may run once for each customer.
#
# A condition in `WHERE` is asked after the join, and NULL is equal to nothing, so `WHERE o.status = 'done'`
# throws out just those rows that the LEFT JOIN had kept. In `ON` the condition decides what to join. And
# without `ORDER BY` to the last tie, the order is whatever the database found convenient that day.


# %% role="alternative" name="adds up before it joins"
def top_customers_sql():
    return (
        "WITH price AS (SELECT order_id, SUM(quantity * unit_cents) AS cents FROM items GROUP BY order_id),"
        " sold AS (SELECT customer_id, COUNT(*) AS n, SUM(COALESCE(cents, 0)) AS total"
        " FROM orders LEFT JOIN price ON price.order_id = orders.id WHERE status = 'done' GROUP BY "
        "customer_id)"
        " SELECT name, IFNULL(n, 0), IFNULL(total, 0) FROM customers LEFT JOIN sold ON sold.customer_id = "
        "customers.id"
        " ORDER BY 3 DESC, 1, customers.id;"
    )


# %% role="alternative" name="a subquery for each column"
def top_customers_sql():
    done = "FROM orders AS o {} WHERE o.customer_id = c.id AND o.status = 'done'"
    count = f"(SELECT COUNT(*) {done.format('')})"
    cents = f"(SELECT TOTAL(quantity * unit_cents) {done.format('JOIN items ON order_id = o.id')})"
    return f"SELECT name, {count}, {cents} AS revenue FROM customers AS c ORDER BY revenue DESC, name, id"


# %% role="misconception" name="an inner join" fails="a row for each customer, in order"
# `JOIN` keeps only customers with an order: those who never bought are gone, and you were asked about them.
# Use `LEFT JOIN`, for both tables.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="variant" of="an inner join" name="an inner join after a left one"
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id), SUM(i.quantity * i.unit_cents)
        FROM customers c LEFT JOIN orders o ON c.id = o.customer_id AND o.status = 'done'
        INNER JOIN items i ON i.order_id = o.id
        GROUP BY c.id, c.name ORDER BY 3 DESC, 1, c.id
    """


# %% role="misconception" name="COUNT(*) counts the empty row" fails="a row for each customer, in order"
# A customer without orders still has one row after a LEFT JOIN, with NULLs in it, and `COUNT(*)` counts rows:
# so they have 1 order. `COUNT(DISTINCT o.id)` counts orders, and NULL is none.
def top_customers_sql():
    return """
        WITH price AS (SELECT order_id, SUM(quantity * unit_cents) AS cents FROM items GROUP BY order_id)
        SELECT c.name, COUNT(*) AS orders, COALESCE(SUM(p.cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN price AS p ON p.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="COUNT(*) of joined items" fails="a row for each customer, in order"
# `COUNT(*)` counts rows of the join: one for each item, and one, full of NULLs, for a customer without
# orders. `COUNT(DISTINCT o.id)` counts orders.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(*) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="counts items as orders" fails="a row for each customer, in order"
# After `items` is joined an order has one row for each of its items, and `COUNT(o.id)` counts it each time.
# Count `DISTINCT o.id`, or add the items up to one row for each order before you join them.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="variant" of="counts items as orders" name="joins items without LEFT in a subquery"
def top_customers_sql():
    return """
        SELECT name, COUNT(order_id), IFNULL(SUM(price), 0) FROM customers
        LEFT JOIN (SELECT orders.id AS order_id, customer_id, quantity * unit_cents AS price
                   FROM orders LEFT JOIN items ON items.order_id = orders.id WHERE status = 'done') AS sold
        ON sold.customer_id = customers.id
        GROUP BY customers.id ORDER BY 3 DESC, 1, customers.id
    """


# %% role="misconception" name="the status in WHERE" fails="a row for each customer, in order"
# Customers without a finished order are gone. `WHERE o.status = 'done'` does that, because it is asked after
# the join, where they have NULL or another status; so does a plain `JOIN` to the orders. Write `LEFT JOIN`,
# with the status in its `ON`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id
        LEFT JOIN items AS i ON i.order_id = o.id
        WHERE o.status = 'done'
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="variant" of="the status in WHERE" name="a plain join to the orders"
def top_customers_sql():
    return """
        SELECT name, COUNT(DISTINCT orders.id), IFNULL(SUM(quantity * unit_cents), 0) AS cents
        FROM customers JOIN orders ON customers.id = customer_id AND status = 'done'
        LEFT JOIN items ON items.order_id = orders.id
        GROUP BY customers.id, name ORDER BY cents DESC, name, customers.id
    """


# %% role="misconception" name="the status in WHERE, or NULL" fails="a row for each customer, in order"
# `OR o.status IS NULL` saves customers without any order, but not those whose orders are all of another
# status, and it lets orders in whose status is NULL. Put `o.status = 'done'` into the `ON` of the join.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id
        LEFT JOIN items AS i ON i.order_id = o.id
        WHERE o.status = 'done' OR o.status IS NULL
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="NOT IN a list with a NULL" fails="a row for each customer, in order"
# You added the customers without a finished order by `NOT IN`, and a guest's order puts a NULL into the list
# behind it: then `NOT IN` is true for nobody. A `LEFT JOIN` keeps them, and needs no second query.
def top_customers_sql():
    return """
        SELECT name, orders, revenue FROM (
            SELECT c.id, c.name, COUNT(DISTINCT o.id) AS orders,
                   COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
            FROM customers AS c JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
            LEFT JOIN items AS i ON i.order_id = o.id
            GROUP BY c.id
            UNION ALL
            SELECT id, name, 0, 0 FROM customers
            WHERE id NOT IN (SELECT customer_id FROM orders WHERE status = 'done')
        )
        ORDER BY revenue DESC, name, id
    """


# %% role="misconception" name="joins the payments too" fails="a row for each customer, in order"
# With items and payments joined, an order of three items paid in two parts makes six rows, and its revenue
# counts twice. Leave `payments` out: nothing of them was asked.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        LEFT JOIN payments AS p ON p.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="adds different amounts only" fails="a row for each customer, in order"
# `DISTINCT` in a sum, or in a `SELECT` of the items before it, lets equal ones count once. Two items may well
# be alike, and both were sold. `DISTINCT` repairs a count of ids, never a sum of amounts: join in a way that
# does not multiply.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders,
               COALESCE(SUM(DISTINCT i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="counts what was paid" fails="a row for each customer, in order"
# You added up the payments. What was ordered and not paid yet is revenue here too: quantity times unit price,
# from `items`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(p.cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN payments AS p ON p.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="groups by name" fails="a row for each customer, in order"
# Two customers may have the same name, and `GROUP BY name` makes one of them. Group by what tells them apart,
# `c.id`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.name
        ORDER BY revenue DESC, c.name
    """


# %% role="misconception" name="loses orders without items" fails="a row for each customer, in order"
# An order of which no items are known is a finished order all the same, and you do not count it. A plain
# `JOIN` of orders and items drops it, and after a `LEFT JOIN` the ids of `items` are NULL where it stands:
# `LEFT JOIN`, and count ids of `orders`.
def top_customers_sql():
    return """
        WITH sold AS (
            SELECT o.customer_id, COUNT(DISTINCT o.id) AS orders, SUM(i.quantity * i.unit_cents) AS cents
            FROM orders AS o JOIN items AS i ON i.order_id = o.id
            WHERE o.status = 'done'
            GROUP BY o.customer_id
        )
        SELECT c.name, COALESCE(s.orders, 0), COALESCE(s.cents, 0) AS revenue
        FROM customers AS c LEFT JOIN sold AS s ON s.customer_id = c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="NULL for no revenue" fails="a row for each customer, in order"
# `SUM` over no rows is NULL, not 0, and in a DataFrame it becomes NaN. Write `COALESCE(SUM(…), 0)`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, SUM(i.quantity * i.unit_cents) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="every status counts" fails="a row for each customer, in order"
# You left the status out, so cancelled orders earn money too. Only those with `status = 'done'` count.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="whatever is not cancelled" fails="shops where nothing was sold"
# You let everything in that is not cancelled. There are other statuses, such as `'open'`, and there will be
# more: ask for the one that counts, `status = 'done'`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status <> 'cancelled'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="forgets the quantity" fails="a row for each customer, in order"
# You added up unit prices, so two of a thing cost as much as one. Multiply by `quantity` inside the `SUM`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="smallest revenue first" fails="a row for each customer, in order"
# SQL sorts ascending unless told otherwise, so your best customer comes last: `ORDER BY revenue DESC`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue, c.name, c.id
    """


# %% role="misconception" name="names from Z to A" fails="a row for each customer, in order"
# `DESC` counts only for the expression before it, and you wrote it behind the name too. Among equal revenues
# names go from A to Z: `ORDER BY revenue DESC, c.name, c.id`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name DESC, c.id
    """


# %% role="misconception" name="leaves ties to chance" fails="a row for each customer, in order"
# Where revenues are equal your query says nothing about the order, and SQLite does what suits it; tomorrow it
# may be another one. Go on with the name, and then the id.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC
    """


# %% role="misconception" name="equal names in any order" fails="shops where nothing was sold"
# Two customers of one name and one revenue do not come by ascending id everywhere. An `ORDER BY` that stops at
# the name leaves them as SQLite finds them, in the promised order by chance only: end it with `c.id`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name
    """


# %% role="variant" of="equal names in any order" name="name last, over sums"
def top_customers_sql():
    return """
        WITH sold AS (
            SELECT o.customer_id, COUNT(DISTINCT o.id) AS orders, SUM(i.quantity * i.unit_cents) AS cents
            FROM orders AS o LEFT JOIN items AS i ON i.order_id = o.id WHERE o.status = 'done' GROUP BY 1
        )
        SELECT name, COALESCE(orders, 0), COALESCE(cents, 0) AS revenue
        FROM customers LEFT JOIN sold ON customer_id = id
        ORDER BY revenue DESC, name
    """


# %% role="misconception" name="the first five only" fails="a row for each customer, in order"
# `LIMIT` cuts the table off, and with it everybody who has not bought yet. A row for each customer was asked.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM customers AS c
        LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'done'
        LEFT JOIN items AS i ON i.order_id = o.id
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
        LIMIT 5
    """


# %% role="misconception" name="begins with the orders" fails="a row for each customer, in order"
# A LEFT JOIN keeps every row of the table on its **left**, and there you put the orders: guests get a row
# without a name, and customers without orders none. Begin with `FROM customers`.
def top_customers_sql():
    return """
        SELECT c.name, COUNT(DISTINCT o.id) AS orders, COALESCE(SUM(i.quantity * i.unit_cents), 0) AS revenue
        FROM orders AS o
        LEFT JOIN customers AS c ON o.customer_id = c.id
        LEFT JOIN items AS i ON i.order_id = o.id
        WHERE o.status = 'done'
        GROUP BY c.id
        ORDER BY revenue DESC, c.name, c.id
    """


# %% role="misconception" name="returns the rows" fails="one SELECT with three columns"
# You ran the query on the example and returned what came out. The text itself was promised: it has to work in
# every shop.
def top_customers_sql():
    return [("Ben", 2, 1250), ("Ida", 1, 1250), ("Ben", 0, 0), ("Zoe", 0, 0)]
