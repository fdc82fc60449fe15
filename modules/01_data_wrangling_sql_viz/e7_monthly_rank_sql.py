# ---
# title: Who led in which month
# id: monthly_rank_sql
# version: 1
# skills: [S065]
# stars: 3
# minutes: 30
# ---

# %% [markdown]
# "Which region sold most in each month, and who came second?" `GROUP BY` can add up, but it forgets who else
# was in the month. A **window function** looks at the other rows of a result without merging them: a rank
# within a group, a share of a total, the row before. Such columns are what most analysts' queries consist of,
# and half of the features of a model. This one needs both, first sums and then ranks, and there is one
# decision in it that people get wrong: what two equal revenues mean for whoever comes after them.
#
# Write `monthly_rank_sql()`, which takes nothing and returns the text of **one** `SELECT` for SQLite (3.25 or
# newer; it may begin with `WITH`, and a semicolon at its end is fine). It is asked of a table `sales(region,
# sold_on, cents)` with a row for each sale: `region` and `sold_on` are texts, the latter like `'2026-01-31'`;
# `cents` is a whole number, below 0 for goods returned. Nothing is NULL, and a region is always spelled in one
# way. Rows stand in any order, some are alike.
#
# The query gives one row with four columns for each month and each region that has a sale in it:
#
# - the month as text, with its year: `'2026-01'`,
# - the region,
# - its revenue, the sum of its `cents` in that month,
# - its rank **among the regions of that month**: 1 for the largest revenue. Equal revenues share a rank, and
#   after two that share rank 1 comes 3.
#
# Rows come by month, within a month by rank, within a rank by region, from A to Z as SQLite orders texts. The
# names of the columns are up to you. A table without rows gives no rows.
#
# For the example below, which `ask(sql)` sends a query to:
#
# | month | region | revenue | rank | |
# |---|---|--:|--:|---|
# | 2025-12 | north | 900 | 1 | |
# | 2025-12 | south | 800 | 2 | two sales of 400 |
# | 2026-01 | south | 500 | 1 | as much as west |
# | 2026-01 | west | 500 | 1 | |
# | 2026-01 | north | 300 | 3 | two regions are ahead |
# | 2026-01 | east | 100 | 4 | |
# | 2026-12 | north | 700 | 1 | the only one in this month |

# %%
import sqlite3
from contextlib import closing

import pandas as pd

TABLE = "CREATE TABLE sales (region TEXT NOT NULL, sold_on TEXT NOT NULL, cents INTEGER NOT NULL);"
EXAMPLE = """
INSERT INTO sales VALUES
    ('west', '2026-01-20', 300), ('south', '2025-12-02', 400), ('north', '2026-12-24', 700),
    ('north', '2026-01-05', 450), ('west', '2026-01-07', 200), ('east', '2026-01-31', 100),
    ('south', '2025-12-02', 400), ('south', '2026-01-11', 500), ('north', '2025-12-30', 900),
    ('north', '2026-01-06', -150);
"""


def ask(sql):
    """Run a query on the example and return the answer as a DataFrame."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(TABLE + EXAMPLE)
        return pd.read_sql_query(sql, connection)


# %% role="answer"
def monthly_rank_sql():
    """Return SQL text that ranks the regions within each month by revenue.

    One SELECT for SQLite. Its rows: month as 'YYYY-MM', region, revenue in cents, rank (1 is the largest,
    equal revenues share one, the next is skipped), by month, rank and region.

    >>> ask(monthly_rank_sql()).iloc[4].tolist()
    ['2026-01', 'north', 300, 3]
    """
    ### BEGIN SOLUTION
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """
    ### END SOLUTION


# %% role="shared"
# The same table, in which SQLite finds it convenient to go through a month's regions from Z to A.
BACKWARDS = TABLE + "".join(
    f"CREATE INDEX sales_{k} ON sales ({month}, region DESC, cents);"
    for k, month in enumerate(("substr(sold_on, 1, 7)", "strftime('%Y-%m', sold_on)"))
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
        if cursor.description and len(cursor.description) != 4:
            return f"it gave {len(cursor.description)} columns where four were promised"
        return rows


def ranked(sales):
    """Return the rows that the query has to give for (region, day, cents) rows."""
    months = {}
    for region, day, cents in sales:
        month = months.setdefault(day[:7], {})
        month[region] = month.get(region, 0) + cents
    rows = [
        (month, 1 + sum(other > revenue for other in regions.values()), region, revenue)
        for month, regions in months.items()
        for region, revenue in regions.items()
    ]
    return [(month, region, revenue, place) for month, place, region, revenue in sorted(rows)]


def mistake(rows, want):
    """Return how many rows a query gave and what is first wrong with them, or None where nothing is."""
    return None if rows == want else f"gave {len(rows)} rows. {first_wrong(rows, want)}"


def first_wrong(rows, want):
    """Return a sentence: the groups are not right, or a revenue, or the ranks of a month, or only the order."""
    groups = [row[:2] for row in rows]
    for group in [row[:2] for row in want if row[:2] not in groups]:
        return f"None of them is for the month and region {group}."
    for group in groups:
        if group not in [row[:2] for row in want] or groups.count(group) > 1:
            return (
                f"Rows for the month and region {group}: {groups.count(group)}, which is more than promised."
            )
    found = {row[:2]: row[2:] for row in rows}
    for month, region, revenue, _ in want:
        if found[month, region][0] != revenue:
            return f"The revenue of {region!r} in {month} is another than {found[month, region][0]}."
    for month, region, _, place in want:
        if found[month, region][1] != place:
            pairs = [pair for group, pair in found.items() if group[0] == month]
            pairs.sort(key=lambda pair: (-pair[0], str(pair[1])))
            return f"Its revenues and their ranks in {month} are {pairs}, and those ranks are wrong."
    place = next(k for k, row in enumerate(rows) if row != want[k])
    return f"Each is right, but {rows[place]} stands in row {place + 1}, where another one belongs."


EXAMPLE_ROWS = [
    ("2025-12", "north", 900, 1), ("2025-12", "south", 800, 2), ("2026-01", "south", 500, 1),
    ("2026-01", "west", 500, 1), ("2026-01", "north", 300, 3), ("2026-01", "east", 100, 4),
    ("2026-12", "north", 700, 1),
]  # fmt: skip


def sale_days(rng, month, region, revenue):
    """Return sales of a region in a month that add up to its revenue, two of them alike."""
    parts = [int(x) for x in rng.integers(-300, 900, size=int(rng.integers(1, 3)))]
    twice = int(rng.integers(50, 500))
    day = f"{month}-{rng.integers(1, 29):02}"
    rows = [(region, day, twice), (region, day, twice)]
    rows += [
        (region, f"{month}-{rng.integers(1, 29):02}", x) for x in [*parts, revenue - 2 * twice - sum(parts)]
    ]
    return rows


NAMES = ["north", "south", "west", "east", "isles", "Coast"]
MORE = [*NAMES, "lakes", "hills", "plain", "delta", "upland", "harbour", "old town", "airport"]
MONTHS = ["2025-03", "2025-11", "2026-03", "2026-11"]


def some_sales(rng, names=NAMES, months=MONTHS):
    """Return sales with a tie in front, a tie further back and a month with one region."""
    rows = []
    for k, month in enumerate(months):
        regions = [
            names[i] for i in rng.permutation(len(names))[: int(rng.integers(len(names) - 2, len(names) + 1))]
        ]
        revenues = sorted(({*rng.integers(100, 9000, size=20).tolist()}), reverse=True)[: len(regions)]
        if k % 2 == 0:
            revenues[1], revenues[-1] = revenues[0], 0
        if k == 1:
            revenues[2] = revenues[1]
        if k == 3:
            regions, revenues = regions[:1], revenues[:1]
        for region, revenue in zip(regions, revenues, strict=True):
            rows += sale_days(rng, month, region, revenue)
    return [rows[i] for i in rng.permutation(len(rows))]


# %% role="check" name="one SELECT with four columns" points=0
sql = monthly_rank_sql()
assert type(sql) is str, f"monthly_rank_sql() gave you {kind(sql)}; the text of a query was promised."
rows = answer_of(database(TABLE + EXAMPLE), sql)
assert type(rows) is list, f"Your query was sent to the example, and {rows}."

# %% role="check" name="stage 1: revenue of each region and month" points=1
rows = answer_of(database(TABLE + EXAMPLE), monthly_rank_sql())
assert type(rows) is list, f"Your query was sent to the example, and {rows}."
got, want = sorted(row[:3] for row in rows), sorted(row[:3] for row in EXAMPLE_ROWS)
assert got == want, (
    f"On the example your query gave the months, regions and revenues {got}, put in order; {want} was "
    "promised."
)

# %% role="check" name="stage 2: ranks within a month" points=1
rows = answer_of(database(TABLE + EXAMPLE), monthly_rank_sql())
assert type(rows) is list, f"Your query was sent to the example, and {rows}."
got, want = (
    sorted((row[0], row[1], row[3]) for row in some if row[0] != "2026-01") for some in (rows, EXAMPLE_ROWS)
)
assert got == want, (
    f"On the example your query gave the months, regions and ranks {got} besides those of 2026-01; {want} "
    "was promised."
)

# %% role="check" name="stage 3: equal revenues" points=1
rows = answer_of(database(TABLE + EXAMPLE), monthly_rank_sql())
assert type(rows) is list, f"Your query was sent to the example, and {rows}."
got, want = (sorted((row[3], row[2]) for row in some if row[0] == "2026-01") for some in (rows, EXAMPLE_ROWS))
assert got == want, (
    f"In 2026-01 of the example your query gave the ranks and revenues {got}; {want} was promised: south and "
    "west sold as much, and two regions are ahead of north."
)

# %% role="check" name="the worked example, in order" points=0 needs=["stage 1: revenue of each region and month", "stage 2: ranks within a month", "stage 3: equal revenues"]
rows = answer_of(database(TABLE + EXAMPLE), monthly_rank_sql())
assert type(rows) is list, f"Your query was sent to the example, and {rows}."
assert rows == EXAMPLE_ROWS, f"Your query on the example gave {rows}; {EXAMPLE_ROWS} was promised."

# %% role="check" name="any table of sales" points=2 hidden=true
sql = monthly_rank_sql()
tables = [some_sales(rng) for _ in range(20)]
tables.append(
    some_sales(rng, MORE, [f"{year}-{month:02}" for year in (2024, 2025) for month in range(7, 13)])
)
for k, sales in enumerate(tables):
    table = (TABLE, BACKWARDS)[k % 2]
    rows = answer_of(database(table, ("INSERT INTO sales VALUES (?, ?, ?)", sales)), sql)
    assert type(rows) is list, f"Your query was sent to {len(sales)} sales, and {rows}."
    wrong = mistake(rows, ranked(sales))
    assert wrong is None, (
        f"For {len(sales)} sales of {len({row[0] for row in sales})} regions in "
        f"{len({row[1][:7] for row in sales})} months your query {wrong}"
    )

# %% role="check" name="returns, draws, and nothing at all" points=1 hidden=true
sql = monthly_rank_sql()
day = f"2026-0{rng.integers(1, 10)}-17"
other = f"2024{day[4:]}"
for what, sales in (
    (
        "goods were returned and nothing sold",
        [("south", day, -500), ("north", day, -200), ("west", day, -900)],
    ),
    (
        "three regions sold the same and one less",
        [(name, day, 700) for name in ("w", "n", "s")] + [("e", day, 5)],
    ),
    (
        "the same month of two years has sales",
        [("n", day, 5), ("s", other, 9), ("n", other, 3), ("s", day, 4)],
    ),
    ("one region's sales add up to 0", [("n", day, 500), ("n", day, -500), ("s", day, -1), ("w", day, 0)]),
    ("there are no sales", []),
):
    rows = answer_of(database(BACKWARDS, ("INSERT INTO sales VALUES (?, ?, ?)", sales)), sql)
    assert type(rows) is list, f"Your query was asked where {what}, and {rows}."
    wrong = mistake(rows, ranked(sales))
    assert wrong is None, f"Where {what}, {sales}, your query {wrong}"

# %% [markdown] role="hint"
# Leave the ranks for later. Which two things make a group, and how do you cut a day down to its month? Write
# the query that gives the first three columns, and compare it with the example. Then say aloud: ranked by
# what, and among whom?

# %% [markdown] role="hint"
# `substr(sold_on, 1, 7)` is the month with its year; group by it and by `region`, and `SUM(cents)`. Window
# functions are computed after the grouping, so `RANK() OVER (PARTITION BY … ORDER BY … DESC)` may use that
# sum. `PARTITION BY` names what the ranking begins anew for. `RANK` lets equal ones share and skips what they
# took; `ROW_NUMBER` and `DENSE_RANK` do not. If that is too much at once, put the sums into a `WITH` and rank
# its rows.

# %% [markdown] role="hint"
# ```sql
# WITH totals AS (
#     SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue
#     FROM sales
#     GROUP BY month, region
# )
# SELECT month, region, revenue, RANK() OVER (____) AS place
# FROM totals
# ORDER BY month, place, region
# ```

# %% [markdown] role="explanation"
# A query is not read from the top. First `FROM` and `WHERE`, then `GROUP BY` with its sums, then windows,
# then `ORDER BY`. So a window sees one row for each month and region, and may rank by the sum; and for the
# same reason you cannot ask for `WHERE place = 1` in the same query: wrap it in another `SELECT`.
#
# Three functions differ on ties only. For 500, 500, 300 `RANK` says 1, 1, 3, as in sports; `DENSE_RANK` says
# 1, 1, 2 and answers "how many different revenues are at least this large"; `ROW_NUMBER` says 1, 2, 3, and
# who of the first two gets 1 is chance unless you go on sorting. The `ORDER BY` of a window only ranks: the
# order of the rows is up to the last line.
#
# The month has to keep its year, or December 2025 and December 2026 become one. Text like `'2026-01'` sorts
# by time all by itself, which is why dates are best written from the largest unit to the smallest. In pandas
# the whole thing is a `groupby` and `.groupby("month")["revenue"].rank(method="min", ascending=False)`.


# %% role="alternative" name="sums first, then ranks"
def monthly_rank_sql():
    totals = "SELECT strftime('%Y-%m', sold_on) m, region r, SUM(cents) s FROM sales GROUP BY 1, 2"
    window = "WINDOW w AS (PARTITION BY m ORDER BY s DESC)"
    return f"WITH totals AS ({totals}) SELECT m, r, s, RANK() OVER w FROM totals {window} ORDER BY 1, 4, 2;"


# %% role="alternative" name="counts who is ahead"
def monthly_rank_sql():
    lines = [
        "with t(month, region, revenue) as (",
        "  select substr(sold_on, 1, 7), region, total(cents) from sales",
        "  group by substr(sold_on, 1, 7), region)",
        "select a.month, a.region, a.revenue, 1 + count(b.region) as place",
        "from t as a left join t as b on b.month = a.month and b.revenue > a.revenue",
        "group by a.month, a.region order by a.month, place, a.region",
    ]
    return "\n".join(lines)


# %% role="misconception" name="ROW_NUMBER on ties" fails="stage 3: equal revenues"
# Where revenues are equal you count on, so one of two regions that sold the same is second, by chance or by
# name. `ROW_NUMBER` does that, and so does a `RANK` that goes by the region too. Equal revenues share a rank:
# use `RANK`, ordered by nothing but the revenue.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               ROW_NUMBER() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC, region) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="variant" name="RANK with the region as a tie-breaker" of="ROW_NUMBER on ties"
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT month, region, revenue, RANK() OVER (PARTITION BY month ORDER BY revenue DESC, region) AS place
        FROM totals
        ORDER BY month, place, region
    """


# %% role="variant" name="ROW_NUMBER by the revenue alone" of="ROW_NUMBER on ties"
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               ROW_NUMBER() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="DENSE_RANK" fails="stage 3: equal revenues"
# After two that share rank 1 you go on with 2, as `DENSE_RANK` does. With two regions ahead of you, you are
# third: `RANK` skips the ranks that were shared.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               DENSE_RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="variant" name="DENSE_RANK over sums" of="DENSE_RANK"
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT month, region, revenue, DENSE_RANK() OVER (PARTITION BY month ORDER BY revenue DESC) AS place
        FROM totals
        ORDER BY month, place, region
    """


# %% role="misconception" name="one ranking for all months" fails="stage 2: ranks within a month"
# Without `PARTITION BY` all months are in one race, and December's last is behind January's. `PARTITION BY`
# the month begins anew for each.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="variant" name="no PARTITION BY over sums" of="one ranking for all months"
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT month, region, revenue, RANK() OVER (ORDER BY revenue DESC) AS place
        FROM totals
        ORDER BY month, place, region
    """


# %% role="misconception" name="ranks months within a region" fails="stage 2: ranks within a month"
# You asked in which month a region did best: `PARTITION BY region` lets each region race against itself. The
# regions of a month are ranked, so partition by the month.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY region ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="everybody is first" fails="stage 2: ranks within a month"
# `PARTITION BY` month *and* region makes races with one runner each, and everybody wins. Partition by the
# month alone; the region belongs to `GROUP BY`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7), region ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="the smallest is first" fails="stage 2: ranks within a month"
# A window sorts ascending unless told otherwise, so rank 1 went to the smallest revenue. Write `ORDER BY
# SUM(cents) DESC`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents)) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="variant" name="ascending over sums" of="the smallest is first"
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT month, region, revenue, RANK() OVER (PARTITION BY month ORDER BY revenue) AS place
        FROM totals
        ORDER BY month, place, region
    """


# %% role="misconception" name="counts those not behind" fails="stage 3: equal revenues"
# You counted the regions that sold *at least* as much, so two that share the lead both come second. The rank
# is 1 plus the number of those that sold more: `>` instead of `>=`, and add 1.
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT a.month, a.region, a.revenue,
               (SELECT COUNT(*) FROM totals AS b WHERE b.month = a.month AND b.revenue >= a.revenue) AS place
        FROM totals AS a
        ORDER BY a.month, place, a.region
    """


# %% role="misconception" name="counts ranks from 0" fails="stage 2: ranks within a month"
# You counted the regions that sold more, which is 0 for the best one. Ranks begin with 1: add it.
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT a.month, a.region, a.revenue,
               (SELECT COUNT(*) FROM totals AS b WHERE b.month = a.month AND b.revenue > a.revenue) AS place
        FROM totals AS a
        ORDER BY a.month, place, a.region
    """


# %% role="misconception" name="ranks single sales" fails="stage 1: revenue of each region and month"
# You ranked sales, one by one. The sum of a region's sales is ranked: `GROUP BY` month and region first, and
# rank `SUM(cents)`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, cents,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY cents DESC) AS place
        FROM sales
        ORDER BY month, place, region
    """


# %% role="misconception" name="the month without its year" fails="stage 1: revenue of each region and month"
# You kept the month's number alone, and December 2025 is one with December 2026. Keep the year:
# `strftime('%Y-%m', …)`, or the first seven letters.
def monthly_rank_sql():
    return """
        SELECT strftime('%m', sold_on) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY strftime('%m', sold_on) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="years instead of months" fails="stage 1: revenue of each region and month"
# The first four letters of a day are its year. The month takes seven: `substr(sold_on, 1, 7)`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 4) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 4) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="days instead of months" fails="stage 1: revenue of each region and month"
# You grouped by `sold_on`, which is the day. Cut it down to the month before you group: `substr(sold_on, 1,
# 7)`.
def monthly_rank_sql():
    return """
        SELECT sold_on AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY sold_on ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="a day for a month" fails="stage 1: revenue of each region and month"
# `start of month` gives the first day, `'2026-01-01'`. A month was promised, `'2026-01'`: take the first
# seven letters.
def monthly_rank_sql():
    return """
        SELECT date(sold_on, 'start of month') AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY date(sold_on, 'start of month') ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="counts sales instead of cents" fails="stage 1: revenue of each region and month"
# `COUNT` tells how many sales there were. Revenue is what they brought: `SUM(cents)`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, COUNT(*) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY COUNT(*) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="adds different amounts only" fails="stage 1: revenue of each region and month"
# `DISTINCT`, in the sum or in a `SELECT` before it, lets equal sales count once. Two sales of 400 are 800: leave
# it out.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(DISTINCT cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(DISTINCT cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="leaves returns out" fails="stage 1: revenue of each region and month"
# You left out what is below 0. Goods that came back earn nothing: they are part of the sum.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        WHERE cents > 0
        GROUP BY month, region
        ORDER BY month, place, region
    """


# %% role="misconception" name="leaves revenues of 0 out" fails="returns, draws, and nothing at all"
# You left out regions whose revenue is 0. They have sales in that month, which happen to add up to nothing,
# and they are ahead of whoever lost money: they have a row and a rank.
def monthly_rank_sql():
    return """
        SELECT month, region, revenue, RANK() OVER (PARTITION BY month ORDER BY revenue DESC) AS place
        FROM (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        WHERE revenue <> 0
        ORDER BY month, place, region
    """


# %% role="misconception" name="the winners only" fails="stage 1: revenue of each region and month"
# You kept rank 1 of each month. Every region that sold something has a row: leave the condition out.
def monthly_rank_sql():
    return """
        SELECT * FROM (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
                   RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
            FROM sales
            GROUP BY month, region
        )
        WHERE place = 1
        ORDER BY month, place, region
    """


# %% role="misconception" name="by month and region" fails="any table of sales"
# Your rows come by month and region. Within a month the rank decides, and the region only among equal ranks:
# `ORDER BY month, place, region`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, region
    """


# %% role="misconception" name="by rank before month" fails="any table of sales"
# Your rows come by rank first, all winners on top. By month was promised, and by rank within it: `ORDER BY
# month, place, region`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY place, month, region
    """


# %% role="misconception" name="leaves equal ranks to chance" fails="any table of sales"
# You ordered by month and rank, and leave regions of equal rank to the database. It may put them in the promised order
# today and in another one tomorrow: name the region last, `ORDER BY month, place, region`.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place
    """


# %% role="misconception" name="leaves equal ranks of its sums to chance" fails="any table of sales"
# You ordered by month and rank, and regions of equal rank come in the order in which their sums were made: by
# name today, and otherwise as soon as somebody adds an index. Name the region last, `ORDER BY month, place,
# region`.
def monthly_rank_sql():
    return """
        WITH totals AS (
            SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue FROM sales GROUP BY 1, 2
        )
        SELECT month, region, revenue, RANK() OVER (PARTITION BY month ORDER BY revenue DESC) AS place
        FROM totals
        ORDER BY month, place
    """


# %% role="misconception" name="latest month first" fails="any table of sales"
# `DESC` behind the month turns time around. From the first month to the last was promised: leave it out.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month DESC, place, region
    """


# %% role="misconception" name="equal ranks from Z to A" fails="any table of sales"
# Within a rank your regions come from Z to A; from A to Z was promised. `DESC` in the last line belongs
# nowhere.
def monthly_rank_sql():
    return """
        SELECT substr(sold_on, 1, 7) AS month, region, SUM(cents) AS revenue,
               RANK() OVER (PARTITION BY substr(sold_on, 1, 7) ORDER BY SUM(cents) DESC) AS place
        FROM sales
        GROUP BY month, region
        ORDER BY month, place, region DESC
    """
