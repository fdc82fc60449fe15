# ---
# title: All squared distances at once
# id: pairwise_sq_dists
# version: 1
# skills: [S025, S124, S028]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# Nearest neighbours, k-means and kernels all begin with the distances between every row of one table and
# every row of another. For 600 new digit images and 1197 known ones, 64 pixels each, that is 718,200
# distances. A double loop took 2.8 s when we tried it. Subtracting every row from every row in one expression
# took 1.9 s, and 368 MB for the `(600, 1197, 64)` table of differences. Expanding the square first,
#
# $$\lVert a - b \rVert^2 = \lVert a \rVert^2 - 2\,a \cdot b + \lVert b \rVert^2,$$
#
# took 0.04 s and 12 MB, because the products $a \cdot b$ of all pairs are one matrix product. It has a trap:
# rounding.
#
# Write `pairwise_sq_dists(A, B)`.
#
# - `A` has shape `(n, d)`, `B` has shape `(m, d)`; both hold numbers of any dtype and may be read-only. The
#   result is a new float64 array `D` of shape `(n, m)` with `D[i, j]` $= \sum_k (A_{ik} - B_{jk})^2$; `A` and
#   `B` stay as they are.
# - You compute in float64 whatever comes. Integers are compared as numbers, not as bytes: in uint8, 10 − 12
#   is 254 and 16 · 16 is 0. And float32 keeps 7 digits, fewer than the tolerance below asks for.
# - With `n = 0` or `m = 0` the result is an empty array of shape `(n, m)`.
# - Rows of different length have no distance: ValueError, also when one of the lengths is 1.
# - No entry is below 0, not even by a rounding error (its square root would be `nan`).
# - Each entry is right to within $10^{-9}\,(\max_i \lVert A_i \rVert^2 + \max_j \lVert B_j \rVert^2 + 1)$.
#   Values lie between −1000 and 1000. So the distance of a row to itself may come out as 1e-12, never as
#   −1e-12. But small is not 0: between rows near the origin, 5e-7 is a distance like any other.
# - No loops of any form, anywhere in the cell: no `for` or `while`, no comprehension, no `map`,
#   `np.vectorize` or `np.apply_along_axis`. Nor SciPy or scikit-learn: here you build what they offer.
# - Memory stays in the order of `(n + m) * d + n * m` numbers. At `n = m = 600`, `d = 64` you have 32 MB; the
#   table of differences alone takes 184 MB.
#
# Three rows against four, so a table of three rows and four columns:
#
# | `A` \ `B` | (1, 0) | (3, 1) | (0, 2) | (−1, −1) |
# |---|---|---|---|---|
# | (0, 0) | 1 | 10 | 4 | 2 |
# | (1, 2) | 4 | 5 | 1 | 13 |
# | (3, 1) | 5 | 0 | 10 | 20 |

# %%
import numpy as np
from sklearn.datasets import load_digits

digits = load_digits().data  # 1797 images of 8 x 8 pixels, each from 0 to 16


# %% role="answer"
def pairwise_sq_dists(A, B):
    """Return the squared Euclidean distance of every row of `A` to every row of `B`.

    A: array (n, d), B: array (m, d), numbers of any dtype.
    Returns a new float64 array (n, m), never below 0, in the squared unit of the entries.
    Raises ValueError if the rows of `A` and `B` differ in length.

    >>> pairwise_sq_dists(np.array([[0, 0], [3, 1]]), np.array([[1, 0], [3, 1], [0, 2]]))
    array([[ 1., 10.,  4.],
           [ 5.,  0., 10.]])
    """
    ### BEGIN SOLUTION
    A, B = np.asarray(A, dtype=np.float64), np.asarray(B, dtype=np.float64)
    if A.shape[1] != B.shape[1]:
        raise ValueError(f"rows of length {A.shape[1]} and {B.shape[1]} have no distance")
    squares = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1)
    return np.maximum(squares - 2 * (A @ B.T), 0)
    ### END SOLUTION


# %% role="picture"
def picture(D, expected, A, B):
    """The table of distances, entry by entry."""
    return tables(D, expected)


# %% role="check" name="n rows and m columns" points=0
for n, m, d in [(3, 3, 2), (4, 2, 3)]:
    D = pairwise_sq_dists(rng.normal(size=(n, d)), rng.normal(size=(m, d)))
    assert not isinstance(D, tuple) and np.shape(D) == (n, m), (
        f"pairwise_sq_dists(A {(n, d)}, B {(m, d)}) gave {kind(D)}; shape {(n, m)} was promised."
    )

# %% role="check" name="new float64 array, A and B as they were" points=0 needs="n rows and m columns"
for dtype in (np.float64, np.int64):
    A, B = rng.integers(-9, 10, size=(4, 3)).astype(dtype), rng.integers(-9, 10, size=(2, 3)).astype(dtype)
    D = pure(pairwise_sq_dists, A, B)
    assert kind(D) == "ndarray float64 (4, 2)", (
        f"pairwise_sq_dists(A {A.shape}, B {B.shape}) with {A.dtype} entries gave {kind(D)}; "
        "ndarray float64 (4, 2) was promised."
    )

# %% role="check" name="ValueError for rows of different length" points=0
for d, e in [(3, 2), (1, 5), (5, 1)]:
    with raises(ValueError):
        pairwise_sq_dists(rng.normal(size=(3, d)), rng.normal(size=(2, e)))

# %% role="check" name="no loops, no SciPy" points=0 needs="n rows and m columns"
banned = ["for", "while", "map", "vectorize", "apply_along_axis", "scipy", "sklearn"]
found = mentions(*banned, ".vectorize", ".apply_along_axis")
assert not found, (
    f"your answer uses {', '.join(sorted(found))}; NumPy alone and no loops of any form were asked for."
)

# %% role="check" name="no table of all differences" points=0 needs="n rows and m columns"
with memory_below(32e6):
    pairwise_sq_dists(digits[:600], digits[600:1200])

# %% role="check" name="the worked example" points=1 needs="n rows and m columns"
A = np.array([[0.0, 0.0], [1.0, 2.0], [3.0, 1.0]])
B = np.array([[1.0, 0.0], [3.0, 1.0], [0.0, 2.0], [-1.0, -1.0]])
D = np.asarray(pairwise_sq_dists(A, B), dtype=float)
expected = np.array([[1, 10, 4, 2], [4, 5, 1, 13], [5, 0, 10, 20]])
wrong = np.argwhere(~(np.abs(D - expected) <= 1e-8))
assert not wrong.size, (
    f"row {A[wrong[0][0]]} of A and row {B[wrong[0][1]]} of B: your result is {D[*wrong[0]]:.6g}; "
    f"{expected[*wrong[0]]} was promised."
)

# %% role="check" name="equals the distance computed row by row" points=1 hidden=true needs="n rows and m columns"
from scipy.spatial.distance import cdist

cases = []  # (what the tables hold, A, B)
for _ in range(4):
    shapes = [[int(k) for k in rng.permutation(np.arange(2, 10))[:3]] for _ in range(8)]
    tables = [(rng.normal(size=(n, d)), rng.normal(size=(m, d))) for n, m, d in shapes]
    A, B = tables[0]
    cases.append(("any numbers", A, B))
    A, B = tables[1]
    cases.append(("whole numbers", np.rint(100 * A).astype(np.int64), np.rint(100 * B).astype(np.int64)))
    A, B = tables[2]
    cases.append(("other memory layouts", np.asfortranarray(100 * A), np.repeat(B, 2, axis=0)[::2]))
    A, B = tables[3]
    cases.append(("as many rows in A as in B", A, B[:1] + rng.normal(size=A.shape)))
    A, B = (table + rng.uniform(-100, 100, size=table.shape[1]) for table in tables[4])
    cases.append(("rows far from 0", A, B))
    A, B = (np.abs(50 * table).astype(np.uint8) for table in tables[5])
    cases.append(("uint8 pixels", A, B))
    A, B = tables[6]
    cases.append(("rows near 0", 3e-4 * A, 3e-4 * B))
    cases.append(("rows very near 0", 4e-5 * A, 4e-5 * B))
    A, B = (np.clip(400 * table, -1000, 1000).astype(np.float32) for table in tables[7])
    cases.append(("float32 numbers", A, B))
for n, m, d in [(1, 6, 4), (5, 1, 2), (3, 2, 1), (0, 3, 2), (4, 0, 3)]:
    cases.append(("any numbers", rng.normal(size=(n, d)), rng.normal(size=(m, d))))
for what, A, B in cases:
    A.setflags(write=False)
    B.setflags(write=False)
    D = np.asarray(pairwise_sq_dists(A, B), dtype=float)
    call = f"pairwise_sq_dists(A {A.shape}, B {B.shape}) with {what}"
    assert D.shape == (len(A), len(B)), f"{call} gave shape {D.shape}; {(len(A), len(B))} was promised."
    if D.size:
        left, right = A.astype(float), B.astype(float)
        allowed = 1e-9 * ((left**2).sum(axis=1).max() + (right**2).sum(axis=1).max() + 1)
        error = np.abs(D - cdist(left, right, "sqeuclidean"))
        i, j = np.unravel_index(error.argmax(), error.shape)
        assert error[i, j] <= 2 * allowed, (
            f"{call}: entry [{i}, {j}], {D[i, j]:.6g}, is off by {error[i, j]:.3g}; "
            f"at most {allowed:.1g} was promised."
        )

# %% role="check" name="never below 0, and 0 between identical rows" points=2 hidden=true needs=["equals the distance computed row by row", "ValueError for rows of different length", "no loops, no SciPy", "no table of all differences"]
for case in range(20):
    if case % 2 == 0:
        what, A = "rows near each other, far from 0", rng.normal(loc=(-100, 100)[case // 2 % 2], size=(40, 8))
    else:
        what, A = "uint8 images", (15 * digits[rng.choice(1797, 25, replace=False)]).astype(np.uint8)
    twins = rng.integers(len(A), size=60)
    B = A[twins]
    A.setflags(write=False)
    D = np.asarray(pairwise_sq_dists(A, B), dtype=float)
    call = f"pairwise_sq_dists(A {A.shape}, B {B.shape}) with {what}"
    i, j = np.unravel_index(D.argmin(), D.shape)
    assert D[i, j] >= 0, f"{call}: entry [{i}, {j}] is {D[i, j]:.3g}; no entry below 0 was promised."
    allowed = 1e-9 * (2 * (A.astype(float) ** 2).sum(axis=1).max() + 1)
    own = D[twins, np.arange(60)].max()
    assert own <= allowed, (
        f"{call}: two identical rows are {own:.3g} apart; at most {allowed:.1g} was promised."
    )
    shift = rng.uniform(-50, 50, size=A.shape[1])
    moved = np.abs(np.asarray(pairwise_sq_dists(A + shift, B + shift), dtype=float) - D).max()
    assert moved <= 4 * allowed, (
        f"{call}: adding one vector to every row of A and B changed an entry by {moved:.3g}; "
        "no change was promised."
    )

# %% [markdown] role="hint"
# Write the distance of one row `a` to one row `b` without a difference:
# $\lVert a \rVert^2 - 2\,a \cdot b + \lVert b \rVert^2$. Which part needs only `A`, which needs only `B`, and
# which operation gives $a \cdot b$ for all pairs of rows at once?

# %% [markdown] role="hint"
# As float64 arrays: the squared lengths of the rows of `A` as a column `(n, 1)`, those of `B` as a row
# `(m,)`; their sum broadcasts to `(n, m)`. Subtract twice the matrix product of `A` with `B.T`. Where the
# true distance is 0, two large numbers cancel and the rest may fall on the wrong side of 0: raise it to 0.

# %% [markdown] role="hint"
# ```python
# A, B = np.asarray(A, dtype=np.float64), np.asarray(B, dtype=np.float64)
# if A.shape[1] != B.shape[1]:
#     raise ValueError(f"rows of length {A.shape[1]} and {B.shape[1]} have no distance")
# squares = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1)
# return np.maximum(..., 0)
# ```

# %% [markdown] role="explanation"
# The reference spends its time in `A @ B.T`, `n * m * d` multiplications in a tuned matrix product, and its
# memory in a few arrays of shape `(n, m)`. That is how scikit-learn's `euclidean_distances` works, too.
#
# The price is cancellation. The three parts are of the size of $\lVert a \rVert^2$, the result may be much
# smaller, and its error stays near $10^{-16}\,\lVert a \rVert^2$. At offsets of 100 that is harmless once
# negative rests are raised to 0. At offsets of 100,000,000 no digit is left: subtract the mean of all rows
# first, which changes no distance. Where small distances need all their digits, take the differences
# themselves, in blocks of rows so that the table fits into memory; `scipy.spatial.distance.cdist` takes them
# one pair at a time, in C.


# %% role="alternative" name="one matrix product of longer rows"
def pairwise_sq_dists(A, B):
    left, right = np.array(A, dtype=float), np.array(B, dtype=float)
    if left.shape[1:] != right.shape[1:]:
        raise ValueError("the rows differ in length")
    left = np.hstack([left, np.square(left).sum(1, keepdims=True), np.ones((len(left), 1))])
    right = np.hstack([-2 * right, np.ones((len(right), 1)), np.square(right).sum(1, keepdims=True)])
    return (left @ right.T).clip(min=0)


# %% role="alternative" name="centred first"
def pairwise_sq_dists(A, B):
    rows = np.concatenate([A, B]).astype(float)
    if not (len(A) and len(B)):
        return np.zeros((len(A), len(B)))
    rows -= np.average(rows, axis=0)
    lengths = np.einsum("ik,ik->i", rows, rows)
    out = np.add.outer(lengths[: len(A)], lengths[len(A) :])
    out -= 2 * np.inner(rows[: len(A)], rows[len(A) :])
    out[out < 0] = 0.0
    return out


# %% role="misconception" name="works only for n = m" fails="n rows and m columns"
# The squared lengths of `A`, shape `(n,)`, and those of `B`, shape `(m,)`, have to vary along different axes.
# Make those of `A` a column, `lengths[:, np.newaxis]`: then `(n, 1)` and `(m,)` broadcast to `(n, m)`.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.maximum((A**2).sum(axis=1) + (B**2).sum(axis=1) - 2 * A @ B.T, 0)


# %% role="misconception" name="compares only rows with equal numbers" fails="n rows and m columns"
# `A - B` subtracts row 0 from row 0, row 1 from row 1 and so on. You need every row of `A` against every row
# of `B`; the products of all pairs are `A @ B.T`.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A - B) ** 2).sum(axis=1)


# %% role="misconception" name="rows and columns swapped" fails="n rows and m columns"
# Your table has a row for each row of `B`. Put the rows of `A` first: `A @ B.T`, not `B @ A.T`.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.maximum((B**2).sum(axis=1)[:, np.newaxis] + (A**2).sum(axis=1) - 2 * B @ A.T, 0)


# %% role="misconception" name="drops the factor 2" fails="the worked example"
# The square of a difference has the product twice: $(a - b)^2 = a^2 - 2ab + b^2$. You subtracted it once.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.maximum((A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - A @ B.T, 0)


# %% role="misconception" name="returns distances" fails="the worked example"
# You took the square root. The task asks for squared distances: the nearest row is the same, and the root
# costs time and is not smooth at 0.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sqrt(np.maximum((A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T, 0))


# %% role="misconception" name="lengths instead of squared lengths" fails="the worked example"
# `np.linalg.norm` is the length of a row, a square root. The formula needs its square.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    lengths = np.linalg.norm(A, axis=1)[:, np.newaxis] + np.linalg.norm(B, axis=1)
    return np.maximum(lengths - 2 * A @ B.T, 0)


# %% role="misconception" name="tiny negatives" fails="never below 0, and 0 between identical rows"
# Where two rows are equal, large numbers cancel, and the rounding error that is left may be negative; its
# square root would be `nan`. Raise such entries to 0 with `np.maximum(D, 0)`.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T


# %% role="variant" of="tiny negatives" name="expanded with einsum and outer sums"
def pairwise_sq_dists(A, B):
    a = np.array(A, dtype="float64")
    b = np.array(B, dtype="float64")
    return np.add.outer(np.einsum("ij,ij->i", a, a), np.einsum("ij,ij->i", b, b)) + np.dot(-2 * a, b.T)


# %% role="misconception" name="fills the diagonal with 0" fails="the worked example"
# Entry `[i, i]` compares row `i` of `A` with row `i` of `B`, two different rows unless `A` is `B`: their
# distance is not 0. Raise to 0 what is negative, wherever it stands.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T
    np.fill_diagonal(D, 0)
    return D


# %% role="misconception" name="fills the diagonal where A and B are alike in shape" fails="equals the distance computed row by row"
# Two tables of one shape need not be one table: entry `[i, i]` is 0 only where row `i` of `A` equals row `i`
# of `B`. Leave the diagonal alone, and raise to 0 what is negative, wherever it stands.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    D = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T
    if A.shape == B.shape:
        np.fill_diagonal(D, 0)
    return np.maximum(D, 0)


# %% role="misconception" name="takes small distances for 0" fails="equals the distance computed row by row"
# You set every entry below a fixed number to 0. In a unit that makes the numbers small, rows really are that
# near each other. Only a negative entry is surely a rounding error: raise those to 0, and leave the others.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    D = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T
    D[D < 1e-6] = 0
    return D


# %% role="misconception" name="leaves float32 as it is" fails="equals the distance computed row by row"
# You converted integers and left float32 tables in float32, which keeps 7 digits: squares near 1,000,000 come
# out wrong by 0.1. Convert both tables to float64 whatever their dtype.
def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    if A.dtype.kind != "f":
        A, B = A.astype(float), B.astype(float)
    D = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T
    return np.maximum(D, 0).astype(float)


# %% role="misconception" name="computes in float32" fails="equals the distance computed row by row"
# float32 halves the memory and keeps 7 of 16 digits; where large squares cancel, fewer are left. Convert to
# float64, also where the tables come as float32.
def pairwise_sq_dists(A, B):
    A, B = A.astype(np.float32), B.astype(np.float32)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    D = (A**2).sum(axis=1)[:, np.newaxis] - 2 * A @ B.T + (B**2).sum(axis=1)
    return np.maximum(D, 0).astype(float)


# %% role="misconception" name="centres each table by itself" fails="the worked example"
# You moved `A` by one vector and `B` by another one, and that changes the distances between them. Subtract
# the *same* vector from both, for instance the mean of `B`.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    if len(A) and len(B):
        A, B = A - A.mean(axis=0), B - B.mean(axis=0)
    return np.maximum((A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T, 0)


# %% role="misconception" name="uint8 wraps" fails="equals the distance computed row by row"
# You computed in the dtype of the input. In uint8, 16 * 16 is 0, because only 256 values exist and the rest
# is cut off without a warning. Convert both tables to float64 before the first multiplication.
def pairwise_sq_dists(A, B):
    return np.maximum((A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * (A @ B.T), 0)


# %% role="misconception" name="squares before converting" fails="equals the distance computed row by row"
# `sum(..., dtype=float)` adds up in float64, but the squares before it were computed in the dtype of the
# input, where 16 * 16 is 0 in uint8. Convert `A` and `B` to float64 before you square them.
def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    squares = (A * A).sum(axis=1, dtype=float)[:, np.newaxis] + (B * B).sum(axis=1, dtype=float)
    return np.maximum(squares - 2 * (A.astype(float) @ B.T.astype(float)), 0)


# %% role="misconception" name="converts after computing" fails="equals the distance computed row by row"
# You converted the result. By then the squares of a uint8 table have lost everything above 255: convert `A`
# and `B` to float64 before the first multiplication.
def pairwise_sq_dists(A, B):
    squares = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1)
    return np.maximum(squares.astype(float) - 2 * (A @ B.T), 0)


# %% role="misconception" name="d=1 broadcasts silently" fails="ValueError for rows of different length"
# `np.einsum` (like every broadcasting operation) repeats a column of length 1, so rows of length 1 and of
# length 5 gave numbers without a meaning. Compare `A.shape[1]` with `B.shape[1]` first and raise ValueError,
# or use `A @ B.T`, which never repeats anything.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = (A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1)
    return np.maximum(squares - 2 * np.einsum("ik,jk->ij", A, B), 0)


# %% role="misconception" name="a table of all differences" fails="no table of all differences"
# `A[:, np.newaxis] - B` stores n * m * d differences before it adds them up: 184 MB for two tables of 600
# images, and 100 times as much for 6000. Expand the square, so that a matrix product adds them up on the way.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    return ((A[:, np.newaxis] - B) ** 2).sum(axis=2)


# %% role="variant" of="a table of all differences" name="differences squared by einsum"
def pairwise_sq_dists(A, B):
    if len(A.T) != len(B.T):
        raise ValueError
    gap = A[:, None, :].astype(float) - B[None, :, :].astype(float)
    return np.einsum("ijk,ijk->ij", gap, gap)


# %% role="misconception" name="loops over the rows" fails="no loops, no SciPy"
# You loop over rows in Python: right values, but one interpreted step for each row. Here the point is to say
# it once for all rows: expand the square, and let `A @ B.T` do the pairs.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    return np.array([((a - B) ** 2).sum(axis=1) for a in A]).reshape(len(A), len(B))


# %% role="misconception" name="asks SciPy" fails="no loops, no SciPy"
# `cdist` is what you would use at work, and it is right. Here you build it once yourself, with NumPy alone,
# to see what it costs and where rounding comes in.
def pairwise_sq_dists(A, B):
    from scipy.spatial.distance import cdist

    return cdist(A, B, "sqeuclidean")


# %% role="misconception" name="moves the rows inside A and B" fails="new float64 array, A and B as they were"
# Subtracting a common vector changes no distance and is good for precision, but `-=` did it in the caller's
# own tables. Write `A = A - centre`, which makes a new array.
def pairwise_sq_dists(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows differ in length")
    centre = A.mean(axis=0) if len(A) else np.zeros(A.shape[1])
    A -= centre
    B -= centre
    return np.maximum((A**2).sum(axis=1)[:, np.newaxis] + (B**2).sum(axis=1) - 2 * A @ B.T, 0)
