# ---
# title: Fill a gap from its own group
# id: impute_group_median
# version: 1
# skills: [S061, S124]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# Most models refuse a table with gaps, so people fill them, and the quickest filling is the median of the
# column. Below are ten people; the incomes of four are unknown. The median of all would give an apprentice
# 1,400 a month, where those who told earn 700, 800 and, one of them, 2,500. The median of the *group* is a
# better guess, as long as you know what to do with a group of which nothing is known, and as long as your
# filling arrives in the table: under pandas 3, `df[df["job"] == "diver"]["income"] = 5` changes nothing.
#
# Write `impute_group_median(df, col, by)`.
#
# - `df` is a DataFrame, `col` the name of a column of float64, in which values may be missing and none is
#   infinite, `by` the name of the column that says the group (text or numbers). `df` stays as it is.
# - The result is a new DataFrame, also where there is nothing to fill. It has the same rows in the same
#   order, the same index (which may hold a label several times), the same columns in the same order and the
#   same dtypes. Only missing values of `col` differ:
#     - each becomes the median of the values of `col` that are known **in the same group**;
#     - where nothing is known in that group, or the row's own `by` is missing (NaN or None), it becomes the
#       median of **all** known values of `col`, those of rows without a group included;
#     - where nothing is known at all, or `df` has no rows, nothing is filled.
# - Known values stay exactly as they are, and so do gaps in other columns.
#
# With `people` below, `impute_group_median(people, "income", "job")` differs from it in four places:
#
# | row | job | income before | after | because |
# |---|---|--:|--:|---|
# | b | apprentice | NaN | 800.0 | the median of 700, 800 and 2,500 |
# | e | pensioner | NaN | 1500.0 | halfway between 1,400 and 1,600 |
# | g | diver | NaN | 1400.0 | no diver's income is known; the median of all six that are |
# | h | NaN | NaN | 1400.0 | nobody knows the group |

# %%
import numpy as np
import pandas as pd

people = pd.DataFrame(
    {
        "job": ["apprentice"] * 4 + ["pensioner"] * 3 + ["diver", None, None],
        "age": [17, 19, 18, 20, 71, 68, 80, 33, 45, np.nan],
        "income": [700, np.nan, 800, 2500, np.nan, 1400, 1600, np.nan, np.nan, 1400],
    },
    index=[*"abcdefigha"],
)


# %% role="answer"
def impute_group_median(df, col, by):
    """Return a copy of df in which the gaps of one column are filled with the median of their group.

    df: DataFrame, not changed. col: name of a float64 column. by: name of the column with the groups.
    Where a group has no known value, or a row no group, the median of all known values is used; where
    nothing is known, gaps stay. Rows, index, columns and all other cells are those of df.

    >>> impute_group_median(people, "income", "job").loc["b", "income"]
    np.float64(800.0)
    """
    ### BEGIN SOLUTION
    filled = df.copy()
    group_medians = df.groupby(by)[col].transform("median")
    filled[col] = df[col].fillna(group_medians).fillna(df[col].median())
    return filled
    ### END SOLUTION


# %% role="shared"
def cells(column):
    """Return a column as a list with None for what is missing."""
    return [None if pd.isna(value) else value for value in column.tolist()]


def shown(values):
    """Return a list of cells as text, with NaN for what is missing."""
    return f"[{', '.join('NaN' if value is None else repr(value) for value in values)}]"


def median_of(values):
    """Return the median of the known values, None where there is none."""
    known = sorted(v for v in values if v is not None)
    middle = len(known) // 2
    return None if not known else (known[middle] + known[-1 - middle]) / 2


def filled(df, col, by):
    """Return what the column has to hold, as a list."""
    values, groups = cells(df[col]), cells(df[by])
    result = []
    for value, group in zip(values, groups, strict=True):
        theirs = [v for v, g in zip(values, groups, strict=True) if g == group and g is not None]
        guess = median_of(theirs)
        result.append(value if value is not None else median_of(values) if guess is None else guess)
    return result


def fault(out, df, col, by):
    """Say in what a result is not df with its gaps filled; an empty text where it is."""
    if type(out) is not pd.DataFrame:
        return "no DataFrame came back"
    for what, got, want in (
        ("columns", [*out.columns], [*df.columns]),
        ("index", [*out.index], [*df.index]),
        ("dtypes", [*map(str, out.dtypes)], [*map(str, df.dtypes)]),
    ):
        if got != want:
            return f"the {what} came out as {got}; those of df, {want}, were promised"
    for name in df.columns:
        if name != col and cells(out[name]) != cells(df[name]):
            return f"{name!r} came out as {shown(cells(out[name]))}; the other columns stay as they are"
    rows = zip(cells(df[by]), cells(df[col]), cells(out[col]), filled(df, col, by), strict=True)
    for k, (group, before, got, want) in enumerate(rows):
        same = got is want is None or (got is not None and want is not None and abs(got - want) < 1e-9)
        if not same:
            known = [
                v for v, g in zip(cells(df[col]), cells(df[by]), strict=True) if g == group and v is not None
            ]
            about = f"of whose group {known} are known" if group is not None else "which has no group"
            was, now = ("NaN" if cell is None else cell for cell in (before, got))
            return f"row {k}, {about}, held {was} and now holds {now}" + (
                "; known values stay" if before is not None else ""
            )
    return ""


def table(rng, k, empty=False):
    """Return a table with gaps; `empty` leaves one group without numbers and some rows without a group.

    In every third table one group has a median of 0, in every third one a group has one known value.
    """
    names = ((3, 1, 10, 2), ("a", "b", "c", "d"), (1.5, 0, -1, 1), ("Oslo", "", "oslo", "Oslo "))[k % 4]
    sizes = rng.integers(4, 8, size=3)
    group = [names[g] for g in range(3) for _ in range(sizes[g])]
    place = np.repeat(range(3), sizes)
    value = np.round(4 * rng.exponential(20, size=len(group))) / 4 + 100 * place
    for g in range(3):
        gaps = sizes[g] - 1 if (g, k % 3) == (1, 1) else int(rng.integers(1, 3))
        value[rng.choice(np.flatnonzero(place == g), size=gaps, replace=False)] = np.nan
    if k % 3 == 2:
        value[place == 2] -= np.nanmedian(value[place == 2])
    if empty:
        group, value = (
            group + [names[3]] * 2 + [None] * 5,
            [*value, np.nan, np.nan, np.nan, np.nan, 1.5, 2.5, 3.5],
        )
    n = len(group)
    df = pd.DataFrame({"group": group, "value": value, "other": rng.integers(0, 9, size=n) / 2})
    df["count"] = rng.integers(0, 9, size=n)
    df.loc[[0, n - 1], "other"] = np.nan
    df = df.iloc[rng.permutation(n)]
    df.index = rng.integers(0, n // 2, size=n)
    return df[rng.permutation(df.columns)]


# %% role="check" name="the same table around the gaps" points=0
out = impute_group_median(people, "income", "job")
call = 'impute_group_median(people, "income", "job")'
assert kind(out) == "DataFrame (10, 3)", f"{call} gave you {kind(out)}; a DataFrame (10, 3) was promised."
assert [*out.columns] == ["job", "age", "income"], (
    f"{call} has the columns {[*out.columns]}; job, age, income were promised."
)
assert [*out.index] == [*people.index], (
    f"{call} has the index {[*out.index]}; that of people, {[*people.index]}, was promised."
)

# %% role="check" name="leaves df alone" points=0
for df in (people, people.dropna(), people.iloc[:9].assign(income=np.nan), people.iloc[:0]):
    pure(impute_group_median, df, "income", "job")

# %% role="check" name="the worked example" points=0
out = impute_group_median(people, "income", "job")
got, want = cells(out["income"]), filled(people, "income", "job")
assert got == want, (
    f'impute_group_median(people, "income", "job") has the incomes {shown(got)}; {shown(want)} was promised.'
)
got, want = cells(out["age"]), cells(people["age"])
assert got == want, (
    f'impute_group_median(people, "income", "job") has the ages {shown(got)}; {shown(want)} was promised.'
)

# %% role="check" name="gaps hold the median of their group" points=2 hidden=true needs="leaves df alone"
tables = [table(rng, k) for k in range(20)]
outs = [impute_group_median(df, "value", "group") for df in tables]
for df, out in zip(tables, outs, strict=True):
    wrong = fault(out, df, "value", "group")
    if wrong:
        impute_group_median(df, "value", "group")  # once more, so that the card shows this call
    assert not wrong, f'impute_group_median(df {df.shape}, "value", "group"): {wrong}.'

# %% role="check" name="groups without numbers, rows without a group" points=2 hidden=true
tables = [table(rng, k, empty=True) for k in range(20)]
tables += [tables[0].assign(value=np.nan), tables[1].iloc[:0]]
outs = [impute_group_median(df, "value", "group") for df in tables]
for df, out in zip(tables, outs, strict=True):
    wrong = fault(out, df, "value", "group")
    if wrong:
        impute_group_median(df, "value", "group")
    assert not wrong, f'impute_group_median(df {df.shape}, "value", "group"): {wrong}.'

# %% [markdown] role="hint"
# Which three kinds of gaps does the example have? Work out by hand what goes into rows b, g and h, and in
# which order you have to ask. Then: which pandas method gives you one median for *each row*, in the order of
# `df`?

# %% [markdown] role="hint"
# `df.groupby(by)[col].transform("median")` has the index of `df` and holds, in each row, the median of its
# group, or NaN where the group has none. `Series.fillna` takes such a Series, or one number. So fill twice:
# from the groups, then with the median of `df[col]`. Assign the result to the column of a copy.

# %% [markdown] role="hint"
# ```python
# filled = df.copy()
# group_medians = df.groupby(by)[col].transform("median")
# filled[col] = ____
# return filled
# ```

# %% [markdown] role="explanation"
# `transform` answers in the shape of its question: one number for each row, with the index of `df`, so
# nothing has to be joined, sorted or reset, and labels that repeat do no harm. `groupby` leaves rows without
# a group out, so these get NaN, and the second `fillna` sees to them together with the groups of which
# nothing is known. Both medians are taken from `df`, not from the column that is half filled: what you made
# up is no evidence.
#
# Assigning to `filled[col]` always works, because it names the table and the column in one step. A chain such
# as `filled[mask][col] = …` first makes a table of the chosen rows and then writes into that, and under
# pandas 3 nothing ever flows back. If you want to write into some rows only, `filled.loc[mask, col] = …` is
# one step too.
#
# A filled gap looks like knowledge. Where it matters that a value was missing, and often it does, add a
# column that says so before you fill. And in a model the medians come from the training rows alone, module 10
# shows how.


# %% role="alternative" name="a loop over the gaps"
def impute_group_median(df, col, by):
    result = df.copy(deep=True)
    values = df[col].to_numpy(copy=True)
    overall = np.median(values[~np.isnan(values)]) if np.any(~np.isnan(values)) else np.nan
    for row in np.flatnonzero(np.isnan(values)):
        group = df[by].iloc[row]
        theirs = df[col].to_numpy()[(df[by] == group).to_numpy(dtype=bool, na_value=False)]
        theirs = theirs[~np.isnan(theirs)]
        values[row] = np.median(theirs) if theirs.size else overall
    result[col] = values
    return result


# %% role="alternative" name="a table of medians, looked up"
def impute_group_median(df, col, by):
    known = df[df[col].notna()]
    guess = df[by].map(known.groupby(by)[col].median()).astype(float)
    guess = guess.where(guess.notna(), known[col].median())
    return df.assign(**{col: np.where(df[col].isna(), guess, df[col])})


# %% role="misconception" name="chained assignment" fails="the worked example"
# `filled[gaps][col] = …` writes into a table of the chosen rows that nobody keeps: under pandas 3 nothing
# arrives in `filled`, and all gaps are still there. Name rows and column in one step: `filled.loc[gaps, col]
# = …`, or assign the whole column.
def impute_group_median(df, col, by):
    filled = df.copy()
    gaps = filled[col].isna()
    medians = df.groupby(by)[col].transform("median").fillna(df[col].median())
    filled[gaps][col] = medians[gaps]
    return filled


# %% role="variant" of="chained assignment" name="writes group by group into copies"
def impute_group_median(df, col, by):
    filled = df.copy()
    for _, part in filled.groupby(by):
        part[col] = part[col].fillna(part[col].median())
    return filled


# %% role="misconception" name="one median for all" fails="gaps hold the median of their group"
# You filled every gap with the median of the whole column. Each group has its own: `groupby(by)[col]` first,
# and the median of all only where the group knows nothing. If you did write the groups' medians first, but
# into `filled[rows][col]`, they went into a table that nobody keeps.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df[col].fillna(df[col].median())
    return filled


# %% role="variant" of="one median for all" name="with loc"
def impute_group_median(df, col, by):
    result = df.copy()
    result.loc[result[col].isna(), col] = result[col].median()
    return result


# %% role="misconception" name="groups without numbers keep their gaps" fails="groups without numbers, rows without a group"
# The median of a group in which nothing is known is NaN, and rows without a group have none at all: their
# gaps stayed. Fill what is left with the median of all known values.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("median"))
    return filled


# %% role="variant" of="groups without numbers keep their gaps" name="maps the medians, and stops"
def impute_group_median(df, col, by):
    medians = df.groupby(by)[col].median()
    guess = df[by].map(medians).astype(float)
    return df.assign(
        **{col: df[col].combine_first(guess) if df.index.is_unique else df[col].where(df[col].notna(), guess)}
    )


# %% role="misconception" name="fills the caller's table" fails="leaves df alone"
# You filled the gaps in `df` itself, so whoever called you can no longer tell which values were known. Begin
# with `df.copy()`.
def impute_group_median(df, col, by):
    medians = df.groupby(by)[col].transform("median")
    df[col] = df[col].fillna(medians).fillna(df[col].median())
    return df.copy()


# %% role="misconception" name="the mean" fails="gaps hold the median of their group"
# You took the mean. One large value, like the apprentice with 2,500, pulls it away from everybody else; the
# median stays where most are.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("mean")).fillna(df[col].mean())
    return filled


# %% role="misconception" name="the mean of the group, the median of all" fails="gaps hold the median of their group"
# You fill a gap from its group with the mean. One large value, like the apprentice with 2,500, pulls it away
# from everybody else; `transform("median")` stays where most are.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("mean")).fillna(df[col].median())
    return filled


# %% role="misconception" name="one of the two in the middle" fails="gaps hold the median of their group"
# Of an even number of values two stand in the middle, and you took the upper one. The median is half-way
# between them: leave it to `median`.
def impute_group_median(df, col, by):
    def upper(known):
        known = sorted(known.dropna())
        return known[len(known) // 2] if known else np.nan

    filled = df.copy()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform(upper)).fillna(upper(df[col]))
    return filled


# %% role="misconception" name="the median of the medians" fails="groups without numbers, rows without a group"
# For groups of which nothing is known you took the median of the groups' medians. There each group counts the
# same, large or small; the median of all known values was promised.
def impute_group_median(df, col, by):
    filled = df.copy()
    medians = df.groupby(by)[col].median()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("median")).fillna(medians.median())
    return filled


# %% role="misconception" name="zero for whom nothing is known" fails="groups without numbers, rows without a group"
# You put 0 where the group knows nothing. Zero is a value like any other, and here an income that nobody has:
# take the median of all known values.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("median")).fillna(0.0)
    return filled


# %% role="misconception" name="takes the overall median too late" fails="groups without numbers, rows without a group"
# You took the median of all after the first gaps were filled, so values that you made up vote in it. Take
# both medians from `df`.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = filled[col].fillna(filled.groupby(by)[col].transform("median"))
    filled[col] = filled[col].fillna(filled[col].median())
    return filled


# %% role="misconception" name="leaves out values without a group" fails="groups without numbers, rows without a group"
# Your median of all leaves out the rows without a group. Their values are known: they belong to no group, but
# to "all known values" they do.
def impute_group_median(df, col, by):
    filled = df.copy()
    overall = df.loc[df[by].notna(), col].median()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("median")).fillna(overall)
    return filled


# %% role="misconception" name="loses values without a group" fails="groups without numbers, rows without a group"
# `transform` gives NaN to every row without a group, also where its value is known; you took that for the
# whole column, and the known value was overwritten. Fill the gaps of `df[col]` from the groups' medians
# instead.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df.groupby(by)[col].transform(lambda known: known.fillna(known.median()))
    filled[col] = filled[col].fillna(df[col].median())
    return filled


# %% role="misconception" name="no group as a group" fails="groups without numbers, rows without a group"
# `dropna=False` makes one group of all rows whose group is missing. That two people's jobs are unknown does
# not make them colleagues: leave them out, and give them the median of all.
def impute_group_median(df, col, by):
    filled = df.copy()
    medians = df.groupby(by, dropna=False)[col].transform("median")
    filled[col] = df[col].fillna(medians).fillna(df[col].median())
    return filled


# %% role="misconception" name="overwrites what is known" fails="gaps hold the median of their group"
# You put the medians into every row, so everybody in a group earns the same now. Only gaps are filled:
# `fillna`.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df.groupby(by)[col].transform("median").fillna(df[col].median())
    return filled


# %% role="misconception" name="fills all columns" fails="the worked example"
# `df.fillna(…)` on the table fills gaps in every column that has a median. Only `col` was to be filled, so
# work on `df[col]`.
def impute_group_median(df, col, by):
    filled = df.copy()
    filled[col] = df[col].fillna(df.groupby(by)[col].transform("median"))
    return filled.fillna(df.median(numeric_only=True))


# %% role="misconception" name="groups one below the other" fails="the same table around the gaps"
# You filled each group and put the groups one below the other, so the rows come in another order, and those
# without a group are gone. Use `transform`, which answers row by row in the order of `df`.
def impute_group_median(df, col, by):
    parts = [part.assign(**{col: part[col].fillna(part[col].median())}) for _, part in df.groupby(by)]
    filled = pd.concat(parts) if parts else df.copy()
    return filled.assign(**{col: filled[col].fillna(df[col].median())})


# %% role="misconception" name="a fresh index" fails="the same table around the gaps"
# `merge` and `reset_index` count the rows anew, and the labels of `df` are lost, by which others find their
# rows. Use `transform`, or put `df.index` back.
def impute_group_median(df, col, by):
    medians = df.groupby(by)[col].median().rename("median").reset_index()
    filled = df.merge(medians, on=by, how="left")
    filled[col] = filled[col].fillna(filled["median"]).fillna(df[col].median())
    return filled[[*df.columns]]


# %% role="misconception" name="finds rows by their labels" fails="gaps hold the median of their group"
# `loc[label]` means *all* rows with this label. Where labels repeat, you overwrote a known value together
# with a gap, or gave a gap the value meant for another row. Use a mask, or positions.
def impute_group_median(df, col, by):
    filled = df.copy()
    medians = df.groupby(by)[col].transform("median").fillna(df[col].median())
    for place, label in enumerate(df.index):
        if np.isnan(df[col].iloc[place]):
            filled.loc[label, col] = medians.iloc[place]
    return filled


# %% role="misconception" name="one label, several rows" fails="gaps hold the median of their group"
# Where a label repeats, `df.loc[label]` is no row but several, and so is what you write there: such a gap did
# not get the median of its own group. Walk through positions with `iloc`, or use a mask or `transform`.
def impute_group_median(df, col, by):
    filled = df.copy()
    for label in df.index[df[col].isna()]:
        group = df.loc[label, by]
        same = df[by] == group if np.ndim(group) == 0 else df[by].notna() | df[by].isna()
        guess = df.loc[same, col].median()
        filled.loc[label, col] = df[col].median() if np.isnan(guess) else guess
    return filled


# %% role="misconception" name="compares with several groups" fails="gaps hold the median of their group"
# `df.loc[label, by]` is one group only while labels do not repeat; here it was a Series, with which pandas
# refused to compare the column. Walk through positions, `df[by].iloc[place]`, or use `transform`.
def impute_group_median(df, col, by):
    filled = df.copy()
    for label in df.index[df[col].isna()]:
        guess = df.loc[df[by] == df.loc[label, by], col].median()
        filled.loc[label, col] = df[col].median() if np.isnan(guess) else guess
    return filled
