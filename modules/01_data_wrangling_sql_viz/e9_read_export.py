# ---
# title: Read what the shop system exports
# id: read_export
# version: 1
# skills: [S003, S061, S121]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# Most data do not come from a database but from somebody who pressed "export". `pd.read_csv(path)` turns the
# file below into a table without one complaint or with a puzzling one, and either way the table is wrong:
# customer `0032` becomes 32 and no longer joins with anything, an unknown amount becomes a refund of 9 euros,
# and `12,50` stays a text that nothing can add up. Reading is where you say what the file means.
#
# Write `read_export(path)`, which reads one export of a shop system.
#
# - `path` is a str. The file begins with a line of names; its fields are parted by `;` and its lines end in
#   `\r\n`. A field that contains `;` stands in double quotes, which are not part of it.
# - Some exports are UTF-8 and begin with a byte order mark, the three bytes `EF BB BF`. All others are cp1252,
#   the encoding of Western European Windows, and have no mark. (None of these is valid UTF-8 by chance.)
# - The result has the columns `order_id`, `customer_id`, `amount`, `city`, one row for each line after the
#   names, in the order of the file, also where two lines are the same, and the index 0, 1, 2, ….
# - `order_id`, `customer_id` and `city` have dtype `str`. Ids keep their leading zeros; shops differ in how
#   many digits their ids have.
# - `amount` has dtype `float64`, also when all amounts are whole. The file has decimal commas and no thousands
#   separators: `1204` and `12,50`. Refunds are negative: `-95`, `-9,50`.
# - In every column a field that reads `-9` or `n/a` is missing, and **nothing else** is: 9 is an amount,
#   −9.5 a refund, and None is a town near Turin. A missing field becomes `nan`. (Nobody was ever refunded
#   exactly 9 euros, and no field is empty.)
# - An export without any order has its line of names; it gives a table without rows, with the same columns and
#   dtypes.
#
# The two files of the set-up cell say the same in both encodings; `Path("export.csv").write_bytes(on_windows)`
# writes one to try. They give
#
# | | `order_id` | `customer_id` | `amount` | `city` |
# |---|---|---|---|---|
# | 0 | 00417 | 0032 | 12.5 | München |
# | 1 | 00418 | *nan* | 9.0 | Halle; Saale |
# | 2 | 00419 | 0107 | *nan* | *nan* |

# %%
from pathlib import Path

import pandas as pd

lines = [
    "order_id;customer_id;amount;city",
    "00417;0032;12,50;München",
    '00418;n/a;9;"Halle; Saale"',
    "00419;0107;-9;n/a",
    "",
]
on_windows = "\r\n".join(lines).encode("cp1252")
on_the_web = "\r\n".join(lines).encode("utf-8-sig")


# %% role="answer"
def read_export(path):
    """Read one export of the shop system.

    path: str, a file in UTF-8 with a byte order mark or in cp1252.
    Returns a DataFrame with the columns order_id (str), customer_id (str), amount (float64, in euros) and
    city (str), one row for each line after the names, with nan for what is missing.

    >>> _ = Path("export.csv").write_bytes(on_windows)
    >>> read_export("export.csv")["amount"].tolist()
    [12.5, 9.0, nan]
    """
    ### BEGIN SOLUTION
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )
    ### END SOLUTION


# %% role="check" name="a table of four columns" points=0
for content in (on_windows, on_the_web):
    out = read_export(file("export.csv", content))
    assert isinstance(out, pd.DataFrame), f"read_export(path) gave you {kind(out)}; a DataFrame was promised."
    assert out.columns.tolist() == ["order_id", "customer_id", "amount", "city"], (
        f"read_export(path) gave you the columns {out.columns.tolist()}; order_id, customer_id, amount and "
        "city were promised."
    )
    assert len(out) == 3, f"read_export(path) gave you {len(out)} rows for an export of 3 orders."

# %% role="check" name="texts, numbers, and an index from 0" points=0
for content in (on_windows, on_the_web, "\r\n".join([lines[0], "1;2;3;Bonn", ""]).encode("cp1252")):
    out = read_export(file("export.csv", content))
    dtypes = [str(dtype) for dtype in out.dtypes]
    assert dtypes == ["str", "str", "float64", "str"], (
        f"read_export(path) gave you columns of dtype {', '.join(dtypes)}; str, str, float64, str was promised."
    )
    assert out.index.tolist() == list(range(len(out))), (
        f"read_export(path) gave you the index {out.index.tolist()}; 0, 1, 2, … was promised."
    )

# %% role="check" name="the worked example" points=0 needs="a table of four columns"
for encoding, content in (("cp1252", on_windows), ("UTF-8", on_the_web)):
    out = read_export(file("export.csv", content))
    want = {
        "order_id": ["00417", "00418", "00419"],
        "customer_id": ["0032", None, "0107"],
        "amount": [12.5, 9.0, None],
        "city": ["München", "Halle; Saale", None],
    }
    for name, cells in want.items():
        got = [None if pd.isna(cell) else cell for cell in out[name].tolist()]
        assert got == cells, (
            f"read_export(path) of the {encoding} example gave you {got} in `{name}` (None is missing here); "
            f"{cells} was promised."
        )


# %% role="shared"
def difference(out, orders):
    """Where a table first tells something else than the orders (None for missing); None where it does not."""
    if not isinstance(out, pd.DataFrame):
        return "gave you no DataFrame"
    if len(out) != len(orders):
        return f"gave you {len(out)} rows, where the file has {len(orders)} lines after the names"
    for place, name in enumerate(("order_id", "customer_id", "amount", "city")):
        if name not in out:
            return f"gave you a table without `{name}`"
        for order, cell in zip(orders, out[name].tolist(), strict=True):
            got = None if pd.isna(cell) else cell
            if got != order[place] or isinstance(got, str) != isinstance(order[place], str):
                meant = "the field is missing" if order[place] is None else "the file says something else"
                return f"gave you {cell!r} as `{name}` of order {order[0]}, where {meant}"
    return None


# %% role="check" name="UTF-8 exports, field by field" points=2 hidden=true needs=["a table of four columns", "texts, numbers, and an index from 0"]
from course.datasets.exports import export, written

exports = [export(rng, "utf-8-sig", rows=7 + k % 8) for k in range(24)]
for made in sorted(exports, key=lambda made: -len(made.orders[0][0])):  # those with the longest ids first
    found = difference(read_export(file("export.csv", made.content)), made.orders)
    assert found is None, f"read_export of {len(made.orders)} orders in UTF-8 {found}."
whole = [("01", "7", 3.0, "Bonn"), ("02", "8", 9.0, "Bonn")]
for orders in ([], whole):
    out = read_export(file("export.csv", written(orders, "utf-8-sig")))
    found = difference(out, orders)
    assert found is None, f"read_export of {len(orders)} orders in UTF-8 {found}."
    assert str(out["amount"].dtype) == "float64", (
        f"read_export of {len(orders)} orders in UTF-8 gave you amounts of dtype {out['amount'].dtype}; "
        "float64 was promised, whatever the amounts."
    )

# %% role="check" name="cp1252 exports, field by field" points=2 hidden=true needs="a table of four columns"
from course.datasets.exports import export

exports = [export(rng, "cp1252", rows=7 + k % 8) for k in range(24)]
for made in sorted(exports, key=lambda made: -len(made.orders[0][0])):  # those with the longest ids first
    found = difference(read_export(file("export.csv", made.content)), made.orders)
    assert found is None, f"read_export of {len(made.orders)} orders in cp1252 {found}."

# %% [markdown] role="hint"
# Do not look at the table first, but at the bytes: `Path("export.csv").read_bytes()[:60]`. Then go through the
# list of promises and find for each the parameter of `pd.read_csv` that says it: there is one for the
# separator, the decimal comma, the encoding, the dtypes and the missing values.

# %% [markdown] role="hint"
# Read the first three bytes in mode `"rb"` to choose between `"utf-8-sig"` and `"cp1252"`. Then one call of
# `pd.read_csv` with `sep`, `decimal`, `encoding`, a `dtype` for each of the four columns, and `na_values`. pandas
# has a list of its own of words that mean missing, "None" among them; switch it off with
# `keep_default_na=False`.

# %% [markdown] role="hint"
# ```python
# with open(path, "rb") as stream:
#     marked = stream.read(3) == b"\xef\xbb\xbf"
# return pd.read_csv(
#     path, sep=";", decimal=",", encoding="utf-8-sig" if marked else "cp1252",
#     dtype=____, na_values=____, keep_default_na=False,
# )
# ```

# %% [markdown] role="explanation"
# Everything that the file does not say about itself is said in one place, before a single value is guessed.
# That order matters: once `0032` was read as a number, no later conversion knows how many zeros there were,
# and once `-9` is a float, nobody can tell a code from an amount.
#
# Try the encodings in the order of how easily they fail. UTF-8 is strict: text in another encoding hardly ever
# decodes as UTF-8, so "try UTF-8, fall back to cp1252" works here and nearly always. The other way round it fails
# silently: almost every sequence of bytes is valid cp1252, and `München` comes out as `MÃ¼nchen`. latin-1
# accepts every byte there is and differs from cp1252 in 27 of them, among them `€`, `Œ`, `Š` and `ž`.
#
# Codes such as `-9` are common in surveys too. Where a code is also a possible value, as 9 would be, only the
# documentation of the file helps: ask for it before you write the reader.


# %% role="alternative" name="by the csv module"
def read_export(path):
    import csv

    content = Path(path).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    head, *rows = csv.reader(text.splitlines(), delimiter=";")
    cells = [[None if field in ("-9", "n/a") else field for field in row] for row in rows]
    columns = {name: [row[place] for row in cells] for place, name in enumerate(head)}
    columns["amount"] = [x and float(x.replace(",", ".")) for x in columns["amount"]]
    dtypes = {name: "float64" if name == "amount" else "str" for name in head}
    return pd.DataFrame({name: pd.Series(values, dtype=dtypes[name]) for name, values in columns.items()})


# %% role="alternative" name="text first, then numbers"
def read_export(path):
    mark = "utf-8-sig" if Path(path).read_bytes().startswith(b"\xef\xbb\xbf") else "cp1252"
    table = pd.read_csv(path, sep=";", dtype="str", encoding=mark, keep_default_na=False, na_filter=False)
    table = table.mask(table.isin(["-9", "n/a"]))
    table["amount"] = table["amount"].str.replace(",", ".").astype(float)
    return table


# %% role="misconception" name="lets pandas guess the ids" fails="UTF-8 exports, field by field"
# Your ids became numbers, and numbers have no leading zeros: `0032` is 32 now, and will match nothing. An id
# is a name that happens to consist of digits: read it as text, `dtype={"order_id": str, "customer_id": str}`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    table = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )
    for name in ("order_id", "customer_id"):
        table[name] = table[name].astype("Int64").astype(str).where(table[name].notna())
    return table


# %% role="misconception" name="pads the ids again" fails="UTF-8 exports, field by field"
# You read the ids as numbers and wrote zeros in front again, but how many there were, nobody knows any more:
# shops differ in the length of their ids. Read ids as text from the start.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    table = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )
    for name, width in (("order_id", 5), ("customer_id", 4)):
        texts = table[name].astype("Int64").astype(str).str.zfill(width)
        table[name] = texts.where(table[name].notna())
    return table


# %% role="misconception" name="pads ids that were right" fails="UTF-8 exports, field by field"
# You read the ids as text, with all their zeros, and then padded them to the length that they have in the
# example. Shops differ in how many digits their ids have: leave `zfill` out, the ids were right.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    table = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )
    return table.assign(
        order_id=table["order_id"].str.zfill(5), customer_id=table["customer_id"].str.zfill(4)
    )


# %% role="misconception" name="keeps -9" fails="UTF-8 exports, field by field"
# In your table `-9` is still there: as a refund of 9 euros, and as the id of a customer who does not exist. It
# is this system's word for "unknown", as `n/a` is: give both to `na_values`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="-9 in amounts only" fails="UTF-8 exports, field by field"
# You took `-9` out of the amounts, but it means "unknown" in every column: customer `-9` and city `-9` are
# still in your table. Give both words to `na_values` for the whole file.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    table = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["n/a"],
        keep_default_na=False,
    )
    table["amount"] = table["amount"].replace(-9.0, float("nan"))
    return table


# %% role="misconception" name="amounts stay text" fails="texts, numbers, and an index from 0"
# `12,50` is a number only to those who know about decimal commas, so pandas left the column as text. Tell it:
# `decimal=","`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="whole amounts stay whole" fails="texts, numbers, and an index from 0"
# Where every amount of an export is whole, pandas makes the column int64, and where there is none, an object:
# the type depends on the day's orders. Promise it instead: `"amount": float` in `dtype`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="the comma is a thousands separator" fails="UTF-8 exports, field by field"
# `thousands=","` deletes the commas: `12,50` becomes 1250. Here the comma stands before the cents:
# `decimal=","`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        thousands=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="assumes UTF-8" fails="a table of four columns"
# Every export in cp1252 that has an umlaut stops you, because its bytes are no UTF-8. Look at the first three
# bytes: without the byte order mark, the file is cp1252.
def read_export(path):
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="skips the letters it cannot read" fails="cp1252 exports, field by field"
# You told the decoder to put up with what is no UTF-8, so in cp1252 exports `München` has lost its `ü`. An
# error of the decoder says that the encoding is wrong: choose the right one, by the byte order mark.
def read_export(path):
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig",
        encoding_errors="replace",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="tries cp1252 first" fails="a table of four columns"
# cp1252 accepts nearly every byte, so it hardly ever raises: UTF-8 files come out as `MÃ¼nchen`, and their
# byte order mark sticks to the first name as `ï»¿order_id`. Decide by the mark, or try UTF-8 first, which
# does raise.
def read_export(path):
    content = Path(path).read_bytes()
    try:
        content.decode("cp1252")
        encoding = "cp1252"
    except UnicodeDecodeError:
        encoding = "utf-8-sig"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding=encoding,
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="latin-1 for cp1252" fails="cp1252 exports, field by field"
# latin-1 raises for no byte at all, but 27 of them mean something else in cp1252: `Œuilly`, `Škofja Loka` and
# `Žilina` begin with an invisible control character in your table. Name the encoding that was promised:
# `"cp1252"`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "latin-1",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="splits at every semicolon" fails="UTF-8 exports, field by field"
# `split(";")` also cuts inside quotes: `"Halle; Saale"` became two fields, and the quotes stayed. Leave
# quoting to `pd.read_csv` or to Python's `csv` module.
def read_export(path):
    content = Path(path).read_bytes()
    text = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "cp1252")
    head, *rows = [line.split(";") for line in text.splitlines()]
    table = pd.DataFrame([row[:4] for row in rows], columns=head, dtype="str")
    table = table.mask(table.isin(["-9", "n/a"]))
    table["amount"] = table["amount"].str.replace(",", ".").astype(float)
    return table


# %% role="misconception" name="throws the quotes out, then splits" fails="UTF-8 exports, field by field"
# Without its quotes `"Halle; Saale"` is two fields, and yours is Halle only. The quotes say which semicolons
# belong to a field: leave them to `pd.read_csv` or to Python's `csv` module.
def read_export(path):
    content = Path(path).read_bytes()
    text = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "cp1252")
    head, *rows = [line.split(";") for line in text.replace('"', "").splitlines()]
    table = pd.DataFrame([row[:4] for row in rows], columns=head, dtype="str")
    table = table.mask(table.isin(["-9", "n/a"]))
    table["amount"] = table["amount"].str.replace(",", ".").astype(float)
    return table


# %% role="misconception" name="replaces every comma" fails="UTF-8 exports, field by field"
# You turned all commas of the file into points, those in the names of cities too: `Köln, Mitte` is
# `Köln. Mitte` now. Only the amounts have decimal commas: `decimal=","`.
def read_export(path):
    import io

    content = Path(path).read_bytes()
    text = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "cp1252")
    return pd.read_csv(
        io.StringIO(text.replace(",", ".")),
        sep=";",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )


# %% role="misconception" name="blanks -9 wherever it stands" fails="UTF-8 exports, field by field"
# You deleted the letters `-9` from the text, also where they only begin something: a refund of `-95` became a
# sale of 5. A field is missing when *all* of it is `-9`: that is how `na_values` compares.
def read_export(path):
    import io

    content = Path(path).read_bytes()
    text = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "cp1252")
    return pd.read_csv(
        io.StringIO(text.replace("-9", "").replace("n/a", "")),
        sep=";",
        decimal=",",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=[""],
        keep_default_na=False,
    )


# %% role="misconception" name="nine is missing too" fails="UTF-8 exports, field by field"
# You removed 9 and -9 alike, but somebody really paid 9 euros. Only the field `-9` means "unknown".
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    table = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )
    table["amount"] = table["amount"].where(table["amount"].abs() != 9)
    return table


# %% role="misconception" name="negative is missing" fails="UTF-8 exports, field by field"
# You took every negative amount for "unknown", so all refunds are gone. Only the field `-9` means that.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    table = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    )
    table["amount"] = table["amount"].where(table["amount"] >= 0)
    return table


# %% role="misconception" name="pandas' own words for missing" fails="UTF-8 exports, field by field"
# pandas has a list of words that it takes for "missing", and adds yours to it: the customers from None, a town
# near Turin, lost their city. When you know what missing looks like in a file, add `keep_default_na=False`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
    )


# %% role="misconception" name="drops incomplete orders" fails="a table of four columns"
# An order without a city is still an order, and its amount still counts: you dropped every row in which
# something is missing. Keep all rows, with `nan` where a field is unknown.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    ).dropna()


# %% role="misconception" name="zero for missing" fails="UTF-8 exports, field by field"
# You wrote 0 where the amount is unknown. An unknown amount is not a sale for nothing: it would pull every
# average down. Leave it `nan`.
def read_export(path):
    with open(path, "rb") as stream:
        marked = stream.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path,
        sep=";",
        decimal=",",
        encoding="utf-8-sig" if marked else "cp1252",
        dtype={"order_id": str, "customer_id": str, "amount": float, "city": str},
        na_values=["-9", "n/a"],
        keep_default_na=False,
    ).fillna({"amount": 0.0})


# %% role="variant" name="by csv.reader" of="keeps -9"
def read_export(path):
    import csv

    content = Path(path).read_bytes()
    text = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "cp1252")
    head, *rows = csv.reader(text.splitlines(), delimiter=";")
    table = pd.DataFrame(rows, columns=head, dtype="str").replace("n/a", None)
    table["amount"] = table["amount"].str.replace(",", ".").astype(float)
    return table


# %% role="variant" name="errors ignored, by open" of="assumes UTF-8"
def read_export(path):
    with open(path, encoding="utf-8-sig", newline="") as stream:
        table = pd.read_csv(stream, sep=";", dtype="str", na_values=["-9", "n/a"], keep_default_na=False)
    return table.assign(amount=table["amount"].str.replace(",", ".").astype(float))
