# ---
# title: Compress an image by low rank
# id: low_rank
# version: 1
# skills: [S025, S108, S124, S044]
# stars: 2
# minutes: 15
# ---

# %% [markdown]
# The grey photograph below has 107 x 160 pixels: 17,120 numbers. As a matrix it is a sum of 107 outer
# products $s_i\, u_i v_i^\top$, sorted by size, and 20 of them already give a picture whose pixels are off by
# 20 grey levels of 255 (root mean square), for 5,360 numbers, less than a third. The same cut makes a
# recommender's table, a layer of a network or a sensor's log smaller, and you want to know two things about
# it: what is left, and what it costs.
#
# Write `low_rank(img, r)`, which returns a tuple `(approx, stored)`.
#
# - `img` has shape `(h, w)`, tall or wide, with float or integer entries, `uint8` and float32 too: compute in
#   float64. It stays as it is and may be read-only.
# - `approx` is the matrix of rank `r` at most that is closest to `img` in the Frobenius norm: a new float64
#   array of shape `(h, w)`. It is not rounded and not clipped, so a pixel may well come out as 256.3 or −0.8.
#   Where two singular values are equal at the cut, several matrices are closest: return any of them. Its
#   distance from `img` may miss the least possible one by 1e-10 times the norm of `img`.
# - `stored` is an int: how many numbers `r` terms consist of. A term has a column $u_i$ of length `h`, a row
#   $v_i$ of length `w`, and a singular value. The count depends on `h`, `w` and `r` alone: a term counts in
#   full even where its singular value is 0, because the rank of `img` is below `r`.
# - `r = 0` keeps nothing: all zeros, and 0. Raise `ValueError` unless `0 <= r <= min(h, w)`.
#
# For
#
# $$\text{img} = \begin{pmatrix} 4 & 4 \\ 4 & 4 \\ 1 & -1 \end{pmatrix} =
# 8 \begin{pmatrix} 1/\sqrt2 \\ 1/\sqrt2 \\ 0 \end{pmatrix}
# \begin{pmatrix} 1/\sqrt2 & 1/\sqrt2 \end{pmatrix} +
# \sqrt2 \begin{pmatrix} 0 \\ 0 \\ 1 \end{pmatrix} \begin{pmatrix} 1/\sqrt2 & -1/\sqrt2 \end{pmatrix}$$
#
# `low_rank(img, 1)` keeps the term with 8: `approx` is `[[4, 4], [4, 4], [0, 0]]`, and `stored` is 3 + 2 + 1
# = 6, as many as the six entries of `img`: for a small matrix low rank saves nothing.
#
# You may use `np.linalg.svd`. With `full_matrices=False` it returns factors of shapes `(h, k)`, `(k,)` and
# `(k, w)`, where `k = min(h, w)`.

# %%
import numpy as np
from sklearn.datasets import load_sample_images

china = load_sample_images().images[0][::4, ::4].mean(axis=2).astype(np.uint8)  # grey, (107, 160)


# %% role="answer"
def low_rank(img, r):
    """Return the best approximation of a matrix by one of rank r, and how many numbers r terms consist of.

    img: (h, w), integers or floats, not changed. r: number of singular values to keep.
    Returns (approx, stored): a float64 array of shape (h, w), neither rounded nor clipped, and an int that
    depends on h, w and r alone.
    Raises ValueError unless 0 <= r <= min(h, w).

    >>> approx, stored = low_rank(np.array([[3, 0], [0, 2], [0, 0]]), 1)
    >>> approx.shape, round(float(abs(approx).sum()), 6), stored
    ((3, 2), 3.0, 6)
    """
    ### BEGIN SOLUTION
    img = np.asarray(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError(f"r is {r}; a matrix of shape {img.shape} allows 0 to {min(h, w)}")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    return (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w + 1)
    ### END SOLUTION


# %% role="picture"
def picture(got, expected, img, r):
    """The image of rank r, pixel by pixel."""
    return tables(got[0], expected[0])


# %% role="check" name="a float64 image and a whole number" points=0
patch = china[40:60, 70:100]
result = low_rank(patch, 5)
assert isinstance(result, tuple) and len(result) == 2, (
    f"low_rank(patch, 5) returned {kind(result)}; promised is a tuple of two, (approx, stored)."
)
approx, stored = result
assert kind(approx) == "ndarray float64 (20, 30)", (
    f"low_rank(patch, 5) returned {kind(approx)} as approx; promised is an ndarray float64 (20, 30)."
)
assert isinstance(stored, (int, np.integer)) and not isinstance(stored, bool), (
    f"low_rank(patch, 5) returned {kind(stored)} as stored; promised is an int."
)

# %% role="check" name="leaves its input alone" points=0
pure(low_rank, np.array([[4.0, 4.0], [4.0, 4.0], [1.0, -1.0]]), 1)
pure(low_rank, np.array([[4.0, 4.0], [4.0, 4.0], [1.0, -1.0]]), 2)

# %% role="check" name="the worked example" points=0
approx, stored = low_rank(np.array([[4, 4], [4, 4], [1, -1]]), 1)
assert close(approx, [[4, 4], [4, 4], [0, 0]], atol=1e-9), (
    f"The approximation of rank 1 in the worked example is [[4, 4], [4, 4], [0, 0]], yours is {approx}."
)
assert stored == 6, f"The worked example stores 6 numbers at rank 1, you count {stored}."

# %% role="check" name="r from 0 to min(h, w)" points=0
img = np.array([[3.0, 1.0], [0.0, 2.0], [1.0, 1.0]])
for r, expected in ((0, np.zeros((3, 2))), (2, img)):
    try:
        approx, stored = low_rank(img, r)
    except ValueError as error:
        raise AssertionError(
            f"low_rank(img, {r}) with img of shape (3, 2) raised ValueError; r = {r} is allowed there."
        ) from error
    assert close(approx, expected, atol=1e-9), (
        f"low_rank(img, {r}) returned {approx} for {img}; rank 0 keeps nothing, and rank 2 all of it."
    )
    assert r or stored == 0, f"low_rank(img, 0) counts {stored} numbers; no terms consist of 0 numbers."
for r in (3, -1):
    try:
        approx, stored = low_rank(img, r)
    except ValueError:
        continue
    raise AssertionError(
        f"low_rank(img, {r}) with img of shape (3, 2) returned {kind(approx)} and {stored}; r = {r} is not "
        "between 0 and 2, and ValueError was promised."
    )


# %% role="shared"
def image(rng, number):
    """A random image, tall or wide; floats, integers or bytes; in C order, Fortran order or strided."""
    h, w = rng.integers(2, 12, 2)
    w += h == w
    values = rng.standard_normal((h, 2 * w)) * 10.0 ** rng.integers(-3, 4) + rng.standard_normal()
    if number % 3:
        values = rng.integers(0, 256, (h, 2 * w)).astype(np.uint8 if number % 3 == 1 else np.int64)
    img = (values[:, :w].copy(), np.asfortranarray(values[:, :w]), values[:, ::2])[number % 4 % 3]
    img.flags.writeable = False
    return img


def poor_images(rng):
    """Images with equal singular values, and images of rank 0 and 2."""
    for h, w in ((6, 4), (5, 9), (7, 7)):
        tied = np.zeros((h, w), dtype=np.int64)
        tied[rng.permutation(h)[: min(h, w)], rng.permutation(w)[: min(h, w)]] = 3
        yield tied
    yield np.zeros((5, 7), dtype=np.uint8)
    for number, dtype in enumerate((np.float32, np.uint8, np.float32, np.int64)):
        h, w = ((9, 6), (5, 8))[number % 2]
        stripes = np.zeros((2, w), dtype=np.int64)
        stripes[0, ::2], stripes[1, 1::2] = 1, 2
        yield (rng.integers(1, 60, (h, 2)) @ stripes).astype(dtype)


# %% role="check" name="nothing of rank r is closer" points=2 hidden=true
cases = [(china[40:60, 70:100], 3), (china[50:80, 90:110], 8)]
for number in range(24):
    img = image(rng, number)
    cases.append((img, int(rng.integers(1, min(img.shape) + 1))))
cases += [(img, r) for img in poor_images(rng) for r in (2, 3)]
for img, r in cases:
    call = f"low_rank(img, {r}) with img of shape {img.shape} and dtype {img.dtype}"
    approx = np.asarray(low_rank(img, r)[0])
    assert approx.shape == img.shape, f"{call} returned an approximation of shape {approx.shape}."
    assert np.isfinite(approx).all(), f"{call} returned an approximation with entries that are not finite."
    whole = np.asarray(img, dtype=np.float64)
    norm = np.linalg.norm(whole)
    rank = int((np.linalg.svd(approx.astype(np.float64), compute_uv=False) > 1e-9 * norm).sum())
    assert rank <= r, f"{call} returned a matrix of rank {rank}, promised is {r} at most."
    least = np.sqrt((np.linalg.svd(whole, compute_uv=False)[r:] ** 2).sum())
    error = np.linalg.norm(whole - approx)
    assert abs(error - least) <= 1e-5 * norm, (
        f"{call} returned a matrix at Frobenius distance {error:.4g} from img; others of rank {r} are closer."
    )
    assert abs(error - least) <= 1e-10 * norm, (
        f"{call} returned a matrix whose distance from img misses the least one by "
        f"{abs(error - least) / norm:.2g} times the norm of img; at most 1e-10 was promised. Is everything "
        "computed in float64?"
    )

# %% role="check" name="counts what the factors hold" points=2 hidden=true needs="r from 0 to min(h, w)"
for img in [*(image(rng, number) for number in range(24)), *poor_images(rng)]:
    h, w = img.shape
    for r in sorted({0, 1, min(h, w), int(rng.integers(1, min(h, w) + 1))}):
        stored = low_rank(img, r)[1]
        assert stored == r * h + r * w + r, (
            f"low_rank(img, {r}) with img of shape {img.shape} counts {stored} numbers; promised is how "
            f"many numbers {r} times a column of length {h}, a row of length {w} and a singular value have."
        )

# %% [markdown] role="hint"
# Print the shapes of the three things that `np.linalg.svd(china, full_matrices=False)` returns, and the first
# five singular values. In which order do they come, and along which axis of each factor are the terms
# counted?

# %% [markdown] role="hint"
# Keep the first `r` columns of the left factor, the first `r` singular values, and the first `r` *rows* of
# the right factor, which NumPy hands you already transposed. Scale each column by its singular value, then
# multiply. Each term costs `h + w + 1` numbers.

# %% [markdown] role="hint"
# ```python
# img = np.asarray(img, dtype=np.float64)
# h, w = img.shape
# if not 0 <= r <= min(h, w):
#     raise ValueError(f"r is {r}, allowed is 0 to {min(h, w)}")
# left, sizes, right = np.linalg.svd(img, full_matrices=False)
# return (left[:, :r] * sizes[:r]) @ ____, r * (h + w + 1)
# ```

# %% [markdown] role="explanation"
# That cutting the singular value decomposition is optimal, and not just convenient, is the theorem of Eckart
# and Young (1936): no matrix of rank `r` has a smaller Frobenius error than
# $\sqrt{s_{r+1}^2 + s_{r+2}^2 + \dots}$. The error is known before you build anything: look at the singular
# values, choose `r`, then cut.
#
# `left[:, :r] * sizes[:r]` scales column after column by broadcasting; `np.diag(sizes[:r])` in between would
# say the same with one more product. Low rank pays as long as `r * (h + w + 1) < h * w`, for the photograph
# up to `r = 63`.
#
# The full decomposition takes time in proportion to `h * w * min(h, w)`. For a large matrix and a small `r`,
# `scipy.sparse.linalg.svds` or scikit-learn's `TruncatedSVD` compute only the terms that you keep.


# %% role="alternative" name="adds outer products term by term"
def low_rank(img, r):
    rows, columns = img.shape
    if r < 0 or r > rows or r > columns:
        raise ValueError("r is out of range")
    u, s, vt = np.linalg.svd(img.astype(float))
    approx = np.zeros(img.shape)
    for i in range(r):
        approx += s[i] * np.outer(u[:, i], vt[i])
    return approx, int(r * rows + r * columns + r)


# %% role="alternative" name="projects on the leading directions of the Gram matrix"
def low_rank(img, r):
    if r not in range(min(np.shape(img)) + 1):
        raise ValueError(r)
    pixels = np.array(img, dtype=float)
    if pixels.shape[0] < pixels.shape[1]:
        approx, stored = low_rank(pixels.T, r)
        return np.ascontiguousarray(approx.T), stored
    directions = np.linalg.eigh(pixels.T @ pixels)[1][:, ::-1][:, :r]
    coordinates = pixels @ directions
    return coordinates @ directions.T, coordinates.size + directions.size + r


# %% role="misconception" name="keeps one term too many" fails="nothing of rank r is closer"
# A slice `[: r + 1]` holds `r + 1` terms, so your approximation has rank `r + 1`. The first `r` terms are
# `[:r]`.
def low_rank(img, r):
    img = np.asarray(img, dtype=np.float64)
    if not 0 <= r <= min(img.shape):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    keep = r + 1 if r else 0
    return (left[:, :keep] * sizes[:keep]) @ right[:keep], r * (img.shape[0] + img.shape[1] + 1)


# %% role="misconception" name="skips the largest term" fails="nothing of rank r is closer"
# Counting from 1 starts at the second term and leaves out the largest of all, which sits at index 0. The
# first `r` terms are 0 to `r - 1`: `range(r)`, or `[:r]`.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    approx = np.zeros((h, w))
    for i in range(1, min(r + 1, len(sizes))):
        approx += sizes[i] * np.outer(left[:, i], right[i])
    return approx, r * (h + w + 1)


# %% role="misconception" name="keeps the smallest singular values" fails="nothing of rank r is closer"
# `np.linalg.svd` sorts from large to small, so the last `r` terms are those that matter least. (`eigh` is the
# one that sorts from small to large.) Keep `[:r]`.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    first = min(h, w) - r
    return (left[:, first:] * sizes[first:]) @ right[first:], r * (h + w + 1)


# %% role="misconception" name="leaves the singular values out" fails="nothing of rank r is closer"
# The columns of the left factor and the rows of the right one have length 1, so their product alone knows
# directions and no sizes. Multiply each column of the left factor by its singular value first.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, _, right = np.linalg.svd(img.astype(float), full_matrices=False)
    return left[:, :r] @ right[:r], r * (h + w + 1)


# %% role="misconception" name="transposes the right factor again" fails="nothing of rank r is closer"
# What `np.linalg.svd` returns last is transposed already: its rows are the directions, one for each singular
# value. Take its first `r` rows, `[:r]`, and multiply without another `.T`.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    return (left[:, :r] * sizes[:r]) @ right[:, :r].T, r * (h + w + 1)


# %% role="misconception" name="takes columns of the right factor" fails="nothing of rank r is closer"
# What `np.linalg.svd` returns last is transposed already: term `i` is `left[:, i]` and **row** `i` of the
# right factor, `right[i]`. Its columns belong to the pixels, not to the terms.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    approx = np.zeros((h, w))
    for i in range(r):
        approx += sizes[i] * np.outer(left[:, i], right[:, i])
    return approx, r * (h + w + 1)


# %% role="misconception" name="removes the mean first" fails="nothing of rank r is closer"
# Subtracting the column means and adding them back is right for `pca`, where the mean is stored as well. Here
# it adds one more term, so the result has rank `r + 1`. Decompose `img` itself.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    if r == 0:
        return np.zeros((h, w)), 0
    mean = img.mean(axis=0, dtype=float)
    left, sizes, right = np.linalg.svd(img - mean, full_matrices=False)
    return mean + (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w + 1)


# %% role="misconception" name="removes the overall mean first" fails="nothing of rank r is closer"
# The mean that you subtract and add back is one more term, an image of one grey, so the result has rank
# `r + 1` in general. Decompose `img` itself: its first term takes care of the brightness.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    if r == 0:
        return np.zeros((h, w)), 0
    mean = img.mean(dtype=float)
    left, sizes, right = np.linalg.svd(img - mean, full_matrices=False)
    return mean + (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w + 1)


# %% role="misconception" name="keeps all that are equal at the cut" fails="nothing of rank r is closer"
# You keep every singular value as large as number `r`. Where several are equal there, that makes more than
# `r` terms and a rank above `r`. Cut by position, `[:r]`: any of the equal ones will do.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    cut = sizes[r - 1] if r else np.inf
    return (left * np.where(sizes >= cut, sizes, 0)) @ right, r * (h + w + 1)


# %% role="misconception" name="stays in float32" fails="nothing of rank r is closer"
# `np.linalg.svd` of a float32 image computes in float32, with seven digits, and turning the result into
# float64 afterwards brings none back. Convert `img` to float64 first.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    approx = (left[:, :r] * sizes[:r]) @ right[:r]
    return approx.astype(np.float64), r * (h + w + 1)


# %% role="misconception" name="clips to the range of pixels" fails="nothing of rank r is closer"
# Clipping moves single entries, and then the rows are no longer combinations of `r` directions: the rank goes
# up, and a matrix that is no photograph loses all its values outside 0 to 255. Return the floats as they are;
# clip when you show them.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    approx = (left[:, :r] * sizes[:r]) @ right[:r]
    return np.clip(approx, 0, 255), r * (h + w + 1)


# %% role="misconception" name="returns the dtype of the image" fails="nothing of rank r is closer"
# `astype(img.dtype)` cuts the fractions off, and uint8 has no room for 256.3 or −7. The approximation is
# promised in float64, whatever the image came in.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    approx = (left[:, :r] * sizes[:r]) @ right[:r]
    return approx.astype(img.dtype), r * (h + w + 1)


# %% role="misconception" name="multiplies bytes by bytes" fails="nothing of rank r is closer"
# For a uint8 image `img.T @ img` is computed modulo 256, so its eigenvectors have nothing to do with the
# image. Convert `img` to float64 before the first product.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    _, vectors = np.linalg.eigh(img.T @ img)
    leading = vectors[:, w - r :]
    return img @ leading @ leading.T, r * (h + w + 1)


# %% role="misconception" name="counts the pixels" fails="counts what the factors hold"
# `approx` has `h * w` entries whatever its rank, but you would not store `approx`: its factors are enough to
# build it again. Count those: `r` columns, `r` rows and `r` singular values.
def low_rank(img, r):
    img = np.asarray(img, dtype=np.float64)
    if not 0 <= r <= min(img.shape):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    approx = (left[:, :r] * sizes[:r]) @ right[:r]
    return approx, approx.size if r else 0


# %% role="misconception" name="leaves the singular values uncounted" fails="counts what the factors hold"
# You count the `r` columns and the `r` rows, `r * (h + w)`. Without the singular values nobody can build the
# approximation again: there is one more number for each term.
def low_rank(img, r):
    img = np.asarray(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    return (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w)


# %% role="misconception" name="counts a square of singular values" fails="counts what the factors hold"
# `np.diag(sizes[:r])` has `r * r` entries, but all outside its diagonal are zeros that nobody stores: count
# `r` singular values.
def low_rank(img, r):
    img = np.asarray(img, dtype=np.float64)
    if not 0 <= r <= min(img.shape):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    left, middle, right = left[:, :r], np.diag(sizes[:r]), right[:r]
    return left @ middle @ right, left.size + middle.size + right.size


# %% role="misconception" name="counts only terms above zero" fails="counts what the factors hold"
# For an image of rank 2 you count two terms, whatever `r` is. The format reserves room for `r` terms: the
# count is promised from `h`, `w` and `r` alone, so that it is known before the image is.
def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    kept = int((sizes[:r] > 1e-10 * sizes[0]).sum())
    return (left[:, :r] * sizes[:r]) @ right[:r], kept * (h + w + 1)


# %% role="misconception" name="lets slices take any r" fails="r from 0 to min(h, w)"
# A slice never complains: `[:3]` of two columns is both of them, and `[:-1]` is all but the last, so a wrong
# `r` gives a picture and a wrong count. Check `r` before you cut, and raise `ValueError`.
def low_rank(img, r):
    img = np.asarray(img, dtype=np.float64)
    h, w = img.shape
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    return (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w + 1)


# %% role="misconception" name="checks the upper end only" fails="r from 0 to min(h, w)"
# A negative `r` passes your check, and the slice `[:-1]` is all but the last term: a picture, and a count
# below zero. Check both ends: `0 <= r <= min(h, w)`.
def low_rank(img, r):
    h, w = img.shape
    if r > min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img.astype(float), full_matrices=False)
    return (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w + 1)


# %% role="misconception" name="refuses r = 0" fails="r from 0 to min(h, w)"
# Rank 0 is a valid request: nothing is kept, so the answer is all zeros and the count 0. Slices `[:0]` give
# exactly that; raise `ValueError` below 0 and above `min(h, w)` only.
def low_rank(img, r):
    img = np.asarray(img, dtype=np.float64)
    h, w = img.shape
    if not 1 <= r <= min(h, w):
        raise ValueError("r is out of range")
    left, sizes, right = np.linalg.svd(img, full_matrices=False)
    return (left[:, :r] * sizes[:r]) @ right[:r], r * (h + w + 1)


# %% role="variant" of="keeps one term too many" name="sums the terms 0 to r"
def low_rank(img, r):
    rows, columns = img.shape
    if r < 0 or r > min(rows, columns):
        raise ValueError(r)
    u, s, vt = np.linalg.svd(img.astype(float))
    terms = [s[i] * np.outer(u[:, i], vt[i]) for i in range(len(s)) if 0 < r and i <= r]
    return sum(terms, np.zeros((rows, columns))), r + r * rows + r * columns


# %% role="variant" of="leaves the singular values uncounted" name="adds the sizes of two factors"
def low_rank(img, r):
    rows, columns = img.shape
    if r < 0 or r > min(rows, columns):
        raise ValueError(r)
    u, s, vt = np.linalg.svd(img.astype(float))
    u, vt = u[:, :r], vt[:r]
    return np.einsum("ik,k,kj->ij", u, s[:r], vt), u.size + vt.size
