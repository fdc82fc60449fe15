# ---
# title: Sort by merging, and keep ties in order
# id: merge_sort
# version: 1
# skills: [S030]
# stars: 2
# minutes: 25
# ---

# %% [markdown]
# You want wines grouped by cultivar, and within each cultivar from the weakest to the strongest. Sort by
# alcohol first, by cultivar second: if the second sort leaves ties in the order in which they came, you have
# it. Such a sort is called **stable**. And if your table does not fit into memory, you sort pieces, write
# them out, and merge them, item by item: every database and every data pipeline does. Both come from one
# algorithm, merge sort: cut the list in two, sort each half in the same way, and merge the two sorted halves.
#
# Write `merge_sort(items, key=None)`.
#
# - `items` is a list or a tuple with up to 20,000 items; it stays as it is. The result is a new list with the
#   same items in ascending order: always a list, and always a new one, also for no item or a single one.
# - Without `key` the items themselves are compared. With `key`, a function of one item, `key(item)` is
#   compared instead; the result holds the items, not the keys. The items need not be comparable then: complex
#   numbers, dictionaries or None, say.
# - The sort is stable: of two items neither of which is smaller, the one that came first stays first.
# - Compare by `<` or `<=` only, one key with another: keys may know these two and nothing else. (Tuples ask
#   their items for `==` first, so `(key, place)` is no way out.) For `n` items you make at most
#   $2n\lceil\log_2 n\rceil + n$ comparisons, and call `key` at most that often: 468 times for 36 items, where
#   comparing all pairs takes 630. Merging halves makes at most 153 comparisons of 36 items, and can do with 36
#   calls of `key`.
# - `sorted`, `.sort`, `heapq`, `bisect`, NumPy and pandas are off limits, and so are those words as names of
#   your own.
#
# | call | result |
# |---|---|
# | `merge_sort([5, 2, 4, 2])` | `[2, 2, 4, 5]` |
# | `merge_sort((3, 1))` | `[1, 3]` |
# | `merge_sort([2, -3, 3, -1], key=abs)` | `[-1, 2, -3, 3]`: −3 and 3 tie, and −3 came first |
# | `merge_sort(["wine", "iris", "Wine", "digits"], key=len)` | `["wine", "iris", "Wine", "digits"]` |

# %%
from sklearn.datasets import load_wine

bunch = load_wine()
wines = [(int(c), float(a)) for c, a in zip(bunch.target, bunch.data[:, 0], strict=True)][::6]
# thirty of them: (cultivar, alcohol in percent)


def cultivar(wine):
    return wine[0]


def alcohol(wine):
    return wine[1]


# %% role="answer"
def merge_sort(items, key=None):
    """Return the items in ascending order; ties stay in the order in which they came.

    items: list or tuple, not changed. key: function of one item whose values are compared, or None to compare
    the items. Uses < or <= only, at most 2 n ceil(log2 n) + n times, and calls key at most that often.
    Returns a new list.

    >>> merge_sort([2, -3, 3, -1], key=abs)
    [-1, 2, -3, 3]
    """

    ### BEGIN SOLUTION
    def ordered(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right = ordered(pairs[:half]), ordered(pairs[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if right[j][0] < left[i][0]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged + left[i:] + right[j:]

    pairs = [(item if key is None else key(item), item) for item in items]
    return [item for _, item in ordered(pairs)]
    ### END SOLUTION


# %% role="check" name="a list of the same length" points=0
for items in ([5, 2, 4, 2], (3, 1), (7,), (), []):
    out = merge_sort(items)
    assert type(out) is list and len(out) == len(items), (
        f"merge_sort({items}) gave you {kind(out)}; a list of {len(items)} was promised."
    )

# %% role="check" name="a new list, and items as they were" points=0
for items in ([5, 2, 4, 2], [1, 2, 2, 3], [7], []):
    pure(merge_sort, items)
results = script(merge_sort, [("__call__", [5, 2, 4]), ("__call__", [3, 1])])
assert results == [(True, [2, 4, 5]), (True, [1, 3])], (
    f"After one = merge_sort([5, 2, 4]) and other = merge_sort([3, 1]), one is {results[0][1]} and other is "
    f"{results[1][1]}; [2, 4, 5] and [1, 3] were promised, each a list of its own."
)

# %% role="check" name="sorts by itself" points=0
names = ["sorted", "heapq", "bisect", "numpy", "pandas"]
found = mentions(".sort", *names, *[f".{name}" for name in names])
assert not found, (
    f"You use {', '.join(found)}, which is off limits: cut, sort the halves by calling yourself, and merge them."
)

# %% role="check" name="the worked examples" points=0
cases = [
    ([5, 2, 4, 2], None, "", [2, 2, 4, 5]),
    ((3, 1), None, "", [1, 3]),
    ([2, -3, 3, -1], lambda x: abs(x), ", key=abs", [-1, 2, -3, 3]),
    (["wine", "iris", "Wine", "digits"], lambda x: len(x), ", key=len", ["wine", "iris", "Wine", "digits"]),
]
outs = [merge_sort(items) if key is None else merge_sort(items, key=key) for items, key, _, _ in cases]
for (items, key, called, want), out in zip(cases, outs, strict=True):
    if out != want and list(out or []) != want:
        merge_sort(items, key)  # once more, so that the card shows this call
    assert list(out or []) == want, f"merge_sort({items}{called}) gave you {out}; {want} was promised."
weakest_first = merge_sort(wines, key=alcohol)
grouped = merge_sort(weakest_first, key=cultivar)
assert list(grouped or []) == sorted(wines), (
    "merge_sort(merge_sort(wines, key=alcohol), key=cultivar) did not give you the wines grouped by cultivar "
    "and, within each, by alcohol."
)


# %% role="shared"
class Key:
    """Something that can be compared by < and <= only, and counts how often that happens."""

    compared = 0

    def __init__(self, rank, most):
        self._rank = rank
        self._most = most

    def _count(self):
        Key.compared += 1
        assert Key.compared <= self._most, (
            f"With 36 items you compare more than {self._most} times; at most 2 n ceil(log2 n) + n = "
            f"{self._most} comparisons were promised."
        )

    def __eq__(self, other):
        raise AssertionError("You compare keys by ==; only < and <= were promised. (Tuples begin with ==.)")

    def __lt__(self, other):
        self._count()
        return self._rank < other._rank

    def __le__(self, other):
        self._count()
        return self._rank <= other._rank


def most_calls(n):
    """How often n items may be compared: 2 n ceil(log2 n) + n."""
    return 2 * n * max(n - 1, 0).bit_length() + n


# %% role="check" name="few comparisons, by < or <= alone" points=0 needs="the worked examples"
for what, ranks in [
    ("in random order", [int(x) for x in rng.permutation(36)]),
    ("in ascending order", [*range(36)]),
    ("in descending order", [*range(35, -1, -1)]),
]:
    Key.compared = 0
    out = merge_sort(ranks, key=lambda rank: Key(rank, most_calls(36)))
    assert list(out or []) == [*range(36)], (
        f"merge_sort of 36 numbers {what} gave you {out}; that is not sorted."
    )

# %% role="check" name="20,000 items" points=0 needs=["the worked examples", "few comparisons, by < or <= alone"]
items = rng.integers(10**6, size=20_000).tolist()
out = merge_sort(items)
assert list(out or []) == sorted(items), "merge_sort of 20,000 whole numbers did not give you them in order."

# %% role="check" name="ascending, ties in their order" points=2 hidden=true needs="sorts by itself"
cases = []
for k in range(60):
    size = k // 4
    numbers = rng.integers(-size, size + 1, size=size).tolist()
    words = ["".join(rng.choice([*"abAB"], size=rng.integers(1, 4))) for _ in range(size)]
    items, key, called = (
        (numbers, None, ""),
        (numbers, lambda x: abs(x), ", key=abs"),
        (words, lambda x: len(x), ", key=len"),
        (words, lambda x: x.lower(), ", key=str.lower"),
    )[k % 4]
    called = ", key=None" if k % 8 == 4 else called
    cases.append((tuple(items) if k % 3 == 0 else items, key, called))
outs = [merge_sort(items, key=key) if called else merge_sort(items) for items, key, called in cases]
for (items, key, called), out in zip(cases, outs, strict=True):
    got = list(out) if isinstance(out, (list, tuple)) else out
    right = got == sorted(items, key=key)
    if not right:
        merge_sort(items, key)
    assert right, (
        f"merge_sort({items}{called}) gave you {out}; all items in ascending order, ties in the order in which "
        "they came, were promised."
    )

# %% role="check" name="items that only a key can order" points=2 hidden=true needs=["sorts by itself", "a list of the same length", "a new list, and items as they were", "few comparisons, by < or <= alone", "20,000 items"]
for k in range(25):
    size = k // 2 if k < 24 else 256
    reals, imaginaries = rng.integers(-3, 4, size=(2, size)).tolist()
    numbers = [complex(a, b) for a, b in zip(reals, imaginaries, strict=True)]
    if k % 3 == 2:
        items, what = [x.real if x.imag else None for x in numbers], "numbers and None, None first"
        key = lambda x: -9.0 if x is None else x
    elif k % 2:
        items, what, key = numbers, "complex numbers by their absolute value", lambda x: abs(x)
    else:
        items = [{"loss": x.real / 4, "run": i} for i, x in enumerate(numbers)]
        what, key = "dictionaries by their loss", lambda x: x["loss"]
    counted = calls_limit(key, most_calls(size))
    out = merge_sort(items, key=counted)
    assert list(out or []) == sorted(items, key=key), (
        f"merge_sort(items, key) with {size} {what} gave you {out if size < 99 else kind(out)}; the items, "
        "in ascending order of their keys, ties in the order in which they came, were promised."
    )

# %% [markdown] role="hint"
# Take two piles of cards, each in order, and make one pile of them. You only ever compare the two cards on
# top: which one do you take, and which one if they are equal and the left pile came first? What is left to do
# when one pile is used up?

# %% [markdown] role="hint"
# Fewer than two items are in order already. Else cut at the middle, sort both halves by calling yourself, and
# merge: while both halves have items left, append the right one's first only if it is *smaller* than the left
# one's, else the left one's. Then append what is left of either. Carry each key along with its item, as a
# pair, so that `key` is called once for each item.

# %% [markdown] role="hint"
# ```python
# left, right = ordered(pairs[:half]), ordered(pairs[half:])
# merged, i, j = [], 0, 0
# while i < len(left) and j < len(right):
#     if ____:
#         merged.append(right[j])
#         j += 1
#     else:
#         merged.append(left[i])
#         i += 1
# return merged + left[i:] + right[j:]
# ```

# %% [markdown] role="explanation"
# Each round of merging looks at every item once, and cutting n items in halves ends after $\lceil\log_2
# n\rceil$ rounds: $n\lceil\log_2 n\rceil$ comparisons at most. For 20,000 items these are 300,000, where
# comparing all pairs takes 200 million. No sort that only compares can do with fewer than about
# $n\log_2 n - 1.44\,n$ in the worst case.
#
# Stability hangs on one character. The right item is taken only if it is strictly smaller, so on a tie the
# left one goes first, and it did come first. Written the other way round, that is `left <= right`, not `left
# < right`.
#
# The keys are computed once and travel with the items: a key may be a model's prediction, and n calls of a
# model are better than n log n. The reference copies at every cut and needs O(n) extra memory; the first
# alternative has no recursion and merges runs of length 1, 2, 4, … instead.
#
# In your own code call `sorted(items, key=...)`: it merges too, but begins with the runs that are in order
# already, and is written in C. For files that are sorted one by one, `heapq.merge` does what your merge does,
# for any number of them and without holding them in memory.


# %% role="alternative" name="runs of 1, 2, 4, … items"
def merge_sort(items, key=None):
    source, size, width = list(items), len(items), 1
    of = (lambda item: item) if key is None else key
    while width < size:
        target = []
        for start in range(0, size, 2 * width):
            a, middle = start, min(start + width, size)
            b, end = middle, min(start + 2 * width, size)
            for _ in range(end - start):
                if b == end or (a < middle and of(source[a]) <= of(source[b])):
                    target.append(source[a])
                    a += 1
                else:
                    target.append(source[b])
                    b += 1
        source, width = target, 2 * width
    return source


# %% role="alternative" name="generators that merge each other"
def merge_sort(items, key=None):
    nothing = object()

    def merged(first, second):
        one, other = next(first, nothing), next(second, nothing)
        while one is not nothing and other is not nothing:
            if keys[other] < keys[one]:
                yield other
                other = next(second, nothing)
            else:
                yield one
                one = next(first, nothing)
        if one is not nothing:
            yield one
        if other is not nothing:
            yield other
        yield from first
        yield from second

    keys = [*items] if key is None else [*map(key, items)]
    streams = [iter((place,)) for place in range(len(items))] or [iter(())]
    while len(streams) > 1:
        halves = zip(streams[::2], streams[1::2])
        streams = [merged(*pair) for pair in halves] + (streams[-1:] if len(streams) % 2 else [])
    return [items[place] for place in streams[0]]


# %% role="misconception" name="takes the right one on a tie" fails="the worked examples"
# On a tie your merge takes from the right half, whose items came later, so equal items change places. Take
# the right one only if it is strictly smaller: `left <= right` goes to the left.
def merge_sort(items, key=None):
    def ordered(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right = ordered(pairs[:half]), ordered(pairs[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if left[i][0] < right[j][0]:
                merged.append(left[i])
                i += 1
            else:
                merged.append(right[j])
                j += 1
        return merged + left[i:] + right[j:]

    return [item for _, item in ordered([(item if key is None else key(item), item) for item in items])]


# %% role="variant" of="takes the right one on a tie" name="asks for the key in each comparison"
def merge_sort(items, key=None):
    key = key or (lambda x: x)
    if len(items) <= 1:
        return list(items)
    mid = len(items) // 2
    left = merge_sort(items[:mid], key)
    right = merge_sort(items[mid:], key)
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if key(left[i]) < key(right[j]):
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    result.extend(left[i:])
    result.extend(right[j:])
    return result


# %% role="misconception" name="loses what is left of one half" fails="a list of the same length"
# When one half is used up, your loop ends, and what is left of the other half never gets into the result. It
# is in order already: append `left[i:]` and `right[j:]`, one of which is empty.
def merge_sort(items, key=None):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    key = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if key(right[j]) < key(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged


# %% role="misconception" name="appends only what is left of the first half" fails="the worked examples"
# You append what is left of the left half, and forget that the right half may be the one with items left.
# Append both rests; one of them is empty.
def merge_sort(items, key=None):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    key = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if key(right[j]) < key(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:]


# %% role="misconception" name="keeps one of two equal items" fails="a list of the same length"
# Where two items are equal, your merge appends one and moves on in both halves, as if it built a set. Both
# belong into the result: take the left one, and leave the right one for the next round.
def merge_sort(items, key=None):
    def ordered(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right = ordered(pairs[:half]), ordered(pairs[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if right[j][0] < left[i][0]:
                merged.append(right[j])
                j += 1
            elif left[i][0] < right[j][0]:
                merged.append(left[i])
                i += 1
            else:
                merged.append(left[i])
                i, j = i + 1, j + 1
        return merged + left[i:] + right[j:]

    return [item for _, item in ordered([(item if key is None else key(item), item) for item in items])]


# %% role="misconception" name="sorts in place and returns nothing" fails="a list of the same length"
# You order the caller's list and return None, as the method of lists does. A new list was promised: copy the
# items first, work on the copy, and return it.
def merge_sort(items, key=None):
    of = key or (lambda item: item)
    if len(items) > 1:
        half = len(items) // 2
        left, right = items[:half], items[half:]
        merge_sort(left, key)
        merge_sort(right, key)
        i = j = 0
        for place in range(len(items)):
            if i < len(left) and (j == len(right) or not of(right[j]) < of(left[i])):
                items[place] = left[i]
                i += 1
            else:
                items[place] = right[j]
                j += 1


# %% role="misconception" name="sorts the caller's list" fails="a new list, and items as they were"
# The order comes out right, but in the list that you were given: its owner loses the original order, and a
# tuple cannot be changed at all. Begin with a copy, `items = list(items)`.
def merge_sort(items, key=None):
    of = key or (lambda item: item)
    if len(items) > 1:
        half = len(items) // 2
        left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
        i = j = 0
        for place in range(len(items)):
            if i < len(left) and (j == len(right) or not of(right[j]) < of(left[i])):
                items[place] = left[i]
                i += 1
            else:
                items[place] = right[j]
                j += 1
    return items


# %% role="misconception" name="empties the list that it was given" fails="a new list, and items as they were"
# You take the items out of the caller's list with `pop`, so afterwards it is empty. Work on a copy:
# `items = list(items)`.
def merge_sort(items, key=None):
    of = key or (lambda item: item)
    if len(items) < 2:
        return list(items)
    right = [items.pop() for _ in range(len(items) // 2)][::-1]
    left, right = merge_sort([*items], key), merge_sort(right, key)
    items.clear()
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if of(right[j]) < of(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="gives a short list back itself" fails="a new list, and items as they were"
# `if len(items) < 2: return items` hands the caller's own list back, or a tuple where a list was promised.
# What changes one of them later changes the other. Return a copy, `list(items)`.
def merge_sort(items, key=None):
    if len(items) < 2:
        return items
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    of = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if of(right[j]) < of(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return [*merged, *left[i:], *right[j:]]


# %% role="misconception" name="never stops at an empty list" fails="a list of the same length"
# An empty list is cut into two empty lists for ever, until Python stops with a RecursionError. Stop at *fewer
# than two* items, not at exactly one.
def merge_sort(items, key=None):
    if len(items) == 1:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    of = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if of(right[j]) < of(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="ignores key" fails="the worked examples"
# You compare the items and never call `key`. Compare `key(left)` with `key(right)` where a `key` was given,
# and hand it on when you sort the halves.
def merge_sort(items, key=None):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half]), merge_sort(items[half:])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="forgets key for the halves" fails="the worked examples"
# You merge by key, but the halves were sorted without it: the call for each half has to be given `key` too,
# or it compares the items themselves.
def merge_sort(items, key=None):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half]), merge_sort(items[half:])
    of = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if of(right[j]) < of(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="returns the keys" fails="the worked examples"
# You replaced the items by their keys and sorted those. The keys only decide the order: keep each item beside
# its key, for instance as a pair, and return the items.
def merge_sort(items, key=None):
    items = list(items) if key is None else [key(item) for item in items]
    if len(items) < 2:
        return items
    half = len(items) // 2
    left, right = merge_sort(items[:half]), merge_sort(items[half:])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="compares the items when keys tie" fails="the worked examples"
# Pairs `(key, item)` are compared by their items where the keys are equal: that changes the order of ties,
# and fails where items cannot be compared. Compare the keys alone: `left[i][0] <= right[j][0]`.
def merge_sort(items, key=None):
    def ordered(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right = ordered(pairs[:half]), ordered(pairs[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if right[j] < left[i]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged + left[i:] + right[j:]

    return [item for _, item in ordered([(item if key is None else key(item), item) for item in items])]


# %% role="misconception" name="compares pairs of key and place" fails="few comparisons, by < or <= alone"
# Adding each item's place keeps ties in order, but to compare two tuples Python asks first whether their keys
# are *equal*. That is a second comparison, and not every key knows `==`. Compare the keys alone; merging is
# stable without the places if ties go to the left half.
def merge_sort(items, key=None):
    def ordered(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right = ordered(pairs[:half]), ordered(pairs[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if left[i] < right[j]:
                merged.append(left[i])
                i += 1
            else:
                merged.append(right[j])
                j += 1
        return merged + left[i:] + right[j:]

    places = range(len(items))
    return [items[k] for _, k in ordered([(items[k] if key is None else key(items[k]), k) for k in places])]


# %% role="misconception" name="takes None for the end of a half" fails="items that only a key can order"
# `next(left, None)` says that the left half has ended, and also that its next item is None. An item can be
# anything: compare positions with lengths, or make a sentinel of your own, `nothing = object()`.
def merge_sort(items, key=None):
    of = key or (lambda item: item)
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = iter(merge_sort(items[:half], key)), iter(merge_sort(items[half:], key))
    merged, a, b = [], next(left, None), next(right, None)
    while a is not None and b is not None:
        if of(b) < of(a):
            merged.append(b)
            b = next(right, None)
        else:
            merged.append(a)
            a = next(left, None)
    return merged + [x for x in (a, b) if x is not None] + [*left, *right]


# %% role="misconception" name="looks items up by their key" fails="a list of the same length"
# A dictionary from key to item has one place for each key, so of several items with the same key only the
# last one is left. Keep pairs of key and item in a list.
def merge_sort(items, key=None):
    def ordered(keys):
        if len(keys) < 2:
            return keys
        half = len(keys) // 2
        left, right = ordered(keys[:half]), ordered(keys[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if right[j] < left[i]:
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged + left[i:] + right[j:]

    by_key = {item if key is None else key(item): item for item in items}
    return [by_key[k] for k in ordered([*by_key])]


# %% role="misconception" name="largest first" fails="the worked examples"
# Your merge takes the larger of the two items in front, so the result descends. Ascending was promised: the
# smaller one goes first.
def merge_sort(items, key=None):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    of = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if of(left[i]) < of(right[j]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="merges halves that were never sorted" fails="the worked examples"
# You cut the list and merge the halves at once. Merging works only for halves that are in order: sort each of
# them first, by calling `merge_sort` on it.
def merge_sort(items, key=None):
    half = len(items) // 2
    left, right = list(items[:half]), list(items[half:])
    of = key or (lambda item: item)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if of(right[j]) < of(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="inserts each item into its place" fails="few comparisons, by < or <= alone"
# This is insertion sort. It is right and stable, and compares up to n (n - 1) / 2 times: for 20,000 items
# that is 200 million instead of 300,000. Cut in halves, sort them, and merge.
def merge_sort(items, key=None):
    pairs = []
    for item in items:
        value = item if key is None else key(item)
        place = len(pairs)
        while place > 0 and value < pairs[place - 1][0]:
            place -= 1
        pairs.insert(place, (value, item))
    return [item for _, item in pairs]


# %% role="misconception" name="picks the smallest again and again" fails="few comparisons, by < or <= alone"
# Looking for the smallest of what is left, n times, compares n (n - 1) / 2 times: for 20,000 items that is
# 200 million instead of 300,000. Cut in halves, sort them, and merge.
def merge_sort(items, key=None):
    left, result = [(item if key is None else key(item), item) for item in items], []
    while left:
        best = 0
        for place in range(1, len(left)):
            if left[place][0] < left[best][0]:
                best = place
        result.append(left.pop(best)[1])
    return result


# %% role="misconception" name="merges by calling itself for every item" fails="20,000 items"
# A merge that takes one item and calls itself for the rest is a call deep for each item; Python stops at
# about 1,000 with a RecursionError. Cutting in halves may be recursive, 15 deep; the merging needs a loop.
def merge_sort(items, key=None):
    of = key or (lambda item: item)

    def merge(left, right):
        if not left or not right:
            return left + right
        if of(right[0]) < of(left[0]):
            return [right[0], *merge(left, right[1:])]
        return [left[0], *merge(left[1:], right)]

    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    return merge(merge_sort(items[:half], key), merge_sort(items[half:], key))


# %% role="misconception" name="keeps the keys in a dictionary of items" fails="items that only a key can order"
# Only what can be hashed can be a key of a dictionary, and lists, dictionaries and arrays cannot. Keep each
# key beside its item, as a pair in a list.
def merge_sort(items, key=None):
    values = {} if key is None else {item: key(item) for item in items}

    def ordered(part):
        if len(part) < 2:
            return list(part)
        half = len(part) // 2
        left, right = ordered(part[:half]), ordered(part[half:])
        merged, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if values.get(right[j], right[j]) < values.get(left[i], left[i]):
                merged.append(right[j])
                j += 1
            else:
                merged.append(left[i])
                i += 1
        return merged + left[i:] + right[j:]

    return ordered(items)


# %% role="misconception" name="asks for all keys in every step" fails="items that only a key can order"
# Each round of your merge computes the keys of everything that is left, though it compares two of them: n²
# calls in all. Where the key is a model's prediction, that is what you wait for. Compute each key once, at
# the start.
def merge_sort(items, key=None):
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = merge_sort(items[:half], key), merge_sort(items[half:], key)
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        keys = [left, right] if key is None else [[key(item) for item in half] for half in (left, right)]
        if keys[1][j] < keys[0][i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# %% role="misconception" name="calls sorted" fails="sorts by itself"
# `sorted` is the right choice in your own code, and off limits here: the point is to see why it is fast and
# why it is stable. Cut in halves, sort them by calling yourself, and merge.
def merge_sort(items, key=None):
    return sorted(items, key=key)
