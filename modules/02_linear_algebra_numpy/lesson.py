# %% [markdown]
# # Linear algebra you can run
#
# After this lesson you can
#
# - **predict** the shape of a NumPy expression, and **spot** the one that is wrong without an error;
# - **project** a target onto columns, and say what least squares promises;
# - **judge** from singular values how many digits a result has left;
# - **reduce** a table or an image to a few directions, and say what was lost.
#
# | Time | You need | Skills |
# |:---|:---|:---|
# | 75 minutes, 6 hours with the exercises | Python basics, module 00 | linear algebra, NumPy, multi-dimensional arrays, the structure of a data set |
#
# Run each cell with Shift-Enter. Where one asks a question, choose before you run the next. **Practise now**
# names the exercise that you are ready for: do it at once, then come back. The first comes after ten minutes.

# %%
import numpy as np
from course.clinic import separates
from course.figures import image_layers, show
from course.figures import linear_algebra as figures
from course.questions import explain, predict
from sklearn.datasets import load_digits, load_sample_image, load_wine
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression

wine, digits = load_wine(), load_digits()
photo = load_sample_image("china.jpg").mean(axis=2)
rng = np.random.default_rng(0)

# %% [markdown]
# ## Five questions from module 00
#
# From memory, at most two minutes each:
#
# 1. Does writing into a slice such as `a[1:4]` change `a`?
# 2. Does writing into `a[[4, 5]]`, a list of positions, change `a`?
# 3. After `b = a`: which of `b += 1` and `b = b * 0` changes `a`?
# 4. What does an integer array store when you assign 2.7 to one of its places?
# 5. What does a Git commit record, besides who, when and why?
#
# Now write down what the next cell prints.

# %%
a = np.arange(6)
a[1:4][0] = 99
a[[4, 5]][0] = -1
b = a
b += 1
b = b * 0
a[5] = 2.7
print(a)

# %% [markdown]
# <details><summary>Answers to the five questions</summary>
#
# 1. Yes: a slice is a view of the same memory.
# 2. No: a list of positions makes a copy.
# 3. The first works in place; the second makes a new array and gives it the name.
# 4. Its integer part: the array keeps its dtype, and the fraction is lost silently.
# 5. A snapshot of all files and its parent commits; a diff is computed from two snapshots.
#
# </details>
#
# ## A good model with a negative score
#
# A linear model predicts the alcohol of 178 wines from twelve other measurements. A colleague scores it by
# hand with R²: 1 is perfect, 0 is no better than the mean. The formula is right, and nothing warns.

# %%
measurements, alcohol = wine.data[:, 1:], wine.data[:, 0]
model = LinearRegression().fit(measurements, alcohol.reshape(-1, 1))
predicted = model.predict(measurements)
r2 = 1 - np.mean((alcohol - predicted) ** 2) / np.var(alcohol)
print(f"R² by hand: {r2:.2f}")
predict("la_opening")

# %%
errors = alcohol - predicted
other = 1 - np.mean(errors**2) / np.var(alcohol, ddof=1)
shapes = {"alcohol": alcohol.shape, "predicted": predicted.shape, "errors": errors.shape}
explain("la_opening", sklearn=model.score(measurements, alcohol), other=other, **shapes)

# %% [markdown]
# > **Practise now:** [2.3 `residuals`](02_linear_algebra_numpy.ipynb#cell-id=36662657) mends
# > the colleague's score. You need nothing else for it.
#
# ## Vectors: rows of data
#
# A wine is a row of 13 measurements. An 8 × 8 image of a digit is 64 ink values, one row of pixels after the
# other. Either is a vector: a list of numbers whose positions have a meaning.
#
# Its length, `np.linalg.norm(v)`, is the root of the sum of its squared entries. The distance between two
# vectors is the length of their difference. It adds whatever the positions hold: ink to ink in the digits, but
# magnesium to hue in the wines.
#
# **In the figure:** a zero and, on the right, its 64 numbers; each shaded or white band is one row of pixels.

# %%
show(figures.digit_as_vector(digits.images[0]))
predict("la_distance")

# %%
first, second = rng.integers(len(wine.data), size=(2, 1000))
squares = ((wine.data[first] - wine.data[second]) ** 2).mean(axis=0)
share = 100 * squares / squares.sum()
spread = wine.data.std(axis=0)
at = wine.feature_names.index("proline")
explain("la_distance", share=share[at], proline=spread[at], median=np.median(spread))

# %% [markdown]
# **Why** would proline in another unit change who is whose neighbour, and ink in another unit not?
#
# <details><summary>Answer</summary>
#
# All 64 positions of a digit share one unit, so another one stretches every distance alike. In the wines it
# would stretch a single column. Dividing each column by its own standard deviation removes the units.
#
# </details>
#
# > **Practise now:** [2.2 `standardize_columns`](02_linear_algebra_numpy.ipynb#cell-id=d0a382e1).
# > After that, use scikit-learn's `StandardScaler`.

# %% [markdown]
# ## Shapes: the rule, then two traps
#
# Broadcasting lets arrays of different shapes meet. Write the shapes with their right ends aligned and put 1
# where one is missing. Two sizes fit if they are equal or one is 1; the 1 is read again as often as needed. Anything else is a ValueError.
#
# The first trap was the opening: `(178,)` is read as `(1, 178)`, so it fits `(178, 1)`. The second: the
# shapes fit along the wrong axis.
#
# **In the figure:** coloured cells are in memory, dashed ones are the same numbers read again; no copy is
# made.

# %%
show(figures.broadcasting_grid())
predict("la_axis")

# %%
try:
    wine.data - wine.data.mean(axis=1)
except ValueError as error:
    print("ValueError:", error)
square = wine.data[:13]
left_over = (square - square.mean(axis=1)).mean(axis=1)
explain("la_axis", left_over=np.abs(left_over).max())

# %% [markdown]
# **Why** should a test use a 3 × 5 array, and not 4 × 4?
#
# <details><summary>Answer</summary>
#
# In a square array every confusion of axes still fits, and gives wrong numbers. Different sizes turn it into an
# error.
#
# </details>
#
# > **Practise now:** [2.1 `pairwise_sq_dists`](02_linear_algebra_numpy.ipynb#cell-id=b1e9427a),
# > without a loop.

# %% [markdown]
# ## Matrix product: mixing columns
#
# `A @ x` mixes the columns of `A`; the entries of `x` are the amounts. `A @ B` does this for every column of
# `B`, and `A @ B @ x` applies `B` first.
#
# A product with a vector on each side, `x @ M @ y`, is a score: `M` says how much each entry of `x` counts
# together with each entry of `y`. With one `x` and one `y` per row, it is tempting to multiply whole tables.
#
# **In the figure:** the dotted lines lead to `x` by its amounts of e₁ and e₂ and, on the right, to `A @ x` by
# the same amounts of A's columns; the circle becomes an ellipse.

# %%
shear, x = np.array([[1.0, 1.0], [0.0, 1.0]]), np.array([0.6, 0.8])
show(figures.unit_circle(shear, x))
predict("la_bilinear")

# %%
left = digits.images[:, :, :4].reshape(-1, 32)
right = digits.images[:, :, 4:].reshape(-1, 32)
# M pairs each left pixel with its mirror image
M = np.kron(np.eye(8), np.fliplr(np.eye(4)))
table = left @ M @ right.T
kept, computed = len(left), table.size
counts = {"kept": kept, "computed": computed, "wasted": computed - kept}
explain("la_bilinear", shape=table.shape, megabytes=table.nbytes / 1e6, **counts)

# %% [markdown]
# **Why** do `(A @ B) @ x` and `A @ (B @ x)` agree, and cost so differently?
#
# <details><summary>Answer</summary>
#
# Mixing a mix is one mix: the product is associative. For n × n matrices the first needs about n³
# multiplications, because it builds a matrix; the second needs 2n². Let the vectors go first.
#
# </details>
#
# > **Practise now:** [2.9 `bilinear_forms`](02_linear_algebra_numpy.ipynb#cell-id=93497040),
# > the score without the table.

# %% [markdown]
# ## Projection: as close as you can get
#
# All that `A @ x` can reach is called the span of A's columns. A target `b` usually lies outside. The
# reachable point closest to it is its projection, its shadow. What remains, the residual, is orthogonal to
# every column: otherwise a step along that column would lead closer. Least squares is this projection:
# `np.linalg.lstsq` finds the amounts, and the predictions are the shadow of the target.
#
# **In the figure:** among all multiples of one column, the shadow is closest to `b`, and there the residual
# meets the line at a right angle.

# %%
show(figures.projection(np.array([2.0, 1.0]), np.array([2.0, 3.0])))
predict("la_noise")


# %%
def residual(A, b):
    amounts, *_ = np.linalg.lstsq(A, b)
    return b - A @ amounts


noise = rng.normal(size=(len(alcohol), 20))
before = residual(measurements, alcohol)
after = residual(np.hstack([measurements, noise]), alcohol)
largest = np.abs(measurements.T @ before).max()
print(f"product of a column and the residual: at most {largest:.0e}")
explain("la_noise", before=(before**2).sum(), after=(after**2).sum())

# %% [markdown]
# **Why** does a repeated column break `inv(A.T @ A)`, but not the projection?
#
# <details><summary>Answer</summary>
#
# The span stays the same, and so does its closest point. Only the amounts are no longer unique: what one
# column gets, its twin can take over. The inverse exists only where they are unique.
#
# </details>
#
# > **Practise now:** [2.4 `project`](02_linear_algebra_numpy.ipynb#cell-id=397f5465), for repeated
# > columns too. After that, `LinearRegression(fit_intercept=False)` does it for you.

# %% [markdown]
# ## Nearly parallel columns
#
# The closer two columns come to parallel, the further a small change of `b` moves the coefficients, although
# the fit hardly changes. How far, the ellipse tells. A matrix makes an ellipse of the unit circle; its
# half-axes are the **singular values**, and the longest over the shortest is the **condition number**. At 10ᵏ
# you can lose k of the sixteen digits of float64. `A.T @ A` squares it.
#
# **When is a singular value zero?** Compare it with the largest, never with a fixed number. Below
# `max(A.shape) * 2e-16` of that it is rounding error, and `np.linalg.matrix_rank` drops it. Measurements have
# fewer digits: with four good ones, cut at 1e-4. A gap in the list confirms the cut.
#
# **In the figure:** the same noise in `b` (grey), above; below, the coefficients that fit it (green) spread
# along a line as the angle closes. Then a classic test: Läuchli's matrix, ones above a tiny diagonal.

# %%
show(figures.conditioning(angles=(90, 30, 5)))
lauchli = np.vstack([np.ones(3), 1e-8 * np.eye(3)])
print(lauchli)
predict("la_lauchli")

# %%
gram = lauchli.T @ lauchli
for name, A in {"wine": wine.data, "Läuchli": lauchli}.items():
    print(f"{name}: condition number {np.linalg.cond(A):.1e}")
rank, gram_rank = np.linalg.matrix_rank(lauchli), np.linalg.matrix_rank(gram)
explain("la_lauchli", rank=rank, gram_rank=gram_rank, low=gram.min(), high=gram.max())

# %% [markdown]
# **Why** is it hard to make such columns orthogonal by subtracting projections?
#
# <details><summary>Answer</summary>
#
# Almost nothing is left after the subtraction, and much of that is rounding error. Scaling it to length 1
# scales the error as well. It matters from what you subtract, and whether once is enough.
#
# </details>
#
# > **Practise now:** [2.5 `orthonormal_basis`](02_linear_algebra_numpy.ipynb#cell-id=84533ddb), which
# > meets Läuchli's matrix.

# %% [markdown]
# ## Eigenvectors: directions that stay
#
# A square matrix turns most vectors. An eigenvector it only stretches: `A @ v` equals `lam * v`, and the
# eigenvalue `lam` may be negative, which reverses the arrow. A symmetric matrix has as many orthogonal
# eigenvectors as it has columns. In their directions it is a list of stretching factors, so
# applying it k times raises each factor to the power k, and the largest in size takes over.
#
# **In the figure:** along the two green lines `v` is not turned at all, or turned round by 180 degrees;
# between them any other angle occurs.

# %%
A = np.array([[1.0, 2.0], [2.0, -2.0]])
show(figures.eigen_directions(A))
predict("la_power")

# %%
v, seen = rng.normal(size=2), []
for _ in range(41):
    v = A @ v
    v = v / np.linalg.norm(v)
    seen.append(v.round(4))
explain("la_power", even=seen[39], odd=seen[40])

# %% [markdown]
# **Which** rule stops this iteration in time, whatever the sign of the eigenvalue?
#
# <details><summary>Answer</summary>
#
# Test the promise itself: is `A @ v` close to `lam * v`? That `v` stops changing never comes true where the
# eigenvalue is negative.
#
# </details>
#
# > **Practise now:** [2.6 `power_iteration`](02_linear_algebra_numpy.ipynb#cell-id=89f04459).
# > After that, `np.linalg.eigh` gives you all pairs.

# %% [markdown]
# ## SVD: a matrix in layers
#
# Every matrix, square or not, is a sum of layers: a pattern down the rows times a pattern across the columns,
# times a size. These sizes are the singular values, largest first; patterns of different layers are
# orthogonal. The first r layers are the best approximation of rank r, and the squared sizes that you leave
# out add up to the squared error.
#
# **In the figure:** five layers give light and shade, twenty the building, sixty most details. Move the
# slider: at how many do you first see that it is a tower?

# %%
layers = np.linalg.svd(photo, full_matrices=False)
show(image_layers.image_ranks(layers, ranks=(5, 20, 60)))
image_layers.rank_slider(layers)
predict("la_shuffle")

# %%
shuffled = rng.permutation(photo.ravel()).reshape(photo.shape)
sizes = np.array([layers[1], np.linalg.svd(shuffled, compute_uv=False)])
show(image_layers.spectra({"photograph": sizes[0], "its pixels, shuffled": sizes[1]}))
left_out = (sizes[:, 20:] ** 2).sum(axis=1) / (sizes**2).sum(axis=1)
error = 100 * np.sqrt(left_out)
explain("la_shuffle", photograph=error[0], shuffled=error[1])

# %% [markdown]
# **In the figure:** both start with one large value; after it the photograph's values fall layer by layer,
# and those of its shuffled pixels stay level.
#
# **Why** is the first value large in both?
#
# <details><summary>Answer</summary>
#
# All pixels are positive, so the first layer holds the average brightness, which no shuffling changes.
#
# </details>
#
# > **Practise now:** [2.8 `low_rank`](02_linear_algebra_numpy.ipynb#cell-id=042adfc5):
# > approximate, and count what you store.

# %% [markdown]
# ## PCA: the SVD of centred data
#
# Principal component analysis looks for the directions in which rows vary most. Subtract the column means,
# take the SVD: the row patterns are the directions, and squared singular values measure the variance along
# them. The coordinates of the rows in these directions are their scores. PCA knows nothing about units: a
# column with a large spread becomes the first component.
#
# **In the figure:** on raw columns proline spreads the wines and two cultivars overlap; after standardising,
# two components nearly separate all three, though PCA never saw the cultivars.

# %%
show(figures.wine_maps(wine.data, wine.target))
predict("la_centre")

# %%
mean = digits.data.mean(axis=0)
centred = digits.data - mean
forgot = np.linalg.svd(digits.data, full_matrices=False)[2][0]
right = np.linalg.svd(centred, full_matrices=False)[2][0]
cosine = abs(forgot @ mean) / np.linalg.norm(mean)
squares = 100 * ((digits.data @ forgot) ** 2).sum() / (digits.data**2).sum()
variance = 100 * ((centred @ forgot) ** 2).sum() / (centred**2).sum()
most = 100 * ((centred @ right) ** 2).sum() / (centred**2).sum()
explain("la_centre", cosine=cosine, squares=squares, variance=variance, most=most)

# %% [markdown]
# **Why** is a component's share measured against the total variance, not against the variance kept?
#
# <details><summary>Answer</summary>
#
# Against what is kept, the shares always add up to 1, even if you keep a single useless component. Against
# the total they say what you lost.
#
# </details>
#
# > **Practise now:** [2.7 `pca`](02_linear_algebra_numpy.ipynb#cell-id=370d4c13). After that, import it:

# %%
small = PCA(n_components=0.9).fit(digits.data)
kept = 100 * small.explained_variance_ratio_.sum()
print(f"{small.n_components_} of 64 directions hold {kept:.1f} % of the variance")

# %% [markdown]
# ## Wrong-answer clinic
#
# Two wrong answers, both right on the input shown. Change that input until it separates the wrong answer from
# scikit-learn's, and make it small.
#
# - `answer_a` projects `b` onto the columns of `A`.
# - `answer_b` returns each component's share of the variance.
#
# <details><summary>How small does it get?</summary>
#
# For `answer_a`, one row is enough: it adds up shadows, and columns that are not orthogonal are counted
# twice. For `answer_b`, two rows never are: after centring they are parallel, and a single component holds
# everything. Three rows and two columns show that it forgot to square.
#
# </details>


# %%
def answer_a(A, b):
    return sum(a * (a @ b) / (a @ a) for a in A.T)


def right_a(A, b):
    return LinearRegression(fit_intercept=False).fit(A, b).predict(A)


separates(answer_a, right_a, np.eye(2), np.array([3.0, 4.0]))


# %%
def answer_b(X):
    sizes = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    return sizes / sizes.sum()


def right_b(X):
    return PCA().fit(X).explained_variance_ratio_


separates(answer_b, right_b, np.array([[1.0, 2.0], [3.0, 5.0]]))

# %% [markdown]
# ## In five lines
#
# 1. Align shapes at their right ends; only equal sizes or a 1 fit, and what fits may still be wrong.
# 2. A product mixes columns; let the vectors go first.
# 3. Least squares is a shadow: its residual is orthogonal to every column.
# 4. The condition number says how many digits you can lose; `A.T @ A` squares it.
# 5. The SVD orders a matrix by importance; PCA is the SVD of centred data.
#
# ## What goes wrong in practice
#
# | misconception | symptom | check that reveals it |
# |:---|:---|:---|
# | `(n,)` minus `(n, 1)` works row by row | a good model scores below zero | the errors' shape is `y`'s |
# | `sd == 0` finds constant columns | a constant column becomes ±1 | a column of six times 0.1 |
# | `inv(A.T @ A)` is least squares | an error, or wild coefficients | repeat a column |
# | a tiny singular value is zero | another unit, another rank | multiply by 1e12: the rank stays |
# | the largest eigenvalue dominates | the iteration never stops | a matrix with eigenvalues 2 and −3 |
# | PCA is the SVD of the table | the first component is the mean | add 100 everywhere: nothing may change |
#
# ## Three open questions
#
# 1. Measure distance by absolute values instead of squares: is the closest point still unique?
# 2. Let some pixels be missing: what does "best approximation of rank r" mean then?
# 3. Let the two largest eigenvalues be 3 and −3: where does the iteration go?
#
# ## Exercises
#
# [All nine](02_linear_algebra_numpy.ipynb), in the order of this lesson: 2.3, 2.2, 2.1, 2.9, 2.4, 2.5, 2.6, 2.8,
# 2.7.
