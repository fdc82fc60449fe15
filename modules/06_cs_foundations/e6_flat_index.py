# ---
# title: Find a cell in flat memory
# id: flat_index
# version: 1
# skills: [S028, S035]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# Memory has one axis. The scanned digits below are three-dimensional only because somebody multiplies: from
# one image to the next are 512 bytes, from row to row 64, from column to column 8. You multiply yourself when
# pixels arrive as bare bytes, from a camera, a C library or a file that another language wrote. With the
# wrong order of axes nothing crashes: you get a picture, only a scrambled one, and the model learns from it.
# You will write the two formulas that every array library rests on.
#
# There are two orders. In order `"C"` the *last* index runs fastest: rows lie one after another. In order
# `"F"` (Fortran, MATLAB, R, Julia) the *first* index runs fastest: columns do.
#
# Write two functions. They are graded apart.
#
# `flat_index(index, shape, order="C")` returns the place of one cell: how many cells lie before it in memory.
#
# - `index` and `shape` are tuples of ints, one entry for each axis; there may be any number of axes, none of
#   length 0.
# - The result is an int. For `index` `()` and `shape` `()`, an array of a single cell, it is 0.
# - Raise `IndexError` unless `0 <= index[i] < shape[i]` holds on every axis. Negative indices do not count
#   from the end here.
# - Raise `ValueError` if `index` and `shape` differ in length.
#
# `strides_for(shape, itemsize, order="C")` returns the step along each axis: how many **bytes** lie between a
# cell and the next one on that axis, when a cell takes `itemsize` bytes and there are no gaps.
#
# - The result is a tuple of ints, one for each axis, in the order of `shape`; for `shape` `()` it is `()`.
# - Axes of length 0 do not occur here either.
#
# Both raise `ValueError` when `order` is any other string than `"C"` or `"F"`, such as `"c"` or `""`, for
# arrays without axes too. Where both errors apply, either is right. Sizes may be large, with lengths, places
# and steps below 2**62: compute in ints, because floats have only 53 bits. `np.ravel_multi_index` and an
# array's `.strides` are allowed, but mind the errors, and that an array of the size in question may not fit
# into your memory.
#
# For `shape = (2, 3, 5)` and cells of 8 bytes:
#
# | | order `"C"` | order `"F"` |
# |---|---|---|
# | `flat_index((1, 2, 3), shape, order)` | 1·15 + 2·5 + 3·1 = 28 | 1·1 + 2·2 + 3·6 = 23 |
# | `strides_for(shape, 8, order)` | `(120, 40, 8)` | `(8, 16, 48)` |

# %%
import numpy as np
from sklearn.datasets import load_digits

images = load_digits().images.copy()  # (1797, 8, 8), float64, in order "C"


# %% role="answer"
def flat_index(index, shape, order="C"):
    """Return how many cells lie before one cell of an array that is stored without gaps.

    index, shape: tuples of ints of one length. order: "C", the last index runs fastest, or "F", the first.
    Returns an int; 0 for an array without axes.
    Raises IndexError unless 0 <= index[i] < shape[i] for every i, ValueError for unequal lengths and for any
    other order.

    >>> flat_index((1, 2, 3), (2, 3, 5)), flat_index((1, 2, 3), (2, 3, 5), "F")
    (28, 23)
    """
    ### BEGIN SOLUTION
    if len(index) != len(shape):
        raise ValueError(f"{len(index)} indices do not fit {len(shape)} axes")
    for i, n in zip(index, shape):
        if not 0 <= i < n:
            raise IndexError(f"index {i} is not on an axis of length {n}")
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))
    ### END SOLUTION


def strides_for(shape, itemsize, order="C"):
    """Return the bytes from a cell to the next one along each axis of an array that is stored without gaps.

    shape: tuple of ints from 1. itemsize: bytes of one cell. order: "C" or "F".
    Returns a tuple of ints in the order of shape; () for ().
    Raises ValueError for any other order.

    >>> strides_for((2, 3, 5), 8), strides_for((2, 3, 5), 8, "F")
    ((120, 40, 8), (8, 16, 48))
    """
    ### BEGIN SOLUTION
    if order not in ("C", "F"):
        raise ValueError(f"order is 'C' or 'F', not {order!r}")
    strides, step = [], itemsize
    for n in shape if order == "F" else reversed(shape):
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else reversed(strides))
    ### END SOLUTION


# %% role="check" name="whole numbers" points=0
for order in ("C", "F"):
    out = flat_index((1, 2, 3), (2, 3, 5), order)
    assert isinstance(out, (int, np.integer)) and not isinstance(out, bool), (
        f'flat_index((1, 2, 3), (2, 3, 5), "{order}") gave you {kind(out)}; an int was promised.'
    )
    out = strides_for((2, 3, 5), 8, order)
    assert isinstance(out, (tuple, list, np.ndarray)) and len(out) == 3, (
        f'strides_for((2, 3, 5), 8, "{order}") gave you {kind(out)}; a tuple of three ints was promised.'
    )
    for step in out:
        assert isinstance(step, (int, np.integer)) and not isinstance(step, bool), (
            f'strides_for((2, 3, 5), 8, "{order}") holds {kind(step)}; only ints were promised.'
        )

# %% role="check" name="the strides are a tuple" points=0
out = strides_for((2, 3, 5), 8)
assert isinstance(out, tuple), f"strides_for((2, 3, 5), 8) gave you {kind(out)}; a tuple was promised."

# %% role="check" name="flat_index: the worked example" points=0
for order, want in (("C", 28), ("F", 23)):
    out = flat_index((1, 2, 3), (2, 3, 5), order)
    assert out == want, f'flat_index((1, 2, 3), (2, 3, 5), "{order}") gave you {out}; {want} was promised.'
out = flat_index((), ())
assert out == 0, f"flat_index((), ()) gave you {out}; 0 was promised."
for image, row, column in rng.integers(0, (1797, 8, 8), size=(20, 3)).tolist():
    out = flat_index((image, row, column), images.shape)
    assert 0 <= out < images.size and images.ravel()[out] == images[image, row, column], (
        f"flat_index(({image}, {row}, {column}), (1797, 8, 8)) gave you {out}; in images.ravel() that is "
        "another pixel, or none."
    )

# %% role="check" name="strides_for: the worked example" points=0
for order, want in (("C", (120, 40, 8)), ("F", (8, 16, 48))):
    out = tuple(strides_for((2, 3, 5), 8, order))
    assert out == want, f'strides_for((2, 3, 5), 8, "{order}") gave you {out}; {want} was promised.'
out = tuple(strides_for((), 8))
assert out == (), f"strides_for((), 8) gave you {out}; () was promised."
out = tuple(strides_for(images.shape, 8))
assert out == images.strides, (
    f"strides_for((1797, 8, 8), 8) gave you {out}; NumPy steps through images by {images.strides}."
)


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


def random_shape(rng, most=6):
    """Two to five axes of different lengths, one of them perhaps 1."""
    return tuple(rng.permutation([1, 2, 3, 4, 5, 6, 7][: most + 1])[: int(rng.integers(2, 6))].tolist())


# %% role="check" name="flat_index: each cell has its own place" points=0 hidden=true needs="whole numbers"
for order in ("C", "F"):
    cells = [*np.ndindex(2, 3, 5)]
    places = [flat_index(cell, (2, 3, 5), order) for cell in cells]
    assert len({*places}) == 30, (
        f'flat_index(cell, (2, 3, 5), "{order}") gave two of the 30 cells the same place.'
    )
    assert {*places} == {*range(30)}, (
        f'flat_index(cell, (2, 3, 5), "{order}") gave places from {min(places)} to {max(places)}; promised '
        "is a cell for each place, without gaps."
    )
shapes = [random_shape(rng) for _ in range(24)] + [
    (7,),
    (1, 4),
    (30_000, 50_000),
    (2_000, 3_000, 5_000, 70_001),
    (3, 3_000_000_019, 5, 70_001_003),  # an axis of more than 31 bits, places of 62
]
for shape in shapes:
    for cell in [*rng.integers(0, shape, size=(3, len(shape))).tolist(), [n - 1 for n in shape]]:
        for order in ("C", "F"):
            out = flat_index(tuple(cell), shape, order)
            assert out == int(np.ravel_multi_index(cell, shape, order=order)), (
                f'flat_index({tuple(cell)}, {shape}, "{order}") gave you {out}, which is not how many '
                "cells lie before that one."
            )

# %% role="check" name="flat_index: outside is an error" points=2 hidden=true needs=["flat_index: the worked example", "flat_index: each cell has its own place"]
cases = []
for _ in range(24):
    shape = random_shape(rng)
    inside = rng.integers(0, shape).tolist()
    axis = int(rng.integers(len(shape)))
    for wrong in (shape[axis], shape[axis] + int(rng.integers(1, 50)), -1, -shape[axis], -shape[axis] - 1):
        index = (*inside[:axis], wrong, *inside[axis + 1 :])
        cases += [(index, shape, order, IndexError) for order in ("C", "F")]
    cases.append((tuple(inside[:-1]), shape, "C", ValueError))
    cases.append(((*inside, 0), shape, "F", ValueError))
    cases += [(tuple(inside), shape, order, ValueError) for order in ("A", "c", "", "CF", " C")]
cases += [((), (3,), "C", ValueError), ((0,), (), "C", ValueError), ((), (), "A", ValueError)]
outcomes = [outcome(flat_index, *case[:3]) for case in cases]
for (index, shape, order, want), out in zip(cases, outcomes, strict=True):
    assert isinstance(out, want), (
        f'flat_index({index}, {shape}, "{order}") {told(out)}, where {want.__name__} was promised.'
    )

# %% role="check" name="strides_for: NumPy's own strides" points=2 hidden=true needs=["whole numbers", "strides_for: the worked example"]
shapes = [random_shape(rng) for _ in range(30)] + [(9,), (4, 1)]
for shape in shapes:
    for itemsize in {1, int(rng.integers(2, 17))}:
        for order in ("C", "F"):
            out = tuple(strides_for(shape, itemsize, order))
            assert out == np.empty(shape, f"V{itemsize}", order=order).strides, (
                f'strides_for({shape}, {itemsize}, "{order}") gave you {out}: not the bytes from a cell '
                "to the next one along each axis."
            )
shape = (103, 3_000_000_019, 70_001, 101)  # an axis of more than 31 bits, the longest steps of 55
out = tuple(strides_for(shape, 1)), tuple(strides_for(shape, 1, "F"))
assert out == (reference.strides_for(shape, 1), reference.strides_for(shape, 1, "F")), (
    f"strides_for({shape}, 1) and the same with order F gave you {out}, which is not exact."
)
for shape in ((2, 3), ()):
    for order in ("A", "c", "K", "", "CF", " C"):
        out = outcome(strides_for, shape, 8, order)
        assert isinstance(out, ValueError), (
            f'strides_for({shape}, 8, "{order}") {told(out)}, where ValueError was promised.'
        )

# %% [markdown] role="hint"
# Write the 30 cells of shape (2, 3, 5) in a line, in order `"C"`. How far apart are `(0, 0, 0)` and
# `(0, 0, 1)`? And `(0, 0, 0)` and `(0, 1, 0)`, and `(1, 0, 0)`? Which lengths are multiplied in each, and
# does the axis' own length occur?

# %% [markdown] role="hint"
# The step along an axis is the cell's size times the lengths of all axes that run faster: those to its right
# in order `"C"`, those to its left in order `"F"`. Start at the fastest axis with `itemsize` and multiply by
# each length *after* you noted the step. A cell's place is the sum of its indices times the steps of cells of
# one byte. Check lengths and bounds first.

# %% [markdown] role="hint"
# ```python
# strides, step = [], itemsize
# for n in shape if order == "F" else reversed(shape):
#     ____
#     ____
# return tuple(strides if order == "F" else reversed(strides))
# ```
# and, after the errors, `return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))`.

# %% [markdown] role="explanation"
# One walk from the fastest axis to the slowest gives all the steps, in one multiplication each; the place is
# then a scalar product of indices and steps. That is all that an array is: a start, a shape and strides. A
# transpose only swaps the strides, `a[::2]` doubles one, and neither copies anything. Before the `copy`, the
# strides of `load_digits().images` are `(520, 64, 8)`: scikit-learn keeps the digit itself in the 8 bytes
# between two images, and the array steps over it.
#
# The steps also tell how fast a loop will be. A processor fetches memory in lines of 64 bytes: along the axis
# with step 8 one fetch serves eight cells, along a longer one each cell costs a fetch of its own.
#
# The place alone also comes from Horner's rule, `place = place * n + i` from the slowest axis to the fastest,
# without any strides. In daily work `np.ravel_multi_index` does it for whole arrays of indices; it raises
# `ValueError` where Python's convention is `IndexError`.


# %% role="alternative" name="Horner's rule, and products of slices"
from math import prod


def flat_index(index, shape, order="C"):
    pairs = [*zip(index, shape, strict=True)]
    if order == "F":
        pairs.reverse()
    elif order != "C":
        raise ValueError(order)
    place = 0
    for i, n in pairs:
        if i < 0 or i >= n:
            raise IndexError(i)
        place = place * n + i
    return place


def strides_for(shape, itemsize, order="C"):
    if order == "C":
        return tuple([itemsize * prod(shape[axis + 1 :]) for axis in range(len(shape))])
    if order == "F":
        return tuple([itemsize * prod(shape[:axis]) for axis in range(len(shape))])
    raise ValueError(order)


# %% role="alternative" name="by NumPy"
def flat_index(index, shape, order="C"):
    if order not in {"C", "F"} or len(index) != len(shape):
        raise ValueError("not an order, or not one index for each axis")
    if not index:
        return 0
    try:
        return int(np.ravel_multi_index(index, shape, order=order))
    except ValueError as error:
        raise IndexError(str(error)) from None


def strides_for(shape, itemsize, order="C"):
    match order:
        case "C":
            fastest_first = shape[::-1]
        case "F":
            fastest_first = shape
        case _:
            raise ValueError(order)
    steps = np.cumprod([itemsize, *fastest_first], dtype=np.int64)[: len(shape)]
    return tuple((steps if order == "F" else steps[::-1]).tolist())


# %% role="misconception" name="multiplies by the axis' own length" fails="flat_index: each cell has its own place"
# You multiplied the step by an axis' length before you noted it. Past the axes that run *faster* you must
# step, not past the axis itself: the fastest one has the step of a single cell. Note the step, then multiply.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        step *= n
        strides.append(step)
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="ignores the order" fails="flat_index: each cell has its own place"
# You compute order "C" whatever `order` says. In order "F" the first index runs fastest, so the walk over the
# axes starts at the left.
def flat_index(index, shape, order="C"):
    if order not in ("C", "F") or len(index) != len(shape):
        raise ValueError("not an order, or lengths differ")
    place = 0
    for i, n in zip(index, shape):
        if not 0 <= i < n:
            raise IndexError(i)
        place = place * n + i
    return place


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides = [itemsize] * len(shape)
    for axis in range(len(shape) - 2, -1, -1):
        strides[axis] = strides[axis + 1] * shape[axis + 1]
    return tuple(strides)


# %% role="misconception" name="swaps the two orders" fails="flat_index: each cell has its own place"
# Your "C" is "F" and the other way round. In order "C" the *last* index runs fastest, so its step is one
# cell.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "C" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "C" else strides[::-1])


# %% role="misconception" name="reverses the index and the finished strides" fails="flat_index: each cell has its own place"
# For order "F" you reversed the index, or the finished strides, and left the shape as it was: each index then
# meets the length of another axis. The *multiplication* has to start at the other end; nothing else is
# reversed.
def flat_index(index, shape, order="C"):
    if order not in ("C", "F") or len(index) != len(shape):
        raise ValueError("not an order, or lengths differ")
    for i, n in zip(index, shape):
        if not 0 <= i < n:
            raise IndexError(i)
    steps = strides_for(shape, 1)
    return sum(i * step for i, step in zip(index if order == "C" else index[::-1], steps))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape[::-1]:
        strides.insert(0, step)
        step *= n
    return tuple(strides if order == "C" else strides[::-1])


# %% role="misconception" name="no bounds check" fails="flat_index: outside is an error"
# Without a check an index beyond its axis gives the place of another cell, in the next row or image, and
# nobody notices. Compare each index with its own axis first: `0 <= i < n`, else `IndexError`.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="lets negative indices through" fails="flat_index: outside is an error"
# You look at the upper end only. A negative index then gives a cell of the row before, or a negative place.
# The promise is `0 <= i < n` on every axis.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(i >= n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="counts negative indices from the end" fails="flat_index: outside is an error"
# Python's lists count −1 from the end, and so does your function. Here a negative index was promised to be an
# `IndexError`: a place that was computed wrongly should be noticed, not wrapped around.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    place = 0
    for i, n, step in zip(index, shape, strides_for(shape, 1, order)):
        if not -n <= i < n:
            raise IndexError(i)
        place += (i % n) * step
    return place


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="checks the place, not the indices" fails="flat_index: outside is an error"
# The place can be inside the array while an index is outside its axis: in shape (2, 3), `(0, 4)` gives 4,
# which is the cell `(1, 1)`. Check every index against its own axis.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    place = sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))
    if not 0 <= place < int(np.prod(shape)):
        raise IndexError(place)
    return place


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="lets the length itself through" fails="flat_index: outside is an error"
# An axis of length `n` has the indices 0 to `n - 1`; your test lets `n` through. Write `0 <= i < n`.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(i < 0 or i > n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="zips unequal lengths" fails="flat_index: outside is an error"
# `zip` stops at the shorter one and says nothing, so a missing index counts as 0 and a surplus one is
# dropped. Compare the lengths first, or write `zip(index, shape, strict=True)`, which raises the `ValueError`
# for you.
def flat_index(index, shape, order="C"):
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="asserts instead of raising" fails="flat_index: outside is an error"
# `assert` raises AssertionError, which is not what was promised, and vanishes when Python runs with `-O`. For
# a caller's mistake write `raise IndexError(...)` or `raise ValueError(...)`.
def flat_index(index, shape, order="C"):
    assert len(index) == len(shape)
    assert all(0 <= i < n for i, n in zip(index, shape))
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    assert order in ("C", "F")
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="leaves the errors to NumPy" fails="flat_index: outside is an error"
# `np.ravel_multi_index` raises `ValueError` for an index outside its axis, where `IndexError` was promised:
# callers that catch what lists and arrays raise will miss it. Check the bounds yourself, or catch its error
# and raise yours.
def flat_index(index, shape, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    return int(np.ravel_multi_index(index, shape, order=order)) if shape else 0


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="takes every other order for F" fails="strides_for: NumPy's own strides"
# Your `else` catches "A", "c" and every typing error as well, and computes order "F" for them without a word.
# Ask for both orders by name, and raise `ValueError` for the rest.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    strides, step = [], itemsize
    for n in shape[::-1] if order == "C" else shape:
        strides.append(step)
        step *= n
    return tuple(strides[::-1] if order == "C" else strides)


# %% role="misconception" name="takes every other order for C" fails="strides_for: NumPy's own strides"
# Your `else` catches "A", "f" and every typing error as well, and computes order "C" for them without a word.
# Ask for both orders by name, and raise `ValueError` for the rest.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="looks for the order inside a string" fails="strides_for: NumPy's own strides"
# `order in "CF"` asks whether `order` is a *part* of that string, and so are `""` and `"CF"`. Ask
# `order in ("C", "F")`: of a tuple only the items themselves count.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in "CF":
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape[::-1] if order == "C" else shape:
        strides.append(step)
        step *= n
    return tuple(strides[::-1] if order == "C" else strides)


# %% role="misconception" name="counts cells, not bytes" fails="strides_for: the worked example"
# Your strides say how many *cells* to step over. Strides are bytes, because memory is addressed by the byte:
# start with `itemsize` instead of 1.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], 1
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="bytes in the place" fails="flat_index: each cell has its own place"
# You returned the distance in bytes of 8-byte numbers. The place counts cells, whatever their size: use the
# strides of cells of one byte.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 8, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    strides, step = [], itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides if order == "F" else strides[::-1])


# %% role="misconception" name="the empty product is a float" fails="whole numbers"
# `np.prod` of an empty tuple is the *float* 1.0, and it turns everything that it is multiplied with into a
# float. For the fastest axis nothing is left to multiply, so it happens every time. Use `math.prod`, which
# stays with ints.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order == "C":
        return tuple(itemsize * np.prod(shape[axis + 1 :]) for axis in range(len(shape)))
    if order == "F":
        return tuple(itemsize * np.prod(shape[:axis]) for axis in range(len(shape)))
    raise ValueError(order)


# %% role="misconception" name="rounds through floats" fails="strides_for: NumPy's own strides"
# Converting to int at the end does not bring digits back: a float holds 53 bits, and a stride of a large
# array has more. Stay with ints from the first multiplication on, for instance with `math.prod`.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    steps = itemsize * np.cumprod([1.0, *(shape if order == "F" else shape[::-1])])[: len(shape)]
    return tuple(int(step) for step in (steps if order == "F" else steps[::-1]))


# %% role="misconception" name="no strides without axes" fails="strides_for: the worked example"
# Your loop sets the fastest axis apart, and an array without axes has none: for shape `()` you write into an
# empty list. Let the loop treat all axes alike, and nothing happens when there are none.
def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError(index)
    return sum(i * step for i, step in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    lengths = shape if order == "F" else shape[::-1]
    strides = [0] * len(shape)
    strides[0] = itemsize
    for axis in range(1, len(shape)):
        strides[axis] = strides[axis - 1] * lengths[axis - 1]
    return tuple(strides if order == "F" else strides[::-1])


# %% role="variant" of="multiplies by the axis' own length" name="products of slices"
def flat_index(index, shape, order="C"):
    steps = strides_for(shape, 1, order)
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    place = 0
    for axis, i in enumerate(index):
        if i < 0 or i >= shape[axis]:
            raise IndexError(i)
        place += i * steps[axis]
    return place


def strides_for(shape, itemsize, order="C"):
    if order == "C":
        return tuple(itemsize * int(np.prod(shape[axis:])) for axis in range(len(shape)))
    if order == "F":
        return tuple(itemsize * int(np.prod(shape[: axis + 1])) for axis in range(len(shape)))
    raise ValueError(order)


# %% role="variant" of="no bounds check" name="Horner's rule"
def flat_index(index, shape, order="C"):
    if order not in ("C", "F") or len(index) != len(shape):
        raise ValueError("not an order, or lengths differ")
    place = 0
    for i, n in [*zip(index, shape)][:: 1 if order == "C" else -1]:
        place = n * place + i
    return place


def strides_for(shape, itemsize, order="C"):
    steps = {"C": lambda k: shape[k + 1 :], "F": lambda k: shape[:k]}
    if order not in steps:
        raise ValueError(order)
    return tuple(itemsize * int(np.prod(steps[order](k))) for k in range(len(shape)))
