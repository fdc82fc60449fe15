# ---
# title: Dates in three handwritings
# id: parse_mixed_dates
# version: 1
# skills: [S003, S121]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# Two shops merged, and the app that both use now writes dates in a third way. In one column stand
# `2024-12-31`, `31/12/2024` and `Dec 31, 2024`. `pd.to_datetime(s, format="mixed")` reads all of them, and
# that is the trouble: it takes `03/04/2024` for the 4th of March and `13/04/2024` for the 13th of April, in
# the same column, without a word. Add `dayfirst=True`, and it takes `2024-03-04` for the 3rd of April. Orders
# move by months, and every weekly chart stays smooth enough to be believed. Say which three forms there are,
# and refuse the rest.
#
# Write `parse_mixed_dates(s)`.
#
# - `s` is a Series of text; some entries are missing (`nan`). Its index may hold anything, the same label
#   twice included. It stays as it is.
# - The result is a new Series of dtype `datetime64` (in any unit, without time zone), with the same index in
#   the same order: one date, at midnight, for each entry of `s`. Its name is up to you.
# - Three forms are dates, with two digits for day and month and four for the year:
#   `2024-12-31` (year, month, day), `31/12/2024` (**day first**) and `Dec 31, 2024` (the first three letters of
#   the English name of the month).
# - Everything else becomes `NaT`, and nothing raises: missing entries, empty texts, words such as
#   `unknown`, days that do not exist (`31/02/2024`, `04/13/2024`, `2024-13-01`), other separators or orders
#   (`2024/12/31`, `31-12-2024`, `31.12.2024`, `20241231`), dates with a time (`2024-12-31 10:00`).
# - Other widths and spellings (`1/2/2024`, `DEC 31, 2024`), spaces around a date, and the words `now` and
#   `today` do not occur. Years run from 1900 to 2099. `s` may have no entry at all.
#
# | entry | result | |
# |---|---|---|
# | `2024-12-31`, `31/12/2024`, `Dec 31, 2024` | 31 December 2024 | |
# | `03/04/2024` | 3 April 2024 | day first |
# | `2024-03-04` | 4 March 2024 | month first, as always where the year leads |
# | `13/04/2024` | 13 April 2024 | |
# | `04/13/2024` | `NaT` | there is no 13th month |
# | `n/a`, an empty text, `nan` | `NaT` | |

# %%
import pandas as pd

written = pd.Series(
    [
        "2024-12-31",
        "31/12/2024",
        "Dec 31, 2024",
        "03/04/2024",
        "2024-03-04",
        "13/04/2024",
        "04/13/2024",
        "",
        None,
    ],
    index=[12, 7, 7, 30, 4, 5, 6, 18, 9],
)


# %% role="answer"
def parse_mixed_dates(s):
    """Read dates that are written in one of three forms.

    s: Series of text: 2024-12-31, 31/12/2024 (day first) or Dec 31, 2024; anything else is no date.
    Returns a new Series of datetime64 with the index of s, NaT where s holds no date.

    >>> parse_mixed_dates(pd.Series(["03/04/2024", "04/13/2024"], index=[5, 2])).dt.month.tolist()
    [4.0, nan]
    """
    ### BEGIN SOLUTION
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates
    ### END SOLUTION


# %% role="check" name="a date for each entry" points=0
out = parse_mixed_dates(written)
assert isinstance(out, pd.Series), f"parse_mixed_dates(s) gave you {kind(out)}; a Series was promised."
assert len(out) == len(written), (
    f"parse_mixed_dates(s) gave you {len(out)} entries for {len(written)}; what is no date stays in, as NaT."
)
assert str(out.dtype).startswith("datetime64") and "," not in str(out.dtype), (
    f"parse_mixed_dates(s) gave you dtype {out.dtype}; datetime64 was promised."
)

# %% role="check" name="the index of s" points=0 needs="a date for each entry"
out = parse_mixed_dates(written)
assert out.index.tolist() == written.index.tolist(), (
    f"parse_mixed_dates(s) gave you the index {out.index.tolist()}; that of s, {written.index.tolist()}, was "
    "promised."
)

# %% role="check" name="leaves s alone" points=0
pure(parse_mixed_dates, written)

# %% role="check" name="the worked example" points=0 needs="a date for each entry"
out = parse_mixed_dates(written)
want = ["2024-12-31"] * 3 + ["2024-04-03", "2024-03-04", "2024-04-13", "NaT", "NaT", "NaT"]
for text, date, right in zip(written.tolist(), out.tolist(), want, strict=True):
    assert str(date).removesuffix(" 00:00:00") == right, (
        f"parse_mixed_dates(s) of the example made {text!r} {date}; {right} was promised."
    )


# %% role="shared"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
FORMS = (
    lambda year, month, day: f"{year}-{month:02}-{day:02}",
    lambda year, month, day: f"{day:02}/{month:02}/{year}",
    lambda year, month, day: f"{MONTHS[month - 1]} {day:02}, {year}",
)


def real_date(rng, most=28):
    """Year, month and day of a date that exists; both small enough to be swapped when most is 12."""
    return int(rng.integers(1900, 2100)), int(rng.integers(1, 13)), int(rng.integers(1, most + 1))


def as_series(rng, texts, index=None):
    """Texts in a random order, under labels that are out of order and repeat."""
    texts = [texts[k] for k in rng.permutation(len(texts))]
    labels = rng.integers(0, max(len(texts) // 2, 1), size=len(texts))
    return pd.Series(texts, index=labels if index is None else index, dtype="str")


def judged(s, out, want):
    """Compare with {text: (year, month, day) or None}; a sentence on the first wrong entry, or None."""
    call = f"parse_mixed_dates(s with {len(s)} entries)"
    if not isinstance(out, pd.Series):
        return f"{call} gave you no Series."
    if len(out) != len(s):
        return f"{call} gave you a Series with {len(out)} entries; one for each entry of the s of this call was promised."
    if out.index.tolist() != s.index.tolist():
        return f"{call} gave you another index than that of s."
    for place, (text, date) in enumerate(zip(s.tolist(), out.tolist(), strict=True)):
        right = want[text] if isinstance(text, str) else None
        got = None if pd.isna(date) else (date.year, date.month, date.day, date.hour, date.minute)
        if got != (None if right is None else (*right, 0, 0)):
            meant = "that is no date in any of the three forms" if right is None else "it is another date"
            return f"{call} made {text!r} at position {place} {date}; {meant}."
    return None


# %% role="check" name="the three forms, in any mixture" points=2 hidden=true needs=["a date for each entry", "leaves s alone"]
for k in range(24):
    dates = [real_date(rng, 12 if k % 2 else 28) for _ in range(int(rng.integers(3, 12)))]
    want = {FORMS[int(rng.integers(3))](*date): date for date in dates}
    want |= {form(*date): date for form, date in zip(FORMS, dates)}
    want |= {FORMS[1](y, m, 13 + d % 16): (y, m, 13 + d % 16) for y, m, d in dates[:2]}
    if k % 4 == 0:
        want |= {
            FORMS[k // 4 % 3](2024, 2, 29): (2024, 2, 29),
            FORMS[k // 4 % 3](1999, 12, 31): (1999, 12, 31),
        }
    s = as_series(rng, [*want])
    problem = judged(s, parse_mixed_dates(s), want)
    assert problem is None, problem
for form in FORMS:
    dates = [real_date(rng) for _ in range(4)]
    want = {form(*date): date for date in dates}
    s = as_series(rng, [*want], [f"row {k}" for k in range(len(want))])
    problem = judged(s, parse_mixed_dates(s), want)
    assert problem is None, problem

# %% role="check" name="anything else is NaT" points=2 hidden=true needs=["a date for each entry", "leaves s alone"]
words = ["", "unknown", "closed", "n/a", "2024", "Dec 31", "12:30", "31 December 2024", "0", "-"]
for k in range(24):
    date = year, month, day = real_date(rng)
    large = 13 + day % 16
    wrong = [
        f"{year}/{month:02}/{day:02}",
        f"{day:02}-{month:02}-{year}",
        f"{day:02}.{month:02}.{year}",
        f"{year}{month:02}{day:02}",
        f"{FORMS[(k + 1) % 3](*date)} 10:00",
        f"{year}-{month:02}-{day:02}T00:00:00",
        f"{month:02}/{large:02}/{year}",
        f"{year}-{large:02}-{month:02}",
        FORMS[k % 3](year, 2, 30),
        FORMS[(k + 1) % 3](2023, 2, 29),
        f"{MONTHS[month - 1]} 32, {year}",
        f"{year}-00-{day:02}",
    ]
    picked = [*rng.permutation(12)[:6].tolist(), *([4] if k < 3 else [])]
    want = dict.fromkeys([*(wrong[p] for p in picked), *rng.choice(words, size=3).tolist()])
    if k % 3:
        want[FORMS[k % 3](*date)] = date
    s = as_series(rng, [*want, None, None])
    problem = judged(s, parse_mixed_dates(s), want)
    assert problem is None, problem
for texts in ([], [""], [None], ["unknown", None]):
    s = as_series(rng, texts)
    out = parse_mixed_dates(s)
    problem = judged(s, out, dict.fromkeys(texts))
    assert problem is None, problem
    assert str(out.dtype).startswith("datetime64"), (
        f"parse_mixed_dates(s) without any date gave you dtype {out.dtype}; datetime64 was promised."
    )

# %% [markdown] role="hint"
# Whoever guesses has to guess wrong sometimes. What does `pd.to_datetime(written, format="%Y-%m-%d")` do, and
# what with `errors="coerce"`? It reads one form and nothing else: how do you combine three such results?

# %% [markdown] role="hint"
# Read the whole column three times, each time with one exact `format` and `errors="coerce"`, which makes NaT of
# what does not fit. No text fits two of the forms, so the three results never contradict each other: fill the
# gaps of one with the next. `%Y` is the year, `%m` the month, `%d` the day, `%b` the short name of the month.

# %% [markdown] role="hint"
# ```python
# dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
# for form in (____, ____, "%b %d, %Y"):
#     dates = dates.fillna(pd.to_datetime(s, format=form, errors=____))
# return dates
# ```

# %% [markdown] role="explanation"
# Each pass asks a question that has only two answers: is this text of exactly this form, and a day that
# exists? What passes none of the three questions is NaT, so the result holds no guess. Three passes cost three
# times the time of one; for a million entries that is still a second or so, because pandas reads a fixed
# format much faster than a mixed one.
#
# `dates.fillna(other)` aligns by label, which is safe here although labels repeat, because both have the very
# same index. With NaT in hand, count before you go on: `dates.isna().sum() - s.isna().sum()` entries were
# written in a way that you did not expect. Look at them: a fourth form is news, and a reader that raised at
# the first bad entry would have told you of one only.
#
# One hole remains, in pandas itself: whatever the format, `pd.to_datetime` takes the words `now` and `today` for
# the present moment. If your entries come from people, blank these two first.
#
# For `03/04/2024` no program can know whether 3 April or 4 March was meant. That is settled by asking whoever
# made the file; one entry such as `04/13/2024` among thousands says that somebody writes the month first.


# %% role="alternative" name="by patterns, one entry at a time"
def parse_mixed_dates(s):
    import re
    from datetime import datetime

    patterns = {
        r"\d{4}-\d{2}-\d{2}": "%Y-%m-%d",
        r"\d{2}/\d{2}/\d{4}": "%d/%m/%Y",
        r"[A-Z][a-z]{2} \d{2}, \d{4}": "%b %d, %Y",
    }

    def one(text):
        for pattern, form in patterns.items():
            if isinstance(text, str) and re.fullmatch(pattern, text):
                try:
                    return datetime.strptime(text, form)
                except ValueError:
                    return pd.NaT
        return pd.NaT

    return pd.Series([one(text) for text in s], index=s.index, dtype="datetime64[us]")


# %% role="alternative" name="all forms rewritten as one"
def parse_mixed_dates(s):
    text = s.astype("str")
    iso = text.where(text.str.fullmatch(r"\d{4}-\d\d-\d\d", na=False))
    parts = text.str.extract(r"^(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})$")
    named = text.str.extract(r"^(?P<name>[A-Z][a-z][a-z]) (?P<day>\d\d), (?P<year>\d{4})$")
    months = {
        name: f"{k:02}" for k, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
    }
    iso = iso.fillna(parts["year"] + "-" + parts["month"] + "-" + parts["day"])
    iso = iso.fillna(named["year"] + "-" + named["name"].map(months).astype("str") + "-" + named["day"])
    return pd.to_datetime(iso, format="%Y-%m-%d", errors="coerce")


# %% role="misconception" name="month first" fails="the three forms, in any mixture"
# You read `03/04/2024` as the 4th of March. With slashes the day stands first here: the format is `%d/%m/%Y`.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates


# %% role="misconception" name="day first everywhere" fails="the three forms, in any mixture"
# `dayfirst=True` swaps day and month in `2024-03-04` too, which is the 4th of March in every country. It is no
# promise but a preference, used for all entries alike: give the exact format of each form instead.
def parse_mixed_dates(s):
    return pd.to_datetime(s, format="mixed", dayfirst=True, errors="coerce")


# %% role="variant" name="the forms, with the year's days first" of="year, day, month"
def parse_mixed_dates(s):
    found = [pd.to_datetime(s, format=f, errors="coerce") for f in ("%d/%m/%Y", "%b %d, %Y", "%Y-%d-%m")]
    return found[0].combine(found[1], lambda a, b: b if pd.isna(a) else a).where(found[2].isna(), found[2])


# %% role="misconception" name="year, day, month" fails="the three forms, in any mixture"
# You read `2024-03-04` as the 3rd of April. Only the form with slashes has the day first; where the year
# leads, the month follows: `%Y-%m-%d`.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%d-%m", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates


# %% role="misconception" name="lets pandas guess each entry" fails="the three forms, in any mixture"
# `format="mixed"` guesses entry by entry: `03/04/2024` became March, `13/04/2024` April, because there is no
# 13th month. And it takes dates that were never promised, such as `20241231` or `12:30`. Name the three formats.
def parse_mixed_dates(s):
    return pd.to_datetime(s, format="mixed", errors="coerce")


# %% role="misconception" name="the form of the first entry" fails="the three forms, in any mixture"
# Without a format, `pd.to_datetime` takes the form of the first entry for that of all, and what is written
# otherwise becomes NaT. Read the column once for each form.
def parse_mixed_dates(s):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pd.to_datetime(s, dayfirst=True, errors="coerce")


# %% role="misconception" name="guesses what is left" fails="anything else is NaT"
# Your three formats are right, but then you let pandas guess at the rest, and it finds something in nearly
# everything: `20241231`, `04/13/2024`, even `12:30`. What fits none of the three forms stays NaT.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y", "mixed"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates


# %% role="misconception" name="lets pandas guess, day first at slashes" fails="anything else is NaT"
# Without a format `pd.to_datetime` guesses at each text, with `dayfirst` as no more than a wish, and it finds
# something in nearly everything: `20241231`, `04/13/2024`, even `12:30`. Name the three formats.
def parse_mixed_dates(s):
    def guess(text):
        known = isinstance(text, str) and text != ""
        return pd.to_datetime(text, dayfirst="/" in text, errors="coerce") if known else pd.NaT

    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pd.Series([guess(text) for text in s], index=s.index, dtype="datetime64[ns]")


# %% role="misconception" name="a guess for each separator" fails="anything else is NaT"
# You sorted the texts by their separator and let pandas find the form of each lot: it takes that of the first
# entry, and `2024/12/31` or `31-12-2024` may be that. Give each of the three forms its exact `format`.
def parse_mixed_dates(s):
    import warnings

    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    slashed = s.str.contains("/", na=False)
    dashed = s.str.contains("-", na=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dates[slashed] = pd.to_datetime(s[slashed], dayfirst=True, errors="coerce")
        dates[dashed] = pd.to_datetime(s[dashed], errors="coerce")
    rest = ~(slashed | dashed)
    dates[rest] = pd.to_datetime(s[rest], format="%b %d, %Y", errors="coerce")
    return dates


# %% role="misconception" name="swaps when it must" fails="anything else is NaT"
# Where there is no 13th month, you read month and day the other way round. `04/13/2024` shows that this entry
# was written by another rule, so perhaps its neighbours were, too: that is a question for a person, and NaT
# until it is answered.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates


# %% role="misconception" name="the form without its end" fails="anything else is NaT"
# You compared the beginning of each text only, so `2024-12-31 10:00` passes for a date. The whole text has to
# be of the form: `exact=True`, as it is by default, or `re.fullmatch`.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form, width in (("%Y-%m-%d", 10), ("%d/%m/%Y", 10), ("%b %d, %Y", 12)):
        dates = dates.fillna(pd.to_datetime(s.str[:width], format=form, errors="coerce"))
    return dates


# %% role="misconception" name="looks for a date inside the text" fails="anything else is NaT"
# With `exact=False` pandas looks for the form anywhere in the text, so `2024-12-31 10:00` passes for a date. The
# whole text has to be of the form: leave `exact` as it is.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        loose = form.startswith("%Y")
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce", exact=not loose))
    return dates


# %% role="misconception" name="rolls over into the next month" fails="anything else is NaT"
# You made `31/02/2024` the 2nd of March, by adding days to the first of the month. A day that does not exist
# is a slip of the pen, and nobody knows which: NaT.
def parse_mixed_dates(s):
    numbers = {
        name: f"{k:02}" for k, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
    }
    iso = s.str.extract(r"^(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)$")
    slashed = s.str.extract(r"^(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})$")
    named = s.str.extract(r"^(?P<m>[A-Z][a-z][a-z]) (?P<d>\d\d), (?P<y>\d{4})$")
    named["m"] = named["m"].map(numbers).astype("str")
    parts = iso.fillna(slashed).fillna(named)
    first = pd.to_datetime(parts["y"] + "-" + parts["m"] + "-01", format="%Y-%m-%d", errors="coerce")
    return first + pd.to_timedelta(parts["d"].astype(float) - 1, unit="D")


# %% role="misconception" name="drops what it cannot read" fails="a date for each entry"
# You left out the entries that are no dates, so your result is shorter than `s` and no longer lies beside the
# other columns. Keep a place for each: NaT.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates.dropna()


# %% role="misconception" name="form after form" fails="the three forms, in any mixture"
# You put the dates of the first form first, then those of the second: the order of `s` is lost, and dates stand
# in other rows than the texts that they came from. Fill the gaps in place, with `fillna` or `where`.
def parse_mixed_dates(s):
    found = [pd.to_datetime(s, format=f, errors="coerce") for f in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y")]
    read = pd.concat([dates.dropna() for dates in found])
    rest = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")[
        found[0].isna() & found[1].isna() & found[2].isna()
    ]
    return pd.concat([read, rest])


# %% role="misconception" name="raises on the first bad one" fails="a date for each entry"
# One entry that is no date stopped the whole column. Say `errors="coerce"`, which makes NaT of what does not
# fit, and look at those entries afterwards.
def parse_mixed_dates(s):
    from datetime import datetime

    def one(text):
        if "/" in text:
            return datetime.strptime(text, "%d/%m/%Y")
        return datetime.strptime(text, "%b %d, %Y" if "," in text else "%Y-%m-%d")

    return pd.Series([one(text) for text in s], index=s.index, dtype="datetime64[us]")


# %% role="misconception" name="gives texts back" fails="a date for each entry"
# Your result holds texts or Python dates, which have no `.dt` and which pandas cannot group by month. Return the
# Series of `pd.to_datetime` as it is, of dtype datetime64.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates.dt.strftime("%Y-%m-%d")


# %% role="misconception" name="numbers the rows anew" fails="the index of s"
# You returned the dates under the labels 0, 1, 2, …, so that pandas will put them into other rows as soon as
# you write `df["date"] = …`. Keep the index of `s`.
def parse_mixed_dates(s):
    s = s.reset_index(drop=True)
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates


# %% role="misconception" name="forgets the named months" fails="the three forms, in any mixture"
# `Dec 31, 2024` came out as NaT: the third form is missing among yours. Its format is `%b %d, %Y`.
def parse_mixed_dates(s):
    dates = pd.to_datetime(s, format="%Y-%m-%d", errors="coerce")
    return dates.fillna(pd.to_datetime(s, format="%d/%m/%Y", errors="coerce"))


# %% role="misconception" name="carries the last date on" fails="anything else is NaT"
# You filled unreadable entries with the date above them. An order whose date nobody can read did not happen on
# the day of its neighbour: leave NaT.
def parse_mixed_dates(s):
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates.ffill()


# %% role="misconception" name="works inside s" fails="leaves s alone"
# You cleaned the Series that you were given, so the caller's texts have changed. Begin with a copy, or better:
# change nothing, because `errors="coerce"` copes with empty texts and the like.
def parse_mixed_dates(s):
    s[~s.str.contains(r"\d", na=False)] = None
    dates = pd.Series(pd.NaT, index=s.index, dtype="datetime64[us]")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        dates = dates.fillna(pd.to_datetime(s, format=form, errors="coerce"))
    return dates
