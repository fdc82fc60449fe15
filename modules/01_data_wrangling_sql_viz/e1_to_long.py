# ---
# title: From a column for each year to a row for each year
# id: to_long
# version: 1
# skills: [S123, S124]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# Statistical offices publish *wide* tables: a row for each country, a column for each year. People read them
# with ease. Everything else wants them *long*, a row for each observation: `groupby` needs the year in a
# column, a database stores it in one, a chart puts it on an axis, a model gets it as a feature. In a wide
# table the year is not data at all: it is text in the header.
#
# `births` below is a piece of such a table, children per woman. Write `to_long(df, id_cols, year_cols,
# value)`, which turns any table like it into a long one.
#
# - `df` is a DataFrame, perhaps without rows. `id_cols` and `year_cols` are lists of column names, at least
#   one in each. The names in `year_cols` are texts like `"1960"`, in any order. Columns in neither list are
#   left out, whatever they hold. No column of `df` is called `"year"` or has the name in `value`.
# - The result is a DataFrame with the columns `id_cols`, then `"year"`, then one named `value`, in this
#   order.
# - For each row of `df` and each name in `year_cols` it has **one row**, and no others: a missing number
#   stays, as a row with a missing number. Two rows of `df` may have the same ids, or be the same altogether;
#   each of them counts.
# - `year` holds whole numbers (int64), the column `value` holds float64, also where `df` held integers. The
#   id columns keep their dtypes, be it category, bool or int8.
# - The rows may come in any order. Their index is 0, 1, 2, …, whatever index `df` has.
# - `df` stays as it is.
#
# `to_long(births, ["code"], ["1960", "2011"], "children")` has these six rows, in this order or another:
#
# | | code | year | children |
# |--:|---|--:|--:|
# | 0 | NER | 1960 | 7.052 |
# | 1 | KSV | 1960 | NaN |
# | 2 | JPN | 1960 | 2.001 |
# | 3 | NER | 2011 | 7.581 |
# | 4 | KSV | 2011 | 2.2 |
# | 5 | JPN | 2011 | 1.39 |

# %%
import pandas as pd

births = pd.DataFrame(
    {
        "code": ["NER", "KSV", "JPN"],
        "country": ["Niger", "Kosovo", "Japan"],
        "1960": [7.052, None, 2.001],
        "1985": [7.775, 4.564, 1.76],
        "2011": [7.581, 2.2, 1.39],
    },
    index=[142, 105, 97],
)


# %% role="answer"
def to_long(df, id_cols, year_cols, value):
    """Return a table with one row for each row of df and each year.

    df: DataFrame, not changed. id_cols, year_cols: lists of column names, the years as texts such as "1960".
    value: name of the column that the numbers go to.
    Returns a DataFrame with the columns id_cols + ["year", value], year int64 and value float64, rows in any
    order with the index 0, 1, 2, …; missing numbers are kept.

    >>> to_long(births, ["code"], ["1960", "2011"], "children").shape
    (6, 3)
    """
    ### BEGIN SOLUTION
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    return long.astype({"year": "int64", value: "float64"})
    ### END SOLUTION


# %% role="shared"
import math


def lines(df, id_cols, year_cols):
    """Return the rows that the long table of df has, as sorted tuples of text and numbers."""
    ids = [*zip(*(df[c].tolist() for c in id_cols), strict=True)]
    return ordered((*row, int(y), x) for y in year_cols for row, x in zip(ids, df[y].tolist(), strict=True))


def year_of(cell):
    """Return a year as a whole number, or what else stands there as text."""
    try:
        return int(cell)
    except (TypeError, ValueError):
        return str(cell)


def ordered(rows):
    """Return rows of plain values in one order, missing numbers as None."""
    plain = [tuple(None if isinstance(v, float) and math.isnan(v) else v for v in row) for row in rows]
    return sorted(plain, key=lambda row: [(v is not None, str(type(v)), v) for v in row])


def wide(rng, numbers=float, code="str", number="int64"):
    """Return a wide table with repeated rows, gaps, a real 0 and columns in the way, and the call's lists."""
    n, count = int(rng.integers(3, 7)), int(rng.integers(2, 5))
    years = [str(y) for y in rng.permutation(range(1950, 2020))[: count + 2]]
    ids = rng.permutation([["code"], ["code", "number"], ["number", "code"]][int(rng.integers(3))]).tolist()
    df = pd.DataFrame({y: (rng.integers(-300, 900, size=n) / 8).astype(numbers) for y in years})
    df["code"] = pd.Series(rng.choice(["NER", "KSV", "JPN", "AND"], size=n)).astype(code)
    df["number"] = rng.integers(0, 3, size=n).astype(number)
    df["note"] = rng.choice(["estimate", "census"], size=n)
    if numbers is float:
        for y in years[:count]:
            df.loc[int(rng.integers(n)), y] = math.nan
    df.loc[n - 1, years[0]] = 0
    df = pd.concat([df, df.iloc[[0, 0]]])
    df.index = rng.integers(0, 5, size=n + 2)
    return df[rng.permutation(df.columns)], ids, years[:count]


# %% role="check" name="columns, dtypes and index" points=0
out = to_long(births, ["code", "country"], ["1960", "2011"], "children")
call = 'to_long(births, ["code", "country"], ["1960", "2011"], "children")'
assert kind(out).startswith("DataFrame"), f"{call} gave you {kind(out)}; a DataFrame was promised."
assert [*out.columns] == ["code", "country", "year", "children"], (
    f"{call} has the columns {[*out.columns]}; code, country, year, children were promised, in this order."
)
assert str(out["year"].dtype) == "int64", (
    f"{call}: `year` has the dtype {out['year'].dtype}; whole numbers, int64, were promised."
)
assert str(out["children"].dtype) == "float64", (
    f"{call}: `children` has the dtype {out['children'].dtype}; float64 was promised."
)
assert [*out.index] == [*range(len(out))], (
    f"{call} has the index {[*out.index]}; 0, 1, 2, … was promised, whatever index the source has."
)

# %% role="check" name="leaves df alone" points=0
pure(to_long, births, ["code"], ["1960", "1985", "2011"], "children")

# %% role="check" name="the worked example" points=0
out = to_long(births, ["code"], ["1960", "2011"], "children")
got = ordered((code, year_of(year), number) for code, year, number in out.to_numpy().tolist())
want = lines(births, ["code"], ["1960", "2011"])
assert got == want, (
    f'to_long(births, ["code"], ["1960", "2011"], "children") has {len(got)} rows {got}; '
    f"{len(want)} rows were promised: {want}."
)

# %% role="check" name="one row for each row and year" points=2 hidden=true
for _ in range(20):
    df, ids, years = wide(rng)
    out = to_long(df, ids, years, "rate")
    call = f'to_long(df {df.shape}, {ids}, {years}, "rate")'
    assert kind(out).startswith("DataFrame"), f"{call} gave you {kind(out)}; a DataFrame was promised."
    assert {*out.columns} == {*ids, "year", "rate"}, (
        f"{call} has the columns {[*out.columns]}; the ids, year and rate were promised."
    )
    got = ordered(
        (*row[:-2], year_of(row[-2]), float(row[-1]))
        for row in out[[*ids, "year", "rate"]].to_numpy().tolist()
    )
    assert len(got) == len(df) * len(years), (
        f"{call} has {len(got)} rows; one for each of {len(df)} rows and {len(years)} years was promised, "
        "missing numbers and equal rows included."
    )
    want = lines(df, ids, years)
    strange = [row for row in got if row not in want]
    assert got == want, (
        f"{call}: {len(strange)} rows hold something that does not stand in df under these ids and this "
        "year, "
        f"such as {strange[:2]}."
    )

# %% role="check" name="years and numbers are numbers, the index counts" points=2 hidden=true needs="leaves df alone"
for k in range(20):
    dtypes = (("category", "str")[k % 2], ("int8", "bool")[k // 2 % 2]) if k > 13 else ()
    df, ids, years = wide(rng, (int, float)[k % 2], *dtypes)
    df = df.iloc[:0] if k in (8, 13) else df
    out = to_long(df, ids, years, "rate")
    call = f'to_long(df {df.shape} of {df[years[0]].dtype} numbers, {ids}, {years}, "rate")'
    assert kind(out).startswith("DataFrame"), f"{call} gave you {kind(out)}; a DataFrame was promised."
    assert [*out.columns] == [*ids, "year", "rate"], (
        f"{call} has the columns {[*out.columns]}; {[*ids, 'year', 'rate']} was promised."
    )
    got = {name: str(dtype) for name, dtype in out.dtypes.items()}
    want = {name: str(df[name].dtype) for name in ids} | {"year": "int64", "rate": "float64"}
    assert got == want, f"{call} has the dtypes {got}; {want} was promised."
    assert {*out["year"].tolist()} == {int(y) for y in years if len(df)}, (
        f"{call} has the years {sorted({*out['year'].tolist()})}; those of the list were promised."
    )
    assert [*out.index] == [*range(len(out))], (
        f"{call} has the index {[*out.index][:8]}…; 0, 1, 2, … was promised, whatever index df has."
    )

# %% [markdown] role="hint"
# pandas has a method for exactly this; look at `df.melt` and its four parameters. Then print the result's
# `dtypes`: which of the two new columns is not yet what was promised?

# %% [markdown] role="hint"
# In `melt`, `id_vars` are repeated beside each number and `value_vars` become rows; `var_name` and
# `value_name` name the two new columns. The years were column names, so they are text now: convert them with
# `astype`, and the numbers too, in case all of them were integers.

# %% [markdown] role="hint"
# ```python
# long = df.melt(id_vars=id_cols, value_vars=____, var_name="year", value_name=value)
# return long.astype({"year": "int64", value: ____})
# ```

# %% [markdown] role="explanation"
# `melt` repeats the id columns once for each year, puts the years' names in one new column and their numbers
# in another. It keeps missing numbers and starts a fresh index. What it cannot know is that your column names
# were numbers: a header is text, and text sorts `"1999"` before `"2000"` only by luck and cannot be
# subtracted at all. Naming `value_vars` matters as much: without it every column that is not an id becomes a
# year, the next one that somebody adds to the file included.
#
# `stack` does the same by way of the index: `df.set_index(id_cols)[year_cols].stack()`. The way back is
# `long.pivot(index=id_cols, columns="year", values=value)`, and it fails where two rows have the same ids and
# year: a long table does not say which of them it meant. Whether a missing number should be dropped is
# decided by whoever uses the long table, and who knows why it is missing.


# %% role="alternative" name="by stack"
def to_long(df, id_cols, year_cols, value):
    numbers = df.set_index(id_cols)[year_cols].astype(float)
    numbers.columns = pd.Index([int(label) for label in year_cols], name="year")
    return numbers.stack().rename(value).reset_index()


# %% role="alternative" name="a table for each year, one below the other"
def to_long(df, id_cols, year_cols, value):
    pieces = []
    for label in year_cols:
        piece = df[id_cols].copy()
        piece["year"] = int(label)
        piece[value] = df[label].to_numpy(dtype=float)
        pieces.append(piece)
    return pd.concat(pieces, ignore_index=True)


# %% role="misconception" name="drops missing numbers" fails="one row for each row and year"
# You dropped the rows without a number. A gap is a fact about the data: once it is gone, nobody can count the
# gaps, see where they are or fill them. Keep the row, with NaN in it.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    long = long.dropna().reset_index(drop=True)
    return long.astype({"year": "int64", value: "float64"})


# %% role="variant" of="drops missing numbers" name="stacks, then drops"
def to_long(df, id_cols, year_cols, value):
    long = df.set_index(id_cols)[year_cols].astype(float).stack().dropna().reset_index()
    long.columns = [*id_cols, "year", value]
    return long.assign(year=long["year"].astype("int64"))


# %% role="misconception" name="years stay text" fails="years and numbers are numbers, the index counts"
# Your years are texts, because column names are. Text cannot be subtracted, averaged or put on an axis to
# scale: convert the column with `astype("int64")`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    return long.astype({value: "float64"})


# %% role="variant" of="years stay text" name="a table for each year, its label beside it"
def to_long(df, id_cols, year_cols, value):
    pieces = [df[id_cols].assign(**{"year": label, value: df[label].astype(float)}) for label in year_cols]
    return pd.concat(pieces, ignore_index=True)


# %% role="misconception" name="melt, and nothing else" fails="years and numbers are numbers, the index counts"
# `melt` moves cells and converts none: your years are still the texts that the column names were, and where
# all numbers of `df` are whole, yours are too. Convert both columns with
# `astype({"year": "int64", value: "float64"})`.
def to_long(df, id_cols, year_cols, value):
    return df.melt(id_cols, year_cols, "year", value)


# %% role="misconception" name="years become dates" fails="years and numbers are numbers, the index counts"
# You made dates of the years, and 1960 is now the first of January 1960. Nothing in the table says January:
# keep the year a whole number, with `astype("int64")`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    long["year"] = pd.to_datetime(long["year"], format="%Y")
    return long.astype({value: "float64"})


# %% role="misconception" name="the source's index leaks in" fails="years and numbers are numbers, the index counts"
# Your rows carry the index of `df`, so each label occurs once for every year, and `loc` would find several
# rows. Leave `ignore_index` of `melt` alone, or end with `reset_index(drop=True)`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(
        id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value, ignore_index=False
    )
    return long.astype({"year": "int64", value: "float64"})


# %% role="variant" of="the source's index leaks in" name="concat without ignore_index"
def to_long(df, id_cols, year_cols, value):
    pieces = []
    for label in year_cols:
        numbers = df[label].astype("float64")
        pieces.append(df[id_cols].assign(**{"year": int(label), value: numbers}))
    return pd.concat(pieces)


# %% role="misconception" name="holes in the index" fails="years and numbers are numbers, the index counts"
# You melted more than was asked and threw the other rows out again: their numbers are missing in the index
# now. Name the columns in `value_vars=year_cols`, or end with `reset_index(drop=True)`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, var_name="year", value_name=value)
    wanted = long[long["year"].isin(year_cols)].copy()
    wanted["year"] = wanted["year"].astype("int64")
    wanted[value] = wanted[value].astype("float64")
    return wanted


# %% role="misconception" name="every other column is a year" fails="one row for each row and year"
# You told `melt` the ids and left `value_vars` to it, so it took every other column: years that nobody asked
# for, and columns that are no years. Pass `value_vars=year_cols`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, var_name="year", value_name=value)
    return long.astype({"year": "int64", value: "float64"})


# %% role="variant" of="every other column is a year" name="melts what it did not set aside"
def to_long(df, id_cols, year_cols, value):
    rest = [name for name in df.columns if name not in id_cols]
    long = pd.melt(df, id_cols, rest, "year", value)
    long["year"] = long["year"].astype(int)
    long[value] = long[value].astype(float)
    return long


# %% role="misconception" name="every column that looks like a year" fails="one row for each row and year"
# You looked for columns whose names are numbers. The caller named the years, and a table may have others that
# nobody wants: use `year_cols`.
def to_long(df, id_cols, year_cols, value):
    years = [name for name in df.columns if name.isdigit()]
    long = df.melt(id_vars=id_cols, value_vars=years, var_name="year", value_name=value)
    return long.astype({"year": "int64", value: "float64"})


# %% role="misconception" name="whole numbers stay whole" fails="years and numbers are numbers, the index counts"
# Where all numbers of `df` are integers your column holds int64, and where one is missing float64: its dtype
# depends on the data that happen to come in. Convert it to float64 always.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    return long.astype({"year": "int64"})


# %% role="misconception" name="counts equal rows once" fails="one row for each row and year"
# You removed rows that look alike. Here two equal rows are two observations, and only whoever knows the data
# may call one of them a mistake: keep one row for each row and year.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    long = long.drop_duplicates(ignore_index=True)
    return long.astype({"year": "int64", value: "float64"})


# %% role="misconception" name="one row for each id and year" fails="one row for each row and year"
# You grouped by ids and year, or kept the last of each, so rows of `df` with the same ids became one. Each
# row of `df` counts, whether its ids are unique or not.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    long = long.drop_duplicates([*id_cols, "year"], ignore_index=True)
    return long.astype({"year": "int64", value: "float64"})


# %% role="misconception" name="a dict of ids and years" fails="one row for each row and year"
# A dict has one value for each key, so of several rows of `df` with the same ids yours kept the last. Each
# row counts: collect tuples in a list, which may hold two alike.
def to_long(df, id_cols, year_cols, value):
    numbers = {}
    for place in range(len(df)):
        row = df.iloc[place]
        for label in year_cols:
            numbers[(*row[id_cols], int(label))] = float(row[label])
    rows = [(*key, number) for key, number in numbers.items()]
    long = pd.DataFrame(rows, columns=[*id_cols, "year", value])
    return long.astype({name: df[name].dtype for name in id_cols} | {"year": "int64", value: "float64"})


# %% role="misconception" name="dtypes from rows that are not there" fails="years and numbers are numbers, the index counts"
# You collected rows in a list and let pandas look at them for the dtypes. Where `df` has no rows there is
# nothing to look at, and every column becomes object. Promise the dtypes: `astype`, for the ids too.
def to_long(df, id_cols, year_cols, value):
    rows = []
    for _, row in df.iterrows():
        for label in year_cols:
            rows.append([*(row[name] for name in id_cols), int(label), float(row[label])])
    return pd.DataFrame(rows, columns=[*id_cols, "year", value])


# %% role="misconception" name="numbers under the wrong ids" fails="one row for each row and year"
# Your three columns go through the table in different orders: the ids row after row within a year, the
# numbers year after year within a row, so most numbers stand beside another country. Use `melt`, or one order
# for all.
def to_long(df, id_cols, year_cols, value):
    n, count = len(df), len(year_cols)
    long = pd.concat([df[id_cols]] * count, ignore_index=True)
    long["year"] = [int(label) for label in year_cols for _ in range(n)]
    long[value] = df[year_cols].to_numpy(dtype=float).ravel()
    return long


# %% role="misconception" name="sorts the years, not the numbers" fails="one row for each row and year"
# You put the years in order and left the numbers in that of `year_cols`, so where the list is not sorted 1960
# has the numbers of 2011. Take the years and their numbers in one loop over one list.
def to_long(df, id_cols, year_cols, value):
    long = pd.concat([df[id_cols] for _ in year_cols], ignore_index=True)
    long["year"] = [int(label) for label in sorted(year_cols) for _ in range(len(df))]
    long[value] = [float(number) for label in year_cols for number in df[label]]
    return long


# %% role="misconception" name="melt's own names" fails="columns, dtypes and index"
# `melt` calls its new columns `variable` and `value` until you name them: pass `var_name="year"` and
# `value_name=value`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols)
    return long.astype({"variable": "int64", "value": "float64"})


# %% role="misconception" name="the name value instead of its value" fails="columns, dtypes and index"
# You named the column `"value"`, in quotes; `value` is a parameter that holds the name, such as `"children"`.
def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name="value")
    return long.astype({"year": "int64", "value": "float64"})


# %% role="misconception" name="renames the caller's columns" fails="leaves df alone"
# You turned the years into numbers in `df` itself, so the caller's table has other column names now, and the
# next look at `df["1960"]` fails. Convert the new column instead, or work on a copy.
def to_long(df, id_cols, year_cols, value):
    df.columns = [int(name) if name in year_cols else name for name in df.columns]
    long = df.melt(
        id_vars=id_cols, value_vars=[int(name) for name in year_cols], var_name="year", value_name=value
    )
    return long.astype({"year": "int64", value: "float64"})
