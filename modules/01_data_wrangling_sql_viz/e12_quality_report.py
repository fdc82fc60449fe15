# ---
# title: A report on a table's quality
# id: quality_report
# version: 1
# skills: [S003, S121, S123]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# A gym sends you its table of members every Monday, and every Monday something else is wrong with it: ages typed
# as words, a height in millimetres, plans that were abolished years ago. Clean it by hand and you will do so for
# ever. Write down once what should be true of each column, and let a report say each week how far the table is
# from it; then you can refuse a table before it reaches a model, and tell the sender exactly why.
#
# Write `quality_report(df, rules)`.
#
# - `rules` maps names of columns of `df` to a dict with any of these entries:
#   - `"min"`, `"max"`: numbers. A cell is *out of range* if it is smaller than `min` or larger than `max`; the
#     bounds themselves are fine. In a column with `min` or `max` every text is out of range, also one that looks
#     like a number, such as `"34"`.
#   - `"allowed"`: a list. A cell is *not allowed* if it equals none of its values. Text equals no number,
#     and where the list is empty no cell is allowed.
#   - `"required"`: a bool, `False` where it is left out.
# - A missing cell (`nan` or `None`, not the texts `"nan"` and `"None"`) is *missing*, whatever the rules; it is never
#   out of range and never not allowed. It is a problem only in a required column.
# - The result is a DataFrame with one row for **each** column of `df`, in the order of `df`, under its name. Its
#   columns are
#   - `missing`, `out_of_range`, `not_allowed`: the number of such cells, as int64. One cell may be both out of
#     range and not allowed; then both count it. Without such a rule it is 0;
#   - `share_bad`: the share of rows whose cell in this column has any problem, as float64: rows with at least one
#     problem, divided by all rows, not rounded. For a frame without rows it is 0.0.
# - Cells are numbers, text or missing, and one column may hold numbers and text. The index may hold a label
#   twice. `df` and `rules` stay as they are.
#
# For the five members of the set-up cell:
#
# | | `missing` | `out_of_range` | `not_allowed` | `share_bad` | |
# |---|---|---|---|---|---|
# | name | 1 | 0 | 0 | 0.0 | no rule |
# | age | 1 | 3 | 0 | 0.8 | `nan` is required; `"34"` and `"young"` are text, 7 is too small; 16 is fine |
# | level | 1 | 1 | 2 | 0.4 | 0 is two problems but one bad row; `nan` is not required |

# %%
import numpy as np
import pandas as pd

members = pd.DataFrame(
    {
        "name": ["Ada", "Bao", None, "Dana", "Emil"],
        "age": pd.Series([16, "34", np.nan, 7, "young"], dtype=object),
        "level": [0.0, 2.0, np.nan, 4.0, 3.0],
    }
)
member_rules = {
    "level": {"min": 1, "max": 4, "allowed": [1, 2, 3]},
    "age": {"min": 16, "required": True},
}


# %% role="answer"
def quality_report(df, rules):
    """Count, column by column, what breaks the rules.

    df: DataFrame of numbers and text. rules: column -> dict with any of min, max, allowed, required.
    Returns a DataFrame indexed by the columns of df: missing, out_of_range, not_allowed (int64, cells) and
    share_bad (float64, share of rows with at least one problem; 0.0 without rows).

    >>> quality_report(members, member_rules)["share_bad"].tolist()
    [0.0, 0.8, 0.4]
    """
    ### BEGIN SOLUTION
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )
    ### END SOLUTION


# %% role="check" name="a row for each column" points=0
out = quality_report(members, member_rules)
assert isinstance(out, pd.DataFrame), (
    f"quality_report(members, member_rules) gave you {kind(out)}; a DataFrame was promised."
)
assert out.columns.tolist() == ["missing", "out_of_range", "not_allowed", "share_bad"], (
    f"quality_report(members, member_rules) gave you the columns {out.columns.tolist()}; missing, out_of_range, "
    "not_allowed and share_bad were promised."
)
assert out.index.tolist() == ["name", "age", "level"], (
    f"quality_report(members, member_rules) gave you rows for {out.index.tolist()}; one for each column of "
    "members was promised: name, age, level, in that order."
)

# %% role="check" name="whole counts, and a share" points=0 needs="a row for each column"
for df in (members, members.iloc[:0]):
    out = quality_report(df, member_rules)
    dtypes = [str(dtype) for dtype in out.dtypes]
    assert dtypes == ["int64"] * 3 + ["float64"], (
        f"quality_report of {len(df)} rows gave you columns of dtype {', '.join(dtypes)}; int64 for the three "
        "counts and float64 for the share were promised."
    )

# %% role="check" name="leaves df and rules alone" points=0
pure(quality_report, members, member_rules)

# %% role="check" name="the worked example" points=0 needs="a row for each column"
out = quality_report(members, member_rules)
want = {
    "missing": [1, 1, 1],
    "out_of_range": [0, 3, 1],
    "not_allowed": [0, 0, 2],
    "share_bad": [0.0, 0.8, 0.4],
}
for column, numbers in want.items():
    got = out[column].tolist()
    assert close(got, numbers), (
        f"quality_report(members, member_rules) gave you {got} as {column} of name, age and level; {numbers} was "
        "promised."
    )


# %% role="shared"
def shuffled(rng, table, rules):
    """The table with its columns, and the rules, each in an order of its own."""
    columns = [table.columns[k] for k in rng.permutation(table.shape[1])]
    return table[columns], {name: dict(rules[name]) for name in rng.permutation([*rules]).tolist()}


ODD = {
    "surname": ({}, {"Ada": "", "nan": "", "None": "", None: "missing"}),
    "shoe": ({"allowed": [41, 42]}, {41: "", 42: "", "41": "not_allowed", None: "missing"}),
    "badge": ({"allowed": ["7", "8"]}, {"7": "", "8": "", 7: "not_allowed", None: "missing"}),
    "team": ({"allowed": []}, {"red": "not_allowed", 3: "not_allowed", None: "missing"}),
    "balance": ({"max": 5e12}, {-3e12: "", 4e12: "", 6e12: "out_of_range", None: "missing"}),
}


def odd_columns(rng, rows):
    """Columns of text that looks like a number or like nothing, and of large numbers; and the problem of each cell."""
    cells, problems = {}, {}
    for name, (_, pool) in ODD.items():
        places = rng.integers(len(pool), size=rows)
        cells[name] = [[*pool][k] for k in places]
        problems[name] = [[*pool.values()][k] for k in places]
    return cells, problems


def wrong_cell(call, out, df, rules, column, want):
    """A sentence on the first column of df of which the report says something else than it should."""
    if not isinstance(out, pd.DataFrame) or out.index.tolist() != df.columns.tolist() or column not in out:
        return f"{call} gave you no `{column}` for each column of df, in the order of df."
    for name, got in zip(df.columns, out[column].tolist(), strict=True):
        if not abs(got - want[name]) <= 1e-9:
            rule = f"the rule is {rules[name]}" if name in rules else "there is no rule"
            return f"{call} gave you {column} = {got} for the column {name!r}, where {rule}; it is another number."
    return None


# %% role="check" name="planted problems are counted" points=2 hidden=true needs=["a row for each column", "leaves df and rules alone"]
from course.datasets.messy import RULES, messy

for k in range(20):
    made = messy(rng, rows=15 + k)
    cells, problems = odd_columns(rng, len(made.table))
    df, rules = shuffled(
        rng, made.table.assign(**cells), RULES | {name: rule for name, (rule, _) in ODD.items()}
    )
    out = quality_report(df, rules)
    for column in ("missing", "out_of_range", "not_allowed"):
        want = getattr(made, column) | {name: found.count(column) for name, found in problems.items()}
        found = wrong_cell(f"quality_report(df with {len(df)} rows, rules)", out, df, rules, column, want)
        assert found is None, found

# %% role="check" name="the share of bad rows" points=2 hidden=true needs=["a row for each column", "leaves df and rules alone"]
from course.datasets.messy import RULES, messy

for k in range(20):
    made = messy(rng, rows=15 + k)
    gaps = {name: {*np.flatnonzero(made.table[name].isna()).tolist()} for name in made.table}
    rules = {name: RULES.get(name, {}) | {"required": bool(rng.integers(2))} for name in made.table}
    for name in rng.permutation([*rules])[:2].tolist():
        rules[name] = {key: value for key, value in rules[name].items() if key != "required"}
    del rules["note"]
    bad = {name: made.bad_rows[name] - gaps[name] for name in made.table}
    want = {
        name: len(bad[name] | gaps[name] if rules.get(name, {}).get("required") else bad[name])
        / len(made.table)
        for name in made.table
    }
    df, rules = shuffled(rng, made.table, rules)
    out = quality_report(df, rules)
    found = wrong_cell(f"quality_report(df with {len(df)} rows, rules)", out, df, rules, "share_bad", want)
    assert found is None, found
    empty = df.iloc[:0]
    out = quality_report(empty, rules)
    for column in ("missing", "out_of_range", "not_allowed", "share_bad"):
        found = wrong_cell(
            "quality_report(df without rows, rules)", out, df, rules, column, dict.fromkeys(df, 0)
        )
        assert found is None, found

# %% [markdown] role="hint"
# Fill in the example's table by hand, cell by cell, before you write code: for each cell, is it missing, out of
# range, not allowed? Which of these are problems of its row? The order of the questions matters: what is the
# answer to `nan < 16`, to `None < 16` and to `"34" < 16`?

# %% [markdown] role="hint"
# Make one boolean array for each kind of problem, of the length of the column: `missing` first, the others
# false wherever it is true. Counts are sums of these arrays. A row is bad if *any* of them is true: combine them
# with `|`, `missing` only where the column is required, and take the mean, or 0.0 if there is no row.

# %% [markdown] role="hint"
# ```python
# report = []
# for name in df.columns:
#     rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
#     low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
#     bounded = "min" in rule or "max" in rule
#     outside = [bounded and not gone and ____ for x, gone in zip(cells, missing)]
#     strange = ["allowed" in rule and not gone and ____ for x, gone in zip(cells, missing)]
#     bad = np.array(outside, dtype=bool) | np.array(strange, dtype=bool)
#     bad |= ____
#     report.append((missing.sum(), sum(outside), sum(strange), bad.mean() if len(bad) else 0.0))
# ```

# %% [markdown] role="explanation"
# Three boolean arrays for each column answer everything: their sums are the counts, and what they have in common
# is counted once in the share because `|` joins rows, not numbers. Adding up counts instead, and dividing, gives
# a share above 1 as soon as cells have two problems.
#
# `missing` is asked first because no comparison means anything for a missing cell: `nan < 16` and `nan > 99` are
# both false, so `not (16 <= nan <= 99)` calls it out of range, and `None < 16` raises. In pandas,
# `~between(…)` and `~isin(…)` are true for missing cells for the same reason.
#
# A loop over cells in Python costs about a microsecond each. For large tables let pandas do it column by column,
# with `pd.to_numeric(cells, errors="coerce")` for the mixed ones, as one of the other solutions does. Libraries
# such as pandera or Great Expectations are this function with more kinds of rules, and a place to keep them.


# %% role="alternative" name="whole columns at a time"
def quality_report(df, rules):
    report = pd.DataFrame(0, index=df.columns, columns=["missing", "out_of_range", "not_allowed"])
    report["share_bad"] = 0.0
    for name, cells in df.items():
        rule = {"min": None, "max": None, "allowed": None, "required": False} | dict(rules.get(name, {}))
        gaps = cells.isna()
        bad = gaps & rule["required"]
        if rule["min"] is not None or rule["max"] is not None:
            text = cells.map(lambda cell: isinstance(cell, str)).astype(bool)
            numbers = pd.to_numeric(cells.mask(text), errors="coerce").astype(float)
            outside = text.copy()
            if rule["min"] is not None:
                outside |= numbers < rule["min"]
            if rule["max"] is not None:
                outside |= numbers > rule["max"]
            report.loc[name, "out_of_range"] = outside.sum()
            bad |= outside
        if rule["allowed"] is not None:
            strange = cells.notna() & ~cells.isin(list(rule["allowed"]))
            report.loc[name, "not_allowed"] = strange.sum()
            bad |= strange
        report.loc[name, "missing"] = gaps.sum()
        report.loc[name, "share_bad"] = bad.sum() / max(len(df), 1)
    return report


# %% role="alternative" name="a set of bad rows"
def quality_report(df, rules):
    def problems(cell, rule):
        if pd.isna(cell):
            return ["missing"]
        low, high = rule.get("min"), rule.get("max")
        found = []
        if low is not None or high is not None:
            number = not isinstance(cell, str)
            fits = number and (low is None or cell >= low) and (high is None or cell <= high)
            found += [] if fits else ["out_of_range"]
        if cell not in rule.get("allowed", [cell]):
            found.append("not_allowed")
        return found

    report = {}
    for name in df:
        counts, bad, rule = (
            dict.fromkeys(["missing", "out_of_range", "not_allowed"], 0),
            set(),
            rules.get(name, {}),
        )
        for place, cell in enumerate(df[name]):
            for problem in problems(cell, rule):
                counts[problem] += 1
                if problem != "missing" or rule.get("required", False):
                    bad.add(place)
        report[name] = counts | {"share_bad": len(bad) / len(df) if len(df) else 0.0}
    table = pd.DataFrame.from_dict(report, orient="index")
    return table.astype(dict.fromkeys(table.columns[:3], "int64"))


# %% role="misconception" name="missing counts as out of range" fails="planted problems are counted"
# No comparison is true for a missing cell, so `not low <= x <= high` is, and your report counts it as out of
# range as well as missing. Ask first whether the cell is missing, and only then whether it fits.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            outside[place] = bounded and (missing[place] or isinstance(x, str) or not low <= x <= high)
            if not missing[place]:
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = (outside & ~missing) | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="missing counts as not allowed" fails="planted problems are counted"
# `nan` is in no list, so `isin` and `in` say that it is not allowed, and your report counts it twice. A missing
# cell is missing and nothing else: ask that first.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
            strange[place] = "allowed" in rule and (missing[place] or x not in rule["allowed"])
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="a row with two problems counts twice" fails="the share of bad rows"
# You added up the counts, so a cell that is out of range *and* not allowed makes its row bad twice, and the share
# can exceed 1. Join the conditions row by row with `|` and count the rows.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside
        problems = outside.sum() + strange.sum() + (missing.sum() if rule.get("required", False) else 0)
        share = problems / len(bad) if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="drops columns without rules" fails="a row for each column"
# Your report lists the columns that have rules. Those without have missing cells too, and nobody will see them:
# loop over the columns of `df`, and take an empty rule where there is none, `rules.get(name, {})`.
def quality_report(df, rules):
    report = []
    names = [name for name in df.columns if name in rules]
    for name in names:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    heads = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=names, columns=heads)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="in the order of the rules" fails="a row for each column"
# You went through `rules` first, so the report has the order of the rules. Loop over `df.columns`: whoever reads
# the report lays it beside the table.
def quality_report(df, rules):
    report = []
    order = [*rules, *(name for name in df.columns if name not in rules)]
    for name in order:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=order, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="compares text with numbers" fails="leaves df and rules alone"
# `"34" < 16` raises a TypeError, and one cell of text stops the whole report. Ask `isinstance(x, str)` before you
# compare: in a column with `min` or `max`, text is out of range.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and not low <= x <= high
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="skips text in numeric columns" fails="planted problems are counted"
# You left text out of the comparison, so a word in a column of numbers counts as fine. In a column with `min` or
# `max` every text is out of range.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and not isinstance(x, str) and not low <= x <= high
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="takes text for missing" fails="planted problems are counted"
# `pd.to_numeric(…, errors="coerce")` turns words into `nan`, and after that your report took them for missing.
# Count the missing cells before you convert: those words are out of range.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, column = rules.get(name, {}), df[name]
        if "min" in rule or "max" in rule:
            column = pd.to_numeric(column.map(lambda x: np.nan if isinstance(x, str) else x))
        cells, missing = column.tolist(), column.isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="reads numbers in text" fails="planted problems are counted"
# You converted `"34"` to the number 34, which is in range. Here a text is out of range whatever it says: the
# sender has to mend it, or the next program will trip over it.
def quality_report(df, rules):
    def number(x):
        try:
            return float(x)
        except ValueError:
            return np.nan

    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and not low <= number(x) <= high
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="bounds are out of range" fails="planted problems are counted"
# You counted cells that equal `min` or `max` as out of range. The bounds themselves are fine: compare with `<=`.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low < x < high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="min is out of range" fails="planted problems are counted"
# You counted cells that equal `min` as out of range. The bound itself is fine: only `x < min` is too small.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low < x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="max is out of range" fails="planted problems are counted"
# You counted cells that equal `max` as out of range, as `range` and slices would. The bound itself is fine: only
# `x > max` is too large.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x < high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="a bound of 0 is no bound" fails="planted problems are counted"
# `if rule.get("min"):` is false for a bound of 0, so negative numbers pass. Ask whether the rule is there:
# `"min" in rule`.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min") or -np.inf, rule.get("max") or np.inf
        bounded = rule.get("min") or rule.get("max")
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bool(bounded) and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="only with both bounds" fails="planted problems are counted"
# You check the range only where a rule has `min` *and* `max`. Either may stand alone: put infinity in place of the
# other.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule and "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="never checks what is allowed" fails="planted problems are counted"
# Your report has no cell that is not allowed: the entry `allowed` of the rules is not used. A cell is not allowed if
# it equals none of those values.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = False
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="compares what is allowed as text" fails="planted problems are counted"
# You compared texts, and a column with gaps holds floats: `"2.0"` is not `"2"`, though 2.0 equals 2. Compare the
# cell as it is, `x in rule["allowed"]`.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and str(x) not in map(str, rule["allowed"])
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="one problem for each cell" fails="planted problems are counted"
# You stopped at the first problem of a cell. A cell may be out of range *and* not allowed, and then both counts
# have it; only its row is bad once.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = not outside[place] and "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="missing is always bad" fails="the share of bad rows"
# In your shares every missing cell makes its row bad. It is a problem only where the column is required; elsewhere
# a gap is an honest answer.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="missing is always bad where there is a rule" fails="the share of bad rows"
# You took the presence of a rule, or of `required`, for a yes. Look at its value: `required` is a bool, and `False`
# where it is left out.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", True) and name in rules:
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="required: False is required" fails="the share of bad rows"
# You asked whether the rule *has* an entry `required`, and took `False` for a yes. Ask what it says:
# `rule.get("required", False)`.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if "required" in rule:
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="missing is never bad" fails="the share of bad rows"
# Your shares leave missing cells out, also in required columns, where they are problems. Join `missing` to the bad
# rows where `required` is true.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="missing counts where required" fails="planted problems are counted"
# You count missing cells only in required columns. `missing` is a plain count for every column; `required` decides
# only whether they make a row bad.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append(
            (missing.sum() if rule.get("required", False) else 0, outside.sum(), strange.sum(), share)
        )
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="share of the cells that are there" fails="the share of bad rows"
# You divided by the number of cells that are not missing. The share is one of all rows: divide by `len(df)`.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.sum() / max((~missing).sum(), 1)
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="a share in percent" fails="the share of bad rows"
# Your shares are a hundred times too large: a share of 0.8 was promised, not 80.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = 100 * bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="nan without rows" fails="the share of bad rows"
# For a frame without rows you divided 0 by 0. An empty table has no bad rows: 0.0.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = np.sum(bad) / np.float64(len(bad))
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="fails without rows" fails="the share of bad rows"
# A frame without rows made your report divide by zero. Some Monday the table will be empty: its share is 0.0.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = int(bad.sum()) / len(bad)
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="fills df first" fails="leaves df and rules alone"
# You filled the gaps of the frame that you were given, so the caller's table has changed. Work on a copy, or ask
# `isna` and leave the gaps where they are.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.get(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        df[name] = df[name].astype(object).where(~missing, 0)
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="misconception" name="completes the rules" fails="leaves df and rules alone"
# You changed the rules, which belong to the caller. Read with `rules.get(name, {})`, and write only into a dict or a
# list of your own.
def quality_report(df, rules):
    report = []
    for name in df.columns:
        rule, cells, missing = rules.setdefault(name, {}), df[name].tolist(), df[name].isna().to_numpy()
        low, high = rule.get("min", -np.inf), rule.get("max", np.inf)
        bounded = "min" in rule or "max" in rule
        outside = np.zeros(len(cells), dtype=bool)
        strange = np.zeros(len(cells), dtype=bool)
        for place, x in enumerate(cells):
            if not missing[place]:
                outside[place] = bounded and (isinstance(x, str) or not low <= x <= high)
                strange[place] = "allowed" in rule and x not in rule["allowed"]
        bad = outside | strange
        if rule.get("required", False):
            bad = bad | missing
        share = bad.mean() if len(bad) else 0.0
        report.append((missing.sum(), outside.sum(), strange.sum(), share))
    names = ["missing", "out_of_range", "not_allowed", "share_bad"]
    table = pd.DataFrame(report, index=df.columns, columns=names)
    return table.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )


# %% role="variant" name="by between and isin" of="missing counts as not allowed"
def quality_report(df, rules):
    report = {}
    for name in df.columns:
        rule, cells = rules.get(name, {}), df[name]
        gaps, text = cells.isna(), cells.map(lambda x: isinstance(x, str)).astype(bool)
        outside = pd.Series(False, index=df.index)
        if {"min", "max"} & {*rule}:
            numbers = pd.to_numeric(cells.mask(text), errors="coerce").astype(float)
            outside = ~gaps & ~numbers.between(rule.get("min", -np.inf), rule.get("max", np.inf))
        strange = ~cells.isin(rule["allowed"]) if "allowed" in rule else pd.Series(False, index=df.index)
        bad = outside | strange | (gaps & rule.get("required", False))
        report[name] = [gaps.sum(), outside.sum(), strange.sum(), bad.sum() / max(len(df), 1)]
    table = pd.DataFrame.from_dict(
        report, orient="index", columns=["missing", "out_of_range", "not_allowed", "share_bad"]
    )
    return table.astype({"missing": "int64", "out_of_range": "int64", "not_allowed": "int64"})


# %% role="variant" name="by sums over the columns" of="a row with two problems counts twice"
def quality_report(df, rules):
    report = []
    for name in df:
        rule, counts = rules.get(name, {}), [0, 0, 0]
        for x in df[name]:
            if pd.isna(x):
                counts[0] += 1
                continue
            if "min" in rule or "max" in rule:
                counts[1] += isinstance(x, str) or not rule.get("min", x) <= x <= rule.get("max", x)
            counts[2] += x not in rule.get("allowed", [x])
        problems = counts[1] + counts[2] + counts[0] * rule.get("required", False)
        report.append([*counts, problems / len(df) if len(df) else 0.0])
    return pd.DataFrame(
        report, index=df.columns, columns=["missing", "out_of_range", "not_allowed", "share_bad"]
    )
