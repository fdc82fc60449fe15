# ---
# title: Standardise every column
# id: standardize_columns
# version: 1
# skills: [S025, S124]
# stars: 1
# minutes: 10
# ---

# %% [markdown]
# Distances, gradients and penalties see numbers, not units. In the wine data (178 wines, 13 measurements)
# proline runs from 278 to 1680 and hue from 0.48 to 1.71: proline alone carries 99.8 % of the total variance,
# and a nearest-neighbour classifier sees little else. Standardising the columns lifts its five-fold accuracy
# from 69 % to 95 %. The digits show what can go wrong: of their 64 pixel columns three are 0 in all 1797
# images, and 0/0 there puts `nan` into every image.
#
# Write `standardize_columns(X, ddof=0)`.
#
# - `X` has shape `(n, d)` and holds numbers of any dtype, integers and float32 too. Whatever comes, you
#   compute in float64. The result is a new float64 array of the same shape; `X` stays as it is and may be
#   read-only.
# - Every column becomes $(x - \text{mean}) / \text{sd}$ with
#   $\text{sd} = \sqrt{\sum (x - \text{mean})^2 / (n - \text{ddof})}$. You can count on `n > ddof`.
# - A **constant** column, one whose largest entry equals its smallest, becomes exactly 0. With `n = 1` every
#   column is constant. Ask the entries, not the sd: `np.full(6, 0.1).std()` is 1.4e-17, not 0. And exactly 0
#   is `== 0`: six times 0.1 minus their mean leaves 1.4e-17, too.
# - A column whose entries differ, by however little, is not constant: 100000000 and 100000000.00003 become
#   −1 and 1, to two digits at least.
# - The unit of a column does not matter: in nanometres or in kilometres the result agrees to nine digits.
#   Nor does its offset: six digits are right where values around 100,000,000 have an sd above 0.1.
#
# Four rows, three columns. The first column has mean 10 and, with `ddof=0`, sd 3; the second has mean 3 and,
# with `ddof=1`, sd 2; the third is constant:
#
# | row of `X` | with `ddof=0` | with `ddof=1` |
# |---|---|---|
# | 15, 2, 0.1 | 1.6667, −0.5774, 0 | 1.4434, −0.5, 0 |
# | 9, 6, 0.1 | −0.3333, 1.7321, 0 | −0.2887, 1.5, 0 |
# | 9, 2, 0.1 | −0.3333, −0.5774, 0 | −0.2887, −0.5, 0 |
# | 7, 2, 0.1 | −1, −0.5774, 0 | −0.8660, −0.5, 0 |

# %%
import numpy as np
from sklearn.datasets import load_wine

wine = load_wine().data  # 178 wines, 13 measurements


# %% role="answer"
def standardize_columns(X, ddof=0):
    """Bring every column of X to mean 0 and standard deviation 1.

    X: shape (n, d), any real dtype, never changed. ddof: the sd divides by n - ddof, which is positive.
    Returns a new float64 array of shape (n, d), computed in float64. A column whose entries are all equal
    becomes exactly 0.

    >>> standardize_columns(np.array([[1.0, 7.0], [3.0, 7.0]]))
    array([[-1.,  0.],
           [ 1.,  0.]])
    """
    ### BEGIN SOLUTION
    X = np.asarray(X, dtype=np.float64)
    constant = X.max(axis=0) == X.min(axis=0)
    sd = np.where(constant, 1.0, X.std(axis=0, ddof=ddof))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / sd)
    ### END SOLUTION


# %% role="shared"
def held(X, k):
    """Give X as one of three callers may hold it: read-only, in Fortran order, or as a strided view."""
    if k % 3 == 1:
        return np.asfortranarray(X)
    if k % 3 == 2:
        return np.repeat(X, 2, axis=0)[::2]
    X = X.copy()
    X.flags.writeable = False
    return X


def worst(values):
    """Give the place of the entry of largest magnitude, nan before all others."""
    return np.unravel_index(np.argmax(np.where(np.isnan(values), np.inf, np.abs(values))), np.shape(values))


# %% role="check" name="returns float64 in the shape of X" points=0
for X in (wine, wine.astype(np.int64), wine.astype(np.float32)):
    out = standardize_columns(X)
    assert kind(out) == "ndarray float64 (178, 13)", (
        f"standardize_columns(X) of {kind(X)} gave you {kind(out)}; ndarray float64 (178, 13) was promised."
    )

# %% role="check" name="leaves X alone" points=0
pure(standardize_columns, np.array([[15.0, 2.0, 0.1], [9.0, 6.0, 0.1], [7.0, 2.0, 0.1]]))
pure(standardize_columns, np.array([[-1.0, 0.0], [1.0, 0.0]]))

# %% role="check" name="the worked example" points=0
X = np.array([[15, 2, 0.1], [9, 6, 0.1], [9, 2, 0.1], [7, 2, 0.1]])
third = 1 / 3
for ddof, first, second in (
    (0, [5 * third, -third, -third, -1], np.array([-1, 3, -1, -1]) / 3**0.5),
    (1, np.array([5, -1, -1, -3]) / 12**0.5, [-0.5, 1.5, -0.5, -0.5]),
):
    want = np.column_stack([first, second, np.zeros(4)])
    out = np.asarray(standardize_columns(X, ddof=ddof), dtype=float)
    assert out.shape == want.shape, (
        f"standardize_columns(X, ddof={ddof}) of the example gave you the shape {out.shape}; "
        "(4, 3) was promised."
    )
    i, j = worst(out - want)
    assert abs(out[i, j] - want[i, j]) <= 1e-9, (
        f"standardize_columns(X, ddof={ddof}) of the example: you turned {X[i, j]:g}, in column {j}, "
        f"into {out[i, j]:.10g}; {want[i, j]:.10g} was promised."
    )

# %% role="check" name="mean 0 and sd 1 in any unit" points=1 hidden=true
cases = []  # (what the values are, X, ddof, digits that must be right, the same in a harmless unit)
for k in range(25):
    n, d = int(rng.integers(12, 40)), int(rng.integers(2, 9))
    Z = rng.exponential(size=(n, d))
    Z *= rng.uniform(1, 3, size=d) / Z.std(axis=0)
    unit, offset = (1.0, 1e3, 1e6, 1e-9, 1e-18)[k % 5], rng.uniform(-1e3, 1e3)
    cases.append((f"values around {unit * offset:.1e}", unit * (Z + offset), k % 4 % 3, 9, Z))
near = rng.integers(0, 3, size=(8, 3))
near[0], near[-1] = 0, 2  # eight entries and a step of 2**-15: even their mean at 1e8 is exact in floats
cases.insert(2, ("values 3e-05 apart around 1e+08", 1e8 + near / 2**15, 0, 2, near))
cases.insert(3, ("values around 1e+08", Z / 5 + 1e8, 0, 6, Z))
for k, (what, X, ddof, digits, Z) in enumerate(cases):
    out = np.asarray(standardize_columns(held(X, k), ddof=ddof), dtype=float)
    call = f"standardize_columns(X {X.shape}, ddof={ddof}) of {what}"
    assert out.shape == X.shape, f"{call} gave you the shape {out.shape}; the shape of X was promised."
    mean = out.mean(axis=0)[worst(out.mean(axis=0))]
    assert abs(mean) <= 10**-digits, f"{call}: a column of yours has mean {mean:.3g}; 0 was promised."
    sds = out.std(axis=0, ddof=ddof)
    sd = sds[worst(sds - 1)]
    assert abs(sd - 1) <= 10**-digits, (
        f"{call}: a column of yours has sd {sd:.10g} with that ddof; 1 was promised, to {digits} digits."
    )
    plain = (Z - Z.mean(axis=0)) / Z.std(axis=0, ddof=ddof)
    scale = 10**-digits * np.abs(plain).max()
    assert np.abs(out - plain).max() <= scale, (
        f"{call}: your result changes with a column's unit and offset; the same result was promised for all."
    )
    again = np.asarray(standardize_columns(out, ddof=ddof), dtype=float)
    assert close(again, out, rtol=0, atol=2 * scale), (
        f"{call}: your function changes its own result when applied again; mean 0 and sd 1 were promised."
    )

# %% role="check" name="constant columns and other dtypes" points=1 hidden=true
for k in range(30):
    n, d = (6, 7, 1, 23, 3, 12)[k % 6], int(rng.integers(4, 9))
    ddof = k % 2 if n > 1 else 0
    X = rng.exponential(size=(n, d)) * 200
    X[:, rng.permutation(d)[:2]] = (0.1, 123.456) if k < 6 else rng.uniform(-100, 100, size=2)
    X = held(X.astype((np.float64, np.float64, np.uint8, np.int64, np.float32)[k // 6]), k)
    moves = X.max(axis=0) > X.min(axis=0)
    out = np.asarray(standardize_columns(X, ddof=ddof), dtype=float)
    call = f"standardize_columns(X {X.shape} {X.dtype}, ddof={ddof})"
    assert out.shape == X.shape, f"{call} gave you the shape {out.shape}; the shape of X was promised."
    if not moves.all():
        left = out[:, ~moves][worst(out[:, ~moves])]
        assert left == 0, f"{call}: you left {left:.3g} in a constant column; exactly 0 was promised."
    if moves.any():
        plain = X[:, moves].astype(float)
        plain = (plain - plain.mean(axis=0)) / plain.std(axis=0, ddof=ddof)
        place = worst(out[:, moves] - plain)
        assert close(out[:, moves], plain, atol=1e-9), (
            f"{call}: in a column that is not constant you turned {X[:, moves][place]:.7g} into "
            f"{out[:, moves][place]:.7g}, which is off by {abs((out[:, moves] - plain)[place]):.3g}; "
            "(x - mean) / sd in float64 was promised."
        )

# %% [markdown] role="hint"
# Look at the shapes first: what do `X.mean(axis=0)` and `X.mean(axis=1)` have, and which of them lines up
# with the columns when you subtract it from `X`? Then try a column of six times 0.1 and print its sd.

# %% [markdown] role="hint"
# Convert `X` to float64, so that integers keep their fractions. Find the constant columns by comparing each
# column's maximum with its minimum. Divide the centred columns by the sd, by 1 where a column is constant,
# and set those columns to 0 at the end. `X.std` takes `axis` and `ddof`.

# %% [markdown] role="hint"
# ```python
# X = np.asarray(X, dtype=np.float64)
# constant = X.max(axis=0) == X.min(axis=0)
# sd = np.where(constant, 1.0, ____)
# return np.where(constant, 0.0, (X - X.mean(axis=0)) / sd)
# ```

# %% [markdown] role="explanation"
# `X.mean(axis=0)` has shape `(d,)`, and broadcasting lines it up with the last axis of `X`: one mean per
# column, no loop. `constant` asks the entries themselves, because the mean of six times 0.1 is rounded and
# leaves each entry 1.4e-17 away from it: divided by an sd of the same size, rounding dust becomes a full 1.0.
# Setting those columns to 0 at the end, instead of trusting `x - mean`, removes the dust too.
#
# `std` subtracts the mean before it squares. The formula $E[x^2] - E[x]^2$ saves a pass over the data, but at
# an offset of 1e8 it subtracts two numbers near 1e16 whose last digit is worth 2. All of it costs
# O(nd) and a few arrays of the size of `X`.
#
# In a model use `sklearn.preprocessing.StandardScaler` instead: it remembers the training means and sds and
# applies them to new rows, which a function of one matrix cannot do.


# %% role="alternative" name="column by column"
def standardize_columns(X, ddof=0):
    n, d = X.shape
    out = np.zeros((n, d))
    for j in range(d):
        column = X[:, j].astype(float)
        if column.min() < column.max():
            column -= column.sum() / n
            out[:, j] = column * ((n - ddof) / (column**2).sum()) ** 0.5
    return out


# %% role="alternative" name="divides only where a column moves"
def standardize_columns(X, ddof=0):
    centred = np.subtract(X, np.mean(X, axis=0, dtype=float), dtype=float)
    lengths = np.linalg.norm(centred, axis=0)
    moves = np.any(X != X[0], axis=0)
    np.divide(centred, lengths, out=centred, where=moves)
    return centred * moves * np.sqrt(len(X) - ddof)


# %% role="misconception" name="standardises the rows" fails="mean 0 and sd 1 in any unit"
# You averaged along axis=1, so each wine is compared with its own other measurements. `axis=0` runs down the
# rows and leaves one mean and one sd per column.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=1, keepdims=True) == X.min(axis=1, keepdims=True)
    sd = np.where(constant, 1.0, X.std(axis=1, ddof=ddof, keepdims=True))
    return np.where(constant, 0.0, (X - X.mean(axis=1, keepdims=True)) / sd)


# %% role="misconception" name="one mean for the whole matrix" fails="mean 0 and sd 1 in any unit"
# Without `axis=0`, `mean()` and `std()` return one number for the whole matrix, and the column with the
# largest unit still decides everything. Ask for one mean and one sd per column.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    return np.where(constant, 0.0, (X - X.mean()) / X.std(ddof=ddof))


# %% role="misconception" name="ignores ddof" fails="mean 0 and sd 1 in any unit"
# Your sd always divides by n: `ddof` never reaches it. Pass it on, `X.std(axis=0, ddof=ddof)`, so that a
# caller who asks for the sample sd gets it.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    sd = np.where(constant, 1.0, X.std(axis=0))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / sd)


# %% role="misconception" name="always divides by n - 1" fails="mean 0 and sd 1 in any unit"
# Your sd divides by n - 1 whatever the caller asks for. That is the default of pandas and of R, not of NumPy;
# here the divisor is n - ddof, and `ddof` is 0 unless the caller says otherwise.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    sd = np.where(constant, 1.0, X.std(axis=0, ddof=1))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / sd)


# %% role="misconception" name="divides by the variance" fails="mean 0 and sd 1 in any unit"
# You divided by the variance, whose unit is the square of the column's, so the result still depends on the
# unit. Take its square root first: `std` instead of `var`.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    var = np.where(constant, 1.0, X.var(axis=0, ddof=ddof))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / var)


# %% role="misconception" name="scales to the range from 0 to 1" fails="mean 0 and sd 1 in any unit"
# You subtracted the minimum and divided by the range. That is min-max scaling, where one outlier squeezes all
# other rows together; standardising uses the mean and the sd of each column.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / np.where(high > low, high - low, 1.0)


# %% role="misconception" name="divides by the range" fails="mean 0 and sd 1 in any unit"
# You subtracted the mean, and divided by the range. The range hangs on two rows, the largest and the
# smallest, so columns with outliers shrink; divide by the sd, in which every row counts.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    spread = X.max(axis=0) - X.min(axis=0)
    return np.where(spread == 0, 0.0, (X - X.mean(axis=0)) / np.where(spread == 0, 1.0, spread))


# %% role="misconception" name="nan for a constant column" fails="constant columns and other dtypes"
# A constant column has sd 0, and 0/0 is nan, which then spreads through every later sum. Find the columns
# whose maximum equals their minimum, and set them to 0.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0, ddof=ddof)


# %% role="misconception" name="asks whether the sd is 0" fails="constant columns and other dtypes"
# The mean of six times 0.1 is rounded, so their sd is 1.4e-17: your test `sd == 0` misses the column, and
# rounding dust divided by rounding dust becomes 1.0. Compare each column's maximum with its minimum instead.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    sd = X.std(axis=0, ddof=ddof)
    sd[sd == 0] = 1.0
    return (X - X.mean(axis=0)) / sd


# %% role="misconception" name="adds a small number to the sd" fails="mean 0 and sd 1 in any unit"
# Adding 1e-8 to the sd avoids 0/0, but it shrinks every column, and one measured in metres with an sd of 1e-9
# vanishes. Find the constant columns by their entries, and divide all others by their sd alone.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0, ddof=ddof) + 1e-8)


# %% role="misconception" name="adds a small number to the sd, constant columns aside" fails="mean 0 and sd 1 in any unit"
# You found the constant columns by their entries, so nothing is left to protect: adding 1e-8 to the sd
# shrinks every other column, and one whose sd is 1e-9 vanishes. Divide by the sd alone.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / (X.std(axis=0, ddof=ddof) + 1e-8))


# %% role="misconception" name="takes a small sd for 0" fails="mean 0 and sd 1 in any unit"
# A fixed threshold for the sd depends on the unit: `np.isclose(sd, 0)` holds for every column whose sd is
# below 1e-8, such as wavelengths in metres. Compare each column's maximum with its minimum instead.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    sd = X.std(axis=0, ddof=ddof)
    return np.where(np.isclose(sd, 0), 0.0, (X - X.mean(axis=0)) / sd)


# %% role="misconception" name="takes a spread small beside the values for 0" fails="mean 0 and sd 1 in any unit"
# You called a column constant because its spread is small beside its values: `np.isclose(max, min)` holds for
# 1, 2, 3 when 100,000,000 is added. That column moves. Only `max == min` means constant.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = np.isclose(X.max(axis=0), X.min(axis=0), atol=0)
    sd = np.where(constant, 1.0, X.std(axis=0, ddof=ddof))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / sd)


# %% role="variant" of="takes a spread small beside the values for 0" name="sd beside the mean"
def standardize_columns(X, ddof=0):
    out = np.array(X, dtype=float) - np.mean(X, axis=0, dtype=float)
    sd = np.sqrt((out**2).sum(axis=0) / (len(out) - ddof))
    small = sd <= 1e-8 * np.abs(np.mean(X, axis=0, dtype=float))
    out[:, small] = 0
    out[:, ~small] /= sd[~small]
    return out


# %% role="misconception" name="mean of squares minus square of mean" fails="mean 0 and sd 1 in any unit"
# Around 1e8 the mean of the squares and the square of the mean agree in all sixteen digits that a float has,
# so their difference is rounding error. Subtract the mean first, then square, as `np.std` does.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    n = X.shape[0]
    constant = X.max(axis=0) == X.min(axis=0)
    var = ((X**2).mean(axis=0) - X.mean(axis=0) ** 2) * n / np.maximum(n - ddof, 1)
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / np.sqrt(var))


# %% role="misconception" name="leaves rounding dust in constant columns" fails="constant columns and other dtypes"
# You divided constant columns by 1 and trusted `x - mean` to be 0. The mean of six times 0.1 is rounded, so
# 1.4e-17 stays behind. Set those columns to 0 themselves.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    return (X - X.mean(axis=0)) / np.where(constant, 1.0, X.std(axis=0, ddof=ddof))


# %% role="misconception" name="leaves float32 as it is" fails="constant columns and other dtypes"
# You converted integers and computed float32 columns in float32, which keeps 7 digits. Convert whatever
# comes: `np.asarray(X, dtype=np.float64)`.
def standardize_columns(X, ddof=0):
    X = X if X.dtype.kind == "f" else X.astype(float)
    constant = X.max(axis=0) == X.min(axis=0)
    sd = np.where(constant, 1, X.std(axis=0, ddof=ddof))
    return np.where(constant, 0, (X - X.mean(axis=0)) / sd).astype(float)


# %% role="misconception" name="works on the caller's array" fails="leaves X alone"
# `np.asarray` copies nothing when X is float64 already, so `-=` and `/=` rewrote your caller's data. Write
# `X - mean`, which makes a new array, or start from `np.array(X, dtype=float)`, which copies.
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    X -= X.mean(axis=0)
    X /= np.where(constant, 1.0, X.std(axis=0, ddof=ddof))
    X[:, constant] = 0.0
    return X


# %% role="misconception" name="subtracts in place" fails="leaves X alone"
# `X -= ...` writes into the array that your caller handed in, and stops with an error where that array holds
# integers or is read-only. Write `X - mean`: it makes a new float array.
def standardize_columns(X, ddof=0):
    constant = X.max(axis=0) == X.min(axis=0)
    sd = np.where(constant, 1.0, X.std(axis=0, ddof=ddof))
    X -= X.mean(axis=0)
    X /= sd
    X[:, constant] = 0.0
    return X


# %% role="misconception" name="cuts integers off" fails="constant columns and other dtypes"
# `np.zeros_like(X)` takes the dtype of X too, and an integer array drops the fraction of everything you store
# in it. Create the result with `dtype=float`.
def standardize_columns(X, ddof=0):
    out = np.zeros_like(X)
    for j in range(X.shape[1]):
        column = X[:, j]
        if column.max() > column.min():
            out[:, j] = (column - column.mean()) / column.std(ddof=ddof)
    return out


# %% role="variant" name="in place, column by column" of="works on the caller's array"
def standardize_columns(X, ddof=0):
    X = np.asarray(X, dtype=np.float64)
    for j in range(X.shape[1]):
        column = X[:, j]
        moves = column.max() > column.min()
        column -= column.mean()
        if moves:
            column /= column.std(ddof=ddof)
        else:
            column[:] = 0.0
    return X


# %% role="variant" name="list of columns, guarded by the sd" of="asks whether the sd is 0"
def standardize_columns(X, ddof=0):
    columns = []
    for column in np.asarray(X, dtype=float).T:
        centred = column - np.mean(column)
        sd = np.std(column, ddof=ddof)
        columns.append(centred / sd if sd != 0 else centred)
    return np.column_stack(columns)
