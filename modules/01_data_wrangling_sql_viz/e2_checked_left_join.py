# ---
# title: A join that cannot multiply
# id: checked_left_join
# version: 1
# skills: [S005, S124]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# You look up something for each row of a table: the customer of each order, the price of each product. Three
# things go wrong with that in silence. A key that stands twice on the right doubles rows on the left, and
# with them the revenue. A key that is missing on both sides counts as equal in pandas, so an order without a
# customer gets whoever has no number. And keys that find nobody leave holes that nobody counts. All three
# show up weeks later, as a sum that is wrong. So look things up with a join that counts, and refuses.
#
# Write `checked_left_join(left, right, on)`.
#
# - `left` and `right` are DataFrames; either may have no rows, and the labels of an index may repeat. `on` is
#   the name of the key column, or a list of several that make up the key together. Key columns stand in both
#   tables, any other column in one of them only, and no name begins with `_`. Both tables stay as they are.
# - A key column holds texts in both tables, or numbers in both. Keys are equal where Python says so: `"a"` is
#   not `"A"`, but 7 is 7.0, which pandas makes of it in a column that has a gap.
# - The result is a tuple: a DataFrame, and a dict with two whole numbers, `{"matched": …, "unmatched": …}`.
# - The DataFrame has **one row for each row of `left`, in the order of `left`**, whose keys may repeat. Its
#   columns are all columns of `left`, then those of `right` that are not in `on`, and no others. Where no row
#   of `right` has the key, they are missing. Its index is up to you.
# - A key in which any part is missing (NaN or None) matches nothing, not even another one like it.
# - `matched` counts the rows of `left` that found a row of `right`, whatever stands in that row; `unmatched`
#   counts the others.
# - If a complete key (no part missing) stands in several rows of `right`, raise `ValueError`, even if no row
#   of `left` asks for it. Whether two rows of `right` with the *same incomplete* key are an error is up to
#   you.
#
# With the tables below, `checked_left_join(orders, customers, "customer")` returns
# `{"matched": 3, "unmatched": 2}` beside this table:
#
# | order | customer | name | city |
# |---|---|---|---|
# | 71 | c2 | Bo | NaN |
# | 72 | c9 | NaN | NaN |
# | 73 | c1 | Ada | Oslo |
# | 74 | NaN | NaN | NaN |
# | 75 | c2 | Bo | NaN |

# %%
import pandas as pd

orders = pd.DataFrame({"order": [71, 72, 73, 74, 75], "customer": ["c2", "c9", "c1", None, "c2"]})
customers = pd.DataFrame(
    {
        "customer": ["c1", "c2", None, "c4"],
        "name": ["Ada", "Bo", "a guest", "Dai"],
        "city": ["Oslo", None, "Rome", "Lyon"],
    }
)


# %% role="answer"
def checked_left_join(left, right, on):
    """Return left with the columns of right beside it, and how many rows found a partner.

    left, right: DataFrames, not changed. on: name of the key column, or a list of names.
    Returns (DataFrame, {"matched": int, "unmatched": int}): the rows of left in their order, left's columns
    and then right's others; the counts are of rows of left. A key with a missing part matches nothing.
    Raises ValueError if a complete key repeats in right.

    >>> checked_left_join(orders, customers, "customer")[1]
    {'matched': 3, 'unmatched': 2}
    """
    ### BEGIN SOLUTION
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError(f"several rows of right have the same {keys}")
    joined = left.merge(known, how="left", on=keys, indicator=True)
    matched = int((joined["_merge"] == "both").sum())
    return joined.drop(columns="_merge"), {"matched": matched, "unmatched": len(left) - matched}
    ### END SOLUTION


# %% role="shared"
def plain(rows):
    """Return rows as tuples with None for what is missing, and a text for what is no single value."""
    rows = [
        [cell if pd.api.types.is_scalar(cell) else f"a {type(cell).__name__}" for cell in row] for row in rows
    ]
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in rows]


def rows_of(table):
    """Return the rows of a DataFrame as plain tuples."""
    return plain(zip(*(table.iloc[:, k].tolist() for k in range(table.shape[1])), strict=True))


def joined(left, right, on):
    """Return the rows of the join and the number that matched, row by row."""
    keys = [on] if isinstance(on, str) else on
    others = [name for name in right.columns if name not in keys]
    partner = dict(zip(rows_of(right[keys]), rows_of(right[others]), strict=True))
    partner = {key: row for key, row in partner.items() if None not in key}
    asked = rows_of(left[keys])
    rows = [
        row + partner.get(key, (None,) * len(others)) for row, key in zip(rows_of(left), asked, strict=True)
    ]
    return rows, sum(key in partner for key in asked)


def keys_of(k):
    """Return on, eight keys (0 and perhaps 1 incomplete), and which of the others are easily mistaken."""
    if k % 5 == 4:
        return "number", [{"number": number} for number in (None, 8, 0, -1, 3, 12, 5, 7)], [2, 3]
    if k % 5 in (0, 2):
        codes = (None, "p", "", "s", "S", "q", " s", "r")
        return ("code", ["code"])[k % 5 // 2], [{"code": code} for code in codes], [2, 3, 4]
    mark = ("y", "", "_", "|", "-", " ", ",", "/")[k // 5 * 2 + k % 5 // 3]
    long = f"x{mark}x"  # glued together by this mark, the parts of keys 3 and 5 make one text
    codes, shops = ("q", "q", "x", "x", "r", long, "r", long), ("x", long, "x", long, "x", "x", long, long)
    pool = [{"code": code, "shop": shop} for code, shop in zip(codes, shops, strict=True)]
    on = (["shop", "code"], ["code", "shop"])[k % 5 // 3]
    pool[0][on[0]] = pool[1][on[1]] = None
    return on, pool, [3, 5]


def tables(rng, k):
    """Return left, right and on: keys of one text, one number or two parts, repeated on the left only."""
    on, pool, alike = keys_of(k)
    keys = [on] if isinstance(on, str) else on
    some = rng.permutation([i for i in range(2, 7) if i not in alike])[: int(rng.integers(1, 4))].tolist()
    there = [*range(k % 10 == 4, 2), *alike, *some]  # k % 10 == 4: no gap on the right, numbers stay whole
    asks = [0, 1, *alike, 7, *rng.integers(2, 8, size=int(rng.integers(2, 6))).tolist()]
    rng.shuffle(asks)
    left = pd.DataFrame([pool[i] for i in asks])[keys]
    left.insert(0, "row", range(len(asks)))
    left.insert(int(rng.integers(len(keys) + 1)), "paid", rng.integers(0, 90, size=len(asks)) / 4)
    left = pd.concat([left, left.iloc[[int(rng.integers(len(left)))]]])
    left.index = rng.integers(3, 3 + len(left), size=len(left))
    there = rng.permutation(there).tolist()
    right = pd.DataFrame([pool[i] for i in there])[keys]
    right.insert(0, "name", rng.choice(["Ada", "Bo", "Cy"], size=len(right)))
    right["city"] = [None if rng.random() < 0.5 else "Oslo" for _ in there]
    right.loc[there.index(alike[-1]), ["name", "city"]] = None
    right.index = rng.integers(0, len(right), size=len(right))
    return left, right, on


# %% role="check" name="a table and two counts" points=0
out = checked_left_join(orders, customers, "customer")
call = 'checked_left_join(orders, customers, "customer")'
assert type(out) is tuple and len(out) == 2, f"{call} gave you {kind(out)}; a tuple of two was promised."
table, counts = out
assert kind(table).startswith("DataFrame"), f"{call}[0] is {kind(table)}; a DataFrame was promised."
assert [*table.columns] == ["order", "customer", "name", "city"], (
    f"{call}: the table has the columns {[*table.columns]}; those of orders, then name and city, were "
    "promised."
)
assert type(counts) is dict and {*counts} == {"matched", "unmatched"}, (
    f'{call}[1] is {counts}; a dict with "matched" and "unmatched" was promised.'
)
for name, count in counts.items():
    assert type(count) is int or kind(count).startswith(("np.int", "np.uint")), (
        f"{call}: {name} is {count}, a {kind(count)}; a whole number was promised."
    )

# %% role="check" name="leaves both tables alone" points=0
pure(checked_left_join, orders, customers, "customer")
pure(checked_left_join, orders, customers, ["customer"])

# %% role="check" name="the worked example" points=0
table, counts = checked_left_join(orders, customers, "customer")
got = rows_of(table)
want, matched = joined(orders, customers, "customer")
assert got == want, (
    f'checked_left_join(orders, customers, "customer") has {len(got)} rows {got}; '
    f"{len(want)} rows were promised: {want}."
)
assert counts == {"matched": 3, "unmatched": 2}, (
    f'checked_left_join(orders, customers, "customer") counted {counts}; '
    "3 matched and 2 unmatched were promised."
)

# %% role="check" name="every row of left, in its order, with its partner" points=2 hidden=true
for k in range(20):
    left, right, on = tables(rng, k)
    left = left.iloc[:0] if k % 10 == 5 else left
    right = right.iloc[:0] if k % 10 == 7 else right
    want, _ = joined(left, right, on)
    table, _ = checked_left_join(left, right, on)
    call = f"checked_left_join(left {left.shape}, right {right.shape}, {on!r})"
    assert kind(table).startswith("DataFrame"), f"{call}[0] is {kind(table)}; a DataFrame was promised."
    names = [*left.columns, *(name for name in right.columns if name not in left.columns)]
    assert [*table.columns] == names, (
        f"{call} has the columns {[*table.columns]}; those of left, then the others of right, were promised."
    )
    got = rows_of(table)
    assert len(got) == len(left), f"{call} has {len(got)} rows; one for each row of left was promised: {got}."
    assert [row[:-2] for row in got] == [row[:-2] for row in want], (
        f"{call}: the columns of left came out as {[row[:-2] for row in got]}; left's rows in left's order "
        "were promised."
    )
    for had, row, due in zip(rows_of(left), got, want, strict=True):
        assert row == due, (
            f"{call}: the row {dict(zip(left.columns, had, strict=True))} of left got {row[-2:]} from right; "
            "what stands there under this complete key was promised, and missing cells where there is none."
        )

# %% role="check" name="counts rows, and refuses repeated keys" points=2 hidden=true needs="leaves both tables alone"
for k in range(20):
    left, right, on = tables(rng, k)
    _, matched = joined(left, right, on)
    _, counts = checked_left_join(left, right, on)
    call = f"checked_left_join(left {left.shape}, right {right.shape}, {on!r})"
    assert counts == {"matched": matched, "unmatched": len(left) - matched}, (
        f"{call} counted {counts} where left has {len(left)} rows; matched counts those whose complete key "
        "stands "
        "in right, whatever else stands there, and unmatched all others."
    )
for k in range(5):
    left, right, on = tables(rng, k)
    keys = [on] if isinstance(on, str) else on
    asked = [key for key in rows_of(left[keys]) if key in rows_of(right[keys]) and None not in key]
    row = rows_of(right[keys]).index(asked[0])
    right = pd.concat([right, right.iloc[[row]].assign(name="Zed")], ignore_index=True)
    quiet = left[[key != asked[0] for key in rows_of(left[keys])]]
    for some in (left, quiet):
        try:
            out = checked_left_join(some, right, on)
        except ValueError:
            continue
        raise AssertionError(
            f"checked_left_join(left {some.shape}, right {right.shape}, {on!r}), where right holds one "
            f"complete key twice and {asked.count(asked[0]) if some is left else 'none'} of left's rows ask "
            f"for it, gave you a table of {len(out[0])} rows; a ValueError was promised."
        )

# %% [markdown] role="hint"
# Join the two tables of the example with `orders.merge(customers, how="left")` and look at order 74: whom did
# it get? Then put a second row for c2 into `customers` and count the rows.

# %% [markdown] role="hint"
# Three steps. Throw the rows of `right` out whose key is incomplete: they match nothing, and without them a
# missing key of `left` finds no partner. If what is left has `duplicated` keys, raise. Then merge with
# `how="left"`, which keeps the order of `left`; `indicator=True` adds a column that says of each row whether
# it found a partner, whatever that partner holds.

# %% [markdown] role="hint"
# ```python
# keys = [on] if isinstance(on, str) else list(on)
# known = right.dropna(subset=keys)
# if ____:
#     raise ValueError(f"several rows of right have the same {keys}")
# joined = left.merge(known, how="left", on=keys, indicator=True)
# matched = int((joined["_merge"] == "both").sum())
# return joined.drop(columns="_merge"), {"matched": matched, "unmatched": len(left) - matched}
# ```

# %% [markdown] role="explanation"
# In SQL, NULL equals nothing, so rows without a key join with nothing. pandas looks keys up in a hash table,
# in which NaN is a value like any other, and therefore they do. Once the incomplete keys are gone from one
# side, the question does not arise, and `duplicated` sees only keys that mean something.
#
# `merge(validate="many_to_one")` is the library's own check: it raises a `MergeError`, which is a
# `ValueError`. It counts missing keys as keys, so it also refuses two customers without a number.
# `indicator=True` is the honest way to count: a partner found is not the same as a filled cell, as Bo, whose
# city nobody knows, shows.
#
# All of this costs one pass over each table, O(n + m). In a database the same promise is a UNIQUE constraint
# on the right table, checked once when the data come in and not with every query.


# %% role="alternative" name="a dict of partners"
def checked_left_join(left, right, on):
    names = [on] if isinstance(on, str) else on
    extra = [c for c in right.columns if c not in names]
    place = {}
    for i, key in enumerate(right[names].itertuples(index=False, name=None)):
        if any(pd.isna(part) for part in key):
            continue
        if key in place:
            raise ValueError(f"{key} stands in right more than once")
        place[key] = i
    asked = [place.get(key, -1) for key in left[names].itertuples(index=False, name=None)]
    out = left.reset_index(drop=True)
    for c in extra:
        cells = right[c].tolist()
        out[c] = [cells[i] if i >= 0 else None for i in asked]
    lost = asked.count(-1)
    return out, dict(matched=len(asked) - lost, unmatched=lost)


# %% role="alternative" name="validate, then take the incomplete back"
def checked_left_join(left, right, on):
    whole = ~right[on].isna() if isinstance(on, str) else right[on].notna().all(axis=1)
    right = right[whole].assign(__found=1.0)
    out = pd.merge(left, right, "left", on, validate="m:1")
    found = out.pop("__found").notna().sum()
    return out, {"matched": found, "unmatched": len(out) - found}


# %% role="misconception" name="an inner join" fails="every row of left, in its order, with its partner"
# An inner join keeps only rows that found a partner, so orders vanish whose customer is not in the list, and
# their revenue with them. Use `how="left"`.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="inner", on=keys)
    return out, {"matched": len(out), "unmatched": len(left) - len(out)}


# %% role="variant" of="an inner join" name="merge as it comes"
def checked_left_join(left, right, on):
    keys = on if isinstance(on, list) else [on]
    right = right[right[keys].notna().all(axis=1)]
    out = pd.merge(left, right, on=keys, validate="many_to_one")
    found = out.shape[0]
    return out, dict(matched=found, unmatched=left.shape[0] - found)


# %% role="misconception" name="lets repeated keys multiply rows" fails="counts rows, and refuses repeated keys"
# You returned a table although a complete key stands in two rows of `right`, which differ elsewhere. Each row
# of `left` with this key comes out once for each partner, and whoever adds up amounts afterwards counts it
# several times. Raise `ValueError` if `right.duplicated(keys)` finds a complete key.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    out = left.merge(right.dropna(subset=keys), how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="keeps one of the repeated keys" fails="counts rows, and refuses repeated keys"
# You threw the second row with the same key away. The rows no longer multiply, but which of the two was
# right? Nobody knows, and nobody hears of it: raise `ValueError`, so that somebody looks.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys).drop_duplicates(keys)
    out = left.merge(known, how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched, **{}}


# %% role="misconception" name="looks at the length after the join" fails="counts rows, and refuses repeated keys"
# You compare the number of rows before and after. That sees repeated keys only when a row of `left` asks for
# them: the table that passes today multiplies rows tomorrow. Look at the keys of `right` themselves.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    out = left.merge(right.dropna(subset=keys), how="left", on=keys, indicator=True)
    if len(out) != len(left):
        raise ValueError("rows have multiplied")
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="sorts by the key" fails="every row of left, in its order, with its partner"
# Your rows come in the order of their keys. `how="left"` keeps the order of `left`, as long as you leave
# `sort` alone and do not set or sort an index; other columns that somebody holds beside this table still fit
# then.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys, sort=True, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="variant" of="sorts by the key" name="sorts left before the merge"
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    right = right[right[keys].notna().all(axis="columns")]
    if right[keys].duplicated().sum() > 0:
        raise ValueError("not unique")
    out = left.sort_values(keys, kind="stable").merge(right, how="left", on=keys, indicator="found")
    found = out.pop("found").eq("both").sum()
    return out, {"matched": found, "unmatched": len(out) - found}


# %% role="misconception" name="missing keys match each other" fails="every row of left, in its order, with its partner"
# pandas treats NaN in a key as a value like any other, so an order without a customer got the row that has no
# number either. Drop the rows of `right` with an incomplete key before you merge:
# `right.dropna(subset=keys)`.
def checked_left_join(left, right, on):
    out = left.merge(right, how="left", on=on, validate="many_to_one", indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="variant" of="missing keys match each other" name="asks duplicated, merges everything"
def checked_left_join(left, right, on):
    if right.duplicated(subset=on).any():
        raise ValueError("right has a key twice")
    out = pd.merge(left, right, on=on, how="left", indicator="where")
    both = (out["where"] == "both").sum()
    return out.drop(columns=["where"]), {"matched": int(both), "unmatched": int(len(out) - both)}


# %% role="misconception" name="drops only keys missing altogether" fails="every row of left, in its order, with its partner"
# You drop a row of `right` only when *every* part of its key is missing (`how="all"`). One missing part is
# enough to make a key match nothing: leave `how` at `"any"`.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys, how="all")
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="drops rows of left without a key" fails="every row of left, in its order, with its partner"
# You dropped incomplete keys from `left` too, and orders without a customer are gone. They match nothing, but
# they are rows of `left`, and each of those stays.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.dropna(subset=keys).merge(known, how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="counts filled cells" fails="counts rows, and refuses repeated keys"
# You count a row as matched when a column from `right` is filled. A partner may have gaps of its own, like Bo
# without a city. Let `merge(indicator=True)` tell you who found one.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys)
    matched = int(out[out.columns[-1]].notna().sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="counts rows with anything filled" fails="counts rows, and refuses repeated keys"
# You count a row as matched when *some* column from `right` is filled. A partner of whom nothing is known but
# the key is a partner all the same. Let `merge(indicator=True)` tell you who found one.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys)
    others = [name for name in right.columns if name not in keys]
    matched = int(out[others].notna().any(axis=1).sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="counts keys instead of rows" fails="counts rows, and refuses repeated keys"
# You counted different keys. When five orders have the same customer, five rows are matched: count rows of
# the result, not unique keys.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys, indicator=True)
    found = out.pop("_merge") == "both"
    matched = len(out.loc[found, keys].drop_duplicates())
    unmatched = len(out.loc[~found, keys].drop_duplicates())
    return out, {"matched": matched, "unmatched": unmatched}


# %% role="misconception" name="looks for each part of a key by itself" fails="counts rows, and refuses repeated keys"
# You counted a row as matched when each part of its key stands somewhere in `right`, be it in different rows.
# All parts have to stand in one row: let `merge(indicator=True)` tell you who found a partner.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys)
    matched = sum(all(parts) for parts in zip(*(left[key].isin(known[key]) for key in keys), strict=True))
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="counts the rows of right nobody asked for" fails="counts rows, and refuses repeated keys"
# Your `unmatched` counts rows of `right` that no row of `left` asked for. A customer without orders is no
# trouble for a table of orders; both numbers count rows of `left` and add up to `len(left)`.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    sides = left.merge(right, how="outer", on=keys, indicator=True)["_merge"]
    return out, {"matched": matched, "unmatched": int((sides == "right_only").sum())}


# %% role="misconception" name="keys of left must be unique too" fails="every row of left, in its order, with its partner"
# You ask for unique keys on both sides. That one customer has several orders is what a lookup is for: only
# `right` must have each key once, `validate="many_to_one"`.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    out = left.merge(right.dropna(subset=keys), how="left", on=keys, validate="one_to_one", indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="each part of a key unique by itself" fails="every row of left, in its order, with its partner"
# You look at each key column alone. With two columns, `p` in shop x and `p` in shop y are two keys: only the
# whole combination must not repeat, `right.duplicated(keys)`.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if any(known[key].duplicated().any() for key in keys):
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="glues the parts of a key together" fails="every row of left, in its order, with its partner"
# You made one text of the parts of a key, and different keys can make the same text: shop x with code xx,
# shop xx with code x. Keep the parts apart: pandas merges and compares on several columns, and a tuple is a
# key too.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    def glued(table):
        texts = ["".join(map(str, parts)) for parts in zip(*(table[key] for key in keys), strict=True)]
        return pd.Series(texts, index=table.index, dtype="str").where(table[keys].notna().all(axis=1))

    left, right = left.assign(_key=glued(left)), right.assign(_key=glued(right))
    known = right.dropna(subset="_key").drop(columns=keys)
    if known["_key"].duplicated().any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on="_key", indicator=True).drop(columns="_key")
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="leaves the column _merge" fails="a table and two counts"
# The column `_merge`, which you counted with, is still in the table. Take it out before you return:
# `joined.drop(columns="_merge")`.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(known, how="left", on=keys, indicator=True)
    matched = int((out["_merge"] == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}


# %% role="misconception" name="drops rows of the caller's table" fails="leaves both tables alone"
# `inplace=True` threw rows out of the table of whoever called you, guests and all. Without it, `dropna` gives
# a new table; give that one a name of its own.
def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    right.dropna(subset=keys, inplace=True)
    if right.duplicated(keys).any():
        raise ValueError("repeated keys")
    out = left.merge(right, how="left", on=keys, indicator=True)
    matched = int((out.pop("_merge") == "both").sum())
    return out, {"matched": matched, "unmatched": len(left) - matched}
