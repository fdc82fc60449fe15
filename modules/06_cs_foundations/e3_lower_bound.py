# ---
# title: Find a place in a sorted sequence
# id: lower_bound
# version: 1
# skills: [S029, S032]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# Once a column is sorted, many questions are one search: how many wines have less than 680 mg/l of proline,
# which bin does this value fall into, at which row of a log does Tuesday begin? Looking at the values one by
# one takes as many reads as there are values. Halving what is left takes 8 for 178 wines and 30 for a billion
# rows, few enough to do it in a file on another machine, where a single read takes milliseconds.
#
# Write `lower_bound(a, x)`.
#
# - `a` is a sequence in ascending order; values may occur several times. `x` is a value that can be compared
#   with them, by `<`, `>=`, `==` or what you like: whole numbers of any size, floats and strings all occur,
#   so do −∞ and ∞, and whole numbers in `a` with a float `x`. Compare the values as they are; none is NaN.
# - The result is an int: the smallest index `i` with `a[i] >= x`. If there is none, because all values are
#   smaller, it is `len(a)`. In other words: the number of values below `x`, or the first place at which `x`
#   can be inserted so that `a` stays sorted.
# - For an empty `a` the result is 0.
# - `a` need not be a list: it may know nothing but its length and how to read one item. So use only `len(a)`
#   and `a[i]`, with whole numbers `i` from 0 to `len(a) - 1`: no slices, no negative indices, no `in`, no
#   loop over `a`, no copy.
# - Read `a[i]` at most `2 * len(a).bit_length() + 2` times: 18 times for 178 values, 62 times for a billion.
#   That is twice what halving needs. How often you ask for `len(a)` does not matter.
# - The module `bisect` and `np.searchsorted` are off limits: you build what they do.
#
# For `a = [2, 4, 4, 4, 9]`:
#
# | `x` | 1 | 2 | 3 | 4 | 5 | 9 | 10 |
# |---|---|---|---|---|---|---|---|
# | `lower_bound(a, x)` | 0 | 0 | 1 | 1 | 4 | 4 | 5 |
#
# Below, `proline` holds the 178 measurements in ascending order. `lower_bound(proline, 680)` is 92: that many
# wines have less. And `lower_bound(proline, 681)` is 97, so five wines have exactly 680.

# %%
from sklearn.datasets import load_wine

proline = sorted(load_wine().data[:, 12].tolist())  # 178 floats, from 278.0 to 1680.0


# %% role="answer"
def lower_bound(a, x):
    """Return the smallest index whose value is not below x.

    a: ascending sequence, duplicates allowed; only len(a) and a[i] with 0 <= i < len(a) are used, and at most
    2 * len(a).bit_length() + 2 values are read.
    Returns an int from 0 to len(a); len(a) if every value is below x.

    >>> [lower_bound([2, 4, 4, 4, 9], x) for x in (1, 4, 5, 10)]
    [0, 1, 4, 5]
    """
    ### BEGIN SOLUTION
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low
    ### END SOLUTION


# %% role="shared"
import operator


class Sequence:
    """A sequence that lets itself be read one item at a time, and not more often than was promised."""

    def __init__(self, length, value_at):
        self._length = length
        self._value_at = value_at
        self._reads = 0
        self._last = []
        self._most = 2 * length.bit_length() + 2

    def __len__(self):
        return self._length

    def __getitem__(self, i):
        self._reads += 1
        assert self._reads <= self._most, (
            f"With len(a) = {self._length:,} you read a[i] more than {self._most} times{self._habit()}; at most "
            f"2 * len(a).bit_length() + 2 = {self._most} reads were promised."
        )
        try:
            place = operator.index(i)
        except TypeError:
            raise AssertionError(
                f"You read a[i] with i = {i!r}; only one item at a time can be read, by a whole number."
            ) from None
        assert 0 <= place < self._length, (
            f"You read a[{place}] where len(a) = {self._length:,}; only a[0] to a[len(a) - 1] can be "
            "read, and a loop over `a` itself reads on."
        )
        self._last = [*self._last[-3:], place]
        return self._value_at(place)

    def _habit(self):
        steps = {b - a for a, b in zip(self._last, self._last[1:])}
        return {0: ", lately the same item each time", 1: ", lately one after the other"}.get(
            steps.pop() if len(steps) == 1 else None, ""
        )


def recorded(values):
    """A sequence of these values that counts how often it is read."""
    return Sequence(len(values), values.__getitem__)


# %% role="check" name="an int, from few reads" points=0
for values, x in [
    ([2, 4, 4, 4, 9], 4),
    ([3, 5], 5),
    ([3, 5], 6),
    (proline, 680.0),
    (proline, 5000.0),
    ([], 1),
]:
    out = lower_bound(recorded(values), x)
    assert kind(out).rstrip("0123456789") in ("int", "np.int"), (
        f"lower_bound(a, {x}) with len(a) = {len(values)} gave you {kind(out)}; an int was promised."
    )

# %% role="check" name="leaves a alone" points=0 needs="an int, from few reads"
pure(lower_bound, [2, 4, 4, 4, 9], 4)

# %% role="check" name="without bisect" points=0
found = mentions("bisect", "bisect_left", "searchsorted", ".bisect", ".bisect_left", ".searchsorted")
assert not found, (
    f"You use {', '.join(sorted(found))}, which is off limits: here you build what it does, with len(a) and a[i]."
)

# %% role="check" name="the worked examples" points=0 needs="an int, from few reads"
values = [2, 4, 4, 4, 9]
cases = [(values, x, want) for x, want in zip((1, 2, 3, 4, 5, 9, 10), (0, 0, 1, 1, 4, 4, 5), strict=True)]
cases += [(proline, 680.0, 92), (proline, 681.0, 97), ([], 3, 0)]
outs = [lower_bound(recorded(a), x) for a, x, _ in cases]
for (a, x, want), out in zip(cases, outs, strict=True):
    if out != want:
        lower_bound(a, x)  # once more, so that the card shows this call
    assert out == want, (
        f"lower_bound({a if len(a) < 9 else 'proline'}, {x:g}) gave you {out}; {want} was promised."
    )

# %% role="check" name="equals counting the smaller ones" points=2 hidden=true needs=["an int, from few reads", "without bisect"]
import math

words = ["ant", "bee", "cat", "cow", "dog", "eel", "elk", "fox", "gnu", "hen", "owl", "pig", "rat", "yak"]
cases = [([], 3), ([5], 3), ([5], 5), ([5], 7), ([5, 5], 5), ([5, 8], 8)]
for k in range(100):
    size, large = 1 + k // 5, 2**53 * (k % 2)
    if k % 5 == 0:
        a = sorted((large + rng.integers(0, size + 2, size=size)).tolist())
        x = large + int(rng.integers(-1, size + 4))
    elif k % 5 == 3:
        a = sorted(rng.integers(-size, size, size=size).tolist())
        x = float(rng.choice([-math.inf, math.inf, *(rng.integers(-2 * size, 2 * size, size=8) / 2)]))
    elif k % 5 == 4:
        a = sorted(rng.choice([-math.inf, -1e-10, 0.0, 1e-10, 2e-10, 1.0, math.inf], size=size).tolist())
        x = float(rng.choice([0.0, 1e-10, 2e-10, 0.5, math.inf]))
    elif k % 5 == 1:
        a = sorted((rng.integers(0, 4 * size, size=size) / 4).tolist())
        x = float(rng.integers(-1, 8 * size) / 8) if k % 2 else a[int(rng.integers(size))]
    else:
        a = sorted(rng.choice(words, size=size).tolist())
        x = str(rng.choice(words)) + "s" * int(rng.integers(2))
    cases.append((tuple(a) if k % 4 == 0 else a, x))
for n in (2**54, 2**60):
    start = int(rng.integers(2**40))
    cases += [(range(start, start + n), start + place) for place in (n // 3, n - 1, n)]
outs = [lower_bound(a, x) for a, x in cases]
for (a, x), out in zip(cases, outs, strict=True):
    right = out == (x - a[0] if type(a) is range else sum(value < x for value in a))
    if not right:
        lower_bound(a, x)
    assert right, (
        f"lower_bound({a}, {x!r}) gave you {out}; the smallest index with a[i] >= x, or len(a) if there is none, "
        "was promised."
    )

# %% role="check" name="few reads, also of a billion" points=2 hidden=true needs=["an int, from few reads", "without bisect"]
sizes = (
    [1, 2, 3, 5, 8, 12, 7, 6, 4, 3, 2, 1]
    + [int(n) for n in rng.integers(900, 10**6, size=7)]
    + [int(n) for n in rng.integers(10**9, 10**12, size=5)]
)
for k, n in enumerate(sizes):
    runs = n // 4 + 1 if k % 4 == 2 else int(rng.integers(1, 2 + n // 3))  # of equal values
    start, gap = int(rng.integers(-50, 50)), int(rng.integers(2, 6))
    a = Sequence(n, lambda i, runs=runs, start=start, gap=gap: start + gap * (i // runs))
    last = start + gap * ((n - 1) // runs)
    inside = start + gap * int(rng.integers(n > runs, 1 + (n - 1) // runs))
    x = (start - 3, last + 3, inside, inside + 1)[k % 4]
    want = min(n, max(0, -((start - x) // gap)) * runs)
    out = lower_bound(a, x)
    assert out == want, (
        f"lower_bound(a, {x}) with {n:,} values from {start} to {last}, {runs:,} of each, gave you {out}; the "
        "smallest index with a[i] >= x, or len(a) if there is none, was promised."
    )

# %% [markdown] role="hint"
# Look at the item in the middle. If it is smaller than `x`, what do you know of the items to its left, and
# can the middle itself be the result? And if it is not smaller: can the middle be the result then?

# %% [markdown] role="hint"
# Keep two numbers: everything before `low` is smaller than `x`, nothing from `high` on is. At the start that
# holds for `low = 0` and `high = len(a)`. While they differ, read the middle: smaller than `x` means that
# `low` moves *behind* the middle; not smaller means that `high` moves *to* the middle. When they meet, that
# is the answer. Never stop early because you found a value equal to `x`.

# %% [markdown] role="hint"
# ```python
# low, high = 0, len(a)
# while low < high:
#     middle = (low + high) // 2
#     if a[middle] < x:
#         low = ____
#     else:
#         high = middle
# return low
# ```

# %% [markdown] role="explanation"
# Binary search is short and easy to get wrong; a sentence that stays true in every round makes it easy to get
# right. Here: *all items before `low` are smaller than `x`, and no item from `high` on is*. Each branch keeps
# it true, each branch makes the interval shorter by one item at least, so the loop ends, and then the
# sentence says that `low` is the answer. The four classic bugs break one of the three: `low = middle` need
# not shorten the interval, `high = len(a) - 1` leaves no room for the answer `len(a)`, `<=` instead of `<`
# finds the end of the equal items, and stopping at the first match finds any of them.
#
# Each round reads one item and halves the interval: at most `len(a).bit_length()` reads, that is O(log n). An
# extra test for equality doubles the reads and saves nothing.
#
# The second alternative keeps no interval at all. It tries strides from large to small, each a power of two,
# and takes one whenever the item there is still smaller than `x`.
#
# In your own code use `bisect.bisect_left` for lists and `np.searchsorted` for arrays; with `key=` the first
# also finds the point at which any yes-or-no question changes its answer.


# %% role="alternative" name="one call for each half"
def lower_bound(a, x):
    def among(first, count):
        if count == 0:
            return first
        half = count // 2
        return among(first + half + 1, count - half - 1) if a[first + half] < x else among(first, half)

    return among(0, len(a))


# %% role="alternative" name="strides that are powers of two"
def lower_bound(a, x):
    size, smaller = len(a), 0
    stride = 1 << size.bit_length()
    while stride := stride >> 1:
        if smaller + stride <= size and a[smaller + stride - 1] < x:
            smaller += stride
    return smaller


# %% role="misconception" name="stops at any match" fails="the worked examples"
# You return as soon as you read a value equal to `x`; where there are several, that is any of them. Treat
# equal like larger: go on to the left, until nothing is left.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        value = a[middle]
        if value == x:
            return middle
        if value < x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="variant" of="stops at any match" name="with both ends inside"
def lower_bound(a, x):
    left, right = 0, len(a) - 1
    while left <= right:
        mid = left + (right - left) // 2
        if a[mid] == x:
            return mid
        elif a[mid] < x:
            left = mid + 1
        else:
            right = mid - 1
    return left


# %% role="misconception" name="walks back over the equal ones" fails="few reads, also of a billion"
# You find some match quickly, and then walk to the first one step by step: with a million equal values that
# is up to a million reads. Treat equal like larger, and the halving itself ends at the first one.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        value = a[middle]
        if value == x:
            while middle > 0 and a[middle - 1] == x:
                middle -= 1
            return middle
        if value < x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="never ends on two items" fails="an int, from few reads"
# With two items left the middle is the first one, and `low = middle` leaves `low` where it was: the loop
# repeats that for ever. The middle is smaller than `x`, so it cannot be the answer: `low = middle + 1`.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle
        else:
            high = middle
    return low


# %% role="misconception" name="gives -1 when x is absent" fails="the worked examples"
# You report whether `x` is there. Asked was for the place where it belongs, which exists in any case: return
# `low` when the loop ends.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low if low < len(a) and a[low] == x else -1


# %% role="misconception" name="gives the last middle when x is absent" fails="the worked examples"
# The last item that you looked at may be smaller than `x`, and then the answer is the next one. Return `low`:
# everything before it is smaller, and nothing from it on is.
def lower_bound(a, x):
    low, high, middle = 0, len(a), 0
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low if low < len(a) and a[low] == x else middle


# %% role="misconception" name="reads at half an index" fails="an int, from few reads"
# `/` always gives a float, and a place is a whole number: `a[2.5]` is a TypeError. Halve with `//`, which
# rounds down.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) / 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="keeps fractions in its bounds" fails="an int, from few reads"
# You round the middle for reading only, and `low` and `high` keep its fraction. They come closer and closer
# and hardly ever meet, so you read the same item again and again. Halve with `//`: then all three are whole.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) / 2
        if a[int(middle)] < x:
            low = middle + 1
        else:
            high = middle
    return int(low)


# %% role="misconception" name="looks at one item after the other" fails="an int, from few reads"
# This is right, and reads up to `len(a)` items. Since `a` is sorted, one look at the middle tells you about
# half of them: keep the half that can hold the answer, and repeat.
def lower_bound(a, x):
    for i in range(len(a)):
        if a[i] >= x:
            return i
    return len(a)


# %% role="misconception" name="counts with a loop over a" fails="an int, from few reads"
# A loop over `a` or a comprehension reads every item. Since `a` is sorted, one look at the middle tells you
# about half of them: keep the half that can hold the answer, and repeat.
def lower_bound(a, x):
    return sum(value < x for value in a)


# %% role="misconception" name="finds the end of the equal ones" fails="the worked examples"
# With `<=` you also step over the values equal to `x`, and end behind them: the number of values not above
# `x`, which is called the upper bound. Step over an item only if it is smaller: `a[middle] < x`.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] <= x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="never answers len(a)" fails="the worked examples"
# You start with `high = len(a) - 1`, so the largest possible result is the last index, even when that item is
# smaller than `x` too. There are `len(a) + 1` possible answers: start with `high = len(a)`.
def lower_bound(a, x):
    low, high = 0, max(len(a) - 1, 0)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="reads behind the end" fails="an int, from few reads"
# With `high = len(a)` and `low <= high` the middle can be `len(a)`, and there is no such item. Take
# `low < high` and `high = middle`, or `high = len(a) - 1`, `low <= high` and `high = middle - 1`: do not mix
# the two.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low <= high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle - 1
    return low


# %% role="misconception" name="skips the middle when it is not smaller" fails="the worked examples"
# An item that is not smaller than `x` may be the very answer, and `high = middle - 1` throws it away, since
# your `high` is an end that does not count. Write `high = middle`.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle - 1
    return low


# %% role="misconception" name="stops with one item unread" fails="the worked examples"
# Your loop ends while one item between `low` and `high` was never compared, and you take it for the answer.
# Go on until `low` equals `high`.
def lower_bound(a, x):
    low, high = 0, len(a)
    while high - low > 1:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle
        else:
            high = middle
    return low


# %% role="misconception" name="reads before it asks for the length" fails="an int, from few reads"
# You look at `a[0]` or `a[-1]` before you know that there is an item. Do not treat the ends apart: with
# `low = 0` and `high = len(a)` the loop of an empty `a` does not begin, and the result is 0.
def lower_bound(a, x):
    if a[0] >= x:
        return 0
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="looks at the end by -1" fails="an int, from few reads"
# `a[-1]` is a service of lists, not of every sequence; only indices from 0 to `len(a) - 1` were promised. You
# do not need the last item apart: with `high = len(a)` the loop finds that all items are smaller.
def lower_bound(a, x):
    if len(a) == 0 or a[-1] < x:
        return len(a)
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="cuts a in halves" fails="an int, from few reads"
# `a[:middle]` copies half of the items, which costs as much as looking at them, and many sequences offer no
# slices. Keep `a` whole, and remember by two numbers which part of it is left.
def lower_bound(a, x):
    if len(a) == 0:
        return 0
    middle = len(a) // 2
    if a[middle] < x:
        return middle + 1 + lower_bound(a[middle + 1 :], x)
    return lower_bound(a[:middle], x)


# %% role="misconception" name="asks a for its index" fails="an int, from few reads"
# `index` is a method of lists and tuples that reads one item after the other; other sequences do not have it.
# Use `len(a)` and `a[i]` only, and halve what is left.
def lower_bound(a, x):
    try:
        return a.index(x)
    except ValueError:
        low, high = 0, len(a)
        while low < high:
            middle = (low + high) // 2
            if a[middle] < x:
                low = middle + 1
            else:
                high = middle
        return low


# %% role="misconception" name="reads each middle three times" fails="few reads, also of a billion"
# Each `a[middle]` in a condition is a read of its own; with three branches that is up to three reads a round,
# more than was promised. You need one comparison only, smaller or not; else read into a variable first.
def lower_bound(a, x):
    low, high, found = 0, len(a), len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        elif a[middle] == x:
            found = high = middle
        elif a[middle] > x:
            found = high = middle
    return found


# %% role="misconception" name="counts on whole numbers" fails="equals counting the smaller ones"
# `a[middle] <= x - 1` means the same as `a[middle] < x` for whole numbers alone; between 2.5 and 3 there is
# room, and from a string nothing can be subtracted. Compare with `x` itself.
def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] <= x - 1:
            low = middle + 1
        else:
            high = middle
    return low


# %% role="misconception" name="asks bisect to do it" fails="without bisect"
# `bisect_left` is the right choice in your own code, and off limits here: write the loop that it runs.
def lower_bound(a, x):
    from bisect import bisect_left

    return bisect_left(a, x)
