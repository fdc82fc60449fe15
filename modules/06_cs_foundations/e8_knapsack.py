# ---
# title: Fill a knapsack by dynamic programming
# id: knapsack
# version: 1
# skills: [S031, S033]
# stars: 3
# minutes: 35
# limit: 5
# ---

# %% [markdown]
# Thirteen measurements tell the three kinds of wine apart, and each costs minutes in the laboratory. You
# have 70 minutes a bottle: which ones do you take? The same question returns as models that have to fit
# into the memory of a device, or as jobs for the hours left on a GPU. Taking the best value per minute
# first, and skipping what no longer fits, is the obvious rule, and a wrong one: for the wines in the cell
# below it collects measurements worth 805, where 854 is possible. Going through all sets is right, and
# useless: sixty items have 2^60 of them. There is a third way as long as the weights are whole numbers that
# are not too large.
#
# Write `knapsack(values, weights, capacity)`, which returns a tuple `(total, chosen)`.
#
# - `values` and `weights` are lists of ints of one length, all 0 or more; item `i` is worth `values[i]` and
#   weighs `weights[i]`. All values together stay below 2**31, as do all weights. `capacity` is an int, 0 or
#   more. The lists stay as they are.
# - Each item is taken once or not at all. The weights of those that are taken add up to `capacity` at most.
# - `total` is the largest value that any such set has; `chosen` is a list of the indices of one set that has
#   it, in any order, no index twice. If several sets are best, any of them will do.
# - Items without weight fit into capacity 0, and items without value may be taken or left.
# - Nothing to choose from, or nothing that fits: `(0, [])`.
# - Up to 60 items and a capacity of up to 5,000 occur. Your time may grow with items times capacity, which is
#   a fraction of a second, but not with the number of sets; all checks together end after 5 seconds.
#
# With `values = [7, 9, 8]`, `weights = [3, 5, 5]` and `capacity = 10` the result is `(17, [1, 2])`: items 1
# and 2 weigh 10 together. Item 0 has the best value per weight, but with it only one more fits: 16.
#
# | capacity | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
# |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
# | no items | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
# | item 0 | 0 | 0 | 0 | 7 | 7 | 7 | 7 | 7 | 7 | 7 | 7 |
# | items 0 and 1 | 0 | 0 | 0 | 7 | 7 | 9 | 9 | 9 | 16 | 16 | 16 |
# | all three | 0 | 0 | 0 | 7 | 7 | 9 | 9 | 9 | 16 | 16 | 17 |
#
# The table above is the way: the best total for the first items and every capacity. Where does its last
# number come from? The stages, each worth points: the best total, the list that belongs to it, the edges, and
# any case of up to sixty items.

# %%
import numpy as np
from sklearn.datasets import load_wine
from sklearn.feature_selection import f_classif

wine = load_wine()
worth = (
    np.rint(f_classif(wine.data, wine.target)[0]).astype(int).tolist()
)  # how well each one tells them apart
minutes = [4, 12, 9, 15, 20, 25, 25, 30, 30, 2, 2, 18, 22]  # what each one takes, made up


# %% role="answer"
def knapsack(values, weights, capacity):
    """Choose items of the greatest total value whose weights add up to the capacity at most.

    values, weights: lists of ints from 0, one for each item, below 2**31 in sum. capacity: int from 0.
    Returns (total, chosen): the greatest total value, and a list of the indices of items that have it.
    Takes time and memory in proportion to len(values) * capacity.

    >>> total, chosen = knapsack([7, 9, 8], [3, 5, 5], 10)
    >>> total, sorted(chosen)
    (17, [1, 2])
    """
    ### BEGIN SOLUTION
    table = [[0] * (capacity + 1)]
    for value, weight in zip(values, weights):
        without = table[-1]
        table.append(
            [
                max(without[room], without[room - weight] + value) if weight <= room else without[room]
                for room in range(capacity + 1)
            ]
        )
    chosen, room = [], capacity
    for i in reversed(range(len(values))):
        if table[i + 1][room] != table[i][room]:
            chosen.append(i)
            room -= weights[i]
    return table[-1][capacity], chosen
    ### END SOLUTION


# %% role="shared"
def parts(out, call, kind):
    """The two parts of a result as plain data."""
    assert isinstance(out, (tuple, list)) and len(out) == 2, (
        f"{call} gave you {kind(out)}; a tuple (total, chosen) was promised."
    )
    total, chosen = out
    assert isinstance(total, (int, np.integer)), f"{call}: total is {kind(total)}; an int was promised."
    assert isinstance(chosen, (list, tuple, set)), f"{call}: chosen is {kind(chosen)}; a list was promised."
    wrong = [i for i in chosen if not isinstance(i, (int, np.integer)) or isinstance(i, bool)]
    assert not wrong, f"{call}: chosen holds {kind(wrong[0])}; indices, that is ints, were promised."
    return int(total), [int(i) for i in chosen]


def best_total(values, weights, capacity):
    """The greatest total, by going through every set."""
    sets = (np.arange(1 << len(values))[:, None] >> np.arange(len(values))) & 1
    fits = sets @ np.array(weights, dtype=int) <= capacity
    return int((sets @ np.array(values, dtype=int))[fits].max())


def check_list(case, total, chosen, call):
    """Fail unless the chosen items are distinct, fit, and are worth the total."""
    values, weights, capacity = case
    strangers = [i for i in chosen if not 0 <= i < len(values)]
    assert not strangers, f"{call} chose {chosen}, but there is no item {strangers[0]}."
    assert len(set(chosen)) == len(chosen), f"{call} chose {chosen}: an item can be taken only once."
    weight = sum(weights[i] for i in chosen)
    assert weight <= capacity, f"{call} chose {chosen}, which weighs {weight}: more than the capacity."
    value = sum(values[i] for i in chosen)
    assert value == total, (
        f"{call} returned the total {total}, but what it chose, {chosen}, is worth {value}."
    )


def drawn(rng, n):
    """A case of n items of which about half fit; lighter ones are often the better bargain."""
    weights = rng.integers(1, 13, size=n)
    values = weights * 3 + rng.integers(0, 12, size=n)
    return values.tolist(), weights.tolist(), int(weights.sum() * rng.uniform(0.3, 0.7))


def small_cases(rng, count):
    """The worked example, two cases that mislead simple rules, and some more."""
    cases = [([7, 9, 8], [3, 5, 5], 10), ([10, 7, 7], [6, 5, 5], 10), ([1, 6, 2], [1, 4, 2], 6)]
    return cases + [drawn(rng, int(rng.integers(3, 9))) for _ in range(count)]


# %% role="check" name="a total and a list" points=0
out = knapsack([7, 9, 8], [3, 5, 5], 10)
assert isinstance(out, tuple), (
    f"knapsack([7, 9, 8], [3, 5, 5], 10) gave you {kind(out)}; a tuple (total, chosen) was promised."
)
parts(out, "knapsack([7, 9, 8], [3, 5, 5], 10)", kind)
assert isinstance(out[1], list), f"chosen, the second part, is {kind(out[1])}; a list was promised."

# %% role="check" name="leaves values and weights alone" points=0
pure(knapsack, [7, 9, 8], [3, 5, 5], 10)
pure(knapsack, [5, 9, 8, 2], [4, 2, 3, 1], 5)

# %% role="check" name="stage 1: the best total" points=1 needs="leaves values and weights alone"
for case in small_cases(rng, 50):
    call = f"knapsack({case[0]}, {case[1]}, {case[2]})"
    total, _ = parts(knapsack(*case), call, kind)
    best = best_total(*case)
    assert total == best, f"{call} returned the total {total}; the best one is {best}."
total, _ = parts(knapsack(worth, minutes, 70), "knapsack(worth, minutes, 70)", kind)
assert total == 854, f"knapsack(worth, minutes, 70) returned the total {total}; the best one is 854."

# %% role="check" name="stage 2: a list that is worth it" points=1 needs="leaves values and weights alone"
for case in small_cases(rng, 50):
    call = f"knapsack({case[0]}, {case[1]}, {case[2]})"
    total, chosen = parts(knapsack(*case), call, kind)
    assert chosen or min(case[1]) > case[2], f"{call} chose nothing, where something of value fits."
    check_list(case, total, chosen, call)
total, chosen = parts(knapsack(worth, minutes, 70), "knapsack(worth, minutes, 70)", kind)
check_list((worth, minutes, 70), total, chosen, "knapsack(worth, minutes, 70)")

# %% role="check" name="stage 3: no weight, no room, no items" points=1 needs="leaves values and weights alone"
for case, best in (
    (([5, 8, 3], [0, 2, 0], 2), 16),
    (([5, 8, 3], [0, 2, 0], 1), 8),
    (([5, 8], [0, 2], 0), 5),
    (([8, 5], [2, 0], 0), 5),
    (([0, 0, 4], [2, 0, 3], 3), 4),
    (([5, 8], [3, 4], 2), 0),
    (([5, 8], [3, 4], 0), 0),
    (([], [], 7), 0),
    (([], [], 0), 0),
    (([6, 2], [1, 1], 50), 8),
):
    call = f"knapsack({case[0]}, {case[1]}, {case[2]})"
    total, chosen = parts(knapsack(*case), call, kind)
    assert total == best, f"{call} returned the total {total}; the best one is {best}."
    check_list(case, total, chosen, call)

# %% role="check" name="stage 4: any case, up to sixty items" points=3 hidden=true needs=["stage 1: the best total", "stage 2: a list that is worth it", "stage 3: no weight, no room, no items"]
for k in range(300):
    n = int(rng.integers(1, 13 if k % 10 == 0 else 9))
    if k % 3:
        case = drawn(rng, n)
    else:
        weights = rng.integers(0, 9, size=n)
        case = rng.integers(0, 20, size=n).tolist(), weights.tolist(), int(rng.integers(0, weights.sum() + 3))
    call = f"knapsack({case[0]}, {case[1]}, {case[2]})"
    total, chosen = parts(knapsack(*case), call, kind)
    assert total == best_total(*case), f"{call} returned the total {total}, which is not the best one."
    check_list(case, total, chosen, call)
large = []
for n, capacity in ((30, 200), (40, 1000), (45, 800), (60, 5000)):
    weights = rng.integers(1, 4 * capacity // n, size=n)
    large.append((weights * 10 + rng.integers(0, 30, size=n), weights, capacity))
alike, weights = np.full(60, rng.integers(5, 9)), 1000 + rng.permutation(100)[:60]
large += [(alike, alike, int(31 * alike[0] - 1)), (weights + 100, weights, 4999)]  # ratios tell little here
for values, weights, capacity in large:
    best = np.zeros(capacity + 1, dtype=int)
    for value, weight in zip(values, weights):
        best[weight:] = np.maximum(best[weight:], best[: capacity + 1 - weight] + value)
    case = values.tolist(), weights.tolist(), capacity
    call = f"knapsack(values, weights, {capacity}) with {len(values)} items"
    total, chosen = parts(knapsack(*case), call, kind)
    assert total == best[-1], f"{call} returned the total {total}, which is not the best one."
    check_list(case, total, chosen, call)

# %% [markdown] role="hint"
# Look at the last item only. Either the best set does without it, and is then the best set of the other items
# for the same capacity. Or it takes it, and the rest is the best set of the other items for ... which
# capacity? Both are smaller questions of the same kind, and there are not many different ones.

# %% [markdown] role="hint"
# Keep a table: `table[i][room]` is the best total from the first `i` items with `room` left. Row 0 is all
# zeros; the next row at `room` is the larger of `without[room]` and, if the item fits,
# `without[room - weight] + value`, where `without` is the row before. For the list, walk from the last row to
# the first: where a row's number at `room` differs from the one above it, that item was taken, and `room`
# shrinks by its weight.

# %% [markdown] role="hint"
# ```python
# table = [[0] * (capacity + 1)]
# for value, weight in zip(values, weights):
#     without = table[-1]
#     table.append([____ for room in range(capacity + 1)])
# chosen, room = [], capacity
# for i in reversed(range(len(values))):
#     if table[i + 1][room] != table[i][room]:
#         chosen.append(i)
#         room -= weights[i]
# return table[-1][capacity], chosen
# ```

# %% [markdown] role="explanation"
# The table answers (n + 1)(capacity + 1) small questions once each, and each answer needs two others: sixty
# items with capacity 5,000 take 300,000 steps, where the sets are 2^60. The walk back asks each row whether
# its item made a difference, so no lists have to be kept while the table grows. One row is enough for the
# total alone, if you fill it from the right: filled from the left, `best[room - weight]` has already seen the
# item, and takes it again.
#
# Is that a polynomial algorithm for an NP-complete problem? No: `capacity` is written with some 13 bits, and
# one bit more doubles the work. With weights like 3,141,592,653 the table is hopeless. Such algorithms are
# called *pseudo-polynomial*, and whether a truly polynomial one exists is the question P = NP.
#
# Greedy by value per weight is optimal only where items can be divided. As a bound that is still useful: no
# set beats the greedy one with a fraction of the next item. Branch and bound cuts the search off with it, and
# a solver such as `scipy.optimize.milp` does that for you, also with fractional weights and further
# constraints. It stops within 0.01 % of the best unless you ask for `options={"mip_rel_gap": 0}`.


# %% role="alternative" name="asks for what it needs, and remembers"
def knapsack(values, weights, capacity):
    from functools import cache

    @cache
    def best(i, room):
        if i == len(values):
            return 0, None
        skip = best(i + 1, room)
        if weights[i] > room:
            return skip
        taken = best(i + 1, room - weights[i])
        return max(skip, (taken[0] + values[i], (i, taken[1])), key=lambda pair: pair[0])

    total, link = best(0, capacity)
    chosen = []
    while link:
        chosen.append(link[0])
        link = link[1]
    return total, chosen


# %% role="alternative" name="one row, with the sets as bits"
def knapsack(values, weights, capacity):
    best = [(0, 0) for _ in range(capacity + 1)]
    for item, (v, w) in enumerate(zip(values, weights)):
        for c in range(capacity, w - 1, -1):
            total, bits = best[c - w]
            if total + v > best[c][0]:
                best[c] = total + v, bits | 1 << item
    total, bits = best[-1]
    return total, [i for i in range(len(values)) if bits >> i & 1]


# %% role="alternative" name="keeps the best set for each weight"
def knapsack(values, weights, capacity):
    reached = {0: (0, ())}
    for i in range(len(values)):
        for weight, (total, indices) in sorted(reached.items(), reverse=True):
            heavier, richer = weight + weights[i], total + values[i]
            if heavier <= capacity and richer > reached.get(heavier, (-1,))[0]:
                reached[heavier] = richer, (*indices, i)
    total, indices = max(reached.values())
    return total, list(indices)


# %% role="misconception" name="greedy by value per weight" fails="stage 1: the best total"
# The best bargain first is right where items can be divided. Whole items can leave a gap that another choice
# would have filled. Only comparing *with* and *without* for each item, at every capacity, finds out.
def knapsack(values, weights, capacity):
    order = sorted(range(len(values)), key=lambda i: -values[i] / (weights[i] or 1e-9))
    chosen, room = [], capacity
    for i in order:
        if weights[i] <= room:
            chosen.append(i)
            room -= weights[i]
    return sum(values[i] for i in chosen), chosen


# %% role="misconception" name="greedy by value" fails="stage 1: the best total"
# The most valuable item first can use up the room of two that are worth more together. Compare *with* and
# *without* for each item, at every capacity.
def knapsack(values, weights, capacity):
    chosen, room = [], capacity
    for i in sorted(range(len(values)), key=lambda i: -values[i]):
        if weights[i] <= room:
            chosen.append(i)
            room -= weights[i]
    return sum(values[i] for i in chosen), chosen


# %% role="misconception" name="the lightest first" fails="stage 1: the best total"
# Taking the lightest items first makes many of them fit, and never looks at what they are worth. Compare
# *with* and *without* for each item, at every capacity.
def knapsack(values, weights, capacity):
    chosen, room = [], capacity
    for i in sorted(range(len(values)), key=lambda i: weights[i]):
        if weights[i] <= room:
            chosen.append(i)
            room -= weights[i]
    return sum(values[i] for i in chosen), chosen


# %% role="misconception" name="takes whatever fits next" fails="stage 1: the best total"
# You take each item that fits, in the order of the list, and never reconsider. A later one may be worth more.
# Compare *with* and *without* for each item, at every capacity.
def knapsack(values, weights, capacity):
    chosen, room = [], capacity
    for i, weight in enumerate(weights):
        if weight <= room:
            chosen.append(i)
            room -= weight
    return sum(values[i] for i in chosen), chosen


# %% role="misconception" name="fills the rest with a fraction" fails="stage 1: the best total"
# You count a part of the item that no longer fits. Items are taken whole or not at all; what you computed is
# an upper bound for the best total, and useful as that.
def knapsack(values, weights, capacity):
    total, room, chosen = 0, capacity, []
    for i in sorted(range(len(values)), key=lambda i: -values[i] / (weights[i] or 1e-9)):
        if weights[i] <= room:
            room -= weights[i]
            total += values[i]
            chosen.append(i)
        else:
            total += values[i] * room // weights[i]
            break
    return total, chosen


# %% role="misconception" name="takes items again and again" fails="stage 1: the best total"
# Your row is filled from the left, so `best[room - weight]` has already seen this item, and takes it a second
# time. Fill it from the right (`range(capacity, weight - 1, -1)`), or read from the row of the item before.
def knapsack(values, weights, capacity):
    best = [0] * (capacity + 1)
    chosen = [[] for _ in best]
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(weight, capacity + 1):
            if best[room - weight] + value > best[room]:
                best[room] = best[room - weight] + value
                chosen[room] = [*chosen[room - weight], i]
    return best[capacity], chosen[capacity]


# %% role="misconception" name="remembers only the last item" fails="stage 2: a list that is worth it"
# For each capacity you keep the item that improved it last, and later items overwrite what the smaller
# capacity had when it was used. So the walk back collects items of another set. Keep a whole row for each
# item, or the set itself.
def knapsack(values, weights, capacity):
    best, last = [0] * (capacity + 1), [None] * (capacity + 1)
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, weight - 1, -1):
            if best[room - weight] + value > best[room]:
                best[room], last[room] = best[room - weight] + value, i
    chosen, room = [], capacity
    while last[room] is not None and last[room] not in chosen:
        chosen.append(last[room])
        room -= weights[last[room]]
    return best[capacity], chosen


# %% role="misconception" name="the lists share their memory" fails="stage 2: a list that is worth it"
# `chosen[room] = chosen[room - weight]` makes no copy: both are one list, and the `append` that follows
# changes it for every capacity that uses it. Write `chosen[room - weight] + [i]`, which is a new list.
def knapsack(values, weights, capacity):
    best = [0] * (capacity + 1)
    chosen = [[] for _ in best]
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, weight - 1, -1):
            if best[room - weight] + value > best[room]:
                best[room] = best[room - weight] + value
                chosen[room] = chosen[room - weight]
                chosen[room].append(i)
    return best[capacity], chosen[capacity]


# %% role="misconception" name="walks back without freeing the room" fails="stage 2: a list that is worth it"
# When an item was taken, the rest of the set has to fit into what it leaves. You go on asking at the full
# capacity: subtract its weight from `room` first.
def knapsack(values, weights, capacity):
    table = [[0] * (capacity + 1)]
    for value, weight in zip(values, weights):
        above = table[-1]
        row = above[:]
        for room in range(weight, capacity + 1):
            row[room] = max(above[room], above[room - weight] + value)
        table.append(row)
    chosen = [i for i in range(len(values)) if table[i + 1][capacity] != table[i][capacity]]
    return table[-1][capacity], chosen


# %% role="misconception" name="fills exactly" fails="stage 1: the best total"
# You allow only sets that weigh *exactly* so much, because every capacity but 0 starts as impossible, and
# read the last one. The capacity is an upper limit: start all of them at 0, or take the best over all of
# them.
def knapsack(values, weights, capacity):
    best = [(0, [])] + [None] * capacity
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, weight - 1, -1):
            before = best[room - weight]
            if before and (best[room] is None or before[0] + value > best[room][0]):
                best[room] = before[0] + value, before[1] + [i]
    return best[capacity] or (0, [])


# %% role="misconception" name="refuses what fits exactly" fails="stage 1: the best total"
# Your test is `weight < room`, so an item that fills the room to the last gram is left out. It fits:
# `weight <= room`.
def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, weight, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [i]
    return best[capacity]


# %% role="misconception" name="counts indices from 1" fails="stage 2: a list that is worth it"
# Row `i` of the table belongs to item `i - 1`, because row 0 stands for no items, and you return the rows.
# Subtract 1.
def knapsack(values, weights, capacity):
    table = [[0] * (capacity + 1)]
    for value, weight in zip(values, weights):
        above = table[-1]
        row = above[:]
        for room in range(weight, capacity + 1):
            row[room] = max(above[room], above[room - weight] + value)
        table.append(row)
    chosen, room = [], capacity
    for i in range(len(values), 0, -1):
        if table[i][room] != table[i - 1][room]:
            chosen.append(i)
            room -= weights[i - 1]
    return table[-1][capacity], chosen


# %% role="misconception" name="lists the weights" fails="stage 2: a list that is worth it"
# You return what the chosen items weigh. Their *indices* were promised, from which a caller finds weights and
# values.
def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for value, weight in zip(values, weights):
        for room in range(capacity, weight - 1, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [weight]
    return best[capacity]


# %% role="misconception" name="lists the values" fails="stage 2: a list that is worth it"
# You return what the chosen items are worth. Their *indices* were promised: several items may be worth the
# same.
def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for value, weight in zip(values, weights):
        for room in range(capacity, weight - 1, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [value]
    return best[capacity]


# %% role="misconception" name="the indices of a sorted list" fails="stage 2: a list that is worth it"
# You sorted the items first, and the indices that you return count in your sorted list. Carry the original
# index along when you sort; the table does not need any order at all.
def knapsack(values, weights, capacity):
    items = sorted(zip(weights, values))
    best = [(0, [])] * (capacity + 1)
    for i, (weight, value) in enumerate(items):
        for room in range(capacity, weight - 1, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [i]
    return best[capacity]


# %% role="misconception" name="returns the weight" fails="stage 1: the best total"
# The first part of your result is what the chosen items weigh. Promised is what they are worth.
def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, weight - 1, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [i]
    chosen = best[capacity][1]
    return sum(weights[i] for i in chosen), chosen


# %% role="misconception" name="nothing fits into capacity 0" fails="stage 3: no weight, no room, no items"
# You return `(0, [])` at once when there is no room. Items without weight fit even then; without that line
# the table gets it right.
def knapsack(values, weights, capacity):
    if capacity == 0:
        return 0, []
    best = [(0, [])] * (capacity + 1)
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, weight - 1, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [i]
    return best[capacity]


# %% role="misconception" name="skips capacity 0" fails="stage 3: no weight, no room, no items"
# You never ask what fits when no room is left: your loop over the room leaves out 0, or your recursion stops
# there. Items without weight still fit. Let the loop go from the weight itself to `capacity`, both included;
# a recursion ends when no *items* are left.
def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for i, (value, weight) in enumerate(zip(values, weights)):
        for room in range(capacity, 0, -1):
            if weight <= room and best[room - weight][0] + value > best[room][0]:
                best[room] = best[room - weight][0] + value, best[room - weight][1] + [i]
    return best[capacity]


# %% role="variant" of="skips capacity 0" name="a recursion that stops without room"
def knapsack(values, weights, capacity):
    from functools import cache

    @cache
    def best(i, room):
        if i < 0 or room <= 0:
            return 0, ()
        skip = best(i - 1, room)
        if weights[i] > room:
            return skip
        total, chosen = best(i - 1, room - weights[i])
        return max(skip, (total + values[i], (*chosen, i)))

    total, chosen = best(len(values) - 1, capacity)
    return total, list(chosen)


# %% role="misconception" name="divides by a weight of 0" fails="stage 3: no weight, no room, no items"
# Value per weight does not exist for an item without weight, and dividing raises ZeroDivisionError. You do
# not need the ratio: the table takes items in any order.
def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for i in sorted(range(len(values)), key=lambda i: values[i] / weights[i]):
        for room in range(capacity, weights[i] - 1, -1):
            total, chosen = best[room - weights[i]]
            if total + values[i] > best[room][0]:
                best[room] = total + values[i], chosen + [i]
    return best[capacity]


# %% role="misconception" name="the best of no items" fails="stage 3: no weight, no room, no items"
# `max` of nothing raises ValueError, so an empty list of items, or one of which none fits, crashes you. Begin
# with the empty set: total 0, nothing chosen.
def knapsack(values, weights, capacity):
    sets = []
    for i, (value, weight) in enumerate(zip(values, weights)):
        new = [
            (v + value, w + weight, chosen + [i])
            for v, w, chosen in [(0, 0, []), *sets]
            if w + weight <= capacity
        ]
        lightest = {}
        for v, w, chosen in sorted(sets + new, key=lambda one: one[0]):
            if w not in lightest or v >= lightest[w][0]:
                lightest[w] = v, w, chosen
        sets = list(lightest.values())
    total, _, chosen = max(sets)
    return total, chosen


# %% role="misconception" name="goes through every set" fails="stage 4: any case, up to sixty items"
# You try all sets, which is right and takes twice as long with every further item: sixty of them have 2^60.
# Most sets share their smaller questions, the best total of the first items for some capacity; answer each of
# those once, in a table.
def knapsack(values, weights, capacity):
    def best(i, room):
        if i == len(values):
            return 0, []
        total, chosen = best(i + 1, room)
        if weights[i] <= room:
            other, rest = best(i + 1, room - weights[i])
            if other + values[i] > total:
                return other + values[i], [i, *rest]
        return total, chosen

    return best(0, capacity)


# %% role="misconception" name="sorts the lists of its caller" fails="leaves values and weights alone"
# `values.sort()` rearranges the list that belongs to whoever called you, and tears values and weights apart.
# The table needs no order; where you want one, sort a list of indices.
def knapsack(values, weights, capacity):
    pairs = sorted(zip(values, weights))
    values[:], weights[:] = [v for v, _ in pairs], [w for _, w in pairs]
    best = [(0, [])] * (capacity + 1)
    for i, (value, weight) in enumerate(pairs):
        for room in range(capacity, weight - 1, -1):
            total, chosen = best[room - weight]
            if total + value > best[room][0]:
                best[room] = total + value, chosen + [i]
    return best[capacity]


# %% role="variant" of="greedy by value per weight" name="a list of ratios"
def knapsack(values, weights, capacity):
    ratios = sorted(
        ((v / w if w else float("inf"), -i) for i, (v, w) in enumerate(zip(values, weights))), reverse=True
    )
    total, used, taken = 0, 0, []
    for _, negative in ratios:
        item = -negative
        if used + weights[item] <= capacity:
            used += weights[item]
            total += values[item]
            taken += [item]
    return total, taken


# %% role="variant" of="takes items again and again" name="counts the weights upwards"
def knapsack(values, weights, capacity):
    best, sets = [0] * (capacity + 1), [()] * (capacity + 1)
    for i in range(len(values)):
        room = weights[i]
        while room <= capacity:
            candidate = values[i] + best[room - weights[i]]
            if candidate > best[room]:
                best[room], sets[room] = candidate, (*sets[room - weights[i]], i)
            room += 1
    return best[-1], list(sets[-1])
