# ---
# title: Residuals that never broadcast
# id: residuals
# version: 1
# skills: [S025, S124]
# stars: 1
# minutes: 10
# ---

# %% [markdown]
# A scikit-learn model predicts in the shape that it was trained on. Below, one is trained on the proline of
# 178 wines as a column of shape `(178, 1)`, so its predictions have that shape too, while `proline` itself
# has shape `(178,)`. Subtract the two, and NumPy broadcasts: 178 times 178, that is 31,684 differences, each
# wine against each prediction. No error, no warning, and their root mean square is a believable 403, where
# the model is really off by 187. Every loss, R² and residual plot starts with this subtraction: write one
# that cannot fall for it.
#
# Write `residuals(y, yhat)`.
#
# - `y` has shape `(n,)` and `yhat` has shape `(n,)` or `(n, 1)`, with `n >= 1`; empty arrays do not occur.
#   Both hold numbers of any dtype and may be read-only; they stay as they are.
# - The result is a new float64 array of shape `(n,)`: entry `i` is `y[i]` minus the prediction for row `i`.
# - Whatever the dtypes, the subtraction is done in float64: in `uint8` 3 − 5 would come out as 254, `uint64`
#   holds numbers that no other integer type does, and `float32` cannot tell 16777216 from 16777216.5.
# - Raise `ValueError` for every other number of axes and every other length, of either argument, even where
#   NumPy would broadcast or the entries could be counted off: `y` of shape `(n, 1)`; `yhat` of shape
#   `(n, 2)`, `(n, 1, 1)` or `(1, n, 1)`, `(2, n / 2)` with `n > 2`, or `(1, n)` with `n > 1`; one prediction
#   for several rows, and several for one; a 0-d array, even for one row.
# - With `n = 1` a `yhat` of shape `(1, 1)` is an ordinary `(n, 1)`, but `(1, 2)` is an error.
#
# For `y = np.array([3, 5, 8])` and predictions 2, 5, 10:
#
# | shape of `yhat` | `y - yhat` in NumPy | `residuals(y, yhat)` |
# |---|---|---|
# | `(3,)` | `[1, 0, -2]` | `[1.0, 0.0, -2.0]` |
# | `(3, 1)` | `[[1, 3, 6], [-2, 0, 3], [-7, -5, -2]]` | `[1.0, 0.0, -2.0]` |
# | `(1, 3)` | `[[1, 0, -2]]` | `ValueError` |

# %%
import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import LinearRegression

wine = load_wine().data
proline = wine[:, 12]  # (178,)
predicted = LinearRegression().fit(wine[:, :12], wine[:, 12:]).predict(wine[:, :12])  # (178, 1)


# %% role="answer"
def residuals(y, yhat):
    """Subtract each prediction from its observation.

    y: array (n,) of numbers. yhat: array (n,) or (n, 1) of numbers.
    Returns a new float64 array (n,), subtracted in float64, in the unit of y.
    Raises ValueError for every other shape of either.

    >>> residuals(np.array([3, 5, 8]), np.array([[2], [5], [10]]))
    array([ 1.,  0., -2.])
    """
    ### BEGIN SOLUTION
    y = np.asarray(y, dtype=np.float64)
    yhat = np.asarray(yhat, dtype=np.float64)
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    if y.ndim != 1 or yhat.shape != y.shape:
        raise ValueError(f"y {y.shape} and yhat {yhat.shape} are not one number a row")
    return y - yhat
    ### END SOLUTION


# %% role="check" name="one float64 number for each row" points=0
for yhat in (predicted[:, 0], predicted):
    out = residuals(proline, yhat)
    assert kind(out) == "ndarray float64 (178,)", (
        f"residuals(y {proline.shape}, yhat {yhat.shape}) gave you {kind(out)}; "
        "ndarray float64 (178,) was promised."
    )

# %% role="check" name="leaves y and yhat alone" points=0
pure(residuals, np.array([3.0, 5.0, 8.0]), np.array([2.0, 5.0, 10.0]))
pure(residuals, np.array([3.0, 5.0, 8.0]), np.array([[2.0], [5.0], [10.0]]))

# %% role="check" name="the worked example" points=0
for dtype in (np.float64, np.uint8):
    y, flat = np.array([3, 5, 8], dtype=dtype), np.array([2, 5, 10], dtype=dtype)
    for yhat in (flat, flat.reshape(3, 1)):
        out = residuals(y, yhat)
        assert close(out, [1, 0, -2]), (
            f"residuals(y, yhat {yhat.shape}) of the example with {y.dtype} entries gave you {out}; "
            "1, 0, -2 was promised."
        )
with raises(ValueError):
    residuals(np.array([3.0, 5.0, 8.0]), np.array([[2.0, 5.0, 10.0]]))

# %% role="check" name="each row minus its prediction" points=1 hidden=true
dtypes = (np.float64, np.uint8, np.int64, np.float32, np.uint64)
for k in range(30):
    n = 1 if k % 6 == 5 else int(rng.integers(2, 40))
    dtype = dtypes[k % 5]
    y, yhat = rng.integers(0, 256, size=(2, 2 * n)).astype(dtype)
    if dtype is np.float32:  # all of these are float32 numbers, but few of their differences are
        y, yhat = np.float32(2**24) + 2 * y, yhat + np.float32(0.5)
    elif dtype is np.uint64:  # from 2**63 on, where int64 ends; all of these are float64 numbers
        y = np.uint64(2**63) + np.uint64(4096) * y
    y, yhat = (y[:n], yhat[:n]) if k % 3 else (y[::2], yhat[::-2])
    y.flags.writeable = yhat.flags.writeable = False
    want = y.astype(float) - yhat.astype(float)
    for shape in ((n,), (n, 1)):
        out = np.asarray(residuals(y, yhat.reshape(shape)), dtype=float)
        call = f"residuals(y {y.shape}, yhat {shape}) with {y.dtype} entries"
        assert out.shape == y.shape, (
            f"{call} gave you the shape {out.shape}; one number for each row was promised."
        )
        i = np.argmax(np.where(np.isnan(out), np.inf, np.abs(out - want)))
        assert close(out, want), (
            f"{call}: row {i} came out as {out[i]}, where y is {y[i]} and the prediction {yhat[i]}; "
            "the first minus the second, in float64, was promised."
        )

# %% role="check" name="other shapes are errors" points=1 hidden=true
for _ in range(20):
    half = int(rng.integers(2, 5))
    n = 2 * half
    shapes = [((n,), other) for other in ((n + 1,), (1,), (n - 1, 1), (n, 2))]
    shapes += [((n, 1), (n,)), ((n, 1), (n, 1)), ((n,), (2, half)), ((n,), (1, n)), ((1, n), (n,))]
    shapes += [((n,), other) for other in ((n, 1, 1), (1, n, 1), (1, 1), ())]
    shapes += [((1,), other) for other in ((n,), (n, 1), (1, n), (1, 1, 1), ())]
    shapes += [((), ()), ((), (1,)), ((), (n,))]
    y = rng.normal(size=n)
    yhat = rng.normal(size=n)
    out = residuals(y, yhat)
    assert close(out, y - yhat), (
        f"residuals(y {y.shape}, yhat {yhat.shape}) gave you {out}; y minus yhat was promised."
    )
    for one, other in shapes:
        try:
            got = kind(residuals(rng.normal(size=one), rng.normal(size=other)))
        except ValueError:
            continue
        raise AssertionError(f"residuals(y {one}, yhat {other}) gave you {got}; a ValueError was promised.")

# %% [markdown] role="hint"
# Print `(proline - predicted).shape` and say which axis of the result came from which array. Then list the
# two shapes of `yhat` that are right. What do `(1, n)`, `()` and `(n, 1, 1)` lack that those two have?

# %% [markdown] role="hint"
# Convert both to float64 first. If `yhat` has two axes and the second has length 1, go on with its only
# column. After that nothing is left to decide: `y` must have one axis and `yhat` exactly the shape of `y`,
# else `ValueError`.

# %% [markdown] role="hint"
# ```python
# y, yhat = np.asarray(y, dtype=np.float64), np.asarray(yhat, dtype=np.float64)
# if yhat.ndim == 2 and yhat.shape[1] == 1:
#     yhat = yhat[:, 0]
# if ____:
#     raise ValueError(f"y {y.shape} and yhat {yhat.shape} are not one number a row")
# return y - yhat
# ```

# %% [markdown] role="explanation"
# Broadcasting lines shapes up from the right, so `(n,)` meets `(n, 1)` as `(1, n)`, and both axes of length 1
# are stretched. The reference takes the one extra shape that it allows apart by name, and demands equal
# shapes for everything else: equal shapes never broadcast. `ravel`, `squeeze` and `reshape` would ask for
# less, because they make many shapes equal that mean different things.
#
# Converting before the subtraction matters as much: `uint8` arithmetic wraps around at 256, and a conversion
# afterwards keeps the wrong number. All of it costs O(n); the subtraction makes the only new array that float
# inputs need.
#
# In your own code, settle the shape once, where data enters, and not in each formula:
# `sklearn.utils.validation.column_or_1d` does for one array what you did here for two.


# %% role="alternative" name="by a pattern of shapes"
def residuals(y, yhat):
    match np.shape(y), np.shape(yhat):
        case [[n], [m] | [m, 1]] if m == n:
            return np.subtract(y, np.reshape(yhat, n), dtype=float)
        case _:
            raise ValueError("a prediction for every row, please")


# %% role="alternative" name="row by row"
def residuals(y, yhat):
    count = y.size
    if {y.shape, yhat.shape} - {(count,)} - ({(count, 1)} if y.ndim == 1 else set()):
        raise ValueError("shapes differ")
    differences = np.empty(count)
    for i in range(count):
        differences[i] = float(y.item(i)) - float(yhat.item(i))
    return differences


# %% role="misconception" name="returns the n by n table" fails="one float64 number for each row"
# A plain `y - yhat` of shapes `(n,)` and `(n, 1)` compares every row with every prediction. Take the only
# column of `yhat` first, and insist that the two shapes are equal before you subtract.
def residuals(y, yhat):
    return np.asarray(y, dtype=float) - np.asarray(yhat, dtype=float)


# %% role="misconception" name="makes y a column too" fails="one float64 number for each row"
# You turned `y` into a column to match `yhat`, so the result is a column as well and will broadcast in the
# next formula. Go the other way: turn `yhat` into shape `(n,)`.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if y.ndim != 1 or yhat.shape not in ((len(y),), (len(y), 1)):
        raise ValueError("shapes differ")
    return y.reshape(-1, 1) - yhat.reshape(-1, 1)


# %% role="misconception" name="one prediction for all rows" fails="other shapes are errors"
# You check the axes and leave the lengths to NumPy. It refuses 4 against 3, but it stretches length 1 to any
# length, so one prediction silently serves all rows. Compare the shapes yourself.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    if y.ndim != 1 or yhat.ndim != 1:
        raise ValueError("too many axes, or too few")
    return y - yhat


# %% role="misconception" name="flattens yhat blindly" fails="other shapes are errors"
# `ravel` turns `(1, n)` and `(1, n, 1)` into `(n,)` too, and even a single number into one row: the wrong way
# round passes unnoticed. Look at `yhat.ndim` and `yhat.shape` before you flatten.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float).ravel()
    if y.ndim != 1 or y.shape != yhat.shape:
        raise ValueError("shapes differ")
    return y - yhat


# %% role="misconception" name="squeezes yhat" fails="each row minus its prediction"
# `squeeze` drops every axis of length 1: `(1, n)` and `(1, n, 1)` pass for predictions, and `(1, 1)` becomes
# a 0-d array. Drop exactly one axis, the second of two: `yhat[:, 0]`.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.squeeze(np.asarray(yhat, dtype=float))
    if y.ndim != 1 or y.shape != yhat.shape:
        raise ValueError("shapes differ")
    return y - yhat


# %% role="misconception" name="squeezes yhat, then counts" fails="other shapes are errors"
# `squeeze` drops every axis of length 1, so `(1, n)` and `(1, n, 1)` pass for predictions; and equal sizes
# are not equal shapes. Drop exactly one axis, the second of two, and then compare `shape`.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float).squeeze()
    if y.ndim != 1 or yhat.size != y.size:
        raise ValueError("sizes differ")
    return y - yhat


# %% role="misconception" name="counts the entries only" fails="other shapes are errors"
# Equal sizes are not equal shapes: a `y` of shape `(n, 1)`, a 0-d `y` or a `yhat` of shape `(1, n)` has the
# right number of entries and still breaks the contract. Compare `shape`, not `size`.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if y.size != yhat.size:
        raise ValueError("sizes differ")
    return y.ravel() - yhat.ravel()


# %% role="misconception" name="the first column of any matrix" fails="other shapes are errors"
# `yhat[:, 0]` also works for two columns, of which you silently used the first. Take a column only where it
# is the only one: `yhat.shape[1] == 1`.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if yhat.ndim == 2:
        yhat = yhat[:, 0]
    if y.ndim != 1 or y.shape != yhat.shape:
        raise ValueError("shapes differ")
    return y - yhat


# %% role="misconception" name="compares len only" fails="other shapes are errors"
# `len` is the length of the first axis alone: `(n, 1)` and `(n,)` have the same one, so a `y` with two axes
# still broadcasts. Check `y.ndim == 1` and compare the whole shapes.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if y.ndim == 0 or yhat.ndim == 0 or len(y) != len(yhat):
        raise ValueError("lengths differ")
    return y - yhat.ravel()


# %% role="misconception" name="compares the lengths, then flattens" fails="other shapes are errors"
# `len` is the length of the first axis alone: one row of two predictions has length 1, as one observation
# has, and once flattened both are subtracted from it. Compare the whole shapes.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if y.ndim != 1 or yhat.ndim not in (1, 2) or len(y) != len(yhat):
        raise ValueError("lengths differ")
    return y - yhat.ravel()


# %% role="misconception" name="zips the rows" fails="other shapes are errors"
# `zip` stops at the shorter argument and says nothing, so missing predictions shorten your result. Compare
# the shapes before the loop, or subtract whole arrays.
def residuals(y, yhat):
    return np.array([float(a) - float(b) for a, b in zip(np.ravel(y), np.ravel(yhat))])


# %% role="misconception" name="asserts instead of raising" fails="other shapes are errors"
# `assert` raises AssertionError, which is not the promised ValueError, and vanishes when Python runs with
# `-O`. For a caller's mistake write `raise ValueError(...)`.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    assert y.ndim == 1
    assert yhat.shape in ((len(y),), (len(y), 1))
    return y - yhat.reshape(len(y))


# %% role="misconception" name="subtracts in the dtype that came" fails="each row minus its prediction"
# In `uint8` arithmetic 3 − 5 is 254, because there are no negative numbers. Convert both arrays to float64
# before you subtract.
def residuals(y, yhat):
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    if y.ndim != 1 or yhat.shape != y.shape:
        raise ValueError("shapes differ")
    return y - yhat


# %% role="misconception" name="converts after the subtraction" fails="each row minus its prediction"
# The subtraction has already wrapped around when you convert: in `uint8` 3 − 5 is 254, and 254.0 afterwards.
# Convert both arrays to float64 first.
def residuals(y, yhat):
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    if y.ndim != 1 or yhat.shape != y.shape:
        raise ValueError("shapes differ")
    return (y - yhat).astype(float)


# %% role="misconception" name="converts integers only" fails="each row minus its prediction"
# You left float32 as it is, and float32 keeps 7 digits: 16777216 − 0.5 comes out as 16777216. Convert
# whatever comes to float64 before you subtract.
def residuals(y, yhat):
    if y.ndim != 1 or yhat.shape not in ((len(y),), (len(y), 1)):
        raise ValueError("shapes differ")
    y, yhat = (a if a.dtype.kind == "f" else a.astype(float) for a in (y, yhat.reshape(len(y))))
    return (y - yhat).astype(float)


# %% role="misconception" name="converts to int64" fails="each row minus its prediction"
# int64 ends at 2**63 − 1: larger uint64 numbers turn negative on the way, and floats lose their fractions.
# Convert to float64, which holds them all (large ones rounded).
def residuals(y, yhat):
    if y.ndim != 1 or yhat.shape not in ((len(y),), (len(y), 1)):
        raise ValueError("shapes differ")
    yhat = yhat.reshape(len(y))
    if y.dtype.kind in "ui":
        y, yhat = y.astype(np.int64), yhat.astype(np.int64)
    return y.astype(float) - yhat


# %% role="misconception" name="gives the sizes only" fails="the worked example"
# You returned how far each prediction is off and dropped on which side. A residual keeps its sign: positive
# where the prediction was too low.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if y.ndim != 1 or yhat.shape not in ((len(y),), (len(y), 1)):
        raise ValueError("shapes differ")
    return np.abs(y - yhat.reshape(len(y)))


# %% role="misconception" name="prediction minus observation" fails="the worked example"
# Your signs are reversed: a residual is what the model missed, observation minus prediction, positive where
# the prediction was too low.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    if y.ndim != 1 or yhat.shape != y.shape:
        raise ValueError("shapes differ")
    return yhat - y


# %% role="misconception" name="subtracts inside y" fails="leaves y and yhat alone"
# `np.asarray` copies nothing when `y` is float64 already, so `y -= yhat` wrote the residuals into your
# caller's observations. Return `y - yhat`, which is a new array.
def residuals(y, yhat):
    y, yhat = np.asarray(y, dtype=float), np.asarray(yhat, dtype=float)
    if y.ndim != 1 or yhat.shape not in ((len(y),), (len(y), 1)):
        raise ValueError("shapes differ")
    y -= yhat.reshape(len(y))
    return y


# %% role="variant" name="reshapes to the shape of y" of="counts the entries only"
def residuals(y, yhat):
    yhat = np.array(yhat, dtype=float).reshape(np.size(y))
    return np.array(y, dtype=float).reshape(-1) - yhat


# %% role="variant" name="flatten, then compare the lengths" of="flattens yhat blindly"
def residuals(y, yhat):
    flat = yhat.astype(np.float64).flatten()
    if y.ndim > 1 or y.ndim == 0 or len(flat) != len(y):
        raise ValueError(f"{len(flat)} predictions")
    return np.array([a - b for a, b in zip(y.astype(np.float64), flat)])
