# ---
# title: Check a subset-sum certificate
# id: verify_subset_sum
# version: 1
# skills: [S033]
# stars: 1
# minutes: 10
# ---

# %% [markdown]
# A customer pays 1,240.50 and does not say which of the 60 open invoices that settles; some of them are
# credit notes, with negative amounts. Finding a set that adds up to the payment may take a search through
# 2^60 sets: *subset sum* is NP-complete, and nobody knows a way that is always much faster. But when a
# colleague or a heuristic *claims* "numbers 0, 2 and 3", you can tell in an instant whether
# that is true. Such a claim is called a **certificate**, and to be quick to check is what puts a problem into
# NP. A checker is only worth something if no false claim gets past it, however clumsy or clever. You will
# write one.
#
# Write `verify_subset_sum(numbers, target, certificate)`.
#
# - `numbers` is a list of ints (here amounts in cents), positive, negative or 0, and may hold the same number
#   several times.
# - `certificate` is a list of ints too, in any order: *indices* into `numbers`, counted from 0.
# - The result is `True` if these indices are all different, all in `0` to `len(numbers) - 1`, and the numbers
#   at them add up to `target`. For any other list of ints it is `False`.
# - Never an exception: a negative index, one beyond the end and one that is listed twice make the claim
#   false.
# - An empty certificate claims the sum 0, so it is right exactly where `target` is 0. `numbers` may be empty
#   as well.
# - The ints can be of any size, and the sum has to be exact: `10**20 + 1` is not `10**20`.
# - Judge the claim that was made, not whether a better one exists. Nothing that you are given changes.
#
# With `numbers = [3, 34, -4, 12, 5, 3]` and `target = 11`:
#
# | `certificate` | result | because |
# |---|---|---|
# | `[0, 3, 2]` | `True` | 3 + 12 − 4 = 11 |
# | `[5, 3, 2]` | `True` | another index with a 3 |
# | `[0, 3]` | `False` | 3 + 12 = 15 |
# | `[0, 0, 4]` | `False` | 3 + 3 + 5 = 11, but index 0 twice |
# | `[0, -1, 4]` | `False` | −1 is no index here |
# | `[0, 3, 6]` | `False` | nor is 6 |
# | `[]` | `False` | the sum of nothing is 0 |

# %%
numbers = [3, 34, -4, 12, 5, 3]


# %% role="answer"
def verify_subset_sum(numbers, target, certificate):
    """Say whether a certificate proves that some of the numbers add up to the target.

    numbers: list of ints. target: int. certificate: list of ints, the claimed indices into numbers.
    Returns True if the indices are distinct, from 0 to len(numbers) - 1, and their numbers add up to target
    exactly, else False; no list of ints raises an exception.

    >>> verify_subset_sum([3, 34, -4, 12, 5, 3], 11, [0, 3, 2])
    True
    >>> verify_subset_sum([3, 34, -4, 12, 5, 3], 11, [0, 0, 4])
    False
    """
    ### BEGIN SOLUTION
    distinct = set(certificate)
    if len(distinct) != len(certificate):
        return False
    if not all(0 <= i < len(numbers) for i in distinct):
        return False
    return sum(numbers[i] for i in distinct) == target
    ### END SOLUTION


# %% role="check" name="True or False" points=0
for certificate in ([0, 3, 2], [0, 3]):
    out = verify_subset_sum(numbers, 11, certificate)
    assert kind(out) in ("bool", "np.bool", "np.bool_"), (
        f"verify_subset_sum(numbers, 11, {certificate}) gave you {kind(out)}; a bool was promised."
    )

# %% role="check" name="leaves numbers and certificate alone" points=0
pure(verify_subset_sum, [3, 34, -4, 12, 5, 3], 11, [3, 2, 0])
pure(verify_subset_sum, [3, 34, -4, 12, 5, 3], 11, [5, 2, 3])

# %% role="check" name="the worked example" points=0
for certificate, want in (
    ([0, 3, 2], True),
    ([5, 3, 2], True),
    ([0, 3], False),
    ([0, 0, 4], False),
    ([0, -1, 4], False),
    ([0, 3, 6], False),
    ([], False),
):
    out = verify_subset_sum(numbers, 11, certificate)
    assert out == want, f"verify_subset_sum(numbers, 11, {certificate}) gave you {out}; {want} was promised."


# %% role="shared"
def outcome(f, *case):
    """What a call returned, or the exception that it raised."""
    try:
        return f(*case)
    except Exception as error:
        return error


def call(numbers, target, certificate):
    """A call as a message names it; long lists are only counted."""
    shown = [x if len(x) < 15 else f"[... {len(x)} ints]" for x in (numbers, certificate)]
    return f"verify_subset_sum({shown[0]}, {target}, {shown[1]})"


def told(out):
    """An outcome in words."""
    return f"raised {type(out).__name__}" if isinstance(out, Exception) else f"gave you {out}"


def drawn(rng, case):
    """Numbers in which one occurs twice, and distinct indices in no order, both of its places among them."""
    n = int(rng.integers(5, 12))
    numbers = rng.integers(-40, 60, size=n).tolist()
    places = rng.permutation(n).tolist()
    numbers[places[0]] = numbers[places[1]]
    if case % 4 == 1:
        numbers = [x * 10**20 + int(y) for x, y in zip(numbers, rng.integers(0, 10, size=n))]
    elif case % 4 == 3:
        numbers = [2**62 + x for x in numbers]
    chosen = places[: int(rng.integers(3, n))]
    return numbers, rng.permutation(chosen).tolist()


def total(numbers, indices):
    """What the numbers at these indices add up to."""
    return sum(numbers[i] for i in indices)


# %% role="check" name="the sum decides" points=1 hidden=true needs="leaves numbers and certificate alone"
cases = [([4, -1], 0, [], True), ([4, -1], 4, [], False), ([], 0, [], True), ([], 3, [], False)]
cases += [([5], 5, [0], True), ([5, 0], 0, [1], True), ([5, 0], 0, [0], False)]
for case in range(24):
    numbers, indices = drawn(rng, case)
    if case % 8 == 6:
        numbers = rng.permutation(len(numbers)).tolist()  # each index is one of the numbers, too
    targets = [total(numbers, indices), total(numbers, indices[1:]), total(numbers, indices) + 1]
    targets += [sum(indices), sum(x * y for x, y in zip(numbers, indices))]
    shuffled = [targets[i] for i in rng.permutation(5)]  # a true claim comes after a true one or a false one
    cases += [(numbers, target, indices, target == targets[0]) for target in shuffled]
    cases += [(numbers, targets[0], indices, True), ([x + 1 for x in numbers], targets[0], indices, False)]
outcomes = [outcome(verify_subset_sum, *case[:3]) for case in cases]
many = rng.integers(-1000, 1000, size=400).tolist()
indices = rng.permutation(400)[:300].tolist()
for (*case, want), out in zip(cases, outcomes, strict=True):
    assert not isinstance(out, Exception) and out == want, (
        f"{call(*case)} {told(out)}. All indices are distinct and on the list, so the sum of their numbers "
        "should decide, and nothing else."
    )
for target in (total(many, indices), total(many, indices) + 2):
    out = verify_subset_sum(many, target, indices)
    assert out == (target == total(many, indices)), (
        f"{call(many, target, indices)} gave you {out}; the sum of 300 distinct indices should decide."
    )

# %% role="check" name="no false claim gets past" points=1 hidden=true needs="the sum decides"
cases = []
for case in range(16):
    numbers, indices = drawn(rng, case)
    n, last = len(numbers), indices[-1]
    for wrong, promise in (
        ([last, *indices], "lists an index twice"),
        ([*indices, last, last], "lists an index three times"),
        ([*indices[:-1], last - n], "holds a negative index"),
        ([*indices, indices[0] - n], "holds a negative index"),
    ):
        cases.append((numbers, total(numbers, wrong), wrong, promise))
        cases.append((numbers, total(numbers, indices), wrong, promise))
    for beyond in (n, n + int(rng.integers(1, 9)), 10**30, -n - 1, -(10**30)):
        k = int(rng.integers(len(indices) + 1))
        wrong = [*indices[:k], beyond, *indices[k:]]
        promise = f"holds {beyond}, which is no index of {n} numbers"
        for target in (total(numbers, indices), total(numbers, indices[:k]), 0):
            cases.append((numbers, target, wrong, promise))
outcomes = [outcome(verify_subset_sum, *case[:3]) for case in cases]
for (*case, promise), out in zip(cases, outcomes, strict=True):
    assert not isinstance(out, Exception) and out == 0, (  # not None, not an empty list
        f"{call(*case)} {told(out)}. The certificate {promise}: False was promised, and no exception."
    )

# %% [markdown] role="hint"
# Play the forger. With `numbers = [3, 34, -4, 12, 5, 3]`, how many false certificates for 11 can you invent
# that a bare `sum(numbers[i] for i in certificate) == 11` would accept? And which lists make it raise an
# exception?

# %% [markdown] role="hint"
# Three questions, in this order: are all indices different (compare `len(set(certificate))` with
# `len(certificate)`)? Is each in `0 <= i < len(numbers)`? Only then: is the sum of the numbers at them the
# target? The first "no" is the answer `False`. The empty certificate needs no case of its own: the sum of
# nothing is 0.

# %% [markdown] role="hint"
# ```python
# distinct = set(certificate)
# if len(distinct) != len(certificate):
#     return False
# if not all(____ for i in distinct):
#     return False
# return sum(numbers[i] for i in distinct) == target
# ```

# %% [markdown] role="explanation"
# Everything is one pass over the certificate: for 60 invoices some hundred steps, where the search has 2^60
# sets to go through. That gap is what NP is about: a problem is in NP if each *yes* has a certificate that
# can be checked in polynomial time. Whether everything that is quick to check is also quick to find is the
# question P = NP.
#
# The order of the tests matters, because `numbers[i]` must not be reached with an index that is out of range.
# And the certificate is not to be trusted in any respect: Python counts `-1` from the end without a word, so
# the same number can be used twice under two names, 5 and −1. Python's ints never overflow; an int64 sum in
# NumPy would wrap around at 2^63, and a float cannot tell 10^20 from 10^20 + 1.
#
# You meet certificates elsewhere: a route is the certificate of its length, a found bug that of a failing
# test. When a model's output is quick to check and slow to find, let it guess, and check.


# %% role="alternative" name="takes each number away once"
def verify_subset_sum(numbers, target, certificate):
    left = dict(enumerate(numbers))
    try:
        return sum(left.pop(i) for i in certificate) == target
    except KeyError:
        return False


# %% role="alternative" name="ticks off places"
def verify_subset_sum(numbers, target, certificate):
    used = [False] * len(numbers)
    for i in certificate:
        if i < 0 or i >= len(used) or used[i]:
            return False
        used[i] = True
        target -= numbers[i]
    return target == 0


# %% role="misconception" name="accepts an index twice" fails="no false claim gets past"
# You never ask whether the indices are different, so `[0, 0, 4]` spends the first number twice. Compare the
# length of the certificate with the length of `set(certificate)`.
def verify_subset_sum(numbers, target, certificate):
    if any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="looks for repeats among neighbours" fails="no false claim gets past"
# You miss an index that is listed twice where the two stand apart. The certificate comes in any order:
# compare the lengths of `certificate` and `set(certificate)`.
def verify_subset_sum(numbers, target, certificate):
    if any(i == j for i, j in zip(certificate, certificate[1:])):
        return False
    if any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="drops repeated indices" fails="no false claim gets past"
# A claim that lists an index twice can come out `True` with you if it would be true with the index listed
# once. That mends a false claim in silence: `[0, 0, 3, 2]` is `False`, even though `[0, 3, 2]` would be true.
def verify_subset_sum(numbers, target, certificate):
    if any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return sum(numbers[i] for i in set(certificate)) == target


# %% role="misconception" name="drops indices off the list" fails="no false claim gets past"
# A claim with an index that does not exist can come out `True` with you if the others add up to the target.
# That mends a false claim in silence: one index off the list makes the whole certificate `False`.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate):
        return False
    return sum(numbers[i] for i in certificate if 0 <= i < len(numbers)) == target


# %% role="misconception" name="takes the entries for numbers" fails="the sum decides"
# You added up the certificate itself. Its entries are *indices*: entry 3 stands for `numbers[3]`.
def verify_subset_sum(numbers, target, certificate):
    return len(set(certificate)) == len(certificate) and sum(certificate) == target


# %% role="misconception" name="asks whether the entries are among the numbers" fails="the sum decides"
# You took the certificate for a list of numbers that have to occur in `numbers`. Its entries are *indices*:
# entry 3 stands for `numbers[3]`.
def verify_subset_sum(numbers, target, certificate):
    return all(entry in numbers for entry in certificate) and sum(certificate) == target


# %% role="misconception" name="takes the certificate for a mask" fails="the sum decides"
# You multiplied each number by the entry at the same place, as if the certificate held a 0 or 1 for each
# number. It lists the *indices* of the chosen numbers.
def verify_subset_sum(numbers, target, certificate):
    return sum(x * chosen for x, chosen in zip(numbers, certificate)) == target


# %% role="misconception" name="counts from 1" fails="the sum decides"
# You shifted the indices by one. They count from 0 here, as Python's do, so `numbers[i]` is the number that
# is meant.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate) or any(not 1 <= i <= len(numbers) for i in certificate):
        return False
    return sum(numbers[i - 1] for i in certificate) == target


# %% role="misconception" name="lets negative indices through" fails="no false claim gets past"
# Python counts −1 from the end, so `numbers[-1]` is a number and no error. That way the last number has two
# names, and a certificate can use it twice. Insist on `0 <= i`.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate) or any(i >= len(numbers) for i in certificate):
        return False
    try:
        return sum(numbers[i] for i in certificate) == target
    except IndexError:
        return False


# %% role="misconception" name="looks at the lower end only" fails="no false claim gets past"
# An index beyond the end makes `numbers[i]` raise IndexError, and a checker that a false claim can crash is
# no checker. Test `i < len(numbers)` too, before you use it.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate) or any(i < 0 for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="lets the length through" fails="no false claim gets past"
# Your bound is off by one: with 6 numbers the largest index is 5, and `numbers[6]` raises IndexError. Write
# `0 <= i < len(numbers)`.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate) or any(not 0 <= i <= len(numbers) for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="checks no bounds at all" fails="no false claim gets past"
# An index beyond the end raises IndexError, and a negative one silently counts from the end. Test
# `0 <= i < len(numbers)` for all of them before you use one.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="raises instead of returning False" fails="no false claim gets past"
# A false certificate is not a mistake of your caller: telling it apart is what they call you for. Return
# `False`, whatever is wrong with it.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate):
        raise ValueError("an index occurs twice")
    if any(not 0 <= i < len(numbers) for i in certificate):
        raise IndexError("no such index")
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="searches for itself" fails="the sum decides"
# You went through all subsets to see whether any adds up to the target, and never looked at the certificate.
# That takes 2^n steps, and answers another question: whether *this* claim is true takes one sum.
def verify_subset_sum(numbers, target, certificate):
    sums = {0}
    for x in numbers:
        sums |= {x + y for y in sums}
    return target in sums


# %% role="misconception" name="False for an empty certificate" fails="the sum decides"
# `if not certificate: return False` takes the empty list for a missing claim. It claims that nothing adds up
# to the target, which is true where the target is 0. Without that line your sum does the right thing.
def verify_subset_sum(numbers, target, certificate):
    if not certificate or len(set(certificate)) < len(certificate):
        return False
    return (
        min(certificate) >= 0
        and max(certificate) < len(numbers)
        and sum(numbers[i] for i in certificate) == target
    )


# %% role="misconception" name="False for an empty list of numbers" fails="the sum decides"
# `if not numbers: return False` looks safe, but from no numbers at all the empty certificate still adds up to
# 0, so it proves the target 0. Without that line your tests do the right thing.
def verify_subset_sum(numbers, target, certificate):
    if not numbers or len(set(certificate)) < len(certificate):
        return False
    if any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="True for an empty certificate" fails="the sum decides"
# You answer `True` for the empty list whatever the target is. The sum of nothing is 0, so it proves the
# target 0 and no other.
def verify_subset_sum(numbers, target, certificate):
    if not certificate:
        return True
    if len(set(certificate)) < len(certificate) or any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="no smallest index of nothing" fails="the sum decides"
# `min` and `max` of an empty list raise ValueError, so the empty certificate crashes you. Ask
# `all(0 <= i < n for i in certificate)` instead, which is true when there is none.
def verify_subset_sum(numbers, target, certificate):
    if min(certificate) < 0 or max(certificate) >= len(numbers):
        return False
    return len(set(certificate)) == len(certificate) and sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="stops when the sum is too large" fails="the sum decides"
# You give up as soon as the sum exceeds the target. Later numbers may be negative and bring it down again, so
# only the complete sum decides.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate) or any(not 0 <= i < len(numbers) for i in certificate):
        return False
    so_far = 0
    for i in certificate:
        so_far += numbers[i]
        if so_far > target:
            return False
    return so_far == target


# %% role="misconception" name="refuses equal numbers" fails="the sum decides"
# You compare the *numbers* instead of the indices. The same amount may well stand on the list twice, at two
# indices, and both may be used.
def verify_subset_sum(numbers, target, certificate):
    if any(not 0 <= i < len(numbers) for i in certificate):
        return False
    chosen = [numbers[i] for i in certificate]
    return len(set(chosen)) == len(chosen) and sum(chosen) == target


# %% role="misconception" name="adds up in floats" fails="the sum decides"
# A float has 16 digits, so `10**20` and `10**20 + 1` are the same to it. Python's ints are exact at any size:
# add them up as they are.
def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) < len(certificate) or any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return float(sum(float(numbers[i]) for i in certificate)) == float(target)


# %% role="misconception" name="adds up in int64" fails="the sum decides"
# NumPy's integers have 64 bits: a sum beyond `2**63` wraps around without a word. Python's `sum` of Python's
# ints is exact at any size.
def verify_subset_sum(numbers, target, certificate):
    import numpy as np

    if len(set(certificate)) < len(certificate) or any(not 0 <= i < len(numbers) for i in certificate):
        return False
    return bool(np.sum([numbers[i] for i in certificate]) == target)


# %% role="misconception" name="sorts the certificate in place" fails="leaves numbers and certificate alone"
# `certificate.sort()` makes repeats neighbours, but it also rearranges the list of whoever called you. Sort a
# copy, `sorted(certificate)`, or use a set.
def verify_subset_sum(numbers, target, certificate):
    certificate.sort()
    for i, j in zip(certificate, certificate[1:]):
        if i == j:
            return False
    if certificate and not 0 <= certificate[0] <= certificate[-1] < len(numbers):
        return False
    return sum(numbers[i] for i in certificate) == target


# %% role="misconception" name="uses the certificate up" fails="leaves numbers and certificate alone"
# `pop` takes the indices out of the caller's list, which is empty or half empty when you are done. Go through
# it with `for i in certificate`, which takes nothing away.
def verify_subset_sum(numbers, target, certificate):
    used = set()
    while certificate:
        i = certificate.pop()
        if i in used or not 0 <= i < len(numbers):
            return False
        used.add(i)
    return sum(numbers[i] for i in used) == target


# %% role="variant" of="accepts an index twice" name="a loop"
def verify_subset_sum(numbers, target, certificate):
    rest = target
    for place in certificate:
        if place < 0 or place > len(numbers) - 1:
            return False
        rest -= numbers[place]
    return not rest


# %% role="variant" of="lets negative indices through" name="catches IndexError"
def verify_subset_sum(numbers, target, certificate):
    seen, reached = [], 0
    for i in certificate:
        if i in seen:
            return False
        seen.append(i)
        try:
            reached += numbers[i]
        except IndexError:
            return False
    return reached == target
