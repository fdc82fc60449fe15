# ---
# title: Count the misses of a cache
# id: cache_misses
# version: 1
# skills: [S035]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# Summing the 1,797 x 64 digits row by row or column by column adds the same 115,008 numbers. But memory hands
# out whole **lines** of 64 bytes, eight numbers each, and a cache keeps only the lines used lately. Row by
# row, every line is fetched once and used eight times. Column by column, the next number is 512 bytes away;
# by the time its neighbours are wanted, a small cache has lost their line, and each single number costs a
# fetch. You cannot see that in the code, and hardly in a profiler; you can count it.
#
# Write `cache_misses(addresses, line_size, n_lines)`: how many of the accesses miss.
#
# - `addresses` is a list or tuple of ints from 0 to below 2**63 (more than a float can tell apart), in the
#   order in which a program touches them; it may be empty, and stays as it is. There may be 10,000 of them.
# - Address `a` lies in line `a // line_size`; `line_size` has the unit of the addresses.
# - The cache holds up to `n_lines` lines, any of them in any place (*fully associative*), and is empty when
#   a call begins.
# - An access to a line that the cache holds is a **hit**. Any other is a **miss**: it brings the line in. If
#   the cache is full, the line whose last *use* is longest ago has to go first (*LRU*, least recently used).
#   A hit is a use, too.
# - The result is an int. Raise `ValueError` if `line_size` or `n_lines` is below 1.
#
# With `line_size = 4` and `n_lines = 2`, the addresses `[0, 3, 4, 1, 8, 2, 4]` give 4 misses:
#
# | address | 0 | 3 | 4 | 1 | 8 | 2 | 4 |
# |---|---|---|---|---|---|---|---|
# | line | 0 | 0 | 1 | 0 | 2 | 0 | 1 |
# | | miss | hit | miss | hit | miss | hit | miss |
# | the cache afterwards, latest use last | 0 | 0 | 0, 1 | 1, 0 | 0, 2 | 2, 0 | 0, 1 |
#
# At address 8 line 1 goes, because line 0 was used since; that line 0 came in first does not matter. The cell
# below makes the addresses of both sweeps over the first 48 digits, in bytes.

# %%
import numpy as np
from sklearn.datasets import load_digits

corner = load_digits().data[:48].copy()  # (48, 64), 8 bytes each, a row of 512 bytes after the other
places = np.arange(corner.size).reshape(corner.shape) * corner.itemsize
by_rows, by_columns = places.ravel().tolist(), places.T.ravel().tolist()  # 3,072 addresses each


# %% role="answer"
def cache_misses(addresses, line_size, n_lines):
    """Count the accesses that miss a fully associative cache with LRU replacement, which is empty at first.

    addresses: list or tuple of ints from 0 to 2**63 - 1. line_size: addresses in a line, from 1. n_lines:
    lines that the cache holds, from 1. Returns an int. Raises ValueError if line_size or n_lines is below 1.

    >>> cache_misses([0, 3, 4, 1, 8, 2, 4], 4, 2)
    4
    """
    ### BEGIN SOLUTION
    if line_size < 1 or n_lines < 1:
        raise ValueError("a cache needs lines, and lines need addresses")
    cached, misses = {}, 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            del cached[line]
        else:
            misses += 1
            if len(cached) == n_lines:
                del cached[next(iter(cached))]
        cached[line] = True
    return misses
    ### END SOLUTION


# %% role="check" name="an int" points=0
for addresses in ([0, 3, 4, 1, 8, 2, 4], (5, 5), []):
    out = cache_misses(addresses, 4, 2)
    assert isinstance(out, (int, np.integer)) and not isinstance(out, bool), (
        f"cache_misses({addresses}, 4, 2) gave you {kind(out)}; an int was promised."
    )

# %% role="check" name="leaves addresses alone" points=0
pure(cache_misses, [9, 0, 3, 4, 1, 8, 2, 4], 4, 2)

# %% role="check" name="the worked examples" points=0
for addresses, want in (([0, 3, 4, 1, 8, 2, 4], 4), ([0], 1), ([], 0), ([7, 7, 7], 1)):
    out = cache_misses(addresses, 4, 2)
    assert out == want, f"cache_misses({addresses}, 4, 2) gave you {out}; {want} was promised."
out = cache_misses(by_rows, 64, 16)
assert out == 384, f"cache_misses(by_rows, 64, 16) gave you {out}; promised is a miss for each line, 384."
out = cache_misses(by_columns, 64, 16)
assert out == 3072, f"cache_misses(by_columns, 64, 16) gave you {out}; promised is a miss each time, 3072."
out = cache_misses(by_columns, 64, 48)
assert out == 384, (
    f"cache_misses(by_columns, 64, 48) gave you {out}; 48 lines hold a column, 384 was promised."
)

# %% role="check" name="sizes below 1 are errors" points=0
for line_size, n_lines in ((0, 2), (4, 0), (-1, 2), (4, -3)):
    for addresses in ([0, 3, 4], []):
        with raises(ValueError):
            cache_misses(addresses, line_size, n_lines)


# %% role="shared"
def outcome(f, *args):
    """What a call returned, or the exception that it raised."""
    try:
        return f(*args)
    except Exception as error:
        return error


def told(out):
    """An outcome in words."""
    return f"raised {type(out).__name__}" if isinstance(out, Exception) else f"gave you {out}"


def call(addresses, line_size, n_lines):
    """A call as a message names it; long lists are only counted."""
    shown = addresses if len(addresses) < 25 else f"[... {len(addresses)} addresses]"
    return f"cache_misses({shown}, {line_size}, {n_lines})"


def misses_by_distance(addresses, line_size, n_lines):
    """The definition without a cache: a hit had fewer than n_lines other lines since its last use."""
    lines = [address // line_size for address in addresses]
    misses = 0
    for now, line in enumerate(lines):
        before = next((k for k in range(now - 1, -1, -1) if lines[k] == line), None)
        misses += before is None or len({*lines[before + 1 : now]}) >= n_lines
    return misses


def trace(rng, length, lines, line_size, base=0):
    """Addresses from base on that mostly come back to a few lines, and sometimes to any of them."""
    favourites = rng.permutation(lines)[: max(2, lines // 3)]
    picked = np.where(
        rng.random(length) < 0.7, rng.choice(favourites, length), rng.integers(0, lines, length)
    )
    return (base + picked * line_size + rng.integers(0, line_size, length)).tolist()


def sweep(rows, columns, pitch, by_column):
    """Addresses of an array whose rows are `pitch` apart."""
    cells = np.arange(rows)[:, None] * pitch + np.arange(columns)
    return (cells.T if by_column else cells).ravel().tolist()


# %% role="check" name="row by row, column by column" points=2 hidden=true needs=["leaves addresses alone", "sizes below 1 are errors"]
for k in range(20):
    line_size = int(rng.integers(3, 9))
    rows, columns = int(rng.integers(7, 15)), int(line_size * rng.integers(2, 5))
    few, size = rows - 1 if k % 4 else int(rng.integers(2, rows)), rows * columns
    cases = [
        (False, 1, size // line_size, "each line once"),
        (False, few, size // line_size, "each line once"),
        (True, few, size, "every time"),
        (True, rows, size // line_size, "each line once"),
        (True, 1000, size // line_size, "each line once"),
    ]
    outcomes = [
        outcome(cache_misses, sweep(rows, columns, columns, down), line_size, n) for down, n, _, _ in cases
    ]
    for (down, n_lines, want, how), out in zip(cases, outcomes, strict=True):
        way = "column by column" if down else "row by row"
        assert not isinstance(out, Exception) and out == want, (
            f"A sweep {way} over {rows} rows of {columns} with line_size={line_size} and n_lines={n_lines} "
            f"{told(out)}; promised is a miss {how}."
        )

# %% role="check" name="lines that come back" points=2 hidden=true needs=["leaves addresses alone", "sizes below 1 are errors"]
cases = [([0, 1, 0, 2, 0], 1, 2), ([0, 1, 2, 0, 1, 3, 0, 1, 2, 3], 1, 3), ([5, 6, 5, 7, 8, 5], 1, 3)]
cases += [([0, 1, 2, 0, 1, 2, 0, 1, 2], 1, 2), ([4, 4, 5, 8, 4, 0], 4, 1), ([0, 10, 1, 20, 2, 10], 10, 2)]
for k in range(60):
    line_size = int(rng.choice([1, 2, 3, 8]))
    n_lines = 1 if k % 10 == 9 else int(rng.integers(2, 9))
    lines = n_lines + int(rng.integers(1, 2 * n_lines + 1))
    base = int(rng.integers(2**61, 2**62)) if k % 5 == 4 else 0
    cases.append((trace(rng, 12 if k < 20 else 120, lines, line_size, base), line_size, n_lines))
outcomes = [outcome(cache_misses, *case) for case in cases]
for case, out in zip(cases, outcomes, strict=True):
    assert not isinstance(out, Exception) and out == misses_by_distance(*case), (
        f"{call(*case)} {told(out)}, which is not the number of misses."
    )
addresses = trace(rng, 600, 60, 4)
counts = [cache_misses(addresses, 4, n_lines) for n_lines in range(1, 66)]
for n_lines, (fewer, more) in enumerate(zip(counts, counts[1:]), start=1):
    assert more <= fewer, (
        f"With {n_lines + 1} lines you count more misses than with {n_lines}; that never happens with LRU."
    )
addresses = trace(rng, 10_000, 600, 8)
out = cache_misses(tuple(addresses), 8, 300)
assert out == reference.cache_misses(addresses, 8, 300), f"{call(addresses, 8, 300)} gave you {out} misses."

# %% [markdown] role="hint"
# Play the worked example with paper slips, one a line, in a row. Where does a slip go when its line is used?
# Which end of the row is it that you take the next victim from? Does anything besides the row have to be
# remembered?

# %% [markdown] role="hint"
# Keep the lines that the cache holds in the order of their last use. For each access compute
# `address // line_size`. A hit takes the line out of its place. A miss is counted and, if the cache holds
# `n_lines` lines already, drops the first one. In both cases the line then goes to the end. A dict keeps the
# order in which keys were put in.

# %% [markdown] role="hint"
# ```python
# cached, misses = {}, 0
# for address in addresses:
#     line = address // line_size
#     if line in cached:
#         del cached[line]
#     else:
#         misses += 1
#         if len(cached) == n_lines:
#             del cached[next(iter(cached))]
#     ____
# return misses
# ```

# %% [markdown] role="explanation"
# A dict remembers the order in which keys came in, so deleting a key and putting it back moves it to the end,
# and the first key is the one whose last use is longest ago. Each access costs O(1). A list works too, at
# O(`n_lines`) for each search and removal. `functools.lru_cache` and `collections.OrderedDict.move_to_end`
# are built on the same idea.
#
# LRU has a property that FIFO lacks: a larger cache always holds everything that a smaller one would, so more
# lines never cost more misses. It follows from another way to say what a hit is: fewer than `n_lines` *other*
# lines were used since the last use of this one. Count those for each access once, and you know the misses
# for all sizes at a time.
#
# What to do with it: let the innermost loop run along the axis with the smallest stride. If two arrays want
# different orders, as in a matrix product, work block by block, so that what is fetched is used up before it
# is lost; BLAS does that for you. Real caches differ a little: a line fits only into a few places (*set
# associative*), LRU is approximated, and a prefetcher guesses steady strides. All the same, the sums of the
# columns of a 4,096 x 4,096 array, one after the other, take more than ten times as long as those of its
# rows.


# %% role="alternative" name="asks when each line was used"
def cache_misses(addresses, line_size, n_lines):
    if min(line_size, n_lines) < 1:
        raise ValueError(f"line_size {line_size}, n_lines {n_lines}")
    used_at = {}
    missed = []
    for time, line in enumerate(a // line_size for a in addresses):
        if line not in used_at:
            missed.append(time)
            while len(used_at) >= n_lines:
                used_at.pop(min(used_at, key=used_at.get))
        used_at[line] = time
    return len(missed)


# %% role="alternative" name="a list, the latest first"
def cache_misses(addresses, line_size, n_lines):
    if not (line_size >= 1 and n_lines >= 1):
        raise ValueError("sizes start at 1")
    recent = []
    hits = 0
    for address in addresses:
        number = divmod(address, line_size)[0]
        try:
            recent.remove(number)
            hits += 1
        except ValueError:
            pass
        recent = [number, *recent][:n_lines]
    return len(addresses) - hits


# %% role="alternative" name="the library's own LRU cache"
def cache_misses(addresses, line_size, n_lines):
    from functools import lru_cache

    for size in (line_size, n_lines):
        if size <= 0:
            raise ValueError(size)
    fetch = lru_cache(maxsize=n_lines)(lambda line: line)
    [fetch(address // line_size) for address in addresses]
    return fetch.cache_info().misses


# %% role="alternative" name="slots, and when each was used"
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1:
        raise ValueError("line_size")
    if n_lines < 1:
        raise ValueError("n_lines")
    slots, used, misses = [None] * n_lines, [-1] * n_lines, 0
    for moment in range(len(addresses)):
        line = addresses[moment] // line_size
        if line in slots:
            slot = slots.index(line)
        else:
            slot = used.index(min(used))
            slots[slot] = line
            misses += 1
        used[slot] = moment
    return misses


# %% role="misconception" name="drops what came in first" fails="lines that come back"
# You drop the line that *came in* first (FIFO), however often it was used since. A hit is a use: move the
# line to the end of the order on a hit as well.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line not in cached:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
            cached.append(line)
    return misses


# %% role="misconception" name="drops the line used last" fails="lines that come back"
# You drop the line with the most recent use: it is likely to come back at once. The one whose last use is
# *longest* ago has to go, at the other end of your order.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop()
        cached.append(line)
    return misses


# %% role="misconception" name="drops the line used least often" fails="lines that come back"
# You count how often each line was used and drop the one with the fewest (LFU). LRU asks *when* a line was
# used last, not how often.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    uses, misses = {}, 0
    for address in addresses:
        line = address // line_size
        if line not in uses:
            misses += 1
            if len(uses) == n_lines:
                del uses[min(uses, key=uses.get)]
            uses[line] = 0
        uses[line] += 1
    return misses


# %% role="misconception" name="a place for each line" fails="lines that come back"
# You give each line one place, `line % n_lines`, as a *direct-mapped* cache does. Here a line may lie
# anywhere, and what goes is decided by its last use alone.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    places, misses = {}, 0
    for address in addresses:
        line = address // line_size
        if places.get(line % n_lines) != line:
            misses += 1
            places[line % n_lines] = line
    return misses


# %% role="misconception" name="counts addresses, not lines" fails="row by row, column by column"
# You keep single addresses in the cache. A miss brings in the whole line, so its neighbours are hits
# afterwards: compare and store `address // line_size`, a whole number.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        if address in cached:
            cached.remove(address)
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
        cached.append(address)
    return misses


# %% role="misconception" name="counts hits" fails="row by row, column by column"
# You counted the accesses that found their line in the cache. Those are the hits; the rest are the misses.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, hits = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            hits += 1
            cached.remove(line)
        elif len(cached) == n_lines:
            cached.pop(0)
        cached.append(line)
    return hits


# %% role="misconception" name="the cache never forgets" fails="row by row, column by column"
# You count each line once, as if the cache were large enough for all. It holds `n_lines` lines; a line that
# had to go is a miss again when it comes back.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    return len({address // line_size for address in addresses})


# %% role="misconception" name="remembers only the last line" fails="row by row, column by column"
# You compare each line with the one before it only. The cache holds `n_lines` lines, and each of them is a
# hit.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    last, misses = None, 0
    for address in addresses:
        line = address // line_size
        misses += line != last
        last = line
    return misses


# %% role="misconception" name="empties the full cache" fails="lines that come back"
# When the cache is full you throw everything away. Only one line has to go, the one whose last use is longest
# ago.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = set(), 0
    for address in addresses:
        line = address // line_size
        if line not in cached:
            misses += 1
            if len(cached) == n_lines:
                cached.clear()
            cached.add(line)
    return misses


# %% role="misconception" name="one line too many" fails="row by row, column by column"
# Your cache holds `n_lines + 1` lines: the test lets it grow once more before a line goes. Make room as soon
# as it holds `n_lines`, before the new line comes in.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) > n_lines:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="one line too few" fails="row by row, column by column"
# Your cache never holds more than `n_lines - 1` lines: after bringing one in you drop one although all fit. A
# line goes only when the cache *holds* `n_lines` and a new one comes.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
        cached.append(line)
        if len(cached) >= n_lines:
            cached.pop(0)
    return misses


# %% role="misconception" name="the first misses are free" fails="row by row, column by column"
# You count only the misses that push a line out. The cache is empty at first, and filling it costs fetches,
# too: every access to a line that it does not hold is a miss.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        elif len(cached) == n_lines:
            misses += 1
            cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="a hit makes room, too" fails="lines that come back"
# You drop a line whenever the cache is full, also on a hit, when nothing new comes in. Make room on a miss
# only.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        hit = line in cached
        misses += not hit
        if len(cached) == n_lines:
            cached.pop(0)
        if line in cached:
            cached.remove(line)
        cached.append(line)
    return misses


# %% role="misconception" name="takes line_size for n_lines" fails="row by row, column by column"
# The two sizes are swapped: an address lies in line `address // line_size`, and the cache holds `n_lines` of
# them.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // n_lines
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) == line_size:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="the place within the line" fails="row by row, column by column"
# `address % line_size` is where in its line an address lies. Which line it is, is `address // line_size`.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address % line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="rounds to the nearest line" fails="row by row, column by column"
# `round` sends the upper half of each line to the next one. An address belongs to the line that it lies in:
# divide with `//`, which rounds down.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = round(address / line_size)
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="lines begin where they are missed" fails="lines that come back"
# You let a fetched line begin at the address that missed. Lines have fixed borders, the multiples of
# `line_size`: with lines of 4, address 3 brings in 0 to 3, and not 3 to 6.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    starts, misses = [], 0
    for address in addresses:
        held = [start for start in starts if start <= address < start + line_size]
        if held:
            starts.remove(held[0])
            starts.append(held[0])
        else:
            misses += 1
            if len(starts) == n_lines:
                starts.pop(0)
            starts.append(address)
    return misses


# %% role="misconception" name="keeps the cache between calls" fails="the worked examples"
# Lines of an earlier call are still in your cache when the next one begins, as happens with a global variable
# or a default like `cached=[]`, which Python makes only once. Start with an empty cache inside the function.
def cache_misses(addresses, line_size, n_lines, cached=[]):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    misses = 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) >= n_lines:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="accepts sizes below 1" fails="sizes below 1 are errors"
# A cache without lines, or a line without addresses, makes no sense, and your loop answers with a number or a
# chance error, or with 0 where there is no address at all. Check both sizes first, and raise `ValueError`.
def cache_misses(addresses, line_size, n_lines):
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="forbids 0 only" fails="sizes below 1 are errors"
# You refuse 0, but a negative size passes. Every size below 1 is an error: `if line_size < 1 or n_lines < 1`.
def cache_misses(addresses, line_size, n_lines):
    if line_size == 0 or n_lines == 0:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for address in addresses:
        line = address // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
        cached.append(line)
    return misses


# %% role="misconception" name="turns addresses into lines in place" fails="leaves addresses alone"
# You overwrite the caller's addresses with line numbers. Make a list of your own, or compute the line inside
# the loop.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    for k in range(len(addresses)):
        addresses[k] //= line_size
        if addresses[k] in cached:
            cached.remove(addresses[k])
        else:
            misses += 1
            if len(cached) == n_lines:
                cached.pop(0)
        cached.append(addresses[k])
    return misses


# %% role="misconception" name="uses the addresses up" fails="leaves addresses alone"
# `pop` takes the addresses out of the caller's list, which is empty when you are done. Go through it with
# `for`.
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    cached, misses = [], 0
    while addresses:
        line = addresses.pop(0) // line_size
        if line in cached:
            cached.remove(line)
        else:
            misses += 1
            cached = cached[1:] if len(cached) == n_lines else cached
        cached.append(line)
    return misses


# %% role="variant" of="drops what came in first" name="a deque of fixed length"
def cache_misses(addresses, line_size, n_lines):
    from collections import deque

    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    lines, count = deque(maxlen=n_lines), 0
    for address in addresses:
        if address // line_size not in lines:
            lines.append(address // line_size)
            count += 1
    return count


# %% role="variant" of="counts addresses, not lines" name="divides without rounding"
def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes start at 1")
    kept, count = {}, 0
    for address in addresses:
        if kept.pop(address / line_size, None) is None:
            count += 1
            if len(kept) >= n_lines:
                kept.pop(list(kept)[0])
        kept[address / line_size] = 1
    return count
