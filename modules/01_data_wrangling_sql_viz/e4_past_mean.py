# ---
# title: What was known before
# id: past_mean
# version: 1
# skills: [S062, S122]
# stars: 3
# minutes: 30
# ---

# %% [markdown]
# How many loaves will a shop sell tomorrow? Its last few days say most of it, so their mean makes a good
# feature. It is also the easiest place to cheat without knowing: let today into the mean, or a row of another
# shop, or one from next week because the table was not sorted, and the model looks brilliant until the first
# day in service, when it has to do without. A feature for a moment may hold only what was known **before**
# that moment.
#
# Write `past_mean(df, entity, time, value, window)`.
#
# - `df` is a DataFrame with one row or more; `entity`, `time` and `value` are names of columns. An entity (a
#   shop, a customer, a sensor) is text or a whole number; a time is a whole number or a datetime; a value is
#   a whole number or a finite float. Nothing is missing, no entity has two rows at one time, labels of the
#   index do not repeat. **Rows stand in any order.** `df` stays as it is.
# - The result is a float64 Series with the index of `df`, in the order of `df`. Its name is up to you.
# - For each row it holds the mean of `value` over the **previous `window` rows of the same entity**, by time,
#   the row itself not among them. `window` counts rows, however far apart in time they are.
# - Where there are fewer than `window` earlier rows, it is the mean of those that there are; for the first
#   row of an entity it is NaN.
# - `window` is an int, which may be far larger than the table (10**9, say); below 1 it is a `ValueError`.
#
# `past_mean(sales, "shop", "day", "loaves", 2)` for the six rows below:
#
# | | shop | day | loaves | result | mean of |
# |--:|---|--:|--:|--:|---|
# | 11 | north | 3 | 60 | 15.0 | days 1 and 2: 10 and 20 |
# | 12 | south | 2 | 100 | NaN | nothing: its first row |
# | 13 | north | 1 | 10 | NaN | nothing: its first row |
# | 14 | north | 4 | 5 | 40.0 | days 2 and 3: 20 and 60 |
# | 15 | south | 7 | 200 | 100.0 | day 2: 100 |
# | 16 | north | 2 | 20 | 10.0 | day 1: 10 |

# %%
import numpy as np
import pandas as pd

sales = pd.DataFrame(
    {
        "shop": ["north", "south", "north", "north", "south", "north"],
        "day": [3, 2, 1, 4, 7, 2],
        "loaves": [60, 100, 10, 5, 200, 20],
    },
    index=[11, 12, 13, 14, 15, 16],
)


# %% role="answer"
def past_mean(df, entity, time, value, window):
    """Return for each row the mean of the same entity's previous rows.

    df: DataFrame, rows in any order, not changed. entity, time, value: names of its columns.
    window: how many earlier rows count, at most; ValueError below 1.
    Returns a float64 Series with df's index, in df's order: means in the unit of `value`, NaN for the first
    row of each entity.

    >>> past_mean(sales, "shop", "day", "loaves", 2).tolist()
    [15.0, nan, nan, 40.0, 100.0, 10.0]
    """
    ### BEGIN SOLUTION
    if window < 1:
        raise ValueError(f"a window of {window} rows; at least 1 is needed")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(
        lambda values: values.shift().rolling(window, min_periods=1).mean()
    )
    return past.reindex(df.index).astype("float64")
    ### END SOLUTION


# %% role="shared"
def past(df, entity, time, value, window):
    """Return label → the earlier values that count, oldest first."""
    rows = [*zip(df.index.tolist(), df[entity].tolist(), df[time].tolist(), df[value].tolist(), strict=True)]
    counted = {}
    for label, who, when, _ in rows:
        earlier = sorted((t, v) for _, e, t, v in rows if e == who and t < when)
        counted[label] = [v for _, v in earlier[-window:]]
    return counted


def fault(out, df, entity, time, value, window):
    """Say in what a result is not the Series of past means; an empty text where it is."""
    if type(out) is not pd.Series:
        return "that is no Series"
    if [*out.index] != [*df.index]:
        return f"its index is {[*out.index]}; that of df, {[*df.index]}, in df's order, was promised"
    if str(out.dtype) != "float64":
        return f"its dtype is {out.dtype}; float64 was promised"
    for label, values in past(df, entity, time, value, window).items():
        want = sum(values) / len(values) if values else float("nan")
        got = float(out[label])
        if not np.isclose(got, want, rtol=1e-9, atol=1e-9, equal_nan=True):
            return (
                f"for row {label} ({entity} {df.at[label, entity]}, {time} {df.at[label, time]}, its own "
                f"{value} "
                f"{df.at[label, value]}) it is {got:.6g}; the earlier rows that count hold {values}"
            )
    return ""


def history(rng, k, shuffled=True):
    """Return rows of several entities at uneven times, in every third case of values around 0."""
    sizes = [1, *rng.integers(2, 9, size=3).tolist()]
    names = (("north", "south", "east", "west"), (7, 3, 12, 5))[k % 2]
    rows = [
        (names[e], int(t), e)
        for e, size in enumerate(sizes)
        for t in np.sort(rng.choice(30, size=size, replace=False))
    ]
    df = pd.DataFrame([row[:2] for row in rows], columns=["who", "when"])
    amounts = rng.integers(0, 400, size=len(df)) + 1000 * np.array([row[2] for row in rows])
    amounts = rng.integers(-2, 3, size=len(df)) if k % 3 == 1 else amounts
    df["amount"] = amounts if k % 4 < 2 else amounts / 8
    if k % 3 == 2:
        df["when"] = pd.Timestamp("2026-02-20") + pd.to_timedelta(7 * df["when"], unit="h")
    df.index = 100 + rng.permutation(len(df))
    df = df.iloc[rng.permutation(len(df))] if shuffled else df
    return df[["amount", "when", "who"]]


# %% role="check" name="a float64 Series with df's index" points=0
out = past_mean(sales, "shop", "day", "loaves", 2)
call = 'past_mean(sales, "shop", "day", "loaves", 2)'
assert kind(out) == "Series (6,)", f"{call} gave you {kind(out)}; a Series (6,) was promised."
assert str(out.dtype) == "float64", f"{call} has the dtype {out.dtype}; float64 was promised."
assert [*out.index] == [*sales.index], (
    f"{call} has the index {[*out.index]}; that of sales, {[*sales.index]}, in this order, was promised."
)

# %% role="check" name="leaves df alone" points=0
pure(past_mean, sales, "shop", "day", "loaves", 2)

# %% role="check" name="a window below 1 is an error" points=0
for window in (0, -1):
    with raises(ValueError):
        past_mean(sales, "shop", "day", "loaves", window)

# %% role="check" name="stage 1: one shop, in order of time" points=1
north = sales[sales["shop"] == "north"].sort_values("day")
for window, want in ((2, [np.nan, 10, 15, 40]), (1, [np.nan, 10, 20, 60]), (9, [np.nan, 10, 15, 30])):
    out = past_mean(north, "shop", "day", "loaves", window)
    assert close(out, want), (
        f'past_mean(north, "shop", "day", "loaves", {window}), where north sold 10, 20, 60, 5, gave you '
        f"{[*out]}; {want} was promised."
    )

# %% role="check" name="stage 2: one shop, in any order" points=1
north = sales[sales["shop"] == "north"]
for order, want in (([11, 13, 14, 16], [15, np.nan, 40, 10]), ([14, 11, 16, 13], [40, 15, 10, np.nan])):
    some = north.loc[order]
    out = past_mean(some, "shop", "day", "loaves", 2)
    assert close(out, want), (
        f'past_mean(north, "shop", "day", "loaves", 2), where north has the days {some["day"].tolist()} '
        "and sold "
        f"{some['loaves'].tolist()}, gave you {[*out]}; {want} was promised."
    )

# %% role="check" name="stage 3: several shops" points=1
tidy = sales.sort_values(["shop", "day"])
for some, want in (
    (tidy, [np.nan, 10, 15, 40, np.nan, 100]),
    (tidy.loc[[13, 12, 16, 11, 14, 15]], [np.nan, np.nan, 10, 15, 40, 100]),
):
    out = past_mean(some, "shop", "day", "loaves", 2)
    assert close(out, want), (
        f'past_mean(sales, "shop", "day", "loaves", 2), where sales has the shops {some["shop"].tolist()} '
        "on the days "
        f"{some['day'].tolist()} with {some['loaves'].tolist()} loaves, gave you {[*out]}; {want} was "
        "promised."
    )

# %% role="check" name="means of the rows before" points=2 hidden=true needs=["leaves df alone", "a window below 1 is an error"]
for k in range(24):
    df, window = history(rng, k), (2, 3, 1, 5, 10**9)[k % 5]
    wrong = fault(past_mean(df, "who", "when", "amount", window), df, "who", "when", "amount", window)
    assert not wrong, f'past_mean(df {df.shape}, "who", "when", "amount", {window}): {wrong}.'

# %% role="check" name="a value moves later rows only" points=1 hidden=true needs=["leaves df alone", "a window below 1 is an error"]
for k in range(20):
    df, window = history(rng, k, shuffled=k % 2 == 0), (2, 1, 3)[k % 3]
    label = df.index[int(rng.integers(len(df)))]
    changed = df.assign(amount=df["amount"] + np.where(df.index == label, 960.0, 0.0))
    before = past_mean(df, "who", "when", "amount", window)
    after = past_mean(changed, "who", "when", "amount", window)
    same = np.isclose([before[i] for i in df.index], [after[i] for i in df.index], rtol=1e-9, equal_nan=True)
    moved = sorted(df.index[~same].tolist())
    mine = df[(df["who"] == df.at[label, "who"]) & (df["when"] > df.at[label, "when"])]
    want = sorted(mine.sort_values("when").index[:window].tolist())
    assert moved == want, (
        f'past_mean(df {df.shape}, "who", "when", "amount", {window}): a change of `amount` in row {label} '
        "moved the result "
        f"of the rows {moved}. Only the next {window} rows of the same entity may depend on it, and each "
        "of them does."
    )

# %% [markdown] role="hint"
# Do it with a pencil for the north shop: put its rows in order of time, write the result beside each, and say
# at which row today would slip in. Only then think of several shops, and last of the order in which the
# results go back.

# %% [markdown] role="hint"
# Sort by time, group by entity, and transform each group: `shift()` moves every value down by one row, so
# that each row sees what came before it, and `rolling(window, min_periods=1).mean()` averages up to `window`
# of those. Both have to happen *within* the group. Then bring the result back into the order of `df` by its
# index.

# %% [markdown] role="hint"
# ```python
# if window < 1:
#     raise ValueError("a window needs one row or more")
# by_time = df.sort_values(time)
# past = by_time.groupby(entity)[value].transform(
#     lambda values: ____
# )
# return past.reindex(df.index).astype("float64")
# ```

# %% [markdown] role="explanation"
# Three decisions, each in a place of its own. `sort_values` decides what *earlier* means, because `shift` and
# `rolling` know rows and no times. `transform` within `groupby` decides whose rows count: shift in the group
# and roll outside of it, and the second row of one shop averages the last of another. `shift` decides that
# the present is not known yet. `reindex` puts everything back where the caller expects it; labels, not
# positions, carry it.
#
# `groupby(entity).rolling(window, closed="left", min_periods=1)` does shift and mean in one step, faster for
# many groups; it returns an index of two levels that you have to take apart. In SQL it is `AVG(value) OVER
# (PARTITION BY entity ORDER BY time ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING)`.
#
# Whether rows or days should count is a question about the world: after a week of holidays "the last three
# rows" reach far back. And test such a feature as the last check does: change something later, and see what
# moves.


# %% role="alternative" name="rolling that closes on the left"
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    rolled = (
        df.sort_values([entity, time]).groupby(entity)[value].rolling(window, min_periods=1, closed="left")
    )
    return rolled.mean().droplevel(0).loc[df.index]


# %% role="alternative" name="walks through time with a short memory"
def past_mean(df, entity, time, value, window):
    from collections import defaultdict, deque

    if not window > 0:
        raise ValueError(window)
    memory = defaultdict(lambda: deque(maxlen=window))
    found = {}
    rows = zip(df[time], df.index, df[entity], df[value], strict=True)
    for _, label, who, amount in sorted(rows, key=lambda row: row[0]):
        recent = memory[who]
        found[label] = sum(recent) / len(recent) if recent else float("nan")
        recent.append(amount)
    return pd.Series([found[label] for label in df.index], index=df.index, dtype=float)


# %% role="alternative" name="the mean of several shifts"
def past_mean(df, entity, time, value, window):
    if window <= 0:
        raise ValueError("at least one row")
    groups = df.sort_values(time)[[entity, value]].groupby(entity)[value]
    longest = df[entity].value_counts().max()
    lags = {lag: groups.shift(lag) for lag in range(1, min(window, longest) + 1)}
    return pd.DataFrame(lags).mean(axis="columns").reindex(index=df.index)


# %% role="misconception" name="includes the current row" fails="stage 1: one shop, in order of time"
# Your mean holds the row's own value, which is what the model is to predict: in service nobody knows it yet.
# Move the values down by one row first, with `shift()`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(lambda v: v.rolling(window, min_periods=1).mean())
    return past.reindex(df.index).astype("float64")


# %% role="variant" of="includes the current row" name="rolls in the group, takes the levels apart"
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    rolled = df.sort_values([entity, time]).groupby(entity)[value].rolling(window, min_periods=1).mean()
    return rolled.droplevel(0).loc[df.index]


# %% role="misconception" name="includes the row, but not the first" fails="stage 1: one shop, in order of time"
# You made the first row of each entity NaN and left the present in all the others. The row's own value never
# counts: move the values down by one row with `shift()`, and the first one becomes NaN by itself.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    groups = df.sort_values(time).groupby(entity)[value]
    past = groups.transform(lambda v: v.rolling(window, min_periods=1).mean()).where(groups.cumcount() > 0)
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="looks ahead" fails="stage 1: one shop, in order of time"
# Your mean is made of the rows that come *after* each row. `shift(-1)` brings the next value into a row, and
# in a table sorted with the latest on top `shift()` does the same. Sort by time ascending, and shift by `+1`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(
        lambda v: v.shift(-1)[::-1].rolling(window, min_periods=1).mean()[::-1]
    )
    return past.reindex(df.index).astype("float64")


# %% role="variant" of="looks ahead" name="latest first"
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time, ascending=False)
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
    return past.loc[df.index].astype(float)


# %% role="misconception" name="trusts the order of rows" fails="stage 2: one shop, in any order"
# Here "previous" meant higher up in the table, whatever the times said. Sort by the times as they are, whole
# numbers included, and bring the result back into the order of `df` at the end.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    return df.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())


# %% role="variant" of="trusts the order of rows" name="rolls unsorted groups"
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    rolled = df.groupby(entity)[value].rolling(window, min_periods=1, closed="left").mean()
    return rolled.droplevel(0).reindex(df.index)


# %% role="misconception" name="forgets the entities" fails="stage 3: several shops"
# You sorted by time and averaged the rows before, whoever they belong to: a shop that opens today gets the
# sales of all the others. Group by entity before you shift.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time[value].shift().rolling(window, min_periods=1).mean()
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="one entity runs into the next" fails="stage 3: several shops"
# Sorting by entity and time puts each entity's rows together, but `shift` and `rolling` do not stop where the
# next one begins: its first rows average the last ones of the entity above. Do both within `groupby(entity)`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values([entity, time])
    past = ordered[value].shift().rolling(window, min_periods=1).mean()
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="shifts in the group, rolls outside" fails="stage 3: several shops"
# `groupby(…).shift()` stays within the entity, but what it returns is one plain column, and your `rolling`
# runs over all of it. Do both steps inside `transform`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values([entity, time])
    past = ordered.groupby(entity)[value].shift().rolling(window, min_periods=1).mean()
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="rolls in the group, shifts outside" fails="stage 3: several shops"
# The means stay within the entity, but your `shift` runs over the whole column, so the first row of each
# entity gets the last mean of another one. Shift inside the group too.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values([entity, time])
    means = ordered.groupby(entity)[value].transform(lambda v: v.rolling(window, min_periods=1).mean())
    return means.shift().reindex(df.index).astype("float64")


# %% role="misconception" name="waits for a full window" fails="stage 1: one shop, in order of time"
# `rolling(window)` gives NaN until it has seen `window` values. Fewer earlier rows were to be averaged as
# they are: `min_periods=1`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().rolling(window).mean())
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="averages all that came before" fails="stage 1: one shop, in order of time"
# Your mean reaches back to the first row of the entity. Only the last `window` rows count: `rolling(window,
# min_periods=1)` instead of `expanding()`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().expanding().mean())
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="loses one row of the window" fails="stage 1: one shop, in order of time"
# You rolled over `window` rows with the present among them and then took it out, so only `window - 1` earlier
# rows are left. Shift first, then roll over `window`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(
        lambda v: v.shift().rolling(max(window - 1, 1), min_periods=1).mean()
    )
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="the value `window` rows ago" fails="stage 1: one shop, in order of time"
# `shift(window)` gives one value, the one from `window` rows before. The mean of all the previous `window`
# rows was promised: `shift()`, then `rolling(window, min_periods=1).mean()`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    past = df.sort_values(time).groupby(entity)[value].shift(window)
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="sums instead of means" fails="stage 1: one shop, in order of time"
# You added the previous values up. The mean was promised: a sum grows with the number of rows that there
# happen to be.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).sum())
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="divides by the window always" fails="stage 1: one shop, in order of time"
# You divide by `window` even where fewer rows came before, as if the missing ones had sold nothing. Divide by
# their number, which `rolling(window, min_periods=1).mean()` does.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(
        lambda v: v.shift().rolling(window, min_periods=1).sum() / window
    )
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="zero where nothing is known" fails="stage 1: one shop, in order of time"
# You put 0 into the first row of each entity. Nothing is known there, and 0 says that nothing was sold: leave
# it NaN, and let whoever builds the model decide.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
    return past.reindex(df.index).fillna(0.0)


# %% role="misconception" name="counts zeros before the first row" fails="stage 1: one shop, in order of time"
# `shift(fill_value=0)` puts a row with 0 before the first one, and it counts as an earlier value in the mean.
# Leave the gap as NaN: `rolling` skips it.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values(time)
    past = by_time.groupby(entity)[value].transform(
        lambda v: v.shift(fill_value=0).rolling(window, min_periods=1).mean()
    )
    return past.reindex(df.index).astype("float64")


# %% role="misconception" name="a window of time" fails="means of the rows before"
# You averaged the rows of the last `window` days. `window` counts rows, however far apart: after a closed
# week the last two rows are still the last two rows.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    day = pd.Timedelta(days=1) if df[time].dtype.kind == "M" else 1
    found = []
    for who, when in zip(df[entity], df[time], strict=True):
        near = (df[time] < when) & (df[time] >= when - window * day)
        found.append(df.loc[(df[entity] == who) & near, value].mean())
    return pd.Series(found, index=df.index, dtype="float64")


# %% role="misconception" name="counts the moments of all" fails="stage 3: several shops"
# You numbered the moments of the whole table and went back `window` of those. A day on which only another
# shop sold takes up a place then: `window` counts rows of the same entity, however far apart.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    moment = df[time].rank(method="dense").to_numpy()
    who, amounts = df[entity].to_numpy(), df[value].to_numpy(dtype=float)
    found = []
    for k in range(len(df)):
        back = moment[k] - moment
        near = amounts[(who == who[k]) & (back > 0) & (back <= window)]
        found.append(near.mean() if near.size else np.nan)
    return pd.Series(found, index=df.index)


# %% role="misconception" name="sorted results beside unsorted rows" fails="a float64 Series with df's index"
# Your result stands in the order of time. Whoever puts it beside `df` by position mixes up all rows: bring it
# back with `reindex(df.index)`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values([entity, time])
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
    return past.astype("float64")


# %% role="misconception" name="glues df's index on sorted results" fails="stage 2: one shop, in any order"
# You took the sorted results' values and put the index of `df` on them, so each row got the result of another
# one. Keep their own labels, and `reindex(df.index)`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    by_time = df.sort_values([entity, time])
    past = by_time.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
    return pd.Series(past.to_numpy(), index=df.index)


# %% role="misconception" name="sorts the caller's table" fails="leaves df alone"
# `inplace=True` sorted the table of whoever called you. Without it, `sort_values` returns a new one.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    order = df.index
    df.sort_values(time, inplace=True)
    past = df.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
    return past.reindex(order).astype("float64")


# %% role="misconception" name="leaves a helper column behind" fails="leaves df alone"
# `df["past"] = …` gave the caller's table a column more. Keep the result in a variable of its own, or work on
# `df.copy()`.
def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    df["past"] = (
        df.sort_values(time)
        .groupby(entity)[value]
        .transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
    )
    return df["past"].astype("float64").copy()


# %% role="misconception" name="takes any window" fails="a window below 1 is an error"
# The last 0 of a list, `earlier[-0:]`, are all of it, so a window of no rows silently became one without an
# end. A mean of no rows does not exist: raise `ValueError` for `window < 1` before anything else.
def past_mean(df, entity, time, value, window):
    found = []
    for who, when in zip(df[entity], df[time], strict=True):
        earlier = df[(df[entity] == who) & (df[time] < when)].sort_values(time)
        recent = earlier[value].to_numpy()[-window:]
        found.append(recent.mean() if len(recent) else np.nan)
    return pd.Series(found, index=df.index, dtype="float64")
