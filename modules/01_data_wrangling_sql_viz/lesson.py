# %% [markdown]
# # Tables, queries and charts
#
# After this lesson you can
#
# - **say** before a join or a reshape how many rows will come out;
# - **decide** what a gap means, and keep tomorrow out of today's features;
# - **ask** a database, from SELECT to window functions, without letting a name become a command;
# - **show** a result honestly: in a chart that states its claim, and beside the emptiest guess.
#
# | Time | You need | Skills |
# |:---|:---|:---|
# | 75 minutes, 6 hours with the exercises | Python basics, module 00 | pandas, SQL, Matplotlib, missing data, preprocessing, feature engineering |
#
# Run each cell with Shift-Enter. Where one asks a question, choose before you run the next. **Practise now**
# names the exercises that you are ready for: do them at once, then come back. The first comes after ten minutes.

# %%
import sqlite3
from io import BytesIO

import numpy as np
import pandas as pd
from course.clinic import separates
from course.datasets import exports, orders
from course.figures import data_wrangling as figures
from course.figures import show
from course.questions import explain, predict
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier
from statsmodels.datasets import anes96, fertility

rng = np.random.default_rng(0)
shop = orders.shop(rng, customers=14)
births = fertility.load_pandas().data

# %% [markdown]
# ## Five questions from module 00
#
# From memory, at most two minutes each:
#
# 1. Does `a[a > 2] = 0` change the array `a`?
# 2. And `a[a > 2][0] = 0`?
# 3. A function gets a list and has to leave it alone. What does it return?
# 4. What does a Git commit record, besides who, when and why?
# 5. In a diff, what does a line that begins with `-` say?
#
# <details><summary>Answers to the five questions</summary>
#
# 1. Yes: an assignment writes into `a` itself.
# 2. No: `a[a > 2]` makes a copy, and only that changes.
# 3. A new list, even where nothing had to change.
# 4. A snapshot of all files and its parent commits.
# 5. The new version lacks this line.
#
# </details>
#
# ## The number for the board
#
# A shop keeps tables of customers, orders, items and payments. How much money came in? A colleague joins what
# belongs together and adds up. Nothing fails, and no row looks odd.

# %%
customers = pd.DataFrame(shop.customers, columns=["customer_id", "name"])
sales = pd.DataFrame(shop.orders, columns=["order_id", "customer_id", "status", "placed_on"])
items = pd.DataFrame(shop.items, columns=["order_id", "quantity", "unit_cents"])
payments = pd.DataFrame(shop.payments, columns=["order_id", "cents"])

everything = sales.merge(items, on="order_id").merge(payments, on="order_id")
print(f"paid: {everything['cents'].sum() / 100:,.2f} euros")
predict("dw_opening")

# %%
real, reported = payments["cents"].sum() / 100, everything["cents"].sum() / 100
not_done = everything.loc[everything["status"] != "done", "cents"].sum() / 100
rows = everything.groupby("order_id").size().max()
numbers = {"reported": reported, "real": real, "times": reported / real}
explain("dw_opening", **numbers, not_done=not_done, rows=rows)

# %% [markdown]
# **Why** does the report also hide that a finished order was never paid?
#
# <details><summary>Answer</summary>
#
# An inner join keeps only rows that found a partner. The others disappear, and no sum shows it.
#
# </details>
#
# ## Tidy tables
#
# A table is **tidy** if each row is one observation and each column one variable. Offices publish *wide* tables
# instead: `births`, children per woman, has a column for each year. There the year is text in a header, so you
# cannot filter by it, draw along it, or join on it. `melt` makes the table *long*; `pivot` leads back.
#
# **In the figure:** a colour is one column on the left, and several rows on the right. A gap becomes a row of
# its own.

# %%
years = [column for column in births.columns if column.isdigit()]
some = births[births["Country Code"].isin(["BRA", "KEN", "SRB"])].rename(columns={"Country Code": "code"})
show(figures.wide_and_long(some[["code", "1960", "1985", "2011"]], "code", "children"))
long = births.melt(["Country Name", "Country Code"], years, "year", "children")
predict("dw_year")

# %%
as_number, as_text = (long["year"] == 1960).sum(), (long["year"] == "1960").sum()
print(long.dtypes.to_string())
explain("dw_year", number=as_number, text=as_text)

# %% [markdown]
# **Why** does the row of a missing number stay?
#
# <details><summary>Answer</summary>
#
# That nobody knows the number is a fact, too. Without the row, a place that did not report looks like one that
# does not exist.
#
# </details>
#
# > **Practise now:** [1.1 `to_long`](01_data_wrangling_sql_viz.ipynb#cell-id=7c25a3e8).
#
# ## Joins that do not multiply
#
# A left join gives each row of the left table once **for each match**, and once without any. So say beforehand
# how often a key may stand on either side: one to one, many to one, many to many. Only where it stands once on
# the right does the number of rows stay. `merge(…, validate="many_to_one")` raises otherwise, and
# `indicator=True` adds a column that says which rows found a partner.
#
# **In the figure:** each line is a row of the result, dashed where the key stands twice on the right. The order
# of c9 finds nobody and stays, with gaps.

# %%
show(
    figures.cardinality(
        {
            "Many to one": (["c2", "c9", "c1", "c2"], ["c1", "c2", "c4"]),
            "Many to many": (["c2", "c9", "c1", "c2"], ["c1", "c2", "c2"]),
        }
    )
)
nobody = pd.DataFrame({"customer_id": [np.nan, np.nan], "name": ["till", "web shop"]})
people = pd.concat([customers, nobody])
predict("dw_guest")

# %%
joined = sales.merge(people, how="left", on="customer_id")
try:
    sales.merge(people, how="left", on="customer_id", validate="many_to_one")
except pd.errors.MergeError as error:
    print("MergeError:", str(error).splitlines()[0])
known = people.dropna(subset="customer_id")
mended = len(sales.merge(known, how="left", on="customer_id", validate="many_to_one"))
explain("dw_guest", before=len(sales), after=len(joined), mended=mended)

# %% [markdown]
# **Why** is it not enough to compare the number of rows before and after?
#
# <details><summary>Answer</summary>
#
# An inner join can lose one row and double another. Count those that matched, and those that did not.
#
# </details>
#
# > **Practise now:** [1.2 `checked_left_join`](01_data_wrangling_sql_viz.ipynb#cell-id=4d114f0c).
#
# ## What a gap means
#
# A value is missing for a reason: nobody asked, nobody answered, it was too small to measure, it has not
# happened yet. The reason decides whether you leave out a column, fill the gap, or keep "missing" as an answer.
# So look at *where* the gaps are before you fill them.
#
# **In the figure:** the rows of `births` with gaps before 2012, dark where a number is missing. Some places never
# report, some only of late, and two columns are dark throughout.

# %%
show(figures.missingness(births[years], births["Country Name"]))
predict("dw_dropna")

# %%
filled = births[years].dropna(axis="columns", how="all")
complete = filled.notna().all(axis=1)
for name, group in {"without gaps": births[complete], "with gaps": births[~complete]}.items():
    known = group["2011"].dropna()
    print(f"2011, rows {name}: {known.mean():.2f} children per woman, from {len(known)} rows")
numbers = {"kept": len(births.dropna()), "complete": complete.sum(), "last": filled.columns[-1]}
explain("dw_dropna", **numbers, columns=births.dropna(axis="columns").columns.isin(years).sum())

# %% [markdown]
# **Why** is the mean of all rows a poor filling for these?
#
# <details><summary>Answer</summary>
#
# The printed means differ: places with gaps are mostly small, and families there are smaller. Fill from rows that
# resemble them, such as the median of a group, and note in a column what was filled.
#
# </details>
#
# To write it, use `df.loc[rows, "x"] = …` or assign the whole column: `df[rows]["x"] = …` changes a copy, so
# nothing happens.
#
# > **Practise now:** [1.3 `impute_group_median`](01_data_wrangling_sql_viz.ipynb#cell-id=c6564e13). After that,
# > scikit-learn's `SimpleImputer` fills whole columns.
#
# ## Features that do not peek
#
# A feature for a moment may hold only what was known **before** it. For the mean of the last days: sort by time,
# group by shop, shift by one row, then average. `groupby(…).transform` gives the result back under each row's own
# label. Below, each of 20 shops rolls a die every day, and that is what it sells.

# %%
days = pd.DataFrame({"shop": np.repeat(np.arange(20), 100), "day": np.tile(np.arange(100), 20)})
days["sold"] = rng.integers(1, 7, size=len(days))
by_shop = days.sort_values("day").groupby("shop")["sold"]
days["mean_3"] = by_shop.transform(lambda sold: sold.rolling(3, min_periods=1).mean())
predict("dw_peek")

# %%
days["past_3"] = by_shop.transform(lambda sold: sold.shift().rolling(3, min_periods=1).mean())
peeking, honest = (days["sold"].corr(days[feature]) for feature in ("mean_3", "past_3"))
explain("dw_peek", peeking=peeking, honest=honest)

# %% [markdown]
# **Which** test finds such a leak in any feature?
#
# <details><summary>Answer</summary>
#
# Change the value of today, and all later ones. Whatever feature of today changes has seen them.
#
# </details>
#
# > **Practise now:** [1.4 `past_mean`](01_data_wrangling_sql_viz.ipynb#cell-id=532645b8).
#
# ## SQL: say what, not how
#
# You write SELECT first, but a query is worked out in this order: FROM with JOIN … ON; WHERE, which drops rows;
# GROUP BY; HAVING, which drops groups; SELECT; ORDER BY. NULL stands for what is missing. It equals nothing, not
# even NULL; `SUM(x)` and `COUNT(x)` skip it, and `COALESCE(x, 0)` puts a 0 in its place. `WITH t AS (SELECT …)`
# gives a query a name for the next one to read.

# %%
db = orders.connect(shop)
sql = """
    SELECT c.name, COUNT(*) AS n
    FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.id
    GROUP BY c.id ORDER BY n DESC, c.id LIMIT 3
"""
print(pd.read_sql_query(sql, db))
predict("dw_count")

# %%
sql = """
    SELECT c.id, COUNT(*) AS star, COUNT(o.id) AS orders
    FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.id WHERE o.status = 'done' GROUP BY c.id
"""
in_where, in_on = pd.read_sql_query(sql, db), pd.read_sql_query(sql.replace("WHERE", "AND"), db)
print(f"customers in the result: {len(in_where)} with WHERE status = 'done', {len(in_on)} with ON … AND")
never = in_on.set_index("id").loc[shop.planted["never_ordered"]]
explain("dw_count", star=never["star"], orders=never["orders"], customers=len(customers))

# %% [markdown]
# **Why** does `status = 'done'` keep fewer customers in WHERE than in ON?
#
# <details><summary>Answer</summary>
#
# ON decides who matches; whoever matches nothing keeps a row of NULLs. WHERE comes later, and NULL is not
# 'done'.
#
# </details>
#
# With items joined as well, an order has several rows: count `DISTINCT o.id`. Items *and* payments multiply each
# other, as in the opening.
#
# > **Practise now:** [1.5 `top_customers_sql`](01_data_wrangling_sql_viz.ipynb#cell-id=f4aab147).
#
# ## Window functions
#
# GROUP BY merges rows. A **window function** looks at other rows and merges none: `SUM(x) OVER (…)`. PARTITION
# BY says which rows belong together, ORDER BY in which order they come, and the *frame* which of them count. At
# a tie, ROW_NUMBER goes on counting, RANK gives one number and then skips (1, 1, 3), DENSE_RANK does not skip
# (1, 1, 2). Sums of a GROUP BY can be ranked, too: `RANK() OVER (ORDER BY SUM(x) DESC)`. Of a date as text,
# `substr(d, 1, 7)` is the month.

# %%
sql = """
    WITH sales(day, cents) AS (VALUES (1, 500), (2, 300), (2, 200), (3, 100))
    SELECT day, cents, SUM(cents) OVER (ORDER BY day) AS total FROM sales
"""
print(sql)
predict("dw_window")

# %%
rows = "ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
plain = pd.read_sql_query(sql, db)["total"].tolist()
strict = pd.read_sql_query(sql.replace("ORDER BY day", rows), db)["total"].tolist()
north = [("north", day, cents) for day, cents in ((1, 500), (2, 300), (2, 200), (3, 100), (4, 400))]
show(figures.frames([*north, ("south", 1, 700), ("south", 3, 600)], current=2))
explain("dw_window", plain=plain, strict=strict)

# %% [markdown]
# **In the figure:** green is what a window adds up for the framed row: its whole region; with ORDER BY, all up
# to its day; with a frame of ROWS, the two rows before it.
#
# **Why** is the third frame a feature that does not peek?
#
# <details><summary>Answer</summary>
#
# It ends one row before the current one: shift and rolling in a single clause.
#
# </details>
#
# > **Practise now:** [1.7 `monthly_rank_sql`](01_data_wrangling_sql_viz.ipynb#cell-id=7fbac265).
#
# ## A name is data
#
# Somebody types a name into a form, and a program looks it up. Written into the text of the query, the name is
# read as SQL. With a **parameter**, `?` stands in the text and the value travels beside it.


# %%
def by_text(name):
    return db.execute(f"SELECT id, name FROM customers WHERE name = '{name}'").fetchall()


def by_parameter(name):
    return db.execute("SELECT id, name FROM customers WHERE name = ?", (name,)).fetchall()


print(by_text(customers["name"][0]), by_parameter(customers["name"][0]))
typed = "x' OR '1'='1"
predict("dw_injection")

# %%
try:
    by_text("O'Brien")
except sqlite3.OperationalError as error:
    print("by_text, O'Brien:", error)
print("by_parameter, O'Brien:", by_parameter("O'Brien"))
explain("dw_injection", text=len(by_text(typed)), bound=len(by_parameter(typed)))

# %% [markdown]
# **Why** not simply double each quote?
#
# <details><summary>Answer</summary>
#
# Somebody forgets one place. A bound value is never read as SQL. Names of tables and columns cannot be bound: pick
# them from a list of your own.
#
# </details>
#
# > **Practise now:** [1.6 `find_user`](01_data_wrangling_sql_viz.ipynb#cell-id=51f6a623).
#
# ## Reading what somebody exported
#
# A CSV file has no types. `read_csv` guesses them, and its guesses are wrong in ways that look like data. Say
# what the file means: `sep`, `decimal`, `encoding`, `dtype` (`str` for ids), `na_values`, and
# `keep_default_na=False` where "None" or "NA" is a word. Here `-9` and `n/a` stand for unknown, and None is a
# town.

# %%
raw = exports.export(rng, "utf-8-sig", rows=60).content
print(raw.decode("utf-8-sig")[:180])
guessed = pd.read_csv(BytesIO(raw), sep=";")
predict("dw_export")

# %%
meaning = {"decimal": ",", "dtype": {"order_id": str, "customer_id": str}}
gaps = {"na_values": ["-9", "n/a"], "keep_default_na": False}
right = pd.read_csv(BytesIO(raw), sep=";", encoding="utf-8-sig", **meaning, **gaps)
print(guessed.tail(3), right.tail(3), sep="\n\n")
dtypes = ", ".join(map(str, guessed.dtypes))
explain("dw_export", dtypes=dtypes, lowest=guessed["customer_id"].min(), none=(right["city"] == "None").sum())

# %% [markdown]
# **Why** is cp1252 read as latin-1 worse than cp1252 read as UTF-8?
#
# <details><summary>Answer</summary>
#
# UTF-8 mostly raises an error. Latin-1 has a character for every byte and never complains: Š and Œ become invisible
# ones, and cities no longer match.
#
# </details>
#
# > **Practise now:** [1.9 `read_export`](01_data_wrangling_sql_viz.ipynb#cell-id=b662f2bf).
#
# ## Dates, duplicates, rules
#
# A date arrives as text. Text sorts by its first character, so the "newest" of 31/01/2026 and 05/03/2026 is the
# one in January. Parse with `pd.to_datetime(s, format="%d/%m/%Y", errors="coerce")`: what does not fit becomes
# NaT, which you can count. Then keep the newest row of each customer, *before* a join; `duplicated(keep="last")`
# marks the others in sorted rows. And write down what should be true of each column: next week's file is measured
# by the same rules.

# %%
calendar = pd.Series(pd.date_range("2026-01-01", "2026-12-31"))
written = calendar.dt.strftime("%d/%m/%Y")
guess = pd.to_datetime(written, format="mixed")
predict("dw_dates")

# %%
moved, first = guess != calendar, written[guess != calendar].iloc[0]
said = pd.to_datetime(written, format="%d/%m/%Y", errors="coerce")
explain("dw_dates", moved=moved.sum(), first=first, read=guess[moved].iloc[0], still=(said != calendar).sum())

# %% [markdown]
# **Why** refuse what does not fit, instead of guessing?
#
# <details><summary>Answer</summary>
#
# A NaT is counted, and somebody asks. A wrong date is a number like any other.
#
# </details>
#
# > **Practise now:** [1.10 `parse_mixed_dates`](01_data_wrangling_sql_viz.ipynb#cell-id=477d0710),
# > [1.11 `dedupe_latest`](01_data_wrangling_sql_viz.ipynb#cell-id=6da67847), then
# > [1.12 `quality_report`](01_data_wrangling_sql_viz.ipynb#cell-id=6e7247ba).
#
# ## A chart that states its claim
#
# The bins of a histogram are your choice. Write on it how many values it shows, how many are missing, and the unit.
# `ax.hist`, `ax.axvline` and `ax.set_title` draw on the axes that you were given; `plt.hist` on whichever came last.
#
# **In the figure:** children per woman in 1980, with the median dashed. Move the slider: when do two hills
# appear, and when do they fall apart?

# %%
column = births["1980"].to_numpy()
show(figures.histograms(column, (3, 8, 60), "children"))
figures.bin_slider(column, "children")
predict("dw_bins")


# %%
def hills(bins):
    counts, _ = np.histogram(column[~np.isnan(column)], bins)
    steps = np.sign(np.diff(counts, prepend=0, append=0))
    return (np.diff(steps[steps != 0]) < 0).sum()


names = ["Bangladesh", "Niger", "Kenya", "Brazil", "France", "Japan"]
lines = births.set_index("Country Name").loc[names, filled.columns].T.rename(index=int)
then, now = lines["Bangladesh"].iloc[[0, -1]]
title = f"In Bangladesh {then:.0f} children became {now:.0f}"
show(figures.claim(lines, "Bangladesh", title, "fertility (children per woman)"))
explain("dw_bins", few=hills(3), some=hills(8), many=hills(60))

# %% [markdown]
# **In the figure:** the same six lines twice. On the right the title says what to see, and one colour shows where.
#
# **What** is wrong with the title "Fertility by year"?
#
# <details><summary>Answer</summary>
#
# The axes say that already. A claim can be checked against the lines.
#
# </details>
#
# > **Practise now:** [1.8 `labelled_hist`](01_data_wrangling_sql_viz.ipynb#cell-id=b3fd13ef).
#
# ## A first model, and what it must beat
#
# In 1996 some Americans said whom they would vote for. Do age, education, income, TV news and the size of the town
# tell? Two numbers come first, both from rows that no model has seen: the model's accuracy, and that of always
# giving the answer most frequent *in training*. `stratify` keeps the answers' shares in both parts.

# %%
voters = anes96.load_pandas().data.astype({"selfLR": int}).astype({"selfLR": str})
numeric = ["age", "educ", "income", "TVnews", "popul"]
train, test = train_test_split(voters, test_size=0.25, stratify=voters["vote"], random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(train[numeric], train["vote"])
print(f"tree, on the rows it learned from: {tree.score(train[numeric], train['vote']):.0%}")
predict("dw_tree")

# %%
numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
words = OneHotEncoder(handle_unknown="ignore")
columns = make_column_transformer((numbers, numeric), (words, ["selfLR"]))
model = make_pipeline(columns, LogisticRegression(max_iter=1000)).fit(train, train["vote"])
print(f"with one more column, left or right: {model.score(test, test['vote']):.0%}")
usual = (test["vote"] == train["vote"].mode()[0]).mean()
explain("dw_tree", tree=tree.score(test[numeric], test["vote"]), usual=usual, n=len(test))

# %% [markdown]
# **Why** is everything inside one pipeline that is fitted on `train`?
#
# <details><summary>Answer</summary>
#
# Medians, means and the list of words are learned, too. Learned from all rows, they would have seen the test.
#
# </details>
#
# > **Practise now:** [1.13 `first_model`](01_data_wrangling_sql_viz.ipynb#cell-id=7c615b28).
#
# ## Wrong-answer clinic
#
# Two wrong answers, both right on the input shown. Change that input until it separates the wrong answer from
# the right one, and make it small.
#
# - `answer_a` adds up what was paid for orders with items: from the order of each item, and order and cents of
#   each payment.
# - `answer_b` ranks revenues as SQL's RANK does, the largest first.
#
# <details><summary>How small does it get?</summary>
#
# For `answer_a`, two items in one order and one payment. For `answer_b`, a tie alone is not enough: a smaller
# revenue has to come after it.
#
# </details>


# %%
def answer_a(items, payments, cents):
    paid = pd.DataFrame({"order": payments, "cents": cents})
    return paid.merge(pd.DataFrame({"order": items}), on="order")["cents"].sum()


def right_a(items, payments, cents):
    paid = pd.DataFrame({"order": payments, "cents": cents})
    return paid.loc[paid["order"].isin(items), "cents"].sum()


separates(answer_a, right_a, [1, 2, 3], [1, 1, 2, 4], [500, 100, 700, 900])


# %%
def answer_b(revenues):
    return pd.Series(revenues).rank(method="dense", ascending=False)


def right_b(revenues):
    return pd.Series(revenues).rank(method="min", ascending=False)


separates(answer_b, right_b, [300, 500, 100])

# %% [markdown]
# ## In five lines
#
# 1. One row, one observation; say beforehand how many rows a step returns.
# 2. A key that repeats on the right multiplies; what matches nothing is counted, not lost.
# 3. A gap has a reason, and a feature has a time: before.
# 4. In SQL, ON matches, WHERE drops, windows look without merging, and values travel as parameters.
# 5. A number needs company: n, missing, unit, and the emptiest guess.
#
# ## What goes wrong in practice
#
# | misconception | symptom | check that reveals it |
# |:---|:---|:---|
# | a join only adds columns | revenue doubles | `validate=`, rows before and after |
# | missing keys match nothing | guests become somebody | a missing key on both sides |
# | `dropna()` removes bad rows | no row, or a biased rest | gaps by column first |
# | the last rows are the past | brilliant until it is used | change today: no feature may move |
# | ORDER BY in a window counts rows | totals jump at ties | two rows on one day |
# | `read_csv` knows the types | ids lose zeros, -9 is a customer | compare dtypes with what you expect |
# | 73 % is good | the model changes no decision | the most frequent answer's score |
#
# ## Three open questions
#
# 1. Let payments be in several currencies: which table gets the rate, and which join brings it?
# 2. Let an order be changed after a month's report: what does "known before" mean then?
# 3. Let values be missing *because* they are high: what can any filling still promise?
#
# ## Exercises
#
# [All thirteen](01_data_wrangling_sql_viz.ipynb), in the order of this lesson: 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 1.6,
# 1.9, 1.10, 1.11, 1.12, 1.8, 1.13.
