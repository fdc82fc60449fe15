# ---
# title: The largest few of a stream
# id: top_k
# version: 1
# skills: [S028, S030]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# Which training examples have the largest losses, which requests took longest, which words occur most often?
# You want ten numbers out of a billion that come one after the other and are gone. Sorting all of them needs
# memory for all of them. Whoever remembers the ten best so far, and can tell quickly which of these is the
# first to go, needs memory for ten. That is a job for a **heap**, a list whose first item is always the
# smallest.
#
# Write `top_k(stream, k)`.
#
# - `stream` gives floats when you loop over it: a list, an array, or a generator, which can be looped over
#   once only and knows no length, index or slice. It may be empty. If it is a list or an array, it stays as
#   it is. NaN does not occur.
# - The result is a list of floats: the `k` largest, in descending order. A value that occurs several times
#   counts several times. With fewer than `k` values in the stream the result holds all of them.
#   Infinities are values like any other: where a model rules a word out, the logarithm of its probability is
#   −∞.
# - `k` is an int of any size. `k = 0` gives `[]`; below 0 it is a `ValueError`, for an empty stream too.
# - One pass, and memory in the order of `k`: for the 20 largest of 50,000 floats you have 256 kB. Another
#   list of 50,000 takes 400 kB or more.
#
# `heapq` is allowed, all of it.
#
# | `stream` | `k` | `top_k(stream, k)` |
# |---|---|---|
# | 0.5, 2.0, −1.0, 2.0, 0.25 | 2 | `[2.0, 2.0]` |
# | 0.5, 2.0, −1.0, 2.0, 0.25 | 4 | `[2.0, 2.0, 0.5, 0.25]` |
# | −3.0, −1.5, −2.0 | 2 | `[-1.5, -2.0]` |
# | −3.0, −1.5, −2.0 | 7 | `[-1.5, -2.0, -3.0]` |
# | 0.5, 2.0 | 0 | `[]` |
#
# Below, `distances()` goes through 1,797 images of digits and tells how far each is from the average image.
# `top_k(distances(), 3)` gives 2305.4, 2156.4 and 2016.0 (rounded): the three oddest images.

# %%
import heapq

from sklearn.datasets import load_digits

digits = load_digits().data  # (1797, 64)


def distances():
    """Give the squared distance of each image from the average one."""
    average = digits.mean(axis=0)
    for image in digits:
        yield float(((image - average) ** 2).sum())


# %% role="answer"
def top_k(stream, k):
    """Return the k largest values of a stream, largest first, or all of them if there are fewer.

    stream: iterable of floats, looped over once, not changed. k: int; ValueError if it is below 0.
    Returns a list of floats. Memory: O(k).

    >>> top_k((x * x for x in [1.0, -3.0, 2.0]), 2)
    [9.0, 4.0]
    """
    ### BEGIN SOLUTION
    if k < 0:
        raise ValueError(f"k is {k}; nobody can take fewer than 0")
    largest = []
    for value in stream:
        if len(largest) < k:
            heapq.heappush(largest, value)
        elif k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)
    ### END SOLUTION


# %% role="check" name="a list of floats" points=0
for stream, what in (([0.5, 2.0, -1.0], "a list"), ((x for x in (0.5, 2.0, -1.0)), "a generator")):
    out = top_k(stream, 2)
    assert type(out) is list, f"top_k(stream, 2) with {what} gave you {kind(out)}; a list was promised."
    assert all(kind(value) in ("float", "np.float64") for value in out), (
        f"top_k(stream, 2) with {what} gave you a list of {kind(out[0])}; floats were promised."
    )

# %% role="check" name="leaves the stream as it is" points=0
for values, k in (([0.5, 2.0, -1.0, 2.0], 2), ([0.5, 2.0, -1.0], 5), ([], 2)):
    pure(top_k, values, k)

# %% role="check" name="the worked examples" points=0
some, below = [0.5, 2.0, -1.0, 2.0, 0.25], [-3.0, -1.5, -2.0]
cases = [(some, 2, [2.0, 2.0]), (some, 4, [2.0, 2.0, 0.5, 0.25]), (below, 2, [-1.5, -2.0])]
cases += [(below, 7, [-1.5, -2.0, -3.0]), ([0.5, 2.0], 0, [])]
cases = [case for case in cases for _ in range(2)]
outs = [top_k((x for x in v) if i % 2 else v, k) for i, (v, k, _) in enumerate(cases)]
for i, ((values, k, want), out) in enumerate(zip(cases, outs, strict=True)):
    if not close(out, want):
        top_k((x for x in values) if i % 2 else values, k)  # once more, so that the card shows this call
    assert close(out, want), (
        f"top_k(stream, {k}) with {'a generator of' if i % 2 else 'the list'} {values} gave you {out}; {want} "
        "was promised."
    )
out = top_k([*distances()], 3)
assert close(out, [2305.445, 2156.445, 2015.979], rtol=1e-6), (
    f"top_k([*distances()], 3) gave you {out}; 2305.4, 2156.4 and 2016.0 were promised."
)

# %% role="check" name="k below 0 is an error" points=0
for stream, k in (([0.5, 2.0, -1.0, 2.0, 0.25], -1), ([0.5], -3), ([], -1)):
    with raises(ValueError):
        top_k(stream, k)

# %% role="check" name="memory for k, not for all" points=0 needs="a list of floats"
values = rng.normal(size=50_000)
with memory_below(256e3):
    out = top_k(values, 20)
assert close(out, sorted(values.tolist())[:-21:-1]), (
    f"top_k(stream, 20) with an array of 50,000 floats gave you {kind(out)} {out}; these are not the 20 largest in order."
)

# %% role="check" name="the head of the sorted stream" points=2 hidden=true
import numpy as np

cases = [([], 2), ([-0.5, 1.5, 1.5], 0), ([-0.5, 1.5, -2.0], 5)]
for i in range(60):
    size = i // 3
    values = (rng.integers(-2 * size - 9, size - 5, size=size) / 4).tolist()
    k = (int(rng.integers(size + 1)), size + int(rng.integers(4)), 3)[i % 3]
    values = np.array(values) if i % 4 == 3 else values
    cases.append((values, k))
outs = [top_k(values, k) for values, k in cases]
for (values, k), out in zip(cases, outs, strict=True):
    right = close(out, sorted(values, reverse=True)[:k])
    if not right:
        top_k(values, k)
    assert right, (
        f"top_k(stream, {k}) with a stream of {[float(x) for x in values]} gave you {out}; its {k} largest, or "
        "all if there are fewer, in descending order, were promised."
    )
values = rng.normal(size=3_000)
out = top_k(values, 1_200)
assert close(out, np.sort(values)[:-1_201:-1]), (
    f"top_k(stream, 1_200) with an array of 3,000 floats gave you {kind(out)}; its 1,200 largest, in "
    "descending order, were promised."
)

# %% role="check" name="a stream that comes once" points=2 hidden=true needs=["leaves the stream as it is", "k below 0 is an error", "memory for k, not for all"]
import math

for i in range(30):
    size = i // 2
    values = (rng.integers(-40, 10, size=size) / 4).tolist()
    if i % 3 == 2:
        ruled_out = rng.random(size) < 0.6
        values = [-math.inf if out else value for value, out in zip(values, ruled_out, strict=True)]
    k = int(rng.integers(1, size + 1)) if i % 5 and size else (0, 1, size + 2)[i % 3]
    out = top_k((x for x in values), k)
    assert close(out, sorted(values, reverse=True)[:k]), (
        f"top_k(stream, {k}) with a generator of {values} gave you {out}; its {k} largest, or all if there are "
        "fewer, in descending order, were promised."
    )

# %% [markdown] role="hint"
# Read the numbers of the first example aloud to a friend who may remember two of them. What does she do with
# each new number? Which of her two does she compare it with, and what does she do while she has fewer than
# two?

# %% [markdown] role="hint"
# Keep a list of at most `k` values as a heap: `heapq.heappush(largest, value)` adds one, `largest[0]` is the
# smallest of them, `heapq.heapreplace(largest, value)` takes that one out and puts another in. While there
# are fewer than `k`, add; after that, replace only if the new value is larger than the smallest. A heap is
# not sorted: sort it at the end, descending.

# %% [markdown] role="hint"
# ```python
# if k < 0:
#     raise ValueError(f"k is {k}")
# largest = []
# for value in stream:
#     if len(largest) < k:
#         heapq.heappush(largest, value)
#     elif ____:
#         heapq.heapreplace(largest, value)
# return sorted(largest, reverse=True)
# ```

# %% [markdown] role="explanation"
# It looks upside down: to keep the *largest* values you need the *smallest* of them at hand, because it is
# the one that a new value has to beat. A heap offers exactly that. `largest[0]` costs nothing, a replacement
# $O(\log k)$, and most values of a long stream are turned away by one comparison: in random order only about
# $k\,\ln(n/k)$ values ever get in after the first k, 170 of 100,000 for k = 20.
#
# In all that is $O(n \log k)$ time at worst and $O(k)$ memory; sorting everything is $O(n \log n)$ and
# $O(n)$. The order of the conditions takes care of the edges: with k = 0 the heap is empty, and `k > 0` keeps
# you from looking at its first item.
#
# In your own code, `heapq.nlargest(k, stream)` is this function, with a `key` besides (a negative k gives an
# empty list there). For an array that is in memory anyway, `np.partition` is faster. Distributed, the same
# idea works twice: the top k of all machines are among the top k of each.


# %% role="alternative" name="nlargest"
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return heapq.nlargest(k, stream)


# %% role="alternative" name="a buffer that is cut now and then"
def top_k(stream, k):
    if k < 0:
        raise ValueError(k)
    buffer = []
    for value in stream:
        buffer += (value,)
        if len(buffer) > 2 * k + 10:
            buffer.sort()
            del buffer[: len(buffer) - k]
    buffer.sort(key=lambda value: -value)
    return buffer[:k]


# %% role="alternative" name="a sorted list of at most k"
def top_k(stream, k):
    from bisect import insort

    best = []
    if not k >= 0:
        raise ValueError("no")
    for value in iter(stream):
        insort(best, value, key=lambda x: -x)
        del best[k:]
    return best


# %% role="misconception" name="the smallest ones" fails="the head of the sorted stream"
# You kept the other end: the k smallest. Compare a new value with the smallest that you hold, and let it in
# if it is larger.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return heapq.nsmallest(k, stream)


# %% role="misconception" name="lets a value in when it is smaller" fails="the head of the sorted stream"
# `largest[0]` is the smallest of what you hold, and you replace it by something smaller still. A new value
# has to be *larger* to get in: `value > largest[0]`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        if len(largest) < k:
            heapq.heappush(largest, value)
        elif k > 0 and value < largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="returns the heap as it lies" fails="the head of the sorted stream"
# A heap promises that its first item is the smallest, and little about the others. Sort it before you return
# it: `sorted(largest, reverse=True)`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        if len(largest) < k:
            heapq.heappush(largest, value)
        elif k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return largest


# %% role="misconception" name="turns the heap around" fails="the head of the sorted stream"
# A heap is not sorted, so reading it backwards does not give descending order either. Sort it:
# `sorted(largest, reverse=True)`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        heapq.heappush(largest, value)
        if len(largest) > k:
            heapq.heappop(largest)
    return largest[::-1]


# %% role="misconception" name="ascending" fails="the head of the sorted stream"
# These are the right values, smallest first. Largest first was promised: sort with `reverse=True`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return heapq.nlargest(k, stream)[::-1]


# %% role="variant" of="ascending" name="sorts the heap and forgets reverse"
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must be 0 or more")
    kept = []
    for x in stream:
        heapq.heappush(kept, x)
        if len(kept) > k:
            heapq.heappop(kept)
    return sorted(kept)


# %% role="misconception" name="fails on a short stream" fails="the head of the sorted stream"
# You take `k` values before the loop, and `next` raises StopIteration when the stream has fewer. Begin with
# an empty list, and add to it while it holds fewer than `k`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    values = iter(stream)
    largest = [next(values) for _ in range(k)]
    heapq.heapify(largest)
    for value in values:
        if k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="fails for k = 0" fails="the head of the sorted stream"
# With `k = 0` the heap stays empty, and `largest[0]` is an IndexError. Ask `k > 0` first, or return `[]` at
# once.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        if len(largest) < k:
            heapq.heappush(largest, value)
        elif value > largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="stores the whole stream" fails="memory for k, not for all"
# `sorted(stream)`, `list(stream)` and a heap of everything hold all values at once; for a billion floats that
# takes 32 GB. Remember only the k largest so far: take the smallest off as soon as there are more than `k`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return sorted(stream, reverse=True)[:k]


# %% role="variant" of="stores the whole stream" name="puts everything on the heap"
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for value in stream:
        heapq.heappush(heap, -value)
    return [-heapq.heappop(heap) for _ in range(min(k, len(heap)))]


# %% role="misconception" name="counts equal values once" fails="the head of the sorted stream"
# A set, or a test whether the value is there already, keeps one of several equal values. Each of them counts:
# use a list, and let equal values in.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        if value in largest:
            continue
        heapq.heappush(largest, value)
        if len(largest) > k:
            heapq.heappop(largest)
    return sorted(largest, reverse=True)


# %% role="misconception" name="gives nothing for a negative k" fails="k below 0 is an error"
# Nobody can take −1 values, so whoever asks for that has made a mistake, and an empty list hides it. Raise
# `ValueError` for `k < 0`; only `k = 0` gives `[]`.
def top_k(stream, k):
    return heapq.nlargest(k, stream)


# %% role="misconception" name="asserts that k is not negative" fails="k below 0 is an error"
# `assert` raises AssertionError, which is not the promised ValueError, and vanishes when Python runs with
# `-O`. For a caller's mistake write `raise ValueError(...)`.
def top_k(stream, k):
    assert k >= 0
    return heapq.nlargest(k, stream)


# %% role="misconception" name="begins with zeros" fails="the head of the sorted stream"
# The zeros with which you begin beat every negative value, and stay in the result though the stream never had
# them. Begin with an empty list, and add while it holds fewer than `k`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = [0.0] * k
    for value in stream:
        if k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="fills up with minus infinity" fails="the head of the sorted stream"
# Every value beats minus infinity, but where the stream has fewer than `k` values some of your fillers stay.
# Begin with an empty list, and add while it holds fewer than `k`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = [float("-inf")] * k
    for value in stream:
        heapq.heappush(largest, value)
        heapq.heappop(largest)
    return sorted(largest, reverse=True)


# %% role="misconception" name="takes minus infinity for an empty place" fails="a stream that comes once"
# You fill up with minus infinity and throw it out again at the end, and with it what the stream really gave:
# minus infinity is a value too. Begin with an empty list, and add while it holds fewer than `k`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = [float("-inf")] * k
    for value in stream:
        if k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return [value for value in sorted(largest, reverse=True) if value > float("-inf")]


# %% role="misconception" name="holds one too few" fails="the head of the sorted stream"
# You take one off as soon as there are `k`, so `k - 1` stay. Take one off when there are *more* than `k`.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        heapq.heappush(largest, value)
        if len(largest) >= k:
            heapq.heappop(largest)
    return sorted(largest, reverse=True)


# %% role="misconception" name="compares with the last of the heap" fails="the head of the sorted stream"
# The smallest of a heap is its first item, `largest[0]`; the last one can be any of the larger ones, so good
# values are turned away.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = []
    for value in stream:
        if len(largest) < k:
            heapq.heappush(largest, value)
        elif k > 0 and value > largest[-1]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="counts the stream first" fails="a stream that comes once"
# Counting uses a generator up: when your second loop begins, nothing is left. You do not need the number of
# values; look at `len(largest)` while you go along.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    count = sum(1 for _ in stream)
    largest = []
    for value in stream:
        heapq.heappush(largest, value)
        if len(largest) > min(k, count):
            heapq.heappop(largest)
    return sorted(largest, reverse=True)


# %% role="misconception" name="takes the stream for a list" fails="a list of floats"
# A generator has no length, no index and no slices; asking for them is a TypeError. All you can do is loop
# over it, once: fill the heap while it holds fewer than `k`, and look at `len(largest)` while you go along.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    k = min(k, len(stream))
    return heapq.nlargest(k, stream)


# %% role="variant" of="takes the stream for a list" name="cuts the stream with slices"
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    largest = list(stream[:k])
    heapq.heapify(largest)
    for value in stream[k:]:
        if k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="sees the first values twice" fails="the head of the sorted stream"
# `islice` takes the first k, and the loop over a *list* begins at its start again, so those count twice. Get
# one iterator, `values = iter(stream)`, and use it for both; or let the loop fill the heap.
def top_k(stream, k):
    from itertools import islice

    if k < 0:
        raise ValueError("k must not be negative")
    largest = list(islice(stream, k))
    heapq.heapify(largest)
    for value in stream:
        if k > 0 and value > largest[0]:
            heapq.heapreplace(largest, value)
    return sorted(largest, reverse=True)


# %% role="misconception" name="sorts the caller's list" fails="leaves the stream as it is"
# `stream.sort()` orders the list of whoever called you, and a generator or an array has another `sort` or
# none. Leave the stream alone, and keep the k largest in a list of your own.
def top_k(stream, k):
    if k < 0:
        raise ValueError("k must not be negative")
    stream.sort()
    return [stream[-1 - i] for i in range(min(k, len(stream)))]
