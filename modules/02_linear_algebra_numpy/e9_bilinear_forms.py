# ---
# title: Score pairs with a bilinear form
# id: bilinear_forms
# version: 1
# skills: [S025, S108, S124, S028]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# A recommender describes a user by `d` numbers, an item by `k` numbers, and scores a pair of them as
# $x^\top M y$ with a learned `(d, k)` matrix $M$. Its click log names `n` such pairs, and what it needs is
# one score a pair. The table of every user against every item of the log holds $n^2$ scores: at 6,000 pairs
# it fills 288 MB to give you 6,000 numbers from its diagonal, and at 100,000 pairs 80 GB. You will compute
# the diagonal and never the table.
#
# Write `bilinear_forms(X, M, Y)`, which returns `out[i] = X[i] @ M @ Y[i]` for every row `i`.
#
# - `X` has shape `(n, d)`, `M` has `(d, k)`, `Y` has `(n, k)`. None of the three is changed.
# - Compute in float64, whatever their dtypes are. Integers of any width, `uint8` too, may not wrap around:
#   16 * 16 is 256 and not 0. And float32 entries may not cost digits: every result is right to within 1e-9 of
#   the largest $\sum_{ab} |x_a M_{ab}\, y_b|$ among the rows.
# - The result is a float64 array of shape `(n,)`, also for `n = 1`, and for `n = 0`, where it is empty.
# - `M` need be neither square nor symmetric.
# - Extra memory grows with `n * d * k` at most: no table of shape `(n, n)`, not even for a moment.
#
# With
#
# $$X = \begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix} \qquad
# M = \begin{pmatrix} 1 & 0 & 2 \\ 3 & 1 & 0 \end{pmatrix} \qquad
# Y = \begin{pmatrix} 1 & 1 & 0 \\ 2 & 0 & 5 \end{pmatrix}$$
#
# row 0 of `X @ M` is `(7, 2, 2)`, which meets `(1, 1, 0)` and gives 9; row 1 is `(3, 1, 0)`, which meets
# `(2, 0, 5)` and gives 6. So the result is `[9., 6.]`.
#
# The cell below makes a real case: 1797 images of digits with 64 pixels, the mean image of each digit as a
# column of `means`, and for each image a row of `labels` with a 1 at its own digit. The bilinear form is then
# the score of each image with the digit that it shows.

# %%
import numpy as np
from sklearn.datasets import load_digits

images, digit = load_digits(return_X_y=True)  # (1797, 64) and (1797,)
labels = np.eye(10)[digit]  # (1797, 10)
means = images.T @ labels / labels.sum(axis=0)  # (64, 10)


# %% role="answer"
def bilinear_forms(X, M, Y):
    """Return x M y for each pair of rows x of X and y of Y.

    X: (n, d), M: (d, k), Y: (n, k), of any integer or float dtype, none of them changed.
    Returns a float64 array of shape (n,), computed in float64. Extra memory grows with n * d * k at most.

    >>> bilinear_forms(np.array([[1, 2], [0, 1]]), np.array([[1, 0], [3, 1]]), np.array([[1, 1], [2, 0]]))
    array([9., 6.])
    """
    ### BEGIN SOLUTION
    X, M, Y = (np.asarray(part, dtype=np.float64) for part in (X, M, Y))
    return ((X @ M) * Y).sum(axis=1)
    ### END SOLUTION


# %% role="check" name="one number for each pair" points=0
for n in (4, 1, 0):
    X, M, Y = np.ones((n, 3)), np.ones((3, 2)), np.ones((n, 2))
    result = bilinear_forms(X, M, Y)
    assert not isinstance(result, tuple) and np.shape(result) == (n,), (
        f"bilinear_forms(X, M, Y) with shapes ({n}, 3), (3, 2) and ({n}, 2) returned {kind(result)}; "
        f"promised is an array of shape ({n},)."
    )

# %% role="check" name="a new float64 array, inputs as they were" points=0 needs="one number for each pair"
for dtype in (np.float64, np.int64):
    X, M, Y = np.ones((4, 3), dtype), np.ones((3, 2), dtype), np.ones((4, 2), dtype)
    result = pure(bilinear_forms, X, M, Y)
    assert kind(result) == "ndarray float64 (4,)", (
        f"bilinear_forms(X, M, Y) with 4 pairs of dtype {np.dtype(dtype)} returned {kind(result)}; "
        "promised is an ndarray float64 (4,)."
    )

# %% role="check" name="the worked example" points=0
X, M, Y = np.array([[1, 2], [0, 1]]), np.array([[1, 0, 2], [3, 1, 0]]), np.array([[1, 1, 0], [2, 0, 5]])
result = bilinear_forms(X, M, Y)
assert close(result, [9.0, 6.0]), f"The worked example gives [9. 6.], your bilinear_forms returned {result}."

# %% role="check" name="each image with its own digit" points=0
result = bilinear_forms(images, means, labels)
expected = (images @ means)[np.arange(len(digit)), digit]
assert np.shape(result) == expected.shape, (
    f"bilinear_forms(images, means, labels) returned {kind(result)}; promised is a score for each of the "
    "1797 images."
)
i = int(np.abs(result - expected).argmax())
assert close(result, expected, rtol=0, atol=1e-9 * expected.max()), (
    f"bilinear_forms(images, means, labels) gives image {i}, a {digit[i]}, the score {result[i]:.10g}; "
    f"promised is images[{i}] @ means @ labels[{i}] = {expected[i]:.10g}."
)

# %% role="check" name="no table of n x n numbers" points=0 needs="one number for each pair"
n = 6_000
X, M, Y = rng.standard_normal((n, 7)), rng.standard_normal((7, 3)), rng.standard_normal((n, 3))
with memory_below(32e6):
    bilinear_forms(X, M, Y)


# %% role="shared"
def one_by_one(X, M, Y):
    """The definition, row after row, and the size that rounding errors are measured against."""
    X, M, Y = (part.astype(np.float64) for part in (X, M, Y))
    forms = np.array([x @ M @ y for x, y in zip(X, Y, strict=True)])
    sizes = [abs(x) @ abs(M) @ abs(y) for x, y in zip(X, Y, strict=True)]
    return forms, max(sizes)


def shapes(X, M, Y):
    """The call as a message names it."""
    return f"bilinear_forms(X, M, Y) with shapes {X.shape}, {M.shape} and {Y.shape}"


def brief(result):
    """A result in a few digits."""
    return np.array2string(np.asarray(result), precision=4, threshold=8)


def lost_digits(result, forms, size):
    """What a message says about numbers that are nearly right."""
    off = np.abs(result - forms).max() / size
    return f"is off by {off:.1g} times the size of its terms; at most 1e-9 was promised, which takes float64."


# %% role="check" name="x M y for every pair" points=2 hidden=true
sizes = [(5, 3, 3), (4, 2, 6), (1, 4, 3), (7, 5, 2), (1, 1, 1), (9, 4, 4)]
sizes += [tuple(rng.integers(1, 9, 3)) for _ in range(18)]
for n, d, k in sizes:
    X, M, Y = (rng.standard_normal(shape) for shape in ((n, d), (d, k), (n, k)))
    M *= 10.0 ** rng.integers(-6, 7)
    for part in (X, M, Y):
        part.flags.writeable = False
    forms, size = one_by_one(X, M, Y)
    result = bilinear_forms(X, M, Y)
    assert close(result, forms, rtol=0, atol=1e-4 * size), (
        f"{shapes(X, M, Y)} returned {brief(result)}; promised is X[i] @ M @ Y[i] for every row i."
    )
    assert close(result, forms, rtol=0, atol=1e-9 * size), (
        f"{shapes(X, M, Y)} {lost_digits(result, forms, size)}"
    )

for n, d, k in sizes[:6]:
    sides = [rng.standard_normal(shape) for shape in ((n, d), (d, k), (n, k))]
    for place, name in enumerate("XMY"):
        other, mixed = [*sides], [*sides]
        other[place] = rng.standard_normal(sides[place].shape)
        mixed[place] = 2 * sides[place] - 3 * other[place]
        apart = 2 * np.asarray(bilinear_forms(*sides)) - 3 * np.asarray(bilinear_forms(*other))
        size = 5 * max(one_by_one(*sides)[1], one_by_one(*other)[1])
        assert close(bilinear_forms(*mixed), apart, rtol=0, atol=1e-9 * size), (
            f"{shapes(*sides)} is not linear in {name}: 2 * {name} - 3 * Z should give 2 times the result "
            f"for {name} minus 3 times that for Z."
        )

# %% role="check" name="small integers, float32 and views" points=2 hidden=true needs=["no table of n x n numbers", "x M y for every pair"]
for dtype in (np.uint8, np.int8, np.uint8, np.int16, np.int64, np.uint16) * 4:
    n, d, k = rng.integers(2, 8, 3)
    X, M, Y = (rng.integers(60, 120, size).astype(dtype) for size in ((n, 2 * d), (d, k), (k, n)))
    X, M, Y = X[:, ::2], np.asfortranarray(M), Y.T
    for part in (X, M, Y):
        part.flags.writeable = False
    forms, size = one_by_one(X, M, Y)
    result = bilinear_forms(X, M, Y)
    assert close(result, forms, rtol=0, atol=1e-4 * size), (
        f"{shapes(X, M, Y)} and dtype {np.dtype(dtype)} returned {brief(result)}, although float64 "
        "arguments gave the right results; promised is that no product or sum of whole numbers wraps around."
    )
    assert close(result, forms, rtol=0, atol=1e-9 * size), (
        f"{shapes(X, M, Y)} and dtype {np.dtype(dtype)} {lost_digits(result, forms, size)}"
    )

for _ in range(6):
    n, d, k = rng.integers(2, 8, 3)
    X, M, Y = (rng.standard_normal(size).astype(np.float32) for size in ((n, d), (d, k), (n, k)))
    forms, size = one_by_one(X, M, Y)
    result = bilinear_forms(X, M, Y)
    assert close(result, forms, rtol=0, atol=1e-9 * size), (
        f"{shapes(X, M, Y)} and dtype float32 {lost_digits(result, forms, size)}"
    )

# %% [markdown] role="hint"
# Write down the shapes. `X @ M` has shape `(n, k)`, and so has `Y`. Which of the two does row `i` of the
# result need from each of them, and what happens to the rows that belong to other pairs?

# %% [markdown] role="hint"
# Row `i` is the dot product of row `i` of `X @ M` with row `i` of `Y`: multiply the two `(n, k)` arrays entry
# by entry, then add up along `k`. Make all three arrays float64 before the first product.

# %% [markdown] role="hint"
# ```python
# X, M, Y = (np.asarray(part, dtype=np.float64) for part in (X, M, Y))
# return ((X @ M) * Y).sum(axis=____)
# ```

# %% [markdown] role="explanation"
# `X @ M` mixes the `d` numbers of every row into `k`; multiplying by `Y` entry by entry and adding along the
# rows is the dot product of matching rows, the diagonal of `X @ M @ Y.T` without its other $n^2 - n$ entries.
# It takes $ndk + nk$ multiplications and two `(n, k)` arrays: for the digits, with $n = 1797$, $d = 64$ and
# $k = 10$, 1,168,050 multiplications. The whole table takes $ndk + n^2 k$, here 33,442,170: the difference goes
# into the $n^2 - n$ scores that nobody asked for.
#
# `np.einsum("nd,dk,nk->n", X, M, Y)` says the same in one line, and states each axis by name: `n` stays, `d`
# and `k` are summed. It is the better choice once there is a batch axis or two more. As it stands it visits
# all $ndk$ triples with two multiplications each, 2,300,160 here, and uses no fast matrix product; with
# `optimize=True` it splits the work as above. It also picks the side: for $d < k$ it starts with `Y @ M.T`,
# since $x^\top M y = (M y)^\top x$, which leaves $nd$ instead of $nk$ multiplications for the second half.
#
# Had both sides been the same vector, $x^\top M x$, a transposed `M` would have given the same number and you
# would not have noticed. With two sides it is another form.


# %% role="alternative" name="einsum over named axes"
def bilinear_forms(X, M, Y):
    return np.einsum("nd,dk,nk->n", np.array(X, float), np.array(M, float), np.array(Y, float))


# %% role="alternative" name="one pair after the other"
def bilinear_forms(X, M, Y):
    forms = np.zeros(len(X))
    for row in range(len(forms)):
        forms[row] = np.dot(X[row].astype(float), np.dot(M.astype(float), Y[row].astype(float)))
    return forms


# %% role="alternative" name="the cube of n x d x k products"
def bilinear_forms(X, M, Y):
    cube = X[:, :, None] * np.float64(1) * Y[:, None, :]
    return (cube * M).sum(axis=(1, 2))


# %% role="misconception" name="takes the diagonal of the whole table" fails="no table of n x n numbers"
# Your scores are right, but `X @ M @ Y.T` first scores every row of `X` with every row of `Y`, and all but
# `n` of those `n * n` numbers are thrown away. Multiply `X @ M` by `Y` entry by entry and sum along the rows:
# the same diagonal, without the table.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return np.diag(X @ M @ Y.T).copy()


# %% role="misconception" name="returns the whole table" fails="one number for each pair"
# `X @ M @ Y.T` scores every row of `X` with every row of `Y`. You want row `i` with row `i` only: multiply
# `X @ M` by `Y` entry by entry and sum along the rows.
def bilinear_forms(X, M, Y):
    return np.asarray(X, float) @ np.asarray(M, float) @ np.asarray(Y, float).T


# %% role="misconception" name="sums the rows of the whole table" fails="x M y for every pair"
# You score row `i` of `X` with every row of `Y` and add those scores up, so each result contains all the
# other pairs as well, and a table of `n * n` numbers is built. Only row `i` of `Y` belongs to row `i` of `X`.
def bilinear_forms(X, M, Y):
    scores = np.asarray(X, float) @ np.asarray(M, float) @ np.asarray(Y, float).T
    return scores.sum(axis=1)


# %% role="misconception" name="two letters for the pairs" fails="x M y for every pair"
# In `"nk,mk->n"` the rows of the two arrays have different letters, so each row meets all rows, and the sum
# over `m` adds those scores up. Rows that belong together share a letter: `"nk,nk->n"`.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return np.einsum("nk,mk->n", X @ M, Y)


# %% role="misconception" name="transposes M" fails="x M y for every pair"
# You multiply `X` by `M.T`, which fits only where `d` equals `k`, and even there it computes $y^\top M x$
# instead of $x^\top M y$. `M[a, b]` weighs entry `a` of `x` with entry `b` of `y`, so `X @ M` is the product
# to start with.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return ((X @ M.T) * Y).sum(axis=1)


# %% role="misconception" name="sums down the columns" fails="one number for each pair"
# `axis=0` adds up the rows, that is over the pairs, and leaves `k` numbers. The pairs must stay and the `k`
# products of each pair be added: sum over `axis=1`.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return ((X @ M) * Y).sum(axis=0)


# %% role="misconception" name="sums everything" fails="one number for each pair"
# Your sum runs over the pairs too and returns one number for all of them. Keep the axis of the pairs: sum
# over `axis=1` only; in `einsum` the output after the arrow is `n`.
def bilinear_forms(X, M, Y):
    return np.einsum("nd,dk,nk->", np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float))


# %% role="misconception" name="averages instead of adding" fails="x M y for every pair"
# A mean divides the sum of the `k` products by `k`, so every score comes out `k` times too small. Use `sum`.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return ((X @ M) * Y).mean(axis=1)


# %% role="misconception" name="leaves M out" fails="x M y for every pair"
# You multiply `X` and `Y` directly, as if `M` were the identity; that fits only where `d` equals `k`, and it
# ignores every weight that was learned. `X @ M` comes first.
def bilinear_forms(X, M, Y):
    return (np.asarray(X, float) * np.asarray(Y, float)).sum(axis=1)


# %% role="misconception" name="keeps axes of length 1" fails="one number for each pair"
# A batched product of `(n, 1, d)`, `(d, k)` and `(n, k, 1)` has shape `(n, 1, 1)`: n little 1 x 1 matrices.
# Take their only entry, `[:, 0, 0]`, to get the shape `(n,)`.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return X[:, None, :] @ M @ Y[:, :, None]


# %% role="misconception" name="squeezes away the only pair" fails="x M y for every pair"
# `squeeze()` drops every axis of length 1, also that of the pairs when there is a single pair: the result is
# then a number and not an array of shape `(1,)`. Name the axes to drop, or index them: `[:, 0, 0]`.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    return (X[:, None, :] @ M @ Y[:, :, None]).squeeze()


# %% role="misconception" name="multiplies inside Y" fails="a new float64 array, inputs as they were"
# `Y *= ...` writes into the array that you were given, and `np.asarray` makes no copy of one that is float64
# already: the caller's `Y` is gone. Write `(X @ M) * Y`, which makes a new array.
def bilinear_forms(X, M, Y):
    X, M, Y = np.asarray(X, float), np.asarray(M, float), np.asarray(Y, float)
    Y *= X @ M
    return Y.sum(axis=1)


# %% role="misconception" name="multiplies in small integers" fails="small integers, float32 and views"
# NumPy multiplies uint8 by uint8 in uint8, modulo 256, and turning the result into floats afterwards cannot
# bring the lost part back. Convert `X`, `M` and `Y` to float64 before the first product.
def bilinear_forms(X, M, Y):
    return ((X @ M) * Y).sum(axis=1).astype(np.float64)


# %% role="misconception" name="einsum in small integers" fails="small integers, float32 and views"
# `np.einsum` multiplies and adds in the dtype of its arguments, for uint8 modulo 256, and turning the result
# into floats afterwards cannot bring the lost part back. Convert `X`, `M` and `Y` to float64 before.
def bilinear_forms(X, M, Y):
    return np.einsum("nd,dk,nk->n", X, M, Y).astype(np.float64)


# %% role="misconception" name="floats for the second product only" fails="small integers, float32 and views"
# The first product, `X @ M`, still runs in the small integers of the arguments and wraps around; only what
# follows is float64. Convert all three before the first product.
def bilinear_forms(X, M, Y):
    return np.einsum("nk,nk->n", X @ M, Y, dtype=np.float64)


# %% role="misconception" name="leaves float32 as it is" fails="small integers, float32 and views"
# You convert integers, but float32 arrays are multiplied in float32, with seven digits, and turning the
# result into float64 brings none back. Convert everything that is not float64.
def bilinear_forms(X, M, Y):
    X, M, Y = (part if part.dtype.kind == "f" else part.astype(float) for part in (X, M, Y))
    return ((X @ M) * Y).sum(axis=1).astype(np.float64)


# %% role="misconception" name="computes in float32" fails="x M y for every pair"
# float32 has seven digits; all arrays here are float64 or whole numbers that deserve sixteen. Convert with
# `np.asarray(part, dtype=np.float64)`.
def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(np.float32), M.astype(np.float32), Y.astype(np.float32)
    return ((X @ M) * Y).sum(axis=1).astype(np.float64)


# %% role="misconception" name="converts to integers" fails="x M y for every pair"
# `astype(np.int64)` protects small integers from wrapping around and cuts all fractions off: 0.9 becomes 0.
# Convert to float64, which holds whole numbers exactly up to 2 ** 53.
def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(np.int64), M.astype(np.int64), Y.astype(np.int64)
    return ((X @ M) * Y).sum(axis=1).astype(np.float64)


# %% role="variant" of="takes the diagonal of the whole table" name="picks the diagonal by index"
def bilinear_forms(X, M, Y):
    users = np.array(X, dtype=float)
    items = np.array(Y, dtype=float)
    every_pair = np.dot(users, np.dot(np.array(M, dtype=float), items.T))
    own = np.arange(len(users))
    return every_pair[own, own]


# %% role="variant" of="transposes M" name="multiplies from the other side"
def bilinear_forms(X, M, Y):
    left, right = np.array(X, float), np.array(Y, float)
    return np.array([y @ np.array(M, float) @ x for x, y in zip(left, right, strict=True)])


# %% role="variant" of="squeezes away the only pair" name="with expand_dims"
def bilinear_forms(X, M, Y):
    row = np.expand_dims(np.array(X, float), 1)
    column = np.expand_dims(np.array(Y, float), 2)
    return np.squeeze(np.matmul(np.matmul(row, np.array(M, float)), column))
