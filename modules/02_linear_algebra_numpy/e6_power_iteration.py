# ---
# title: Find the dominant eigenpair by power iteration
# id: power_iteration
# version: 1
# skills: [S025, S108, S124, S044]
# stars: 2
# minutes: 20
# limit: 10
# ---

# %% [markdown]
# The 13 measurements of the wine data have a 13 x 13 correlation matrix, and `np.linalg.eigh` takes it apart
# at once. For a vocabulary of 50,000 words the matrix has 2.5 billion entries and the full decomposition some
# $10^{14}$ operations. Often one pair is all that is asked for: the leading direction of a data set, the
# ranking of pages by their links, the largest curvature, which bounds the learning rate. For that one pair it
# is enough to multiply a vector by the matrix again and again.
#
# Write `power_iteration(A, rng, tol, max_iter)`, which returns a tuple `(lam, v)`.
#
# - `A` is a symmetric matrix of shape `(n, n)`, of floats or integers, perhaps read-only. One eigenvalue is
#   **dominant**: all others have at most 0.9 times its absolute value. It may be negative. The entries may
#   lie near 1e30 or near 1e-30. Whatever the dtype of `A`, float32 included, compute in float64.
# - `lam` is the dominant eigenvalue, a float with its sign; `v` is its eigenvector, a float64 array of shape
#   `(n,)` and length 1. The sign of `v` is free. They belong together: `lam` is `v @ A @ v` for the very `v`
#   that you return.
# - Start from a random vector drawn from `rng`, a `numpy.random.Generator`, and use no other randomness. Draw
#   it from a continuous distribution, such as `rng.standard_normal(n)`. A fixed start, such as all ones, or
#   one out of few, such as random signs, may be an eigenvector of another eigenvalue and will then stay one.
# - One **step** replaces `v` by `A @ v`, scaled to length 1. Before the first step and after each one, look
#   whether $\lVert A v - \text{lam}\, v \rVert \le \text{tol} \cdot |\text{lam}|$, in the Euclidean norm.
#   Stop as soon as that holds; a few steps more do no harm, hundreds do.
# - Take at most `max_iter` steps, then return the pair that you have. `max_iter` is 1 or more, and can be
#   huge: it is a safety net.
# - For the zero matrix return 0.0 and any unit vector.
# - `np.linalg.eig`, `eigh`, `eigvals`, `eigvalsh`, `svd` and their relatives in SciPy are off limits; `norm`
#   is fine.
#
# With `tol=1e-10` the checks compare `lam` to eight digits. They also accept another common reading of `tol`:
# stopping as soon as one step changes `lam` by at most `tol * abs(lam)`. That is easier to meet and leaves
# `v` with half as many digits.
#
# $\begin{pmatrix} 1 & 2 \\ 2 & -2 \end{pmatrix}$ has the eigenvalues 2 and −3. So
# `power_iteration(A, rng, 1e-10, 1000)` returns −3.0 and $\pm(0.4472, -0.8944)$. From the correlations of the
# wine data, in the cell below, you get 4.7059: the leading direction holds 4.7059 / 13, or 36 %, of the
# variance of the standardised measurements.

# %%
import numpy as np
from sklearn.datasets import load_wine

correlations = np.corrcoef(load_wine().data, rowvar=False)  # (13, 13)


# %% role="answer"
def power_iteration(A, rng, tol, max_iter):
    """Return the eigenvalue of largest absolute value of a symmetric matrix, and a unit eigenvector of it.

    A: (n, n), symmetric, integers or floats, not changed; the zero matrix gives 0.0 and any unit vector.
    rng: numpy.random.Generator, the source of the start vector. tol: the iteration stops as soon as the norm
    of A v - lam v is at most tol * |lam|. max_iter: the most steps to take, at least 1.
    Returns (lam, v): a float with its sign, and a float64 unit vector of shape (n,) whose sign is free;
    lam is v @ A @ v, also when the steps ran out.

    >>> lam, v = power_iteration(np.array([[1, 2], [2, -2]]), np.random.default_rng(0), 1e-10, 1000)
    >>> round(lam, 6), v.shape, round(float(v @ v), 6)
    (-3.0, (2,), 1.0)
    """
    ### BEGIN SOLUTION
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v
    ### END SOLUTION


# %% role="check" name="a float and a float64 vector" points=0
result = power_iteration(correlations, rng_for_answer(), 1e-10, 1000)
assert isinstance(result, tuple) and len(result) == 2, (
    f"power_iteration(correlations, rng, 1e-10, 1000) returned {kind(result)}; promised is a tuple (lam, v)."
)
lam, v = result
assert isinstance(lam, (float, np.floating)), f"lam comes first and is a float; yours is {kind(lam)}."
assert kind(v) == "ndarray float64 (13,)", (
    f"For a matrix of shape (13, 13), v is promised to be an ndarray float64 (13,); yours is {kind(v)}."
)

# %% role="check" name="touches nothing but rng" points=0
pure(power_iteration, np.array([[4.0, 1.0], [1.0, 2.0]]), rng_for_answer(), 1e-10, 1000)

# %% role="check" name="iterates by itself" points=0 needs="touches nothing but rng"
banned = "eig eigh eigvals eigvalsh eigs eigsh eig_banded eigvals_banded lobpcg svd svdvals svds".split()
found = sorted(mentions(*banned, *(f".{name}" for name in banned)))
assert not found, (
    f"You use {', '.join(found)}, which computes the pair for you. Iterate products A @ v instead."
)

# %% role="check" name="the worked examples" points=0
lam, v = power_iteration(np.array([[1, 2], [2, -2]]), rng_for_answer(), 1e-10, 1000)
assert close(lam, -3.0, rtol=1e-8), f"For [[1, 2], [2, -2]] lam is -3, you returned {lam:.6g}."
assert close(np.abs(v), [1 / np.sqrt(5), 2 / np.sqrt(5)], rtol=1e-4) and v[0] * v[1] < 0, (
    f"For [[1, 2], [2, -2]] v is (0.4472, -0.8944) or its opposite, you returned {v}."
)
lam, _ = power_iteration(correlations, rng_for_answer(), 1e-10, 1000)
assert abs(lam - 4.70585025) < 1e-6, f"The wine's correlations give lam = 4.70585, you returned {lam:.6g}."

# %% role="check" name="the zero matrix" points=0 needs="iterates by itself"
for n in (3, 1):
    lam, v = power_iteration(np.zeros((n, n)), rng_for_answer(), 1e-10, 50)
    assert lam == 0 and close(np.linalg.norm(v), 1.0), (
        f"power_iteration(np.zeros(({n}, {n})), rng, 1e-10, 50) returned {lam} and {v}; "
        "promised are 0.0 and a vector of length 1."
    )

# %% role="check" name="max_iter is the limit" points=0 needs="the worked examples"
basis, _ = np.linalg.qr(rng.standard_normal((8, 8)))
A = (basis * (1.0, 0.88, -0.85, 0.8, -0.8, 0.75, 0.7, 0.6)) @ basis.T
for max_iter in (1, 5):
    call = f"power_iteration(A, rng, 1e-10, {max_iter}) with A of shape (8, 8)"
    result = power_iteration((A + A.T) / 2, rng_for_answer(), 1e-10, max_iter)
    assert isinstance(result, (tuple, list)) and len(result) == 2, (
        f"{call} returned {kind(result)}; promised is the pair that you have once the steps are used up."
    )
    lam, v = float(result[0]), np.asarray(result[1], dtype=np.float64)
    assert close(np.linalg.norm(v), 1.0), f"{call} returned a v of length {np.linalg.norm(v):.6g}, not 1."
    residual = np.linalg.norm(A @ v - lam * v)
    assert residual > 1e-6 * abs(lam), (
        f"{call} returned a pair with |A v - lam v| = {residual:.2g}, which takes many more steps: "
        "every step shrinks it to about 0.88 of what it was. Stop after max_iter steps."
    )

# %% role="check" name="lam belongs to v" points=0 needs=["the worked examples", "max_iter is the limit"]
A = np.array([[5.0, 2.0, 0.0], [2.0, -3.0, 1.0], [0.0, 1.0, 4.0]])
for tol, max_iter in [(0.1, 1000), (1e-10, 3)] * 4:
    lam, v = power_iteration(A, rng_for_answer(), tol, max_iter)
    lam, v = float(lam), np.asarray(v, dtype=np.float64)
    with np.errstate(all="ignore"):
        estimate = v @ A @ v / (v @ v)
    assert close(lam, estimate), (
        f"power_iteration(A, rng, {tol:g}, {max_iter}) with A of shape (3, 3) returned lam = {lam:.9g}; "
        f"the v beside it gives v @ A @ v = {estimate:.9g}. Both should belong to one and the same v."
    )


# %% role="shared"
def symmetric(rng, n, dominant):
    """A read-only symmetric matrix; its other eigenvalues have 0.3 to 0.9 times the dominant one's size."""
    others = rng.uniform(0.3, 0.9, n - 1) * rng.choice([-1, 1], n - 1) * dominant
    basis, _ = np.linalg.qr(rng.standard_normal((n, n)))
    A = (basis * np.array([dominant, *others])) @ basis.T
    A = (A + A.T) / 2
    A.flags.writeable = False
    return A


def hub(rng, n, sign):
    """One centre linked with n - 1 others, behind an entry that is linked with nothing.

    The eigenvalues are 2 (the first axis is an eigenvector), 1 (equal entries on the linked ones) and n + 1.
    """
    linked = np.eye(n, dtype=np.int64) * 2
    centre = rng.integers(n)
    linked[centre, :] = linked[:, centre] = -1
    linked[centre, centre] = n
    A = np.zeros((n + 1, n + 1), dtype=np.int64)
    A[0, 0] = 2
    A[1:, 1:] = linked
    return sign * A


def spread(rng, n, dominant):
    """A symmetric matrix whose other eigenvalues are large too, one of them 0.88 of the dominant one."""
    others = [0.88, *(rng.uniform(0.6, 0.85, n - 2) * rng.choice([-1, 1], n - 2))]
    basis, _ = np.linalg.qr(rng.standard_normal((n, n)))
    A = (basis * (dominant * np.array([1.0, *others]))) @ basis.T
    return (A + A.T) / 2


def sign_vectors():
    """A matrix with four eigenvectors of entries +1 and -1; the dominant one is (1, -1, 1, -1)."""
    vectors = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]])
    return (vectors.T * [1, 5, 2, -3]) @ vectors


def last_change(A, v):
    """How much the step that led to v changed lam, relative to lam."""
    before = np.linalg.solve(A, v)
    lam, earlier = v @ A @ v / (v @ v), before @ A @ before / (before @ before)
    return abs(lam - earlier) / abs(lam)


def relative_residual(A, lam, v):
    """|A v - lam v| / |lam|; infinite where that is undefined."""
    with np.errstate(all="ignore"):
        size = np.linalg.norm(A @ v - lam * v) / abs(lam)
    return size if np.isfinite(size) else np.inf


# %% role="check" name="the dominant eigenvalue" points=1 hidden=true needs="iterates by itself"
cases = [hub(rng, n, 1)[1:, 1:] for n in (4, 6)] + [hub(rng, n, sign) for n in (3, 5, 8) for sign in (1, -1)]
cases += [symmetric(rng, int(rng.integers(1, 10)), sign * rng.uniform(0.5, 2)) for sign in (1, -1) * 12]
cases += [sign_vectors()] * 40
cases += [hub(rng, n, sign).astype(np.float32) for n in (4, 8) for sign in (1, -1)]
for A in cases:
    call = f"power_iteration(A, rng, 1e-10, 2000) with A of shape {A.shape} and dtype {A.dtype}"
    lam, v = power_iteration(A, rng_for_answer(), 1e-10, 2000)
    lam, v = float(lam), np.asarray(v, dtype=np.float64)
    dominant = max(np.linalg.eigvalsh(A.astype(np.float64)), key=abs)
    assert abs(lam - dominant) <= 1e-3 * abs(dominant), (
        f"{call} returned lam = {lam:.6g}: not the eigenvalue of largest absolute value, or not its sign."
    )
    assert abs(lam - dominant) <= 1e-8 * abs(dominant), (
        f"{call} returned lam = {lam:.12g}, which has fewer than eight right digits: did it stop too early, "
        "or compute with fewer digits than float64 has?"
    )
    assert v.shape == (len(A),) and close(np.linalg.norm(v), 1.0), (
        f"{call} returned a v of shape {v.shape} and length {np.linalg.norm(v):.6g}; its length should be 1."
    )
    assert relative_residual(A, lam, v) <= 1e-4, f"{call} returned a v that is no eigenvector for its lam."

# %% role="check" name="every scale" points=1 hidden=true needs="the zero matrix"
for scale in (1e30, 1e-30) * 12:
    A = symmetric(rng, int(rng.integers(2, 8)), rng.choice([-1, 1]) * scale)
    call = f"power_iteration(A, rng, 1e-10, 1000) with A of shape {A.shape} and entries near {scale:g}"
    lam, v = power_iteration(A, rng_for_answer(), 1e-10, 1000)
    lam, v = float(lam), np.asarray(v, dtype=np.float64)
    dominant = max(np.linalg.eigvalsh(A), key=abs)
    assert abs(lam - dominant) <= 1e-8 * abs(dominant), f"{call} did not return the dominant eigenvalue."
    assert v.shape == (len(A),) and close(np.linalg.norm(v), 1.0), f"{call} did not return a unit vector."
    assert relative_residual(A, lam, v) <= 1e-4, f"{call} returned a v that is no eigenvector for its lam."

# %% role="check" name="stops at tol" points=2 hidden=true needs=["the dominant eigenvalue", "every scale", "lam belongs to v", "max_iter is the limit"]
for sign in (1, -1) * 10:
    A = symmetric(rng, int(rng.integers(3, 10)), sign * rng.uniform(0.5, 2))
    lam, v = power_iteration(A, rng_for_answer(), 0.1, 2000)
    assert relative_residual(A, float(lam), np.asarray(v, dtype=np.float64)) > 1e-9, (
        f"power_iteration(A, rng, 0.1, 2000) with A of shape {A.shape} went on long after |A v - lam v| was "
        "at most 0.1 * |lam|: what you returned is right to nine digits and more. Stop as soon as tol is met."
    )
early = []
for sign in (1, -1) * 10:
    A = spread(rng, int(rng.integers(8, 13)), sign * rng.uniform(1, 2))
    lam, v = power_iteration(A, rng_for_answer(), 1e-10, 2000)
    residual = relative_residual(A, float(lam), np.asarray(v, dtype=np.float64))
    changed = last_change(A, np.asarray(v, dtype=np.float64))
    if residual > 1.01e-10 and not 1e-13 <= changed <= 1.01e-10:
        early.append((residual, len(A)))
assert not early, (
    f"power_iteration(A, rng, 1e-10, 2000) stopped too early in {len(early)} of 20 calls: with A of shape "
    f"{(max(early)[1],) * 2} |A v - lam v| is {max(early)[0]:.3g} * |lam|. Promised is tol * |lam| at most, "
    "in the Euclidean norm."
)
for sign in (1, -1):
    A = symmetric(rng, 6, 1.5 * sign)
    lam, v = power_iteration(A, rng_for_answer(), 1e-10, 10**8)
    assert relative_residual(A, float(lam), np.asarray(v, dtype=np.float64)) <= 1e-4, (
        f"power_iteration(A, rng, 1e-10, 10**8) with A of shape {A.shape} returned no eigenvector as v."
    )

# %% [markdown] role="hint"
# Follow `v` for three steps by hand, for `[[2, 0], [0, -5]]` from `(1, 1)`. Which entry takes over? What
# happens to its sign from step to step, and to its size if you never scale? Which of the quantities that you
# could watch settles down?

# %% [markdown] role="hint"
# One step: compute the product `A @ v` once; `lam` is `v @ product`; the residual is the product minus
# `lam * v`. If its norm is at most `tol * abs(lam)`, you are done; only otherwise divide the product by its
# own norm to get the next `v`. In this order the zero matrix stops before anything is divided by zero.

# %% [markdown] role="hint"
# ```python
# v = rng.standard_normal(len(A))
# v /= np.linalg.norm(v)
# product = A @ v
# lam = v @ product
# for _ in range(max_iter):
#     if ____:
#         break
#     v = product / np.linalg.norm(product)
#     product = A @ v
#     lam = v @ product
# return float(lam), v
# ```

# %% [markdown] role="explanation"
# Write the start as a sum of eigenvectors. Each product multiplies the share of eigenvector $i$ by
# $\lambda_i$, so relative to the dominant share all others shrink by $|\lambda_i / \lambda_1|$ a step. With
# 0.9 that makes 22 steps for a factor of ten, about 220 for `tol=1e-10`, at $n^2$ multiplications each.
# Scaling changes no direction; it only keeps the numbers in range.
#
# The residual says directly how far `v` is from being an eigenvector. For a negative eigenvalue `v` changes
# its sign at every step, so `norm(v_new - v)` stays near 2 for ever. And `lam` settles long before `v` does:
# its error is about the square of the error of `v`. For a symmetric matrix the residual even comes with a
# guarantee: some eigenvalue lies within $\lVert A v - \text{lam}\, v \rVert$ of `lam`.
#
# For all eigenvalues, or up to a few thousand rows, take `np.linalg.eigh`. For a few pairs of a large sparse
# matrix take `scipy.sparse.linalg.eigsh`: the Lanczos method also needs nothing but products `A @ v`, and
# makes more of each.


# %% role="alternative" name="stops when lam settles"
def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=float)
    v = rng.uniform(-1.0, 1.0, size=A.shape[1])
    lam, steps = np.inf, 0
    while True:
        v = v / np.sqrt((v * v).sum())
        previous, lam = lam, float(v.dot(A).dot(v))
        steps += 1
        if lam == 0 and not A.any():
            return 0.0, v
        if abs(lam - previous) <= tol * abs(lam) or steps > max_iter:
            return lam, v
        v = A.dot(v)


# %% role="alternative" name="compares directions up to the sign"
def power_iteration(A, rng, tol, max_iter):
    def unit(w):
        return w / np.linalg.norm(w)

    new = unit(rng.normal(size=np.shape(A)[0]))
    for _ in range(max_iter if np.any(A) else 0):
        old, new = new, unit(np.dot(A, new))
        if min(np.linalg.norm(new - old), np.linalg.norm(new + old)) <= tol:
            break
    return np.float64(new @ A @ new), new


# %% role="alternative" name="squares the matrix"
def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=float)
    start, power = rng.standard_normal(len(A)), np.eye(len(A))
    largest = np.abs(A).max()
    if largest == 0:
        return 0.0, start / np.linalg.norm(start)
    scaled = A / largest
    for step in range(max_iter):
        v = power @ start
        v = v / np.linalg.norm(v)
        lam = v @ scaled @ v
        residual = scaled @ v - lam * v
        if residual @ residual <= (tol * lam) ** 2:
            break
        power = power @ power if step else scaled
        power = power / np.abs(power).max()
    return float(lam * largest), v


# %% role="misconception" name="returns the size of lam" fails="the dominant eigenvalue"
# The norm of `A @ v` is the absolute value of `lam`, so a negative eigenvalue comes out positive. For a unit
# vector, `v @ A @ v` keeps the sign.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    lam = 0.0
    for _ in range(max_iter):
        product = A @ v
        previous, lam = lam, np.linalg.norm(product)
        if lam == 0:
            break
        v = product / lam
        if abs(lam - previous) <= tol * lam:
            break
    return float(lam), v


# %% role="misconception" name="starts from ones" fails="the dominant eigenvalue"
# Wherever all rows of `A` have the same sum, the vector of ones is an eigenvector: you start on it and stay
# on it, whatever larger eigenvalue there is. A random start from `rng` has a share of every direction.
def power_iteration(A, rng, tol, max_iter):
    v = np.ones(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="starts from the first axis" fails="the dominant eigenvalue"
# If the first row of `A` is zero beside its diagonal, `(1, 0, ..., 0)` is an eigenvector: you start on it and
# never leave it. A random start from `rng` has a share of every direction.
def power_iteration(A, rng, tol, max_iter):
    v = np.zeros(len(A))
    v[0] = 1.0
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="starts from random signs" fails="the dominant eigenvalue"
# There are only `2 ** n` vectors of signs, and for some matrices several of them are eigenvectors of smaller
# eigenvalues: now and then you start on one and stay there. Draw from a continuous distribution,
# `rng.standard_normal(n)`, which hits such a vector never.
def power_iteration(A, rng, tol, max_iter):
    v = rng.choice([-1.0, 1.0], size=len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="returns A v instead of v" fails="the dominant eigenvalue"
# What you return has length `|lam|` and not 1: it is the product before scaling. Divide it by its norm once
# more, or return the vector that you multiplied.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    if not A.any():
        return 0.0, v / np.linalg.norm(v)
    for _ in range(max_iter):
        unit = v / np.linalg.norm(v)
        v = A @ unit
        lam = unit @ v
        if np.linalg.norm(v - lam * unit) <= tol * abs(lam):
            break
    return float(lam), v


# %% role="misconception" name="scales by the largest entry" fails="the worked examples"
# Dividing by the largest entry keeps the numbers in range as well, but then that entry is 1, and the length
# of `v` lies between 1 and the root of `n`. Promised is length 1: divide by `np.linalg.norm`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    if not A.any():
        return 0.0, v / np.linalg.norm(v)
    v /= np.abs(v).max()
    for step in range(max_iter + 1):
        product = A @ v
        lam = (v @ product) / (v @ v)
        if step == max_iter or np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.abs(product).max()
    return float(lam), v


# %% role="misconception" name="divides one entry by another" fails="the dominant eigenvalue"
# `product[0] / v[0]` tends to `lam` only where entry 0 of the eigenvector is not 0; where it is, you divide
# rounding errors, or find another eigenvalue. `v @ product` uses all entries and is closer at every step.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    for step in range(max_iter + 1):
        product = A @ v
        lam = product[0] / v[0]
        if step == max_iter or np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
    return float(lam), v


# %% role="misconception" name="never scales v" fails="every scale"
# Without scaling, `v` grows or shrinks by `|lam|` in every step: at 1e30 it is infinite after ten steps, at
# 1e-30 it is 0. Divide by the norm in each step; the direction stays the same.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    for step in range(max_iter + 1):
        product = A @ v
        lam = (v @ product) / (v @ v)
        if step == max_iter or np.linalg.norm(product - lam * v) <= tol * abs(lam) * np.linalg.norm(v):
            break
        v = product
    return float(lam), v / np.linalg.norm(v)


# %% role="misconception" name="leaves |lam| out of the stopping rule" fails="every scale"
# Your rule stops at a residual of `tol`, without the factor `|lam|`. For a matrix with entries near 1e-30
# every vector passes that, the random start included. Compare with `tol * abs(lam)`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol:
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="waits until v stops moving" fails="stops at tol"
# For a negative eigenvalue `A` turns `v` around in each step, so the norm of `v_new - v` stays near 2 and
# your loop runs on to `max_iter`. Watch the residual `A @ v - lam * v`, which does not mind the sign.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    for _ in range(max_iter):
        product = A @ v
        size = np.linalg.norm(product)
        if size == 0:
            break
        previous, v = v, product / size
        if np.linalg.norm(v - previous) <= tol:
            break
    return float(v @ A @ v), v


# %% role="misconception" name="always takes max_iter steps" fails="stops at tol"
# Your loop never looks at `tol`, so it costs `max_iter` products even where twenty would do. Compute the
# residual in each step, and leave the loop once its norm is at most `tol * abs(lam)`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    for _ in range(max_iter):
        product = A @ v
        if not product.any():
            break
        v = product / np.linalg.norm(product)
    return float(v @ A @ v), v


# %% role="misconception" name="lets the steps run on" fails="max_iter is the limit"
# Your loop ends only when `tol` is met. Where the second eigenvalue is close to the first, or `tol` is below
# what rounding allows, that takes very long or for ever: count the steps, and return what you have after
# `max_iter` of them.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    while True:
        product = A @ v
        lam = v @ product
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            return float(lam), v
        v = product / np.linalg.norm(product)


# %% role="misconception" name="returns nothing when the steps run out" fails="max_iter is the limit"
# The only `return` stands inside the loop, under the condition. When `max_iter` steps do not meet it, the
# function runs off its end and gives `None`. Put a `return` behind the loop too: an estimate is better than
# none.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    for _ in range(max_iter):
        product = A @ v
        lam = v @ product
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            return float(lam), v
        v = product / np.linalg.norm(product)
    return None


# %% role="misconception" name="keeps the lam of the vector before" fails="lam belongs to v"
# You compute `lam` from one `v`, then scale the product to the next `v`, and return that one with the old
# `lam`. At a loose `tol`, or when the steps run out, the two differ visibly. Compute `lam` anew for the `v`
# that you return.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    lam = 0.0
    for _ in range(max_iter):
        product = A @ v
        lam = v @ product
        met = np.linalg.norm(product - lam * v) <= tol * abs(lam)
        if lam != 0:
            v = product / np.linalg.norm(product)
        if met:
            break
    return float(lam), v


# %% role="misconception" name="takes the norm of A v for lam" fails="lam belongs to v"
# The norm of `A @ v`, with the right sign, is `abs(lam)` only once `v` is an eigenvector; before that it is
# larger. For a unit vector the best estimate is `v @ A @ v`, and its sign comes by itself.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    for step in range(max_iter + 1):
        product = A @ v
        lam = np.linalg.norm(product) * np.sign(v @ product)
        if step == max_iter or np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
    return float(lam), v


# %% role="misconception" name="looks at the largest entry of the residual" fails="stops at tol"
# The largest entry of a vector is smaller than its Euclidean norm, so you stop some steps too early, and the
# earlier the longer the vector is. Measure the residual with `np.linalg.norm`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.abs(product - lam * v).max() <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="compares with the norm of A" fails="stops at tol"
# `np.linalg.norm` of a matrix is its Frobenius norm, the root of the sum of all squared eigenvalues. That is
# larger than `abs(lam)`, so you stop too early. Compare with `tol * abs(lam)`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * np.linalg.norm(A):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="forgets the square root" fails="stops at tol"
# `residual @ residual` is the square of the norm. When that meets `tol`, the norm itself is only at the root
# of `tol`: 1e-5 instead of 1e-10. Take the root, or compare with `tol ** 2`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        residual = product - lam * v
        if residual @ residual <= tol * lam**2:
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="subtracts two nearly equal squares" fails="stops at tol"
# On paper the squared residual is `product @ product - lam ** 2`. In floats both terms agree in all their 16
# digits once the residual is near `1e-8 * lam`: the difference is rounding error, and meets any `tol`.
# Subtract first, `product - lam * v`, then take the norm.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if product @ product - lam**2 <= tol**2 * lam**2:
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="keeps the dtype of A" fails="the dominant eigenvalue"
# Your vector takes the dtype of `A`, so for a float32 matrix all products are rounded to seven digits, and a
# `tol` of 1e-10 is never met. Convert `A` to float64 first, and draw `v` in float64.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A)).astype(np.result_type(A, np.float16))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v.astype(np.float64)


# %% role="misconception" name="divides by a norm of zero" fails="the zero matrix"
# For a zero matrix `A @ v` is zero, and dividing it by its norm makes every entry nan. Look at the residual
# before you scale: for a zero matrix it is 0, and you are done.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    lam = 0.0
    for _ in range(max_iter):
        v = A @ v
        v = v / np.linalg.norm(v)
        lam = v @ A @ v
        if np.linalg.norm(A @ v - lam * v) <= tol * abs(lam):
            break
    return float(lam), v


# %% role="misconception" name="draws from the global generator" fails="touches nothing but rng"
# `np.random.randn` and its kin share one hidden state with every other caller: your result cannot be repeated
# on its own, and you change theirs. Draw from the generator that you were given: `rng.standard_normal(n)`.
def power_iteration(A, rng, tol, max_iter):
    v = np.random.randn(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam), v


# %% role="misconception" name="scales A inside" fails="touches nothing but rng"
# You divide `A` in place to keep the numbers in range, so the caller's matrix is changed, and a read-only one
# stops you with an error. Scale `v` instead, or a copy: `A / largest`.
def power_iteration(A, rng, tol, max_iter):
    largest = abs(A).max() or 1.0
    A /= largest
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return float(lam * largest), v


# %% role="misconception" name="returns v first" fails="a float and a float64 vector"
# You return `(v, lam)`. The order that was promised is `(lam, v)`, as in the results of `np.linalg.eigh`.
def power_iteration(A, rng, tol, max_iter):
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    product = A @ v
    lam = v @ product
    for _ in range(max_iter):
        if np.linalg.norm(product - lam * v) <= tol * abs(lam):
            break
        v = product / np.linalg.norm(product)
        product = A @ v
        lam = v @ product
    return v, float(lam)


# %% role="misconception" name="asks NumPy for the eigenvectors" fails="iterates by itself"
# `np.linalg.eigh` computes all `n` pairs with some `n**3` operations. Here you need one, from products
# `A @ v` only: that is what remains possible when the matrix is too large for `eigh`.
def power_iteration(A, rng, tol, max_iter):
    values, vectors = np.linalg.eigh(A)
    place = np.abs(values).argmax()
    return float(values[place]), vectors[:, place].copy()


# %% role="variant" of="returns the size of lam" name="takes abs of the right estimate"
def power_iteration(A, rng, tol, max_iter):
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(max_iter):
        w = A @ v
        rayleigh = v @ w
        if np.linalg.norm(w - rayleigh * v) <= tol * abs(rayleigh):
            break
        v = w / np.linalg.norm(w)
    return float(abs(rayleigh)), v


# %% role="variant" of="waits until v stops moving" name="as a condition of while"
def power_iteration(A, rng, tol, max_iter):
    step, moved = 0, np.inf
    new = rng.standard_normal(A.shape[0])
    new = new / np.sqrt(new @ new)
    while moved > tol and step < max_iter and A.any():
        old = new
        new = A.dot(old)
        new = new / np.sqrt(new @ new)
        moved = np.sqrt(((new - old) ** 2).sum())
        step += 1
    return float(new.dot(A.dot(new))), new
