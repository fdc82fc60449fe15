# ---
# title: A histogram that hides nothing
# id: labelled_hist
# version: 1
# skills: [S123, S124, S132]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# `ax.hist(x)` leaves missing values out, and does not say so. Below, 8 of 40 measurements of a blood value are
# missing, all of them too small for the instrument; the histogram looks complete, and whoever reads it takes its
# middle for the middle of the patients. A chart that others decide by says how many values it shows, how many it
# does not, in which unit, and where the middle is. You write that once, as a function, and call it for each
# column.
#
# Write `labelled_hist(ax, x, unit, bins)`, which draws on the axes that it is given.
#
# - `ax` are Matplotlib axes, perhaps one of several in a figure. `x` is a float array of shape `(n,)`, possibly
#   with `nan`, never with infinities, possibly read-only; it stays as it is.
# - Draw `bins` upright **bars** of equal width, from the smallest to the largest value that is there, as `ax.hist`
#   does by default; where all values are equal, from 0.5 below to 0.5 above. The height of a bar is the **number** of
#   values in it. One outline, empty or filled (`"step"`, `"stepfilled"`, `ax.stairs`), is no bars.
# - The title contains `n = ` and the number of values that are there, and `missing = ` and the number of those
#   that are not, as plain digits: `n = 32, missing = 8`. Both are given when they are 0, too.
# - The label of the x axis contains `unit` in parentheses: `value (mg/l)`.
# - One vertical line stands at the median of the values that are there, drawn with `axvline`, `vlines` or `plot`.
#   You draw no other line.
# - Where every value is missing, or `x` has no entry, there is no line, and no bar is higher than 0; nothing
#   raises.
# - Return `None`. Everything else stays as it is: other axes, the figure, its title and layout, pyplot's current axes,
#   the settings in `plt.rcParams`. More words, colours and a label of the y axis are yours to choose.
#
# For `x = np.array([2.0, 5.0, np.nan, 3.0, 2.0, 8.0])`, the unit `"mg/l"` and 3 bins you draw bars from 2 to 4, from
# 4 to 6 and from 6 to 8, of heights 3, 1 and 1, a vertical line at 3, and the title `n = 5, missing = 1`.

# %%
import matplotlib.pyplot as plt
import numpy as np

blood = np.round(np.random.default_rng(3).gamma(2.0, 3.0, size=40), 1)  # mg/l
blood[blood < 2.5] = np.nan  # below what the instrument can measure


# %% role="answer"
def labelled_hist(ax, x, unit, bins):
    """Draw a histogram that says what it shows: n, missing values, unit and median.

    ax: Matplotlib axes. x: float array (n,), with nan for missing values. unit: str. bins: int from 1.
    Returns None.

    >>> labelled_hist(plt.figure().subplots(), blood, "mg/l", 8)
    """
    ### BEGIN SOLUTION
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")
    ### END SOLUTION


# %% role="shared"
def verticals(drawn):
    """Where vertical lines stand, however they were drawn."""
    places = [
        line["x"]
        for line in drawn["lines"]
        if len({*line["y"].tolist()}) > 1 and len({*line["x"].tolist()}) == 1
    ]
    places += [
        part["points"][:, 0] for part in drawn["segments"] if part["points"][0, 0] == part["points"][1, 0]
    ]
    return [float(place[0]) for place in places]


def wrong_bars(call, drawn, x, bins):
    """A sentence on the bars, if they are not the histogram of the values that are there; or None."""
    there = x[~np.isnan(x)]
    if not drawn["bars"] and there.size:
        return f"{call} drew no bars on ax."
    bars = np.array(sorted(drawn["bars"])).reshape(-1, 4)
    if not there.size:
        return f"{call}: a bar is higher than 0, but no value is there." if bars[:, 3].any() else None
    heights, edges = np.histogram(there, bins)
    if len(bars) != bins:
        return f"{call} drew {len(bars)} bars; {bins} were promised."
    if not np.allclose(bars[:, 3].sum(), there.size):
        return f"{call}: the heights of your bars add up to {bars[:, 3].sum():.6g}, but {there.size} values are there."
    if not np.allclose(
        bars[:, 0] + bars[:, 2] / 2, (edges[1:] + edges[:-1]) / 2, rtol=1e-6, atol=1e-6 * np.ptp(edges)
    ):
        return f"{call}: your bars do not stand side by side across the promised range."
    if not np.allclose(bars[:, 3], heights) or bars[:, 1].any():
        return f"{call}: your bars have the heights {bars[:, 3].tolist()}, which is not how many values each holds."
    shown = [top - bottom for group in drawn["bar_groups"] for *_, bottom, top in group["corners"]]
    if shown and not np.isclose(sum(shown), there.size, rtol=1e-4):
        return (
            f"{call}: on the canvas your bars add up to {sum(shown):.6g}, but {there.size} values are there."
        )
    return None


def wrong_words(call, drawn, x, unit):
    """A sentence on title, label or median, if they are not what was promised; or None."""
    import re

    there = x[~np.isnan(x)]
    for name, number in (("n", there.size), ("missing", x.size - there.size)):
        if not re.search(rf"\b{name} = {number}(?![\d.,]*\d)", drawn["title"]):
            return f"{call}: your title is {drawn['title']!r}; it should contain `{name} = ` and the right number."
    if f"({unit})" not in drawn["xlabel"]:
        return f"{call}: your x label is {drawn['xlabel']!r}; it should contain `({unit})`."
    found = verticals(drawn)
    others = len(drawn["lines"]) + len(drawn["segments"]) - len(found)
    if not there.size:
        return f"{call} drew a line, but no value is there." if found or others else None
    if len(found) != 1 or others:
        return f"{call} drew {len(found)} vertical lines and {others} others on ax; one vertical line was promised."
    if not np.isclose(found[0], np.median(there), rtol=1e-9, atol=1e-9):
        return f"{call}: your line stands at {found[0]:.6g}, which is not the median of the values that are there."
    return None


def sample(rng, n, gaps):
    """Skewed values in a random order, the largest far away, with so many of them missing; read-only."""
    x = rng.gamma(1.5, 4.0, size=n) - 2.0
    x[rng.integers(n)] = 60.0
    x[rng.permutation(n)[:gaps]] = np.nan
    x.flags.writeable = False
    return x


# %% role="check" name="draws on ax, and returns None" points=0
drawn = draw(labelled_hist, blood, "mg/l", 8)
assert drawn["returned"] == "None", (
    f'labelled_hist(ax, blood, "mg/l", 8) returned {drawn["returned"]}; None was promised.'
)
assert drawn["bars"] or drawn["lines"] or drawn["title"], (
    'labelled_hist(ax, blood, "mg/l", 8) left ax empty. Draw with the methods of `ax`: `plt.hist` and the like draw '
    "on whatever axes pyplot used last."
)

# %% role="check" name="leaves everything else alone" points=0
drawn = draw(labelled_hist, blood, "mg/l", 8)
assert not drawn["elsewhere"], (
    f'labelled_hist(ax, blood, "mg/l", 8): {"; ".join(drawn["elsewhere"])}. Only `ax` was yours to change.'
)

# %% role="check" name="the worked example" points=0 needs="draws on ax, and returns None"
x = np.array([2.0, 5.0, np.nan, 3.0, 2.0, 8.0])
call = 'labelled_hist(ax, x of the example, "mg/l", 3)'
drawn = draw(labelled_hist, x, "mg/l", 3)
found = wrong_bars(call, drawn, x, 3) or wrong_words(call, drawn, x, "mg/l")
assert found is None, f"{found} Promised: bars of 3, 1 and 1, a line at 3, `n = 5`, `missing = 1`, `(mg/l)`."

# %% role="check" name="the bars count every value" points=2 hidden=true needs=["draws on ax, and returns None", "leaves everything else alone"]
equal = np.where(rng.permutation(9) < 2, np.nan, np.round(rng.normal(20.0, 5.0), 1))
for x, kind_of_x in ((sample(rng, 64, 9), ""), (sample(rng, 6, 6), ""), (equal, ", the others equal")):
    bins = int(rng.integers(2, 10)) + 10 * (x.size == 64)
    drawn = draw(labelled_hist, x, "g", bins)
    gaps = np.isnan(x).sum()
    call = f'labelled_hist(ax, x with {x.size} entries, {gaps} of them nan{kind_of_x}, "g", {bins})'
    found = wrong_bars(call, drawn, x, bins)
    assert found is None, found

# %% role="check" name="n, missing, unit and median" points=2 hidden=true needs=["draws on ax, and returns None", "leaves everything else alone"]
for n, gaps, unit in ((38, 6, "°C"), (1201, 0, "%"), (0, 0, "EUR/kg"), (7, 7, "s")):
    x = sample(rng, n, gaps) if n else np.empty(0)
    drawn = draw(labelled_hist, x, unit, 7)
    found = wrong_words(
        f"labelled_hist(ax, x with {n} entries, {gaps} of them nan, {unit!r}, 7)", drawn, x, unit
    )
    assert found is None, found

# %% [markdown] role="hint"
# Begin with an array of the values that are there, and use nothing else from then on, except to count. What has to
# differ when that array is empty? And which of your lines say `plt` where they should say `ax`?

# %% [markdown] role="hint"
# `~np.isnan(x)` marks what is there. `ax.hist(there, bins=bins)` draws the bars, `ax.axvline` the line at
# `np.median(there)`, but only if there is anything. The words go into `ax.set_title` and `ax.set_xlabel`; the
# number of missing values is the difference of two lengths.

# %% [markdown] role="hint"
# ```python
# there = x[~np.isnan(x)]
# ax.hist(there, bins=bins)
# if ____:
#     ax.axvline(____)
# ax.set_title(f"n = {____}, missing = {____}")
# ax.set_xlabel(f"value ({unit})")
# ```

# %% [markdown] role="explanation"
# A function that draws takes `ax` and calls methods of `ax`: so its caller decides where it goes, and four calls fill
# four panels. `plt.hist` draws on "the current axes", a global variable that any line of any library may have
# moved; in a figure of several panels it is the last one that was made.
#
# The median is the honest middle of a skewed column: one value of a thousand leaves it where it is and drags the
# mean along. `np.median` answers `nan` as soon as one value is `nan`; `np.nanmedian(x)` is `np.median(there)`, and
# warns where nothing is there.
#
# Counts or density? Counts say how much data there is; densities (`density=True`, area 1) are for comparing groups
# of different sizes. Whichever you choose, the number of missing values belongs beside it, because values are
# seldom missing at random: here they are all small.


# %% role="alternative" name="by bar and plot"
def labelled_hist(ax, x, unit, bins):
    gone = int(np.isnan(x).sum())
    ax.set(
        title=f"Distribution (n = {len(x) - gone}; missing = {gone})",
        xlabel=f"measured ({unit})",
        ylabel="values",
    )
    if gone == len(x):
        return
    counts, edges = np.histogram(np.sort(x)[: len(x) - gone], bins=bins)
    ax.bar(edges[:-1], counts, width=np.diff(edges), align="edge", edgecolor="white")
    middle = np.nanmedian(x)
    ax.plot([middle, middle], [0, counts.max()], linestyle="--", color="black")


# %% role="alternative" name="by rectangles and vlines"
def labelled_hist(ax, x, unit, bins):
    from matplotlib.patches import Rectangle

    values = sorted(value for value in x.tolist() if value == value)
    n = len(values)
    text = [f"n = {n}", f"missing = {x.size - n}"]
    if n:
        low, high = values[0], values[-1]
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = np.linspace(low, high, bins + 1)
        heights = np.histogram(values, edges)[0]
        for left, right, height in zip(edges, edges[1:], heights):
            ax.add_patch(Rectangle((left, 0), right - left, height, facecolor="tab:blue"))
        half = n // 2
        ax.vlines(
            values[half] if n % 2 else (values[half - 1] + values[half]) / 2, 0, heights.max(), colors="black"
        )
        ax.autoscale_view()
    ax.set_title(" / ".join(text))
    ax.set_xlabel(f"({unit})")


# %% role="misconception" name="draws on the current axes" fails="draws on ax, and returns None"
# `plt.hist` and its sisters draw on the axes that pyplot used last, not on those that you were given: here they
# filled a neighbour. Call the methods of `ax`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    plt.hist(there, bins=bins)
    if there.size:
        plt.axvline(np.median(there), color="black", linestyle="--")
    plt.title(f"n = {there.size}, missing = {x.size - there.size}")
    plt.xlabel(f"value ({unit})")
    plt.ylabel("number of values")


# %% role="misconception" name="makes axes of its own" fails="draws on ax, and returns None"
# You opened a new figure and drew there, so the axes that you were given stay empty. Draw on `ax`.
def labelled_hist(ax, x, unit, bins):
    _, ax = plt.subplots()
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="one of the two in the middle" fails="n, missing, unit and median"
# Your line is right for an odd number of values. Of an even number two stand in the middle, and the median is half
# way between them: leave it to `np.median`.
def labelled_hist(ax, x, unit, bins):
    there = np.sort(x[~np.isnan(x)])
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(there[there.size // 2], color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="densities" fails="the bars count every value"
# With `density=True` the *area* of the bars is 1, and nobody can read off how many values there are. Counts were
# promised: leave it out.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins, density=True)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="shares" fails="the bars count every value"
# You weighted each value by 1/n, so the bars show shares that add up to 1. Counts were promised.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins, weights=np.full(there.size, 1 / max(there.size, 1)))
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="cumulative" fails="the bars count every value"
# Your bars add up from left to right. Each bar should show the number of values in it alone.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins, cumulative=True)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="lies on its side" fails="the bars count every value"
# Your bars grow to the right, along the axis that carries the unit. Upright bars were promised: leave `orientation`
# as it is.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins, orientation="horizontal")
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="an outline" fails="the bars count every value"
# There are no bars on `ax`. An outline, empty or filled (`"step"`, `"stepfilled"`, `ax.stairs`), is one shape: nobody
# can take hold of the bar of one class. `ax.hist` draws bars unless told otherwise.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins, histtype="step")
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="always ten bars" fails="the bars count every value"
# Without `bins` Matplotlib draws ten bars, whatever your caller asked for. Pass the parameter on.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=10)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="missing values become 0" fails="the bars count every value"
# You put 0 in place of what is missing, so the histogram shows measurements that nobody made, and the median
# moves. Leave them out, and say how many there were.
def labelled_hist(ax, x, unit, bins):
    there = np.nan_to_num(x)
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {(~np.isnan(x)).sum()}, missing = {np.isnan(x).sum()}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="bars for what is missing" fails="the bars count every value"
# Your line and your numbers are right, but the bars have a 0 for each missing value: measurements that nobody
# made. Give `hist` only what is there, `x[~np.isnan(x)]`.
def labelled_hist(ax, x, unit, bins):
    gone = np.isnan(x)
    ax.hist(np.where(gone, 0.0, x), bins=bins)
    if not gone.all():
        ax.axvline(np.nanmedian(x), color="black", linestyle="--")
    ax.set_title(f"n = {(~gone).sum()}, missing = {gone.sum()}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="drops missing values silently" fails="n, missing, unit and median"
# Your chart does not say how many values are missing. Matplotlib leaves them out without a word, so your title has
# to: `missing = 9`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="says it only when something is missing" fails="n, missing, unit and median"
# Your title says nothing when no value is missing. Then `missing = 0` is news too: somebody has looked.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    gone = x.size - there.size
    ax.set_title(f"n = {there.size}" + (f", missing = {gone}" if gone else ""))
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="n counts missing values too" fails="n, missing, unit and median"
# Your `n` is the length of `x`, with the missing values in it. The chart shows only those that are there: count
# them.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {x.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="all of x, counted and drawn" fails="n, missing, unit and median"
# You worked with all of `x`: `n` counts the missing values too, and where all are missing `ax.hist` finds no
# smallest value and raises. Take what is there first, `there = x[~np.isnan(x)]`, and use that for everything.
def labelled_hist(ax, x, unit, bins):
    ax.hist(x, bins=bins)
    if not np.isnan(x).all():
        ax.axvline(np.nanmedian(x), color="black", linestyle="--")
    ax.set_title(f"n = {len(x)}, missing = {np.isnan(x).sum()}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="digits in groups" fails="n, missing, unit and median"
# You wrote a large number with a comma, which means a decimal point in half of the world. Plain digits were
# promised: `{there.size}`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size:,}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="a line at the mean" fails="n, missing, unit and median"
# Your line stands at the mean, which one large value drags far to the right. The median was promised:
# `np.median`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.mean(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="a line in the middle of the range" fails="n, missing, unit and median"
# Your line stands half-way between the smallest and the largest value, which one far value decides. The median has
# as many values on its left as on its right: `np.median`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline((there.min() + there.max()) / 2, color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="the median of all of x" fails="n, missing, unit and median"
# The median of values with a `nan` among them is `nan`, and a line at `nan` is not drawn. Take the median of the
# values that are there, or `np.nanmedian`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(x), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="a line for nothing" fails="n, missing, unit and median"
# Without any value there is no median: `np.median` of nothing is `nan` and warns, and a line at `nan` joined the
# axes. Ask first whether any value is there.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="fails without values" fails="n, missing, unit and median"
# Where every value is missing, your code raises, because nothing has no smallest value. Ask first whether any value
# is there.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=np.linspace(there.min(), there.max(), bins + 1))
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="a range of nothing" fails="the bars count every value"
# `ax.hist` leaves `nan` out, but where all of `x` is missing it finds no smallest and no largest value for its
# bars, and raises. Give it `x[~np.isnan(x)]`: of an array without entries it draws nothing.
def labelled_hist(ax, x, unit, bins):
    gone = np.isnan(x).sum()
    ax.hist(x, bins=bins)
    if gone < x.size:
        ax.axvline(np.nanmedian(x), color="black", linestyle="--")
    ax.set_title(f"n = {x.size - gone}, missing = {gone}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="never asks whether anything is there" fails="the bars count every value"
# Where nothing is there, `ax.hist` of `nan` alone raises, and `np.nanmedian` gives a line at `nan`. Take what is
# there, `x[~np.isnan(x)]`, for the bars, and draw the line only if that is not empty.
def labelled_hist(ax, x, unit, bins):
    ax.hist(x, bins=bins)
    ax.axvline(np.nanmedian(x), color="black", linestyle="--")
    gone = np.isnan(x).sum()
    ax.set_title(f"n = {x.size - gone}, missing = {gone}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="a horizontal line" fails="n, missing, unit and median"
# `axhline` draws across, at a height; the median is a place on the x axis. Use `axvline`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axhline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="no line at all" fails="n, missing, unit and median"
# Nothing marks the middle. Draw one vertical line at the median of the values that are there: `ax.axvline`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="no unit" fails="n, missing, unit and median"
# Your label does not name the unit, so nobody knows whether 5 is a lot. Put `unit` into the x label, in parentheses.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel("value")
    ax.set_ylabel("number of values")


# %% role="misconception" name="a unit without parentheses" fails="n, missing, unit and median"
# The unit stands in your label without parentheses, as if it were part of the name. Write `({unit})`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value in {unit}")
    ax.set_ylabel("number of values")


# %% role="misconception" name="recolours everything" fails="leaves everything else alone"
# You changed `plt.rcParams`, which holds for every later chart of the program. Give colours to the one call that
# needs them: `ax.hist(…, color=…)`.
def labelled_hist(ax, x, unit, bins):
    plt.rcParams["axes.grid"] = True
    plt.rcParams["patch.edgecolor"] = "white"
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="writes above the whole figure" fails="leaves everything else alone"
# `suptitle` is the title of the whole figure, which your axes may share with others. Use `ax.set_title`.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.figure.suptitle(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")


# %% role="misconception" name="moves pyplot to ax" fails="leaves everything else alone"
# `plt.sca(ax)` makes `ax` pyplot's current axes for everybody: the caller's next `plt.title` lands on your chart.
# Call the methods of `ax` instead.
def labelled_hist(ax, x, unit, bins):
    plt.sca(ax)
    there = x[~np.isnan(x)]
    plt.hist(there, bins=bins)
    if there.size:
        plt.axvline(np.median(there), color="black", linestyle="--")
    plt.title(f"n = {there.size}, missing = {x.size - there.size}")
    plt.xlabel(f"value ({unit})")
    plt.ylabel("number of values")


# %% role="misconception" name="returns the axes" fails="draws on ax, and returns None"
# You returned `ax`. The caller has it already; `None` was promised.
def labelled_hist(ax, x, unit, bins):
    there = x[~np.isnan(x)]
    ax.hist(there, bins=bins)
    if there.size:
        ax.axvline(np.median(there), color="black", linestyle="--")
    ax.set_title(f"n = {there.size}, missing = {x.size - there.size}")
    ax.set_xlabel(f"value ({unit})")
    ax.set_ylabel("number of values")
    return ax


# %% role="variant" name="all of x to hist" of="the median of all of x"
def labelled_hist(ax, x, unit, bins):
    missing = np.count_nonzero(np.isnan(x))
    n = len(x) - missing
    if n > 0:
        ax.hist(x, bins)
        ax.vlines(np.median(x), *ax.get_ylim(), colors="red")
    ax.set(title=f"n = {n}, missing = {missing}", xlabel=f"value ({unit})")


# %% role="variant" name="average as a plot" of="a line at the mean"
def labelled_hist(ax, x, unit, bins):
    counts, _, _ = ax.hist(x[np.isfinite(x)], bins, color="grey")
    missing = int(np.isnan(x).sum())
    if missing < len(x):
        ax.plot([np.nanmean(x)] * 2, [0, max(counts)])
    ax.set(title=f"n = {len(x) - missing}, missing = {missing}", xlabel=f"x ({unit})")
