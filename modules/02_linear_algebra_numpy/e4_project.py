# ---
# title: Project onto a column space
# id: project
# version: 1
# skills: [S025, S108]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# How much of the alcohol in 178 wines does their cultivar account for? Let `b` hold the 178 alcohol values
# and `A` one column of ones and one 0/1 column for each of the three cultivars: of all vectors `A @ x`, you
# want the one nearest to `b`. It is the **orthogonal projection** of `b` onto the column space of `A`, and it
# is what every linear regression calls its fitted values. Here it gives each wine the mean of its cultivar,
# 13.74 % for the first.
#
# Real tables repeat themselves. The three 0/1 columns add up to the column of ones, so `A.T @ A` has no
# inverse; the textbook formula `A @ inv(A.T @ A) @ A.T @ b` answered 48.83 % when we tried it, without a
# warning.
#
# Write `project(A, b)`.
#
# - `A` has shape `(m, n)`, `b` has shape `(m,)`; both hold numbers of any dtype, uint8 and float32 too, and
#   may be read-only. Whatever comes, you compute in float64. The result is a new float64 array of shape
#   `(m,)`; `A` and `b` stay as they are.
# - The result `p` lies in the column space of `A`, and what is left over, `b - p`, is orthogonal to every
#   column. Exactly one vector does both.
# - The columns may depend on each other: repeated, repeated in another unit, all zero, more columns than
#   rows. If every entry of `A` is 0, so is every entry of the result.
# - You never have to guess the rank. Every singular value of `A`, in float64, is either more than 1e-6 of the
#   largest one, and counts, or it is 0 on paper and a rounding error in floats, less than 1e-15 of the
#   largest. Every threshold in between is right, NumPy's defaults included. Only the ratio counts: entries
#   may be near 1e9 or 1e-9.
# - Each entry is right to within $10^{-8}\,\lVert b \rVert$. Nothing is banned.
#
# Four measurements, and the line that fits them best, $1.4\,t$ at $t = 1, 2, 3, 4$:
#
# | `A` | `b` | `project(A, b)` | `b - p` |
# |---|---|---|---|
# | 1, 1 | 2 | 1.4 | 0.6 |
# | 1, 2 | 1 | 2.8 | −1.8 |
# | 1, 3 | 6 | 4.2 | 1.8 |
# | 1, 4 | 5 | 5.6 | −0.6 |
#
# The last column has dot product 0 with both columns of `A`. Append 1000, 2000, 3000, 4000 to `A` as a third
# column, the second one in a smaller unit: the projection stays the same.

# %%
import numpy as np
from sklearn.datasets import load_wine

wine = load_wine().data  # 178 wines, 13 measurements
cultivar = load_wine().target  # 0, 1 or 2 for each wine


# %% role="answer"
def project(A, b):
    """Return the orthogonal projection of `b` onto the column space of `A`.

    A: array (m, n) of numbers, of any rank. b: array (m,) of numbers.
    Returns a new float64 array (m,), computed in float64, in the unit of `b`.

    >>> project(np.array([[1.0], [1.0]]), np.array([3.0, 4.0])).round(6)
    array([3.5, 3.5])
    """
    ### BEGIN SOLUTION
    A = np.asarray(A, dtype=np.float64)
    x = np.linalg.lstsq(A, b, rcond=None)[0]
    return A @ x
    ### END SOLUTION


# %% role="shared"
def about(size):
    """Write a size: in digits where the mathematics decides it, between powers of ten where rounding does."""
    if not 0 < size < 1e-3:
        return f"{size:.3g}"
    power = np.floor(np.log10(size))
    return f"{10.0**power:.0e} to {10.0 ** (power + 1):.0e}"


# %% role="picture"
def picture(p, expected, A, b):
    """Look onto the plane through the origin, the projection and b: the floor is the column space."""
    along, up = expected / np.linalg.norm(expected), (b - expected) / np.linalg.norm(b - expected)
    points = {"b": b, "expected p": expected, "your p": p}
    seen = {name: (vector @ along, vector @ up) for name, vector in points.items()}
    return arrows(seen, floor="column space of A", joined=[("b", "expected p"), ("b", "your p")])


# %% role="check" name="one number for each row" points=0
for m, n in [(5, 2), (7, 3)]:
    A, b = rng.normal(size=(m, n)), rng.normal(size=m)
    p = project(A, b)
    assert not isinstance(p, tuple) and np.shape(p) == (m,), (
        f"project(A {A.shape}, b {b.shape}) gave {kind(p)}; shape ({m},) was promised."
    )

# %% role="check" name="new float64 array, A and b as they were" points=0 needs="one number for each row"
for dtype in (np.float64, np.int64, np.float32):
    A, b = rng.integers(-9, 10, size=(6, 2)).astype(dtype), rng.integers(1, 10, size=6).astype(dtype)
    p = pure(project, A, b)
    assert kind(p) == "ndarray float64 (6,)", (
        f"project(A {A.shape}, b {b.shape}) with {A.dtype} entries gave {kind(p)}; "
        "ndarray float64 (6,) was promised."
    )

# %% role="check" name="the worked example" points=1 needs="one number for each row"
A = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0], [1.0, 4.0]])
b = np.array([2.0, 1.0, 6.0, 5.0])
expected = np.array([1.4, 2.8, 4.2, 5.6])
p = np.asarray(project(A, b), dtype=float)
wrong = np.flatnonzero(~(np.abs(p - expected) <= 1e-8 * np.linalg.norm(b)))
assert not wrong.size, (
    f"project(A, b) of the example: entry {wrong[0]} is {p[wrong[0]]:.9g}; "
    f"{expected[wrong[0]]:g} was promised."
)

# %% role="check" name="the residual is orthogonal to every column" points=1 hidden=true needs="one number for each row"
for case in range(24):
    m = int(rng.integers(6, 13))
    n = int(rng.integers(1, m - 3))
    A, b = rng.normal(size=(m, n)), rng.normal(size=m)
    if case % 4 == 1:  # integers
        A, b = np.rint(9 * A).astype(np.int64), np.rint(9 * b).astype(np.int64)
        A[:n] += 40 * np.eye(n, dtype=np.int64)
    elif case % 4 == 2:  # a view of every second row and column, in Fortran order
        wide = np.zeros((2 * m, 2 * n), order="F")
        wide[::2, ::2] = A
        A = wide[::2, ::2]
    elif case % 4 == 3:  # b in the column space, and large
        b = 1e8 * A @ rng.normal(size=n)
    A.setflags(write=False)
    b.setflags(write=False)
    p = np.asarray(project(A, b), dtype=float)
    call, size = f"project(A {A.shape}, b {b.shape}) with {A.dtype} entries", np.linalg.norm(b)
    cosines = A.T @ (b - p) / np.linalg.norm(A, axis=0) / size
    j = np.abs(cosines).argmax()
    assert abs(cosines[j]) <= 2e-8, (
        f"{call}: (b - p) @ A[:, {j}] is {about(abs(cosines[j]))} in units of |b| |A[:, {j}]|; "
        "a right angle, 0, was promised."
    )
    basis = np.linalg.qr(A)[0]
    outside = np.linalg.norm(p - basis @ (basis.T @ p)) / size
    assert outside <= 2e-8, (
        f"{call}: a part of p, {about(outside)} |b| long, lies outside the column space of A; "
        "a combination of the columns was promised."
    )

# %% role="check" name="columns that depend on each other" points=2 hidden=true needs="one number for each row"
cases = []  # (what A looks like, A, independent columns that span the same space, b)
B = rng.choice([-2.0, 2.0], size=(4, 1))
cases.append(("has the same column twice", np.hstack([B, B]), B, rng.normal(size=4)))
for _ in range(20):
    m = int(rng.integers(7, 15))
    B = rng.normal(size=(m, int(rng.integers(2, 5))))
    A = np.insert(B, 1, B[:, 0], axis=1)
    cases.append(("repeats its first column at once", A, B, rng.normal(size=m)))
for scale in (1e9, 1e-9):
    B = rng.normal(size=(9, 3))
    A = scale * np.column_stack([B, B @ rng.normal(size=(3, 2))])
    cases.append((f"has dependent columns with entries near {scale:g}", A, B, rng.normal(size=9)))
for _ in range(4):
    rows = np.concatenate([rng.choice(np.flatnonzero(cultivar == k), 5 + k, replace=False) for k in range(3)])
    B = np.eye(3)[cultivar[rows]]
    A = np.hstack([np.ones((18, 1)), B])
    cases.append(("has a column of ones and one per cultivar", A, B, wine[rows, 0]))
for _ in range(6):
    B = np.linalg.qr(rng.normal(size=(12, 3)))[0]
    B[:, 1] = B[:, 0] + 6e-6 * B[:, 1]
    cases.append(("has two columns that agree to five digits", B, B, rng.normal(size=12)))
for j in (3, 4, 3, 4):
    rows = rng.choice(178, 40, replace=False)
    B = wine[np.ix_(rows, [j, 12])]
    A = np.column_stack([B[:, 0], 1000 * B[:, 1], B[:, 1]])
    cases.append(("has the proline in two units, 1000 apart", A, B, wine[rows, 10]))
for _ in range(3):
    B = rng.integers(0, 256, size=(20, 3), dtype=np.uint8)
    B[:3] |= 128 * np.eye(3, dtype=np.uint8)
    A, b = np.insert(B, [1, 3], 0, axis=1), rng.integers(0, 256, size=20, dtype=np.uint8)
    cases.append(("has uint8 pixels, two of them never lit", A, B.astype(float), b))
for _ in range(4):
    B = rng.integers(-9, 10, size=(40, 3)).astype(float)
    B[:3] += 20 * np.eye(3)
    A, b = np.hstack([B, B @ [[1, 2], [1, -3], [-2, 1]]]), B @ rng.normal(size=3) + rng.normal(size=40)
    what = "has float32 entries, two columns mixed from the others"
    cases.append((what, A.astype(np.float32), B, b.astype(np.float32)))
cases.append(("has more columns than rows", rng.normal(size=(4, 7)), np.eye(4), rng.normal(size=4)))
cases.append(("is all zero", np.zeros((6, 3)), np.zeros((6, 0)), rng.normal(size=6)))
for what, A, B, b in cases:
    A.setflags(write=False)
    b.setflags(write=False)
    p = np.asarray(project(A, b), dtype=float)
    basis = np.linalg.qr(B)[0]
    away = np.linalg.norm(p - basis @ (basis.T @ b)) / np.linalg.norm(b.astype(float))
    assert away <= 2e-8, (
        f"project(A {A.shape}, b {b.shape}), where A {what}: your result is {about(away)} |b| "
        "away from the projection; at most 1e-8 |b| was promised."
    )

# %% [markdown] role="hint"
# You look for the point `A @ x` nearest to `b`, so for *some* `x` that makes `b - A @ x` as short as
# possible. With dependent columns many `x` do; all of them give the same point. Which routine in `np.linalg`
# finds such an `x` without asking for an inverse?

# %% [markdown] role="hint"
# `np.linalg.lstsq` returns the shortest `x` among the best ones, whatever the rank; with `rcond=None` it
# takes singular values that are tiny beside the largest one for zeros. It returns four things, the first is
# `x`. The projection is not `x` itself but the combination of columns that `x` stands for.

# %% [markdown] role="hint"
# ```python
# A = np.asarray(A, dtype=np.float64)
# x = np.linalg.lstsq(A, b, rcond=None)[0]
# return ...
# ```

# %% [markdown] role="explanation"
# `lstsq` decomposes `A` by singular values and drops those that are rounding errors beside the largest, so
# the coefficients stay small and `A @ x` is the projection for every rank. With `rcond=None` a rounding error
# is what lies below max(m, n) · 2.2e-16 of the largest, for `np.linalg.pinv` what lies below 1e-15. That fits
# columns that repeat to the last bit. Data repeat themselves to their own precision: a column that was stored
# once as float32 and once as float64 comes out with a ratio near 1e-8, is independent for both defaults, and
# gets a large coefficient. Then choose `rcond` by what the data are worth. It costs about $m n^2$ operations
# for $m \ge n$, and works on `A` itself: forming `A.T @ A` squares the ratio of the largest to the smallest
# singular value, and with it the rounding errors.
#
# To project many vectors onto one space, compute a basis once:
# `U, s, _ = np.linalg.svd(A, full_matrices=False)`, keep the columns of `U` with `s > 1e-10 * s[0]`, and each
# projection is `U @ (U.T @ b)`, two small products. QR is faster than the SVD, but only with column pivoting
# (`scipy.linalg.qr(A, pivoting=True)`) can you tell from its diagonal which columns to drop. The normal
# equations are the fastest of all, and fine when the columns are known to be independent and of similar size.
#
# The projection is unique, the coefficients are not: two people who fit the wine table with its redundant
# columns report the same predictions and different coefficients.


# %% role="alternative" name="by the left singular vectors"
def project(A, b):
    U, s, _ = np.linalg.svd(np.asarray(A, dtype=float), full_matrices=False)
    basis = U[:, s > 1e-10 * s.max()]
    return basis @ (basis.T @ b)


# %% role="alternative" name="by the pseudo-inverse"
def project(A, b):
    A = A.astype(float)
    return A @ (np.linalg.pinv(A) @ b)


# %% role="alternative" name="by QR with column pivoting"
def project(A, b):
    from scipy.linalg import qr

    Q, R, _ = qr(A.astype(float), mode="economic", pivoting=True)
    sizes = np.abs(R.diagonal())
    rank = int((sizes > 1e-10 * sizes[0]).sum())
    return np.einsum("ik,jk,j->i", Q[:, :rank], Q[:, :rank], b.astype(float))


# %% role="alternative" name="column by column, each made orthogonal twice"
def project(A, b):
    target, p, basis = np.array(b, dtype=float), np.zeros(len(b)), []
    for column in np.array(A, dtype=float).T:
        rest = column.copy()
        for q in basis + basis:
            rest -= q * (q @ rest)
        size = np.sqrt(rest @ rest)
        if size > 1e-9 * np.sqrt(column @ column):
            basis.append(rest / size)
            p += basis[-1] * (basis[-1] @ target)
    return p


# %% role="misconception" name="inverts A.T @ A" fails="columns that depend on each other"
# `A.T @ A` has an inverse only when the columns are independent. When one column repeats another, NumPy
# either says "Singular matrix" or divides by a rounding error and returns nonsense; `np.linalg.lstsq` needs
# no inverse.
def project(A, b):
    A = np.asarray(A, dtype=float)
    return A @ np.linalg.inv(A.T @ A) @ A.T @ b


# %% role="variant" of="inverts A.T @ A" name="solves the normal equations"
def project(A, b):
    A = A.astype(float)
    coef = np.linalg.solve(A.T @ A, A.T @ b)
    return (A * coef).sum(axis=1)


# %% role="misconception" name="pseudo-inverse of A.T @ A" fails="columns that depend on each other"
# `A.T @ A` squares the singular values: a ratio of 1e-5 in `A` becomes 1e-10, and many of your digits are
# lost before `pinv` sees them. Take the pseudo-inverse of `A` itself, or `np.linalg.lstsq(A, b)`.
def project(A, b):
    A = np.asarray(A, dtype=float)
    return A @ np.linalg.pinv(A.T @ A) @ A.T @ b


# %% role="misconception" name="adds a ridge" fails="columns that depend on each other"
# A small number on the diagonal of `A.T @ A` makes it invertible, but you then solve another problem: the
# result is pulled towards 0, and where entries are near 1e-9 the small number outweighs the data.
# `np.linalg.lstsq` needs no such help.
def project(A, b):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    return A @ np.linalg.solve(A.T @ A + 1e-10 * np.eye(A.shape[1]), A.T @ b)


# %% role="misconception" name="adds an intercept" fails="the residual is orthogonal to every column"
# Your fit contains a column of ones that `A` may not have: `LinearRegression` adds one by default, and so
# does taking the means off first. The result then leaves the column space of `A`; project on the columns that
# are there.
def project(A, b):
    A = np.column_stack([np.ones(len(A)), np.asarray(A, dtype=float)])
    return A @ np.linalg.lstsq(A, b, rcond=None)[0]


# %% role="variant" of="adds an intercept" name="by scikit-learn's default"
def project(A, b):
    from sklearn.linear_model import LinearRegression

    A, b = A.astype(float), b.astype(float)
    return LinearRegression().fit(A, b).predict(A)


# %% role="misconception" name="adds the projections on single columns" fails="the worked example"
# You projected `b` on each column alone and added the results. That counts twice what two columns have in
# common; it is right only when the columns are orthogonal to each other. Solve for all coefficients at once.
def project(A, b):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    lengths = (A**2).sum(axis=0)
    return A @ np.divide(A.T @ b, lengths, out=np.zeros_like(lengths), where=lengths > 0)


# %% role="variant" of="adds the projections on single columns" name="in a loop over the columns"
def project(A, b):
    p = np.zeros(A.shape[0])
    for a in A.T.astype(float):
        if a.any():
            p = p + a * np.dot(a, b) / np.dot(a, a)
    return p


# %% role="misconception" name="returns the coefficients" fails="one number for each row"
# Your result has one number for each column: these are the coefficients `x`. The projection is the point that
# they stand for, `A @ x`, with one number for each row.
def project(A, b):
    return np.linalg.lstsq(np.asarray(A, dtype=float), b, rcond=None)[0]


# %% role="misconception" name="returns what is left over" fails="the worked example"
# You returned `b - p`, the part of `b` that the columns cannot reach. The projection is the other part, `p`.
def project(A, b):
    A = np.asarray(A, dtype=float)
    return b - A @ np.linalg.lstsq(A, b, rcond=None)[0]


# %% role="misconception" name="takes the columns for orthonormal" fails="the worked example"
# `A @ (A.T @ b)` projects only when the columns have length 1 and are orthogonal to each other. Those of `A`
# are neither: solve for the coefficients, or make an orthonormal basis first.
def project(A, b):
    A = np.asarray(A, dtype=float)
    return A @ (A.T @ b)


# %% role="misconception" name="QR with all its columns" fails="columns that depend on each other"
# `np.linalg.qr` always returns full columns of `Q`: where a column of `A` depends on earlier ones, that of
# `Q` is an arbitrary direction outside the column space, and you projected on it too. Use `lstsq`, or find
# the rank.
def project(A, b):
    Q, _ = np.linalg.qr(np.asarray(A, dtype=float))
    return Q @ (Q.T @ b)


# %% role="misconception" name="QR, dropping small diagonal entries" fails="columns that depend on each other"
# You dropped the columns of `Q` where the diagonal of `R` is tiny. But `np.linalg.qr` put an arbitrary
# direction there, and the columns after it were expressed with its help: without it a piece of their space is
# missing. The diagonal tells the rank only with column pivoting (`scipy.linalg.qr(A, pivoting=True)`).
def project(A, b):
    Q, R = np.linalg.qr(np.asarray(A, dtype=float))
    diagonal = np.abs(np.diag(R))
    Q = Q[:, : len(diagonal)][:, diagonal > 1e-10 * diagonal.max()]
    return Q @ (Q.T @ b)


# %% role="misconception" name="the first columns of QR" fails="columns that depend on each other"
# You took as many columns of `Q` as the rank, but from the left: where a dependent column stands early, its
# column of `Q` is an arbitrary direction, and a real one further right was cut off. Use column pivoting, or
# the left singular vectors: they are sorted.
def project(A, b):
    A = np.asarray(A, dtype=float)
    Q = np.linalg.qr(A)[0][:, : np.linalg.matrix_rank(A)]
    return Q @ (Q.T @ b)


# %% role="misconception" name="keeps every left singular vector" fails="columns that depend on each other"
# The SVD always returns full columns of `U`. Those that belong to singular values of 0, up to rounding, point
# outside the column space: keep only the columns whose singular value is more than, say, 1e-10 of the
# largest.
def project(A, b):
    U, _, _ = np.linalg.svd(np.asarray(A, dtype=float), full_matrices=False)
    return U @ (U.T @ b)


# %% role="misconception" name="a fixed threshold for the rank" fails="columns that depend on each other"
# You compared the singular values with a fixed number. When the entries are near 1e-9 that drops real
# directions, near 1e9 it keeps rounding errors: compare each singular value with the largest one.
def project(A, b):
    U, s, _ = np.linalg.svd(np.asarray(A, dtype=float), full_matrices=False)
    U = U[:, s > 1e-8]
    return U @ (U.T @ b)


# %% role="misconception" name="drops a direction that counts" fails="columns that depend on each other"
# Two columns that agree to five digits span a plane all the same, and you kept a line. Every singular value
# above 1e-6 of the largest counts; for the eigenvalues of `A.T @ A`, which are squares, that would be 1e-12.
def project(A, b):
    U, s, _ = np.linalg.svd(np.asarray(A, dtype=float), full_matrices=False)
    U = U[:, s > 1e-5 * s.max()]
    return U @ (U.T @ b)


# %% role="misconception" name="divides by the length of a zero column" fails="columns that depend on each other"
# Bringing every column to length 1 is a good idea, but a column of zeros has length 0, and 0/0 fills it with
# nan. Leave such columns out: they add nothing to the space.
def project(A, b):
    A = np.asarray(A, dtype=float)
    U, s, _ = np.linalg.svd(A / np.linalg.norm(A, axis=0), full_matrices=False)
    U = U[:, s > 1e-10 * s[0]]
    return U @ (U.T @ b)


# %% role="misconception" name="leaves float32 as it is" fails="columns that depend on each other"
# float32 keeps 7 digits, and the promise is 8: even where NumPy decomposes in float64, it hands back a
# float32 `U` for a float32 `A`. Convert `A` to float64 first, whatever its dtype.
def project(A, b):
    A = A if A.dtype.kind == "f" else A.astype(float)
    U, s, _ = np.linalg.svd(A, full_matrices=False)
    U = U[:, s > 1e-10 * s.max()]
    return (U @ (U.T @ b)).astype(float)


# %% role="misconception" name="works inside A" fails="new float64 array, A and b as they were"
# You made the columns orthogonal inside the array that you were given, so the caller's data are gone. Begin
# with a copy: `A = np.array(A, dtype=float)`; `np.asarray` makes none when `A` is a float array already.
def project(A, b):
    A = np.asarray(A, dtype=float)
    p = np.zeros(len(b))
    for j in range(A.shape[1]):
        size = np.sqrt(A[:, j] @ A[:, j])
        for _ in range(2):
            for i in range(j):
                A[:, j] -= A[:, i] * (A[:, i] @ A[:, j])
        rest = np.sqrt(A[:, j] @ A[:, j])
        A[:, j] = A[:, j] / rest if rest > 1e-9 * size else 0
        p += A[:, j] * (A[:, j] @ b)
    return p
