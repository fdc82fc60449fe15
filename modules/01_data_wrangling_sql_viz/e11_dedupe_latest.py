# ---
# title: The latest word on each customer
# id: dedupe_latest
# version: 1
# skills: [S003, S121]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# Systems seldom change a row: they write a new one below it. A customer who moved twice stands in the export
# three times, and whoever joins orders with that table counts each of her orders three times. Before any join
# you keep one row for each customer, the newest. `drop_duplicates` keeps the first or the last that it meets,
# which is the newest only if somebody sorted the file; and sorted by a *text* such as `31/01/2026 09:00`, the
# newest is whoever moved on the last day of a month.
#
# Write `dedupe_latest(df, key, time)`.
#
# - `key` and `time` are the names of two columns of `df`. Neither has missing entries; other columns may. All may
#   have any names.
# - The keys are ints, or all text; texts that differ are different keys, such as `0107`, `107` and `a`, `A`.
# - The column `time` holds text of the form `31/12/2025 18:05`: day, month, year, hours and minutes, each with
#   all its digits.
# - The result has one row for each value of `key`: the one with the latest time. Where several rows of a key
#   have that same time, it is the one furthest down in `df`.
# - The chosen rows stand in the order in which they stood in `df`, under their own index labels, with all their
#   columns and the dtypes of `df`; `time` remains text. The index may hold the same label twice, and in any
#   order.
# - Rows of different keys never replace each other, whatever else they have in common.
# - `df` stays as it is, and the result is a new frame, also where nothing has to go. `df` may have no rows.
#
# `dedupe_latest(moves, "customer", "moved")` keeps the rows marked with ←:
#
# | index | customer | city | moved | |
# |---|---|---|---|---|
# | 4 | 0107 | Bonn | 02/02/2026 10:00 | ← later than 31 January, though the text sorts before it |
# | 7 | 0032 | Wien | 05/03/2026 08:30 | the same time as two rows below |
# | 1 | 0107 | Köln | 31/01/2026 09:00 | |
# | 7 | 0032 | Graz | 05/03/2026 08:30 | ← |
# | 3 | 0009 | Graz | 05/03/2026 08:30 | ← another customer |

# %%
import numpy as np
import pandas as pd

moves = pd.DataFrame(
    {
        "customer": ["0107", "0032", "0107", "0032", "0009"],
        "city": ["Bonn", "Wien", "Köln", "Graz", "Graz"],
        "moved": [
            "02/02/2026 10:00",
            "05/03/2026 08:30",
            "31/01/2026 09:00",
            "05/03/2026 08:30",
            "05/03/2026 08:30",
        ],
    },
    index=[4, 7, 1, 7, 3],
)


# %% role="answer"
def dedupe_latest(df, key, time):
    """Keep the latest row of each key.

    df: DataFrame. key, time: names of columns; time holds text such as 31/12/2025 18:05 (day first).
    Returns a new DataFrame: one row for each value of key, with the latest time (the lowest of equals), in the
    order of df, under its own label, with all columns as they are.

    >>> dedupe_latest(moves, "customer", "moved")["city"].tolist()
    ['Bonn', 'Graz', 'Graz']
    """
    ### BEGIN SOLUTION
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]
    ### END SOLUTION


# %% role="check" name="a frame with the same columns" points=0
out = dedupe_latest(moves, "customer", "moved")
assert isinstance(out, pd.DataFrame), (
    f'dedupe_latest(moves, "customer", "moved") gave you {kind(out)}; a DataFrame was promised.'
)
assert out.columns.tolist() == moves.columns.tolist(), (
    f'dedupe_latest(moves, "customer", "moved") gave you the columns {out.columns.tolist()}; those of moves, '
    f"{moves.columns.tolist()}, were promised."
)
got = [str(dtype) for dtype in out.dtypes]
assert got == ["str"] * 3, (
    f'dedupe_latest(moves, "customer", "moved") gave you columns of dtype {", ".join(got)}; str, str, str, as '
    "in moves, was promised."
)

# %% role="check" name="leaves df alone" points=0
for rows in (moves, moves.iloc[2:], moves.iloc[:0]):
    pure(dedupe_latest, rows, "customer", "moved")

# %% role="check" name="the worked example" points=0 needs="a frame with the same columns"
out = dedupe_latest(moves, "customer", "moved")
got = [*zip(out.index.tolist(), out["customer"].tolist(), out["city"].tolist(), strict=True)]
want = [(4, "0107", "Bonn"), (7, "0032", "Graz"), (3, "0009", "Graz")]
assert got == want, (
    f'dedupe_latest(moves, "customer", "moved") gave you the rows {got} (label, customer, city); {want} was '
    "promised."
)


# %% role="shared"
def as_text(minutes):
    """Minutes since the beginning of 2025, as the system writes them."""
    return (pd.Timestamp("2025-01-01") + pd.Timedelta(minutes=int(minutes))).strftime("%d/%m/%Y %H:%M")


def table(rng, keys, minutes):
    """A table of these keys and times, in columns of any names and order, under labels that repeat."""
    n = len(keys)
    key, time = [("customer", "moved"), ("shop", "changed_on"), ("id", "time"), ("row", "stamp")][
        rng.integers(4)
    ]
    taken = rng.choice(["when", "_when", "pos", "_pos", "order", "_order"], size=2, replace=False)
    columns = {
        key: keys,
        time: pd.Series([as_text(m) for m in minutes], dtype="str"),
        "city": pd.Series(rng.choice(["Bonn", "Graz", "Wien"], size=n), dtype="str"),
        "floors": rng.choice([1.0, np.nan], size=n),
    } | dict.fromkeys(taken.tolist(), np.full(n, 7))
    columns = {[*columns][k]: [*columns.values()][k] for k in rng.permutation(6)}
    return pd.DataFrame(columns).set_axis(rng.integers(0, max(n // 2, 1), size=n)), key, time


def latest(keys, minutes):
    """Places of the rows to keep."""
    best = {}
    for place, (key, minute) in enumerate(zip(keys, minutes, strict=True)):
        if key not in best or minute >= minutes[best[key]]:
            best[key] = place
    return sorted(best.values())


def as_rows(df):
    """Each row as a dict of texts, its label among them."""
    texts = df.astype("str").fillna("nan").to_dict("records")
    return [{"label": str(label)} | row for label, row in zip(df.index.tolist(), texts, strict=True)]


def problem(df, key, time, out, places):
    """A sentence on the first thing that is wrong with a result that should be these rows; or None."""
    call = f"dedupe_latest(df with {len(df)} rows, {key!r}, {time!r})"
    if not isinstance(out, pd.DataFrame):
        return f"{call} gave you no DataFrame."
    if out.columns.tolist() != df.columns.tolist() or out.dtypes.tolist() != df.dtypes.tolist():
        return f"{call} gave you other columns or dtypes than those of df."
    got, want = as_rows(out), as_rows(df.iloc[places])
    for right in want:
        mine = [row for row in got if row[key] == right[key]]
        if len(mine) != 1:
            return f"{call} gave you {len(mine)} rows of the key {right[key]!r}; one was promised."
        if mine[0][time] != right[time]:
            return (
                f"{call} kept the key {right[key]!r} of {mine[0][time]}; it also has a row of {right[time]}."
            )
        wrong = [name for name in right if mine[0][name] != right[name]]
        if wrong:
            return (
                f"{call} gave you the right time for the key {right[key]!r}, but the row has another {wrong[0]} "
                "than the lowest row of that time."
            )
    if got != want:
        return f"{call} gave you the right rows, but not in the order of df."
    return None


# %% role="check" name="the latest row of each key" points=2 hidden=true needs=["a frame with the same columns", "leaves df alone"]
for k in range(20):
    n = int(rng.integers(4, 30)) if k else 24  # a short first table does not tell wrong answers apart
    keys = rng.integers(1, 2 + n // 3, size=n).tolist()
    if k % 2:
        forms = rng.choice(["{:03d}", "{:d}", "{:d}a", "{:d}A"], size=n)
        keys = [form.format(1 + key // 4) for form, key in zip(forms, keys, strict=True)]
    days = rng.integers(0, 480, size=1 + n // 2)
    minutes = (1440 * rng.choice(days, size=n) + rng.permutation(1440)[:n]).tolist()
    df, key, time = table(rng, keys, minutes)
    found = problem(df, key, time, dedupe_latest(df, key, time), latest(keys, minutes))
    assert found is None, found

# %% role="check" name="equal times, equal rows, equal labels" points=2 hidden=true needs=["a frame with the same columns", "leaves df alone"]
for k in range(20):
    n = int(rng.integers(6, 20)) + (30 if k % 4 == 3 else 0)  # an unstable sort shows in long tables only
    keys = rng.choice(["a", "b", "c", "d"], size=n).tolist()
    minutes = rng.choice(rng.integers(0, 700_000, size=3), size=n).tolist()
    df, key, time = table(rng, keys, minutes)
    df["floors"] = 2.0
    found = problem(df, key, time, dedupe_latest(df, key, time), latest(keys, minutes))
    assert found is None, found
for n in (0, 1):
    df, key, time = table(rng, pd.Series(["a"] * n, dtype="str"), [5] * n)
    found = problem(df, key, time, dedupe_latest(df, key, time), [*range(n)])
    assert found is None, found

# %% [markdown] role="hint"
# Three things have to be decided apart: what "later" means for a text, which row wins within a key, and in
# which order the winners leave. Do them one after the other. In which of them do the labels of the index play
# a role?

# %% [markdown] role="hint"
# Turn the times into datetimes, outside of `df`. Order the *places* 0, 1, 2, … of the rows by time with a stable
# sort, so that of equal times the lower row comes last. In that order, keep the last row of each key:
# `duplicated(keep="last")` marks the others. Then sort the places that are left, and take them with `iloc`,
# which does not look at labels.

# %% [markdown] role="hint"
# ```python
# times = pd.to_datetime(df[time], format=____).to_numpy()
# by_time = np.argsort(times, kind="stable")
# overtaken = df[key].iloc[by_time].duplicated(keep=____).to_numpy()
# return df.iloc[____]
# ```

# %% [markdown] role="explanation"
# One stable sort, O(n log n), settles both rules at once: by time, and among equal times by place. All the rest
# is bookkeeping with places instead of labels: `iloc` takes rows by where they stand, so repeated labels cannot
# multiply rows, and `np.sort` restores their order at the end. The sorted times are used and thrown away;
# nothing in `df` was converted.
#
# The usual line is `df.sort_values(time).drop_duplicates(key, keep="last").sort_index()`. It is right where the
# times are datetimes, no two are equal (the default sort of pandas is not stable: pass `kind="stable"`) and the
# index is 0, 1, 2, …. Where you own the table, make these three things true first, and then write that line.
#
# In SQL the same is `row_number() OVER (PARTITION BY key ORDER BY time DESC, line DESC)`, filtered by 1.


# %% role="alternative" name="one walk down the table"
def dedupe_latest(df, key, time):
    best = {}
    for place, (value, text) in enumerate(zip(df[key].tolist(), df[time].tolist(), strict=True)):
        day, clock = text.split(" ")
        moment = (*reversed(day.split("/")), clock)
        if value not in best or moment >= best[value][0]:
            best[value] = moment, place
    return df.iloc[sorted(place for _, place in best.values())].copy()


# %% role="alternative" name="by ranks within each key"
def dedupe_latest(df, key, time):
    plain = pd.DataFrame(
        {"key": df[key].to_numpy(), "at": pd.to_datetime(df[time].to_numpy(), dayfirst=True)}
    )
    ranks = plain.groupby("key")["at"].rank(method="first")
    return df[(ranks == ranks.groupby(plain["key"]).transform("max")).to_numpy(dtype=bool)]


# %% role="misconception" name="keeps the first row" fails="the latest row of each key"
# `drop_duplicates` keeps the first row of each key, here the oldest news as often as the newest. Order the rows
# by time before you decide which one stays.
def dedupe_latest(df, key, time):
    return df.drop_duplicates(key)


# %% role="misconception" name="keeps the last row" fails="the latest row of each key"
# You kept the row furthest down, which is the newest only in a table that is sorted by time. Here position
# decides between equal times only.
def dedupe_latest(df, key, time):
    return df.drop_duplicates(key, keep="last")


# %% role="misconception" name="compares times as text" fails="the latest row of each key"
# As a text, `31/01/2026` comes after `02/02/2026`, because 3 comes after 0. Turn the column into datetimes
# before you compare: `pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")`.
def dedupe_latest(df, key, time):
    by_time = np.argsort(df[time].to_numpy(), kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]


# %% role="misconception" name="month first" fails="the latest row of each key"
# pandas reads `02/03/2026` as the 3rd of February unless you tell it otherwise. Give it the form:
# `format="%d/%m/%Y %H:%M"`.
def dedupe_latest(df, key, time):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        times = pd.to_datetime(df[time], format="mixed").to_numpy()
    by_time = np.argsort(times, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]


# %% role="misconception" name="compares days only" fails="the latest row of each key"
# You compared dates without their hours, so of two changes on one day the lower row won, not the later one. Read
# the whole text: `%d/%m/%Y %H:%M`.
def dedupe_latest(df, key, time):
    days = pd.to_datetime(df[time].str[:10], format="%d/%m/%Y").to_numpy()
    by_time = np.argsort(days, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]


# %% role="misconception" name="leaves the result sorted by time" fails="the latest row of each key"
# You sorted the rows to find the latest, and returned them sorted. Rows were promised in the order of `df`: sort
# the places of the kept rows again before you take them.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    return df.iloc[by_time].drop_duplicates(key, keep="last")


# %% role="misconception" name="in the order in which keys first came" fails="the latest row of each key"
# A dict keeps its keys in the order in which they first came, so your rows stand where the *oldest* row of each
# key would. Put the places of the kept rows in order before you take them: `sorted`.
def dedupe_latest(df, key, time):
    newest = {}
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").tolist()
    for place, value in enumerate(df[key].tolist()):
        if value not in newest or times[place] >= times[newest[value]]:
            newest[value] = place
    return df.iloc[[*newest.values()]]


# %% role="misconception" name="leaves the result sorted by key" fails="the latest row of each key"
# `groupby` returns its groups in the order of the keys, so the rows changed places. Rows were promised in the
# order of `df`: `groupby` can tell you which rows to keep, but take them from `df`.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    kept = df.iloc[by_time].drop_duplicates(key, keep="last")
    return kept.sort_values(key, kind="stable")


# %% role="misconception" name="restores the order by labels" fails="the latest row of each key"
# `sort_index` restores the order of `df` only if the labels of `df` were in order; here they are not. Sort the
# places of the rows, not their labels.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    return df.iloc[by_time].drop_duplicates(key, keep="last").sort_index()


# %% role="misconception" name="the first of equal times" fails="equal times, equal rows, equal labels"
# `argmax`, `idxmax`, `>` in a loop and `drop_duplicates` unless told otherwise: all keep the first of several
# latest. Where two rows of a key have the latest time, the lower one counts: it was written later.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").reset_index(drop=True)
    return df.iloc[sorted(times.groupby(df[key].to_numpy()).idxmax().tolist())]


# %% role="misconception" name="an unstable sort" fails="equal times, equal rows, equal labels"
# The default sort of pandas and NumPy may change the order of rows with equal times, in tables of more than a
# few rows, and then the last of them is not the lowest. Ask for a stable one: `kind="stable"`.
def dedupe_latest(df, key, time):
    plain = pd.DataFrame(
        {"key": df[key].to_numpy(), "at": pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()}
    )
    newest = plain.sort_values("at").drop_duplicates("key", keep="last")
    return df.iloc[newest.sort_index().index]


# %% role="misconception" name="the latest time of another key" fails="equal times, equal rows, equal labels"
# `isin` asks whether a time is the latest of *any* key, so an older row stays when it has the time at which
# somebody else was last seen. Compare each row with its own key: `groupby(…).transform("max")`.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    latest = times.groupby(df[key]).max()
    return df[times.isin(latest)].drop_duplicates(key, keep="last")


# %% role="misconception" name="keeps all of equal times" fails="equal times, equal rows, equal labels"
# You kept every row whose time is the latest of its key, so a key with two such rows still stands there twice.
# One row was promised: of equal times the lowest.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    plain = pd.DataFrame({"key": df[key].to_numpy(), "at": times})
    return df[(plain["at"] == plain.groupby("key")["at"].transform("max")).to_numpy()]


# %% role="misconception" name="drops rows that look alike" fails="equal times, equal rows, equal labels"
# You first dropped rows that agree in everything but the key, so of two customers who moved to one city at one
# time only one is left. Whether rows compete is decided by their key alone.
def dedupe_latest(df, key, time):
    others = [name for name in df.columns if name != key]
    df = df.drop_duplicates(others, keep="last")
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]


# %% role="misconception" name="drops equal rows only" fails="the latest row of each key"
# `drop_duplicates()` without a column compares whole rows, so two different rows of one customer both stay.
# Compare by the key.
def dedupe_latest(df, key, time):
    return df.drop_duplicates()


# %% role="misconception" name="takes rows by label" fails="the latest row of each key"
# You took the winners with `loc`, by their labels; where the index holds a label twice, `loc` returns both rows.
# Work with places: `reset_index(drop=True)` for the search, `iloc` for taking.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.loc[df.index[np.sort(by_time[~overtaken])]]


# %% role="misconception" name="idxmax gives labels" fails="the latest row of each key"
# `idxmax` answers with a label, `loc` fetches all rows that have it, and `sort_index` puts labels in order, not
# rows: with labels that repeat, all three go wrong. Search with `reset_index(drop=True)`, take with `iloc`.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    newest = times.groupby(df[key]).idxmax()
    return df.loc[newest].sort_index()


# %% role="misconception" name="the usual line, on text" fails="the latest row of each key"
# You sorted the times as text, in which `31/01/2026` comes after `02/02/2026`, and restored the order by labels,
# which here neither count up nor differ. Sort by `pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")`, with
# `kind="stable"`, and put the *places* of the kept rows in order.
def dedupe_latest(df, key, time):
    return df.sort_values(by=time, kind="stable").drop_duplicates(subset=key, keep="last").sort_index()


# %% role="misconception" name="numbers the rows anew" fails="the latest row of each key"
# Your rows are right, but they have the labels 0, 1, 2, … now, and nobody can find them in `df` again. Drop the
# last `reset_index`.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])].reset_index(drop=True)


# %% role="misconception" name="returns the times converted" fails="a frame with the same columns"
# You turned the column into datetimes to compare, and it stayed so in the result. Keep the converted times in a
# variable of their own.
def dedupe_latest(df, key, time):
    df = df.assign(**{time: pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")})
    by_time = np.argsort(df[time].to_numpy(), kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]


# %% role="misconception" name="leaves a column behind" fails="a frame with the same columns"
# A column that you added for the sorting is still in the result. Drop it, or sort outside of the frame.
def dedupe_latest(df, key, time):
    df = df.assign(parsed=pd.to_datetime(df[time], format="%d/%m/%Y %H:%M"))
    by_time = np.argsort(df["parsed"].to_numpy(), kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(by_time[~overtaken])]


# %% role="misconception" name="makes the key the index" fails="a frame with the same columns"
# `groupby(key).last()` turns the key into the index and forgets the labels of `df`; besides, it takes the last
# *observed* entry of each column, so one row of yours may come from several of the table. Use it to find rows, not
# to make them.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    return df.iloc[np.argsort(times, kind="stable")].groupby(key).last()


# %% role="misconception" name="mixes rows of a key" fails="the latest row of each key"
# `groupby(…).last()` takes, column by column, the last entry that is *not missing*, so a row of your result has
# entries from several rows. Choose whole rows.
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    by_time = np.argsort(times, kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    kept = df.iloc[np.sort(by_time[~overtaken])]
    filled = df.iloc[by_time].groupby(key).ffill().iloc[np.argsort(by_time)]
    return filled.iloc[np.sort(by_time[~overtaken])].assign(**{key: kept[key]})[df.columns]


# %% role="misconception" name="converts inside df" fails="leaves df alone"
# You wrote the converted times into the frame that you were given: the caller's column has another dtype now.
# Keep them in a variable of their own.
def dedupe_latest(df, key, time):
    texts = df[time].copy()
    df[time] = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    by_time = np.argsort(df[time].to_numpy(), kind="stable")
    overtaken = df[key].iloc[by_time].duplicated(keep="last").to_numpy()
    places = np.sort(by_time[~overtaken])
    return df.iloc[places].assign(**{time: texts.iloc[places].to_numpy()}).astype({time: "str"})


# %% role="variant" name="by sort_values" of="compares times as text"
def dedupe_latest(df, key, time):
    places = (
        df.reset_index(drop=True).sort_values(time, kind="stable").drop_duplicates(key, keep="last").index
    )
    return df.iloc[sorted(places)]


# %% role="variant" name="by idxmax, with labels" of="takes rows by label"
def dedupe_latest(df, key, time):
    times = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").reset_index(drop=True)
    newest = times[::-1].groupby(df[key].to_numpy()[::-1]).idxmax()
    return df.loc[[df.index[place] for place in sorted(newest)]]
