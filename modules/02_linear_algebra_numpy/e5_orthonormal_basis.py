# ---
# title: An orthonormal basis from any columns
# id: orthonormal_basis
# version: 1
# skills: [S025, S108, S124]
# stars: 3
# minutes: 30
# ---

# %% [markdown]
# Each image of a digit is a row of 64 pixels, but the 64 columns span a space of 61 dimensions only: three
# pixels are never lit. Tables from practice are like that: the same quantity in two units, 0/1 columns that
# add up to the column of ones, a sensor that never woke up. Formulas that invert something break on them.
#
# An orthonormal basis `Q` of the column space repairs this. Its columns have length 1 and are orthogonal to
# each other, so coordinates are `Q.T @ b`, the projection is `Q @ (Q.T @ b)`, and nothing needs an inverse.
# The catch is in the floats: a basis can be right on paper and have two columns at an angle of 60 degrees.
#
# Write `orthonormal_basis(A, tol=1e-10)`.
#
# - `A` has shape `(m, n)` with `m, n >= 1`, tall or wide, and holds numbers of any dtype, integers and
#   float32 too; it stays as it is and may be read-only. Whatever comes, you compute in float64. The result
#   `Q` is a new float64 array of shape `(m, r)`.
# - Go through the columns of `A` from left to right. A column counts as dependent, and adds nothing to `Q`,
#   when what is left of it after removing the directions of the columns kept so far is at most `tol` times
#   **its own length**. A zero column always counts as dependent.
# - The `r` columns of `Q` are orthonormal and span what the columns that you kept span. If all columns are
#   zero, `Q` has shape `(m, 0)`.
# - So the unit does not matter, neither that of `A`, which may be near 1e12 or 1e-12, nor that of a single
#   column: no other column's length has a say.
# - No entry of `Q.T @ Q` is off by more than 1e-8, and no entry of `Q` sticks out of that space by more. Where
#   columns are as close to parallel as in stage 3 below, 1e-6 is allowed for both; where a column is dependent
#   only by a large `tol`, 1e-4 for the space.
#
# Any orthonormal basis of the right space is right: the signs, the order and the rotation are yours, and so
# is the method. Gram-Schmidt, Householder, SVD: nothing is banned. Left and right mean nothing to an SVD or
# to pivoting, but you meet no borderline case: bring every column to length 1 first, and what is left of each
# column, with pivoting or without, and each singular value beside the largest, lie above `30 * tol` or below
# `tol / 30`. Without that first step they need not: the columns of one `A`, zeros aside, may differ 1000-fold
# in length.
#
# Three columns, the second twice the first:
#
# $$A = \begin{pmatrix} 3 & 6 & 3 \\ 4 & 8 & 4 \\ 0 & 0 & 2 \end{pmatrix}
# \quad\text{gives, for instance,}\quad Q = \begin{pmatrix} 0.6 & 0 \\ 0.8 & 0 \\ 0 & 1 \end{pmatrix}.$$
#
# Four checks pay one point each, in the order in which you would build it; the fifth, hidden, pays two:
#
# 1. independent columns;
# 2. dependent columns, wherever they stand, and zero columns;
# 3. the Läuchli matrix: a row of ones above 1e-8 times the identity, so its columns are almost parallel and
#    yet independent;
# 4. a `tol` that is relative to each column, and used.
#
# <details><summary>The first two columns of the example, worked; the third is yours</summary>
#
# | column `a` | left of it, `a - Q @ (Q.T @ a)` | its length | `tol` times the length of `a` | so |
# |---|---|---|---|---|
# | (3, 4, 0) | (3, 4, 0), for `Q` is still empty | 5 | 5e-10 | keep (3, 4, 0) / 5 |
# | (6, 8, 0) | (6, 8, 0) − 10 · (0.6, 0.8, 0) = (0, 0, 0) | 0 | 1e-9 | drop |
# | (3, 4, 2) | … | … | … | … |
#
# </details>

# %%
import numpy as np
from sklearn.datasets import load_digits

pixels = load_digits().data  # 1797 images, 64 pixels


# %% role="answer"
def orthonormal_basis(A, tol=1e-10):
    """Build an orthonormal basis of the space that the columns of A span.

    A: array (m, n) of numbers, of any rank.
    tol: a column is dropped when at most tol times its own length is left of it.
    Returns a new float64 array (m, r) with orthonormal columns, one for each column kept; r may be 0.

    >>> Q = orthonormal_basis(np.array([[3, 6, 3], [4, 8, 4], [0, 0, 2]]))
    >>> Q.shape, (Q @ Q.T).round(6).tolist()
    ((3, 2), [[0.36, 0.48, 0.0], [0.48, 0.64, 0.0], [0.0, 0.0, 1.0]])
    """
    ### BEGIN SOLUTION
    A = np.asarray(A, dtype=np.float64)
    Q = np.empty((A.shape[0], 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left -= Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            Q = np.column_stack([Q, left / length])
    return Q
    ### END SOLUTION


# %% role="shared"
def held(A, k):
    """Give A as one of three callers may hold it: read-only, in Fortran order, or as a strided view."""
    if k % 3 == 1:
        return np.asfortranarray(A)
    if k % 3 == 2:
        return np.repeat(np.repeat(A, 2, axis=0), 2, axis=1)[::2, ::2]
    A = A.copy()
    A.flags.writeable = False
    return A


def independent(rng, m, n, spread=0.7):
    """Give n columns in clearly different directions, with lengths over about 2 * spread powers of ten."""
    return rng.normal(size=(m, n)) * 10 ** rng.uniform(-spread, spread, size=n)


def spoiled(rng, B):
    """Give the columns of B with dependent ones between them: zero, a multiple, a mixture of all."""
    mixture = B @ (rng.uniform(0.5, 2, size=B.shape[1]) * rng.choice([-1, 1], size=B.shape[1]))
    A = np.insert(B, [0, 1, 1, 2], np.column_stack([0 * mixture, -B[:, 0], mixture, 2 * B[:, 1]]), axis=1)
    return np.column_stack([A, mixture])


def lauchli(n):
    """Give Läuchli's matrix with n columns, a right angle apart only from the second row on."""
    return np.vstack([np.ones((1, n)), 1e-8 * np.eye(n)])


def flaw(Q, B, off=1e-8, outside=None):
    """Say what keeps Q from being an orthonormal basis of the space of B, whose columns are independent."""
    Q = np.asarray(Q, dtype=float)
    if Q.ndim != 2 or Q.shape[0] != B.shape[0]:
        return f"has the shape {Q.shape}; a matrix with {B.shape[0]} rows was promised"
    if Q.shape[1] != B.shape[1]:
        return f"has the shape {Q.shape}; a column for each of the {B.shape[1]} columns to keep was promised"
    angles = np.abs(Q.T @ Q - np.eye(Q.shape[1])).max(initial=0)
    if not angles <= off:
        return f"is not orthonormal: an entry of Q.T @ Q is off by {angles:.2g}; at most {off:g} was promised"
    basis = np.linalg.qr(B)[0]
    sticks_out = np.abs(Q - basis @ (basis.T @ Q)).max(initial=0)
    if not sticks_out <= (outside or off):
        return f"sticks out of the column space of A by {sticks_out:.2g}; a basis of that space was promised"
    return ""


# %% role="check" name="a float64 column for each direction" points=0
for dtype in (np.float64, np.int64, np.float32):
    A = np.array([[1, 2], [3, 4], [5, 0]], dtype=dtype)
    Q = orthonormal_basis(A)
    assert kind(Q) == "ndarray float64 (3, 2)", (
        f"orthonormal_basis(A {A.shape}) with {A.dtype} entries gave you {kind(Q)}; "
        "ndarray float64 (3, 2) was promised."
    )

# %% role="check" name="leaves A alone" points=0
pure(orthonormal_basis, np.array([[3.0, 6.0, 3.0], [4.0, 8.0, 4.0], [0.0, 0.0, 2.0]]))
pure(orthonormal_basis, np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]))

# %% role="check" name="the worked example" points=0
A = np.array([[3, 6, 3], [4, 8, 4], [0, 0, 2]])
Q = orthonormal_basis(A)
wrong = flaw(Q, A[:, [0, 2]].astype(float))
assert not wrong, f"orthonormal_basis(A) of the example gave you {Q}. It {wrong}."

# %% role="check" name="stage 1: independent columns" points=1
for k in range(9):
    n = int(rng.integers(2, 6))
    B = independent(rng, n + int(rng.integers(4, 8)), n)
    if k % 3 == 2:
        B = rng.integers(0, 256, size=B.shape).astype((np.uint8, np.int64, np.float32)[k // 3])
    A = held(B, k // 3)
    wrong = flaw(orthonormal_basis(A), B.astype(float))
    assert not wrong, (
        f"orthonormal_basis(A {A.shape}) with {n} independent {A.dtype} columns: your result {wrong}."
    )

# %% role="check" name="stage 2: dependent columns" points=1
A = pixels[::3]
cases = [("every third digit, five pixels never lit", A, A[:, A.any(axis=0)])]
for _ in range(6):
    B = independent(rng, 11, int(rng.integers(2, 6)))
    cases.append(("zero, repeated and mixed columns between the others", spoiled(rng, B), B))
B = independent(rng, 4, 4)
A = np.column_stack([B, B @ rng.uniform(1, 2, size=(4, 3))])
cases.insert(1, ("four columns that span everything, then three more", A, np.eye(4)))
B = independent(rng, 8, 2, spread=0)
A = np.column_stack([B, B[:, 0] + 1e-7 * B[:, 1], 2 * B[:, 0] - 1e-8 * B[:, 1]])
cases.append(("two columns, then mixtures with little of the second", A, B))
B = independent(rng, 5, 2)
cases.append(("the first column five times, then another", np.column_stack([B[:, [0] * 5], B[:, 1]]), B))
cases.append(("zeros only", np.zeros((6, 3)), np.zeros((6, 0))))
for what, A, B in cases:
    wrong = flaw(orthonormal_basis(A), B)
    assert not wrong, f"orthonormal_basis(A {A.shape}), {what}: your result {wrong}."

# %% role="check" name="stage 3: almost parallel columns" points=1
for n in (3, 4, 6):
    A = lauchli(n)
    wrong = flaw(orthonormal_basis(A), A, off=1e-6)
    assert not wrong, f"orthonormal_basis(A {A.shape}) of Läuchli's matrix: your result {wrong}."

# %% role="check" name="stage 4: tol is relative, and used" points=1
for A, tol in (
    (np.array([[500.0, 0.0], [0.0, 1.0], [0.0, 0.0]]), 0.01),
    (np.array([[1000.0, 0.0, 0.0], [0.0, 1.0, 1.0], [0.0, 0.0, 1e-3]]), 1e-5),
):
    wrong = flaw(orthonormal_basis(A, tol=tol), A)
    assert not wrong, f"orthonormal_basis({A.tolist()}, tol={tol:g}): your result {wrong}."
for _ in range(3):
    for unit in (1e-12, 1e12):
        B = unit * independent(rng, 9, 3)
        A = np.column_stack([B, B @ [1.0, -2.0, 0.5], -3 * B[:, 0]])
        wrong = flaw(orthonormal_basis(A), B)
        assert not wrong, (
            f"orthonormal_basis(A {A.shape}), entries near {unit:g}, the last two columns dependent: "
            f"your result {wrong}."
        )
    B = independent(rng, 10, 3, spread=0)
    A = np.column_stack([B, B[:, 0] + 1e-6 * rng.normal(size=10)])
    wrong = flaw(orthonormal_basis(A), A)
    assert not wrong, (
        f"orthonormal_basis(A {A.shape}), the last column 1e-6 away from the first, with tol=1e-10: "
        f"your result {wrong}."
    )
    wrong = flaw(orthonormal_basis(A, tol=1e-3), B, outside=1e-4)
    assert not wrong, (
        f"orthonormal_basis(A, tol=1e-3) of the same A drops the last column: your result {wrong}."
    )
    A = np.linalg.qr(rng.normal(size=(10, 3)))[0] @ [[1, 0, 1], [0, 1, 1e-3], [0, 0, 1e-5]]
    wrong = flaw(orthonormal_basis(A, tol=1e-3), A[:, :2], outside=1e-4)
    assert not wrong, (
        "orthonormal_basis(A, tol=1e-3), the last column the first and a thousandth of the second, but for a "
        f"rest of 1e-5: your result {wrong}."
    )

# %% role="check" name="a basis for any matrix" points=2 hidden=true
for k in range(40):
    B = independent(rng, int(rng.integers(10, 15)), int(rng.integers(2, 5)))
    tol, off, outside = 1e-10, 1e-8, None
    if k % 8 == 0:  # bytes, one column twice
        B = rng.integers(0, 256, size=B.shape).astype(np.uint8)
        A = np.insert(B, 1, B[:, 0], axis=1)
    elif k % 8 == 1:  # dependent columns between the others, in any unit
        B *= (1e-12, 1e9, 1e-3, 1e12, 1.0)[k // 8]
        lengths = np.linalg.norm(B, axis=0)
        A = np.column_stack([spoiled(rng, B), B[:, 0] + 1e-8 * lengths[0] / lengths[1] * B[:, 1]])
    elif k % 8 == 2:  # almost parallel, in any unit and with the rows in any order
        A = B = 2.0 ** rng.integers(-20, 21) * rng.permutation(lauchli(int(rng.integers(3, 7))))
        off = 1e-6
    elif k % 8 == 3:  # wide, with repetitions first
        B = B[: B.shape[1] + 3]
        A = np.column_stack([B[:, [0] * len(B)], B])
    elif k % 8 == 4:  # a column that tol decides about
        B = independent(rng, 12, 3, spread=0)
        A = np.insert(B, 2, B[:, 1] + 1e-6 * rng.normal(size=12), axis=1)
        tol, outside = 1e-3, 1e-4
    elif k % 8 == 5:  # tiny or huge, as they come
        A = B = B * 10.0 ** rng.choice([-12, -11, 11, 12])
    elif k % 8 == 6:  # one column far longer than the others
        lengths = np.roll([900.0, *np.ones(B.shape[1] - 1)], k // 8)
        A = B = np.linalg.qr(B)[0] * lengths
        tol = 0.01
    elif k < 24:  # float32, almost parallel, the first column far longer
        A = B = (lauchli(4) * [900, 1, 1, 1]).astype(np.float32)
        off = 1e-6
    else:  # float32, with mixtures of two columns
        B = rng.integers(1, 20, size=(12, 2)).astype(np.float32)
        B[:2] += 40 * np.eye(2, dtype=np.float32)
        A = (B @ [[1, 0, 2, 1], [0, 1, 1, -3]]).astype(np.float32)
    A = held(A, k // 8)
    wrong = flaw(orthonormal_basis(A, tol=tol), B.astype(float), off, outside)
    assert not wrong, (
        f"orthonormal_basis(A {A.shape}, tol={tol:g}) with {A.dtype} entries up to {np.abs(A).max():.1e}: "
        f"your result {wrong}."
    )
assert not flaw(orthonormal_basis(np.zeros((7, 2))), np.zeros((7, 0))), (
    "orthonormal_basis(A (7, 2)) with zeros only: your result has not the promised shape."
)

# %% [markdown] role="hint"
# Start with the loop over `A.T`, an empty `Q` of shape `(m, 0)`, and stage 1. For stage 2, print the length
# of what is left of each column before you divide by it. For stage 3, print `Q.T @ Q` for Läuchli's matrix:
# which entries are wrong, and could you remove those parts once more?

# %% [markdown] role="hint"
# For each column `a`: what is left is `a - Q @ (Q.T @ a)`. When most of `a` cancels, rounding errors of `a`'s
# size stay behind, and they are not orthogonal to `Q`. Remove the directions of `Q` from what is left **a
# second time**: those errors are parts along `Q`, so they go. Then compare the length of what is left with
# `tol` times the length of `a`, and only if it is larger divide by it and append it to `Q` with
# `np.column_stack`.

# %% [markdown] role="hint"
# ```python
# Q = np.empty((A.shape[0], 0))
# for a in np.asarray(A, dtype=np.float64).T:
#     left = a - Q @ (Q.T @ a)
#     left -= ____
#     length = np.linalg.norm(left)
#     if length > tol * np.linalg.norm(a):
#         Q = np.column_stack([Q, left / length])
# return Q
# ```

# %% [markdown] role="explanation"
# On Läuchli's matrix the second column leaves about 1.4e-8 of itself, and the rounding errors of the
# subtraction, near 1e-16, are 1e-8 of *that*. From the third column on classical Gram-Schmidt multiplies such
# errors into the result: measured, two columns with a dot product of 0.5. Subtracting one direction at a time
# (modified Gram-Schmidt) leaves 7e-9, subtracting everything twice 2e-16: a second pass is enough, because it
# starts with errors that are small already. It costs about $4mnr$ multiplications and additions, twice the
# single pass.
#
# The test compares what is left with the column itself, before anything is divided: relative, so that the
# unit does not matter, and with `>`, so that a zero column is dropped.
#
# Householder QR is as accurate, but plain `np.linalg.qr` does not tell you what to drop: for a dependent
# column it puts an arbitrary direction into `Q`, and later columns lean on it. Where you need the rank, take
# QR with column pivoting (`scipy.linalg.qr(A, pivoting=True)`) or the SVD (`scipy.linalg.orth`). Both measure
# against the largest direction of the whole matrix, so bring the columns to length 1 first, or one long column
# decides about all others. The SVD costs several times as much, and gives the singular values too.
#
# Even then the two questions are not the same. In `np.eye(45) + np.triu(-np.ones((45, 45)), 1)` each column
# keeps more than a seventh of its length when the earlier ones are removed, so all 45 stay. But remove the
# later ones from the first, and 1e-13 of it is left: with all columns at length 1, the smallest singular
# value is 1e-14 of the largest, and an SVD with `tol` finds 44 directions. You met no such matrix here.


# %% role="alternative" name="one direction at a time, from all later columns"
def orthonormal_basis(A, tol=1e-10):
    rest = np.array(A, dtype=float)
    limits = tol * np.sqrt((rest**2).sum(axis=0))
    found = []
    for j, limit in enumerate(limits):
        size = np.sqrt((rest[:, j] ** 2).sum())
        if size > limit:
            found.append(rest[:, j] / size)
            rest[:, j + 1 :] -= np.outer(found[-1], found[-1] @ rest[:, j + 1 :])
    return np.array(found).reshape(len(found), rest.shape[0]).T


# %% role="alternative" name="by the left singular vectors"
def orthonormal_basis(A, tol=1e-10):
    columns = np.array(A, dtype=float)
    np.divide(columns, np.linalg.norm(columns, axis=0), out=columns, where=columns != 0)
    U, sizes, _ = np.linalg.svd(columns, full_matrices=False)
    return U[:, sizes > tol * sizes[0]]


# %% role="alternative" name="by QR with column pivoting"
def orthonormal_basis(A, tol=1e-10):
    from scipy.linalg import qr

    A = A[:, A.any(axis=0)].astype(float)
    if A.shape[1] == 0:
        return A
    Q, R, _ = qr(A / np.sqrt(np.square(A).sum(axis=0)), mode="economic", pivoting=True)
    return Q[:, : np.count_nonzero(np.abs(R.diagonal()) > tol)].copy()


# %% role="misconception" name="classical Gram-Schmidt" fails="stage 3: almost parallel columns"
# On paper one subtraction is enough. In floats, when nearly all of a column cancels, rounding errors along
# `Q` stay behind and are blown up by the division. Subtract `Q @ (Q.T @ left)` from what is left a second
# time.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            Q = np.column_stack([Q, left / length])
    return Q


# %% role="misconception" name="divides by almost nothing" fails="stage 2: dependent columns"
# What is left of a dependent column is rounding error, and dividing it by its length makes a full direction
# out of nothing. Compare the length with `tol * np.linalg.norm(a)` first, and skip the column when it is not
# larger.
def orthonormal_basis(A, tol=1e-10):
    Q = np.empty((A.shape[0], 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        Q = np.column_stack([Q, left / np.linalg.norm(left)])
    return Q


# %% role="misconception" name="drops exact zeros only" fails="stage 2: dependent columns"
# After the subtraction a dependent column is seldom exactly 0: some 1e-16 of it stays behind as rounding
# error, passes your test and becomes a direction. Compare with `tol` times the column's length.
def orthonormal_basis(A, tol=1e-10):
    Q = np.empty((A.shape[0], 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        if left.any():
            Q = np.column_stack([Q, left / np.linalg.norm(left)])
    return Q


# %% role="misconception" name="normalises before subtracting" fails="stage 1: independent columns"
# You divided by the length first and subtracted afterwards, so what is left is orthogonal but shorter than 1.
# Subtract first, then divide by the length of what is left.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for a in A.T:
        if a.any():
            left = a / np.linalg.norm(a)
            left = left - Q @ (Q.T @ left)
            left = left - Q @ (Q.T @ left)
            if np.linalg.norm(left) > tol:
                Q = np.column_stack([Q, left])
    return Q


# %% role="misconception" name="QR, dropping small diagonal entries" fails="stage 2: dependent columns"
# The number of columns is right, the space is not. For a dependent column `np.linalg.qr` puts an arbitrary
# direction into `Q`, and later columns are expressed with its help; drop it, and a piece of their space is
# missing. Use column pivoting (`scipy.linalg.qr(A, pivoting=True)`), or remove directions column by column.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q, R = np.linalg.qr(A)
    diagonal = np.abs(np.diag(R))
    return Q[:, diagonal > tol * np.linalg.norm(A, axis=0)[: len(diagonal)]]


# %% role="misconception" name="the first columns of QR" fails="stage 2: dependent columns"
# You took as many columns of `Q` as the rank, but from the left: where a dependent column stands early, its
# column of `Q` is an arbitrary direction, and a real one further right was cut off. Decide column by column
# which to keep.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    sizes = np.linalg.svd(A, compute_uv=False)
    return np.linalg.qr(A)[0][:, : int((sizes > tol * sizes[0]).sum())]


# %% role="misconception" name="keeps every column of QR" fails="stage 2: dependent columns"
# `np.linalg.qr` returns min(m, n) columns whatever the rank: for each dependent column one that points out of
# the column space. Find out which columns of `A` add a direction, and keep only those.
def orthonormal_basis(A, tol=1e-10):
    return np.linalg.qr(np.asarray(A, dtype=float))[0]


# %% role="misconception" name="an absolute tolerance" fails="stage 4: tol is relative, and used"
# You compared what is left with `tol` itself. In a small unit that drops every column, in a large one it
# keeps rounding errors. Compare with `tol` times the length of the column.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length > tol:
            Q = np.column_stack([Q, left / length])
    return Q


# %% role="misconception" name="measures against the longest column" fails="stage 4: tol is relative, and used"
# You compared what is left with `tol` times the length of the *longest* column, or in an SVD with the largest
# singular value, which belongs to it. So a short column is dropped beside a long one, however new its
# direction. Compare with its own length, or bring all columns to length 1 before the SVD.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    longest = np.linalg.norm(A, axis=0).max()
    Q = np.empty((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length > tol * longest:
            Q = np.column_stack([Q, left / length])
    return Q


# %% role="variant" of="measures against the longest column" name="by singular values"
def orthonormal_basis(A, tol=1e-10):
    U, sizes, _ = np.linalg.svd(np.asarray(A, dtype=float), full_matrices=False)
    return U[:, sizes > tol * sizes[0]]


# %% role="misconception" name="measures against what was left before" fails="stage 2: dependent columns"
# You compared each step with the step before it. A dependent column that vanishes in two steps, each leaving
# a ten-millionth or so, passes both. Remove all directions first, and compare with the length of the column
# itself.
def orthonormal_basis(A, tol=1e-10):
    basis = []
    for a in np.asarray(A, dtype=float).T:
        left, dropped = a, not a.any()
        for q in basis:
            before = np.linalg.norm(left)
            left = left - q * (q @ left)
            if np.linalg.norm(left) <= tol * before:
                dropped = True
                break
        if not dropped:
            for q in basis:
                left = left - q * (q @ left)
            basis.append(left / np.linalg.norm(left))
    return np.array(basis).reshape(len(basis), len(A)).T


# %% role="misconception" name="measures the second pass against the first" fails="stage 2: dependent columns"
# You compared what the second pass leaves with what the first one left. Of a dependent column the first pass
# leaves rounding error already, and the second keeps much of it, so it passes. Compare with the length of the
# column itself.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        again = left - Q @ (Q.T @ left)
        length = np.linalg.norm(again)
        if length > tol * np.linalg.norm(left):
            Q = np.column_stack([Q, again / length])
    return Q


# %% role="misconception" name="leaves float32 as it is" fails="a basis for any matrix"
# You computed float32 columns in float32, which keeps 7 digits: right angles are off by 1e-7, and 1e-7 of a
# dependent column is left, far above `tol`. Convert to float64 first, whatever the dtype.
def orthonormal_basis(A, tol=1e-10):
    A = A if A.dtype.kind == "f" else A.astype(float)
    Q = np.empty((len(A), 0), dtype=A.dtype)
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left -= Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            Q = np.column_stack([Q, left / length])
    return Q.astype(float)


# %% role="misconception" name="ignores tol" fails="stage 4: tol is relative, and used"
# The threshold in your code is fixed, so a caller who passes another `tol` gets the same answer as before.
# Use the parameter.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length > 1e-10 * np.linalg.norm(a):
            Q = np.column_stack([Q, left / length])
    return Q


# %% role="misconception" name="keeps a zero column" fails="stage 2: dependent columns"
# For a zero column your test asks whether 0 < 0, which is false, so the column stays and 0/0 fills `Q` with
# nan. Keep a column only when the length of what is left is *greater* than the bound.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length < tol * np.linalg.norm(a):
            continue
        Q = np.column_stack([Q, left / length])
    return Q


# %% role="misconception" name="stops after min(m, n) columns" fails="stage 2: dependent columns"
# The rank is at most min(m, n), but the independent columns need not be the first ones: in a wide matrix you
# never looked at the last columns. Go through all of them.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    Q = np.empty((len(A), 0))
    for j in range(min(A.shape)):
        left = A[:, j] - Q @ (Q.T @ A[:, j])
        left = left - Q @ (Q.T @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(A[:, j]):
            Q = np.column_stack([Q, left / length])
    return Q


# %% role="misconception" name="no matrix for rank 0" fails="stage 2: dependent columns"
# When every column is zero your list stays empty, and `np.column_stack` cannot stack nothing. Start from an
# array of shape `(m, 0)`, or return one when the list is empty.
def orthonormal_basis(A, tol=1e-10):
    basis = []
    for a in np.asarray(A, dtype=float).T:
        left = a
        for q in basis + basis:
            left = left - q * (q @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            basis.append(left / length)
    return np.column_stack(basis)


# %% role="misconception" name="no rows for rank 0" fails="stage 2: dependent columns"
# When every column is zero your list stays empty, and `np.array([])` knows nothing of the `m` rows: it has
# shape `(0,)`. Start from an array of shape `(m, 0)`, or return one when the list is empty.
def orthonormal_basis(A, tol=1e-10):
    basis = []
    for a in np.asarray(A, dtype=float).T:
        left = a
        for q in basis + basis:
            left = left - q * (q @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            basis.append(left / length)
    return np.array(basis).T


# %% role="misconception" name="basis vectors as rows" fails="a float64 column for each direction"
# `np.array` of a list of vectors makes each of them a row, so your result has shape `(r, m)`. The promise is
# one basis vector per column: `np.column_stack(basis)`, or transpose.
def orthonormal_basis(A, tol=1e-10):
    basis = []
    for a in np.asarray(A, dtype=float).T:
        left = a
        for q in basis + basis:
            left = left - q * (q @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            basis.append(left / length)
    return np.array(basis).reshape(len(basis), len(A))


# %% role="misconception" name="eigenvectors of A @ A.T" fails="stage 3: almost parallel columns"
# The eigenvalues of `A @ A.T` are the singular values of `A` squared: a direction of relative size 1e-8
# becomes 1e-16 and is lost among rounding errors. Take the SVD of `A` itself, or remove directions column by
# column.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    values, vectors = np.linalg.eigh(A @ A.T)
    return vectors[:, values > tol * values[-1]]


# %% role="misconception" name="works inside A" fails="leaves A alone"
# You subtracted inside the array that you were given, so the caller's data are gone. Begin with a copy:
# `A = np.array(A, dtype=float)`; `np.asarray` makes none when `A` is a float array already.
def orthonormal_basis(A, tol=1e-10):
    A = np.asarray(A, dtype=float)
    lengths = np.linalg.norm(A, axis=0)
    keep = []
    for j in range(A.shape[1]):
        for i in keep + keep:
            A[:, j] -= A[:, i] * (A[:, i] @ A[:, j])
        length = np.linalg.norm(A[:, j])
        if length > tol * lengths[j]:
            A[:, j] /= length
            keep.append(j)
    return A[:, keep]


# %% role="misconception" name="cuts integers off" fails="stage 1: independent columns"
# `np.zeros_like(A)` takes the dtype of `A` too, and an integer array drops the fractions of the directions
# that you store in it: 0.6 becomes 0. Create `Q` with `dtype=float`.
def orthonormal_basis(A, tol=1e-10):
    Q, r = np.zeros_like(A), 0
    for a in A.T:
        left = a.astype(float)
        for _ in range(2):
            left = left - Q[:, :r] @ (Q[:, :r].T @ left)
        length = np.linalg.norm(left)
        if length > tol * np.linalg.norm(a):
            Q[:, r] = left / length
            r += 1
    return Q[:, :r]


# %% role="variant" name="dot products with the original column" of="classical Gram-Schmidt"
def orthonormal_basis(A, tol=1e-10):
    basis = []
    for a in A.astype(float).T:
        rest = a.copy()
        for q in basis:
            rest -= np.dot(a, q) * q
        size = np.sqrt(np.dot(rest, rest))
        if size > tol * np.sqrt(np.dot(a, a)):
            basis.append(rest / size)
    return np.array(basis).reshape(len(basis), A.shape[0]).T


# %% role="variant" name="a fixed threshold for what is left" of="an absolute tolerance"
def orthonormal_basis(A, tol=1e-10):
    rest, kept = np.array(A, dtype=float), []
    for j in range(rest.shape[1]):
        size = np.linalg.norm(rest[:, j])
        if size <= tol:
            continue
        q = rest[:, [j]] / size
        kept.append(q)
        rest = rest - q @ (q.T @ rest)
    return np.hstack([np.empty((len(A), 0)), *kept])
