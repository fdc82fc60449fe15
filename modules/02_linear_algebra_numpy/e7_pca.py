# ---
# title: Principal components
# id: pca
# version: 1
# skills: [S025, S108, S044]
# stars: 3
# minutes: 30
# ---

# %% [markdown]
# A digit image is 64 numbers, and neighbouring pixels say nearly the same. Ten well chosen numbers for each
# of the 1797 images keep 74 % of their variance, 21 keep 90 %; two let you draw all images as points on a
# page. Principal component analysis chooses them: it turns the axes so that the first points where the data
# vary most, the second where they vary most at a right angle to the first, and so on.
#
# One forgotten line ruins it, and nothing crashes. Without subtracting the mean, the first "direction" of the
# digits is the mean image itself (cosine 0.99998) and takes 70 % of the sum of squares: it says where the data are,
# not how they vary.
#
# Write `pca(X, k)`, which returns a tuple `(components, scores, explained_ratio)`.
#
# - `X` has shape `(n, d)`, one row for each observation, with numbers of any dtype, and may be read-only;
#   `n < d` is allowed. `X` stays as it is, and the three results are new float64 arrays. Compute in float64
#   also where `X` holds integers or float32.
# - `components`, shape `(k, d)`: one direction in each **row**. The rows have length 1, are orthogonal to
#   each other, and stand in the order of falling variance.
# - `scores`, shape `(n, k)`: the coordinates of every observation in these directions, measured from the mean
#   of the rows: `(X - mean) @ components.T`. So column `j` of `scores` belongs to row `j` of `components`.
# - `explained_ratio`, shape `(k,)`: the variance of each column of `scores` as a share of the **total**
#   variance of `X`, the sum over all `d` columns. With all directions kept the shares add up to 1, with fewer
#   to less.
# - The sign of a direction is free, because $-v$ points along the same line as $v$; scores and direction have
#   to agree.
# - ValueError unless `1 <= k <= min(n, d)`. You can count on two rows at least, and on some of them being
#   different, so that the total variance is not 0.
# - Units are the caller's business: do not rescale the columns.
# - Each result is right to within 1e-7 of its largest entry. You can count on each of the `k` directions
#   having a spread (standard deviation) at least 10 % above the next one's. Where `k = n <= d`, nothing
#   varies along the last direction: any is right that is orthogonal to the others.
#
# Four points in space, corners of a tilted rectangle, 12 long and 6 wide, around the mean (12, 5, 8):
#
# | `X` | `X - mean` | scores for `k = 2` |
# |---|---|---|
# | 10, 1, 3 | −2, −4, −5 | −6, −3 |
# | 6, 5, 5 | −6, 0, −3 | −6, 3 |
# | 18, 5, 11 | 6, 0, 3 | 6, −3 |
# | 14, 9, 13 | 2, 4, 5 | 6, 3 |
#
# The components are (2, 1, 2) / 3 and (−2, 2, 1) / 3. The squares of the scores add up to 144 in the first
# column and 36 in the second, so `explained_ratio` is 0.8 and 0.2. For `k = 1` you return the first of each:
# one row of components, one column of scores, and `[0.8]`, for the total does not change.
#
# Three checks follow the three results, each with a point of its own: directions, scores, shares. NumPy is
# all you need; scikit-learn's `PCA` is what you are building.

# %%
import numpy as np
from sklearn.datasets import load_digits, load_wine

wine = load_wine().data  # 178 wines, 13 measurements
digits, digit = load_digits(return_X_y=True)  # 1797 images of 64 pixels, and what each shows


# %% role="answer"
def pca(X, k):
    """Return the first `k` principal components of the rows of `X`.

    X: array (n, d) of numbers, n >= 2, not all rows equal. k: int, 1 <= k <= min(n, d).
    Returns a tuple of new float64 arrays: components (k, d), orthonormal rows by falling variance;
    scores (n, k), in the unit of `X`; explained_ratio (k,), shares of the total variance.
    Raises ValueError for any other k.

    >>> X = np.array([[10, 1, 3], [6, 5, 5], [18, 5, 11], [14, 9, 13]])
    >>> components, scores, explained_ratio = pca(X, 1)
    >>> explained_ratio.round(6)
    array([0.8])
    """
    ### BEGIN SOLUTION
    X = np.asarray(X, dtype=np.float64)
    if not 1 <= k <= min(X.shape):
        raise ValueError(f"k = {k} for an array of shape {X.shape}: expected 1 to {min(X.shape)}")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components = Vt[:k].copy()
    return components, centred @ components.T, s[:k] ** 2 / (s**2).sum()
    ### END SOLUTION


# %% role="shared"
def made(rng, n, d):
    """Return a table (n, d) whose spread falls by at least 10 % after each direction, and its rank."""
    rank = min(n - 1, d)
    spread = 0.75 ** np.arange(rank) * rng.uniform(1, 1.1, size=rank)
    left = rng.normal(size=(n, rank))
    left = np.linalg.qr(left - left.mean(axis=0))[0]
    right = np.linalg.qr(rng.normal(size=(d, rank)))[0]
    return (left * spread) @ right.T + rng.uniform(-2, 2, size=d), rank


def tables(rng):
    """Yield (what, X, k) with a spread that falls by at least 10 % after each of the k directions."""
    standard = (wine - wine.mean(axis=0)) / wine.std(axis=0)
    for X, k in [(standard, 1), (wine, 2), (standard, 3)]:
        what = "in their own units" if X is wine else "standardised"
        yield f"the wines, {what}", X[rng.permutation(178)][:, rng.permutation(13)], k
    for pair in ((0, 1), (5, 3)):
        rows = rng.permutation(np.flatnonzero(np.isin(digit, pair))[:80])
        yield f"uint8 images of {pair[0]} and {pair[1]}", digits[rows].astype(np.uint8), 2
    for case in range(21):
        n, d = rng.choice(np.arange(5, 14), size=2, replace=False)
        X, rank = made(rng, n, d)
        scale = (1.0, 1e-6, 1e6)[case % 3]
        X = np.asfortranarray(scale * X) if case % 2 else np.repeat(scale * X, 2, axis=0)[::2]
        yield f"entries near {scale:g}", X, int(rng.integers(1, rank + 1))
    yield "k = d < n", made(rng, 9, 4)[0], 4
    yield "float32 entries near 100", (100 + made(rng, 40, 5)[0]).astype(np.float32), 2


# %% role="check" name="three results" points=0
for n, d, k in [(7, 4, 2), (5, 8, 3)]:
    X = rng.normal(size=(n, d))
    out = pca(X, k)
    assert isinstance(out, (tuple, list)) and len(out) == 3, (
        f"pca(X {X.shape}, {k}) gave {kind(out)}; a tuple (components, scores, explained_ratio) was promised."
    )
    for name, part, shape in zip(("components", "scores", "explained_ratio"), out, [(k, d), (n, k), (k,)]):
        assert np.shape(part) == shape, (
            f"pca(X {X.shape}, {k}): {name} is {kind(part)}; shape {shape} was promised."
        )

# %% role="check" name="new float64 arrays, X as it was" points=0 needs="three results"
for dtype in (np.float64, np.int64):
    X = rng.integers(-9, 10, size=(6, 3)).astype(dtype)
    out = pure(pca, X, 2)
    kinds = tuple(kind(part) for part in out)
    promised = ("ndarray float64 (2, 3)", "ndarray float64 (6, 2)", "ndarray float64 (2,)")
    assert type(out) is tuple and kinds == promised, (
        f"pca(X {X.shape}, 2) with {X.dtype} entries gave {kind(out)} of {', '.join(kinds)}; "
        "a tuple of three float64 arrays was promised."
    )

# %% role="check" name="ValueError for an impossible k" points=0
for shape, k in [((7, 4), 0), ((7, 4), 5), ((7, 4), -1), ((3, 6), 4)]:
    try:
        out = pca(rng.normal(size=shape), k)
    except ValueError:
        continue
    raise AssertionError(
        f"pca(X {shape}, {k}) returned {kind(out)}; for this shape k = {k} is not between 1 and "
        f"{min(shape)}, and ValueError was promised."
    )

# %% role="check" name="all directions, and their shares" points=0 needs="three results"
for n, d in [(7, 4), (3, 6)]:
    X, k = made(rng, n, d)[0], min(n, d)
    try:
        total = np.sum(pca(X, k)[2])
    except ValueError as error:
        raise AssertionError(
            f"pca(X {X.shape}, {k}) raised ValueError; k = {k} is min(n, d), and allowed."
        ) from error
    assert abs(total - 1) <= 1e-7, (
        f"pca(X {X.shape}, {k}) keeps all directions: its shares add up to {total:.6g}; 1 was promised."
    )

# %% role="check" name="stage 1: directions" points=1 needs="three results"
X = np.array([[10, 1, 3], [6, 5, 5], [18, 5, 11], [14, 9, 13]])
directions = np.array([[2, 1, 2], [-2, 2, 1]]) / 3
for k in (1, 2):
    components = np.asarray(pca(X, k)[0], dtype=float)
    for j in range(k):
        turned = components[j] if components[j] @ directions[j] >= 0 else -components[j]
        assert np.abs(turned - directions[j]).max() <= 1e-7, (
            f"pca(X, {k}) of the example: row {j} of components is, up to its sign, {np.round(turned, 4)}; "
            f"{np.round(directions[j], 4)} was promised."
        )

# %% role="check" name="stage 2: scores" points=1 needs="stage 1: directions"
examples = [np.array([[10, 1, 3], [6, 5, 5], [18, 5, 11], [14, 9, 13]]), wine, wine[:9]]
for X, k in zip(examples, (2, 3, 2)):
    components, scores, _ = (np.asarray(part, dtype=float) for part in pca(X, k))
    expected = (X - X.mean(axis=0)) @ components.T
    middle = np.abs(scores.mean(axis=0)).max()
    assert middle <= 1e-7 * np.abs(expected).max(), (
        f"pca(X {X.shape}, {k}): the mean of a column of scores is {middle:.6g} away from 0; scores are "
        "measured from the mean of the rows, so 0 was promised."
    )
    i, j = np.unravel_index(np.abs(scores - expected).argmax(), expected.shape)
    assert close(scores, expected, rtol=0, atol=1e-7 * np.abs(expected).max()), (
        f"pca(X {X.shape}, {k}): scores[{i}, {j}] is {scores[i, j]:.6g}; "
        f"(X - mean)[{i}] @ components[{j}], which is {expected[i, j]:.6g}, was promised."
    )

# %% role="check" name="stage 3: shares" points=1 needs="three results"
X, shares = np.array([[10, 1, 3], [6, 5, 5], [18, 5, 11], [14, 9, 13]]), np.array([0.8, 0.2])
for k in (1, 2):
    explained_ratio = np.asarray(pca(X, k)[2], dtype=float)
    assert close(explained_ratio, shares[:k], rtol=0, atol=1e-7), (
        f"pca(X, {k}) of the example: explained_ratio is {np.round(explained_ratio, 4)}; "
        f"{shares[:k]} was promised."
    )

# %% role="check" name="agrees with scikit-learn, signs aside" points=1 hidden=true needs=["three results", "ValueError for an impossible k"]
from sklearn.decomposition import PCA

for what, X, k in tables(rng):
    X.setflags(write=False)
    components, scores, explained_ratio = (np.asarray(part, dtype=float) for part in pca(X, k))
    exact = X.astype(np.float64)
    fitted = PCA(n_components=k, svd_solver="full").fit(exact)
    call = f"pca(X {X.shape}, {k}) with {what}"
    signs = np.where((components * fitted.components_).sum(axis=1) < 0, -1.0, 1.0)
    pairs = [
        ("components", components, signs[:, None] * fitted.components_),
        ("scores", scores, signs * fitted.transform(exact)),
        ("explained_ratio", explained_ratio, fitted.explained_variance_ratio_),
    ]
    for name, got, oracle in pairs:
        off = np.abs(got - oracle).max() / np.abs(oracle).max()
        assert off <= 1e-7, (
            f"{call}: {name}, with entries up to {np.abs(got).max():.6g} in size, is off by {off:.2g} of the "
            "largest entry; at most 1e-7 was promised, whatever the signs."
        )

# %% role="check" name="uncorrelated scores, nothing unaccounted for" points=2 hidden=true needs=["three results", "ValueError for an impossible k"]
full = [("k = n < d", made(rng, n, n + 3)[0], n) for n in (3, 5)]
for what, X, k in [*tables(rng), *full]:
    X.setflags(write=False)
    components, scores, explained_ratio = (np.asarray(part, dtype=float) for part in pca(X, k))
    call = f"pca(X {X.shape}, {k}) with {what}"
    tilt = np.abs(components @ components.T - np.eye(k)).max()
    assert tilt <= 1e-7, (
        f"{call}: components @ components.T differs from the identity by {tilt:.2g}; "
        "orthonormal rows were promised."
    )
    centred = X - X.mean(axis=0, dtype=np.float64)
    total = (centred**2).sum()
    middle = np.abs(scores.mean(axis=0)).max() / np.abs(centred).max()
    assert middle <= 1e-7, (
        f"{call}: the mean of a column of scores is {middle:.2g} in units of the largest deviation from the "
        "mean; at most 1e-7 was promised."
    )
    products = scores.T @ scores / total
    mixed = np.abs(products - np.diag(products.diagonal())).max()
    assert mixed <= 1e-7, (
        f"{call}: two columns of scores have the product sum {mixed:.2g} in units of the total variance; "
        "uncorrelated columns, 0, were promised."
    )
    missing = ((centred - scores @ components) ** 2).sum() / total
    dropped = 1 - explained_ratio.sum()
    assert abs(missing - dropped) <= 1e-7, (
        f"{call}: scores @ components leaves {missing:.6g} of the total variance unexplained, "
        f"but explained_ratio leaves {dropped:.6g}; the same was promised."
    )
    moved = np.asarray(pca(X + 100.0 * np.abs(centred).max(), k)[2], dtype=float)
    change = np.abs(moved - explained_ratio).max()
    assert change <= 1e-7, (
        f"{call}: adding one number to all entries changed explained_ratio by {change:.2g}; "
        "no change was promised."
    )

# %% [markdown] role="hint"
# Take the stages one by one. First subtract from each column its mean, and keep that array: all three results
# come from it. Then look at `np.linalg.svd(centred, full_matrices=False)`: which of its three factors has
# rows of length `d` that are orthonormal and ordered?

# %% [markdown] role="hint"
# With `U, s, Vt = np.linalg.svd(centred, full_matrices=False)` the directions are the first `k` **rows** of
# `Vt` (NumPy returns it transposed already), and the scores are `centred @ components.T`. The sum of squares
# along direction `j` is `s[j] ** 2`; the total is the sum over *all* of `s`, not only the `k` that you keep.

# %% [markdown] role="hint"
# ```python
# if not 1 <= k <= min(X.shape):
#     raise ValueError(f"k = {k} for an array of shape {X.shape}")
# centred = X - X.mean(axis=0)
# _, s, Vt = np.linalg.svd(centred, full_matrices=False)
# components = Vt[:k].copy()
# return components, centred @ components.T, ...
# ```

# %% [markdown] role="explanation"
# `centred = U @ diag(s) @ Vt`. The rows of `Vt` are orthonormal, and along the first of them the centred data
# have the largest sum of squares that any direction can have, `s[0] ** 2`; along the second the largest at a
# right angle to it, and so on. Variance is the sum of squares over `n` (or `n - 1`): the divisor drops out of
# the shares. The scores are also `U[:, :k] * s[:k]`, without a product.
#
# The SVD costs about $n d \min(n, d)$ operations. For many rows and few columns the covariance matrix is
# cheaper: `np.linalg.eigh(centred.T @ centred)` is $n d^2$ multiplications and a small eigenproblem. Its
# eigenvalues come in *ascending* order, and squaring costs digits: directions whose spread is below 1e-8 of
# the first one's are lost in rounding. For tables too large for either, take a randomised method
# (`PCA(svd_solver="randomized")`).
#
# PCA sees units. In the wine table proline alone makes up nearly all of the first component (99.8 % of the
# variance), since its numbers are the largest; standardise the columns first when their units have nothing to
# do with each other. And the signs are arbitrary: compare components of two runs up to sign, or better,
# compare reconstructions.


# %% role="alternative" name="by the eigenvectors of the covariance matrix"
def pca(X, k):
    n, d = np.shape(X)
    if k < 1 or k > n or k > d:
        raise ValueError("no such k")
    rows = np.array(X, dtype=float)
    rows -= rows.mean(0)
    covariance = np.cov(rows, rowvar=False).reshape(d, d)
    values, vectors = np.linalg.eigh(covariance)
    order = values.argsort()[::-1][:k]
    return vectors.T[order], rows.dot(vectors[:, order]), values[order] / np.trace(covariance)


# %% role="alternative" name="by orthogonal iteration"
def pca(X, k):
    if k not in range(1, min(np.shape(X)) + 1):
        raise ValueError("no such k")
    deviations = np.subtract(X, np.mean(X, axis=0, dtype=float))
    deviations /= (size := np.abs(deviations).max())
    Q = np.linalg.qr(np.random.default_rng(1).normal(size=(np.shape(X)[1], k)))[0]
    gram = deviations.T @ deviations
    for _ in range(300):
        Q, _ = np.linalg.qr(gram @ Q)
    scores = deviations @ Q
    return Q.T.copy(), size * scores, np.einsum("ij,ij->j", scores, scores) / np.vdot(deviations, deviations)


# %% role="misconception" name="no centring" fails="stage 1: directions"
# You decomposed `X` itself. Its first direction then points from 0 to the middle of the data and says where
# they are, not how they vary: subtract the mean of every column first, and use the centred array throughout.
def pca(X, k):
    X = np.asarray(X, dtype=float)
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    _, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt[:k].copy(), X @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="ratios of singular values" fails="stage 3: shares"
# A singular value is a spread, like a standard deviation. Variance is its square: divide `s[:k] ** 2` by the
# sum of all `s ** 2`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] / s.sum()


# %% role="misconception" name="divides by the kept sum" fails="stage 3: shares"
# You divided by the variance of the directions that you kept, so the shares add up to 1 for every `k` and
# cannot say how much was lost. Divide by the variance in *all* directions: take the sum before you cut to
# `k`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    s, components = s[:k], Vt[:k].copy()
    return components, centred @ components.T, s**2 / (s**2).sum()


# %% role="variant" of="divides by the kept sum" name="variances of the scores over their own sum"
def pca(X, k):
    if k < 1 or k > min(X.shape):
        raise ValueError
    rows = X - np.mean(X, axis=0)
    components = np.linalg.svd(rows)[2][:k]
    scores = np.dot(rows, components.T)
    variances = scores.var(axis=0)
    return components.copy(), scores, variances / variances.sum()


# %% role="misconception" name="transposed components" fails="three results"
# Your directions stand in columns. The convention here, and scikit-learn's, is one direction in each **row**,
# shape `(k, d)`: return the transpose.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].T.copy(), centred @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="columns of Vt" fails="stage 1: directions"
# `np.linalg.svd` returns its third factor transposed already: the directions are its **rows**, `Vt[:k]`. You
# took its columns, which have the right length and nothing to do with the data.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, V = np.linalg.svd(centred)
    return V[:, :k].T.copy(), centred @ V[:, :k], s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="columns of the thin Vt" fails="three results"
# `np.linalg.svd` returns its third factor transposed already: the directions are its **rows**, `Vt[:k]`. With
# `full_matrices=False` its columns do not even have length `d` where there are fewer rows than columns.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    U, s, V = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    return V[:, :k].T.copy(), U[:, :k] * s[:k], s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="ascending order of eigh" fails="stage 1: directions"
# `np.linalg.eigh` lists eigenvalues from small to large, so you kept the directions with the *least*
# variance. Reverse values and vectors together: `values[::-1]`, `vectors[:, ::-1]`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    return vectors[:, :k].T.copy(), centred @ vectors[:, :k], values[:k] / values.sum()


# %% role="misconception" name="last of eigh, not turned round" fails="stage 1: directions"
# `np.linalg.eigh` sorts from small to large. The last `k` are the right ones, but the largest stands at the
# end: turn values and vectors round, `values[::-1][:k]` and `vectors[:, ::-1][:, :k]`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0, dtype=np.float64)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    components = vectors[:, -k:].T.copy()
    return components, centred @ components.T, values[-k:] / values.sum()


# %% role="misconception" name="rows of the eigenvectors" fails="stage 1: directions"
# `np.linalg.eigh` puts one eigenvector in each **column** (unlike the last factor of `svd`, which has them in
# its rows). Your rows have length 1 as well and mix all directions: transpose the matrix first.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    components = vectors[::-1][:k].copy()
    return components, centred @ components.T, values[::-1][:k] / values.sum()


# %% role="misconception" name="scores without the mean removed" fails="stage 2: scores"
# You centred the data for the directions and projected the original rows. Scores are measured from the mean:
# project the same centred array.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    _, s, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    return Vt[:k].copy(), X @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="scores without their size" fails="stage 2: scores"
# The columns of `U` have length 1 each, so all your scores spread equally. Multiply column `j` by `s[j]`, or
# project: `centred @ components.T`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    U, s, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    return Vt[:k].copy(), U[:, :k].copy(), s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="turns the directions only" fails="uncorrelated scores, nothing unaccounted for"
# You gave each direction a sign of your own choice and left the scores as they came from the SVD, so
# `scores @ components` mirrors the data. Choose the sign first and project on the result, or turn both.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components = Vt[:k].copy()
    largest = components[np.arange(k), np.abs(components).argmax(axis=1)]
    components[largest < 0] *= -1
    return components, U[:, :k] * s[:k], s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="signs chosen apart" fails="stage 2: scores"
# You chose the signs of the directions by one rule and those of the scores by another, so where the rules
# differ `scores @ components` mirrors the data. Choose the sign of each direction first, then project on it.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components, scores = Vt[:k].copy(), centred @ Vt[:k].T
    components[components.sum(axis=1) < 0] *= -1
    scores[:, scores[0] < 0] *= -1
    return components, scores, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="different divisors above and below" fails="stage 3: shares"
# A variance divides by n or by n - 1, and you took n - 1 for the parts and n for the total (`np.var` takes n,
# `np.cov` n - 1). Each share is too large by n / (n - 1), and together they exceed 1. Use one divisor for
# both, or plain sums of squares.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    variances = s[:k] ** 2 / (len(X) - 1)
    return Vt[:k].copy(), centred @ Vt[:k].T, variances / X.var(axis=0).sum()


# %% role="variant" of="different divisors above and below" name="np.cov over np.var"
def pca(X, k):
    if k < 1 or k > min(X.shape):
        raise ValueError(k)
    rows = X - np.mean(X, 0)
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(rows.T)))
    vectors = vectors[:, ::-1][:, :k]
    return vectors.T.copy(), rows @ vectors, values[::-1][:k] / X.var(axis=0).sum()


# %% role="misconception" name="takes the total of X itself" fails="stage 3: shares"
# The squares of `X` measure from 0, those of the directions from the mean, so your shares are too small and
# do not reach 1. The total is the sum of squares of the *centred* table, or of all singular values.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    total = (X.astype(float) ** 2).sum()
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] ** 2 / total


# %% role="misconception" name="shares of standard deviations" fails="stage 3: shares"
# Variances along directions at right angles add up to the total; standard deviations do not, so as shares of
# their sum over the columns they miss 1. Square them first: `.var(axis=0)`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    scores = centred @ Vt[:k].T
    return Vt[:k].copy(), scores, scores.std(axis=0) / X.std(axis=0).sum()


# %% role="misconception" name="one mean for the whole table" fails="stage 1: directions"
# `X.mean()` without an axis is a single number. Each column has a mean of its own: `X.mean(axis=0)`, shape
# `(d,)`, broadcasts along the rows.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean()
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="centres each row" fails="stage 1: directions"
# `axis=1` subtracts from each observation the mean of its own numbers. What has to go is the mean
# observation: `X.mean(axis=0)`, one mean for each column.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=1, keepdims=True)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="decomposes the correlations" fails="stage 1: directions"
# `np.corrcoef` is the covariance of *standardised* columns: each column counts the same, whatever its unit.
# You want the directions of `X` as it is: the covariance, `centred.T @ centred`, or the SVD of `centred`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(np.corrcoef(X, rowvar=False))
    vectors = vectors[:, ::-1][:, :k]
    return vectors.T.copy(), centred @ vectors, values[::-1][:k] / values.sum()


# %% role="misconception" name="standardises the columns" fails="stage 1: directions"
# You divided each column by its standard deviation. That is often wise, but it answers another question, and
# a pixel that never changes becomes 0/0. Leave the units to the caller.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    sd = X.std(axis=0)
    scaled = (X - X.mean(axis=0)) / np.where(sd > 0, sd, 1)
    _, s, Vt = np.linalg.svd(scaled, full_matrices=False)
    return Vt[:k].copy(), scaled @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="keeps the columns that vary most" fails="stage 1: directions"
# You chose `k` of the columns. A component may mix all columns: of all directions, those along the axes
# included, it is the one with the largest variance. Decompose the centred table.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    variances = centred.var(axis=0)
    kept = variances.argsort()[::-1][:k]
    return np.eye(X.shape[1])[kept], centred[:, kept], variances[kept] / variances.sum()


# %% role="misconception" name="takes any k" fails="ValueError for an impossible k"
# Slicing never complains: `Vt[:9]` of four rows has four rows, and `Vt[:0]` none. Whoever asks for nine
# components has to learn that there are not so many: raise ValueError unless `1 <= k <= min(n, d)`.
def pca(X, k):
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="refuses k = min(n, d)" fails="all directions, and their shares"
# All `min(n, d)` directions may be asked for: then nothing is lost, and the shares add up to 1. Compare with
# `<=`.
def pca(X, k):
    if not 1 <= k < min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="bounds k by the columns only" fails="ValueError for an impossible k"
# Three rows of six columns have three directions at most, and after centring only two of them hold anything.
# `k` may exceed neither `d` nor `n`: compare it with `min(X.shape)`.
def pca(X, k):
    if not 1 <= k <= X.shape[1]:
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].copy(), centred @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()


# %% role="misconception" name="stays in float32" fails="agrees with scikit-learn, signs aside"
# For a float32 table NumPy computes mean, difference and SVD in float32, with seven digits at every step;
# after a large mean is subtracted few of them are left. Convert first: `np.asarray(X, dtype=np.float64)`.
def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components = Vt[:k].copy()
    results = components, centred @ components.T, s[:k] ** 2 / (s**2).sum()
    return tuple(part.astype(np.float64) for part in results)


# %% role="misconception" name="centres X itself" fails="new float64 arrays, X as it was"
# `-=` works inside the array that it is given, so the caller's table lost its means (and `np.asarray` makes
# no copy of a float array). Write `centred = X - X.mean(axis=0)`, a new array.
def pca(X, k):
    X = np.asarray(X, dtype=float)
    if not 1 <= k <= min(X.shape):
        raise ValueError("no such k")
    X -= X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt[:k].copy(), X @ Vt[:k].T, s[:k] ** 2 / (s**2).sum()
