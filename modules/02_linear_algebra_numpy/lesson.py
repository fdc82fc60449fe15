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
# - **Time:** about 75 minutes of reading, predicting and running; 6 hours with the exercises
# - **Prerequisites:** Python basics and module 00
# - **Skills:** linear algebra (S025, S108), NumPy (S124), multi-dimensional arrays (S028), the structure of a
#   data set (S044)

# %%
import numpy as np
from course.clinic import separates
from course.figures import image_layers, show
from course.figures import linear_algebra as figures
from course.predictions import explain, predict
from sklearn.datasets import load_digits, load_sample_image, load_wine
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression

wine, digits = load_wine(), load_digits()
photo = load_sample_image("china.jpg").mean(axis=2)
rng = np.random.default_rng(0)

# %% [markdown]
# ## Five questions from module 00
#
# From memory, at most two minutes each. Then write down what the next cell will print before you run it.
#
# 1. Does writing into a slice such as `a[1:4]` change `a`?
# 2. Does writing into `a[[4, 5]]`, a list of positions, change `a`?
# 3. After `b = a`: which of `b += 1` and `b = b * 0` changes `a`?
# 4. What does an integer array store when you assign 2.7 to one of its places?
# 5. What does a Git commit record, besides who, when and why?
#
# <details><summary>Answers</summary>
#
# 1. Yes: a slice is a view of the same memory.
# 2. No: a list of positions makes a copy.
# 3. The first works in place; the second makes a new array and gives it the name.
# 4. Its integer part: the array keeps its dtype, and the fraction is lost silently.
# 5. A snapshot of all files and its parent commits; a diff is computed from two snapshots.
#
# </details>

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
options = {
    "A": "The model: it is worse than always predicting the mean",
    "B": "The subtraction: it does not pair each wine with its own prediction",
    "C": "The variance: `np.var` divides by n, not by n - 1",
}
predict("la_opening", "What makes the score negative?", options)

# %%
errors = alcohol - predicted
other = 1 - np.mean(errors**2) / np.var(alcohol, ddof=1)
because = {
    "A": f"scikit-learn scores the same model {model.score(measurements, alcohol):.2f}.",
    "B": f"{alcohol.shape} minus {predicted.shape} has the shape {errors.shape}: every wine against every "
    "prediction. The mean is taken over pairs that never belonged together.",
    "C": f"With n - 1 the hand-made score would be {other:.2f}, hardly different.",
}
explain("la_opening", truth="B", because=because)

# %% [markdown]
# **Practise now:** [2.3 `residuals`](02_linear_algebra_numpy.ipynb) mends the colleague's score.

# %% [markdown]
# ## Vectors: rows of data
#
# A vector is a list of numbers whose positions have a meaning. A wine is a row of 13 measurements. An 8 × 8
# image of a digit is 64 ink values, one row of pixels after the other.
#
# The squared distance between two vectors is the sum of their squared differences. It adds whatever the
# positions hold: ink to ink in the digits, but magnesium to hue in the wines. The column with the largest
# spread then decides who is whose neighbour.
#
# **In the figure:** the image of a zero and, on the right, the same 64 numbers; each shaded or white band is
# one row of pixels.

# %%
alt = "An 8 by 8 image of a zero; beside it its 64 ink values as bars, in eight bands, row after row."
show(figures.digit_as_vector(digits.images[0]), alt=alt)
options = {"A": "About 8 %: one column of 13", "B": "About half", "C": "More than 99 %"}
question = "Square the differences of two random wines. How much of the sum comes from the column proline?"
predict("la_distance", question, options)

# %%
first, second = rng.integers(len(wine.data), size=(2, 1000))
squares = ((wine.data[first] - wine.data[second]) ** 2).mean(axis=0)
proline = wine.feature_names.index("proline")
spread = wine.data.std(axis=0)
because = {
    "A": "That would hold if all columns had the same spread.",
    "B": "Squaring widens the gap: ten times the spread is a hundred times the share.",
    "C": f"{squares[proline] / squares.sum():.1%}. Proline's standard deviation is {spread[proline]:.0f}, "
    f"the median column's {np.median(spread):.1f}.",
}
explain("la_distance", truth="C", because=because)

# %% [markdown]
# **Why** can the digits do without standardising, and the wines cannot?
#
# <details><summary>Answer</summary>
#
# All 64 positions of a digit share one unit and one range, so a large difference means much ink. In the wines
# the unit decides: proline in another unit would give other neighbours. Dividing each column by its own
# standard deviation removes the units.
#
# </details>
#
# **Practise now:** [2.2 `standardize_columns`](02_linear_algebra_numpy.ipynb). Once you have built it,
# scikit-learn's `StandardScaler` is yours to import.

# %% [markdown]
# ## Shapes: the rule, then two traps
#
# Broadcasting lets arrays of different shapes meet. Write the shapes with their right ends aligned and put 1
# where one is missing. Two sizes fit if they are equal or if one of them is 1; the 1 is read again as often
# as needed. Anything else is a ValueError.
#
# The first trap was the opening: `(178,)` is read as `(1, 178)`, so it fits `(178, 1)`. The second: the
# shapes fit along the wrong axis.
#
# **In the figure:** coloured cells are in memory, dashed ones are the same numbers read again; no copy is
# made.

# %%
alt = "A column of 4 numbers and a row of 3 are each stretched to a 4 by 3 table, then added."
show(figures.broadcasting_grid(), alt=alt)
options = {
    "A": "A ValueError on all rows; wrong numbers on the first 13",
    "B": "A ValueError on both",
    "C": "It works on both",
}
question = "`X - X.mean(axis=1)` should centre each row. What does it do on all rows, and on the first 13?"
predict("la_axis", question, options)

# %%
try:
    wine.data - wine.data.mean(axis=1)
except ValueError as error:
    message = str(error)
square = wine.data[:13]
left_over = np.abs((square - square.mean(axis=1)).mean(axis=1)).max()
because = {
    "A": f"A row mean of {left_over:.0f} is left where 0 was meant. `keepdims=True` would make the means a column.",
    "B": "13 rows make a square table: 13 row means fit 13 columns.",
    "C": f"All rows: {message.strip()}.",
}
explain("la_axis", truth="A", because=because)

# %% [markdown]
# **Why** should a test use a 3 × 5 array, and not 4 × 4?
#
# <details><summary>Answer</summary>
#
# In a square array every confusion of axes still fits, and gives wrong numbers. Sizes that are all different
# turn it into an error that you cannot overlook.
#
# </details>
#
# **Practise now:** [2.1 `pairwise_sq_dists`](02_linear_algebra_numpy.ipynb), all distances without a loop.

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
alt = "A circle, two unit arrows, a point x; on the right an ellipse, A's two columns, the point A @ x."
show(figures.unit_circle(shear, x), alt=alt)
options = {
    "A": "None: NumPy computes the diagonal only",
    "B": "About as many as are kept",
    "C": "More than a thousand for each one that is kept",
}
question = "`np.diag(left @ M @ right.T)` scores each digit's symmetry. How many numbers are thrown away?"
predict("la_bilinear", question, options)

# %%
left, right = digits.images[:, :, :4].reshape(-1, 32), digits.images[:, :, 4:].reshape(-1, 32)
M = np.kron(np.eye(8), np.fliplr(np.eye(4)))  # pairs each left pixel with its mirror image
table = left @ M @ right.T
wasted = table.size - len(left)
because = {
    "A": f"NumPy first builds the whole table, {table.shape}; `np.diag` comes too late.",
    "B": f"It keeps {len(left)}, and computes a number for every pair of digits.",
    "C": f"{wasted:,} of {table.size:,}, in {table.nbytes / 1e6:.0f} MB. "
    "Ten times the rows would take a hundred times the memory.",
}
explain("la_bilinear", truth="C", because=because)

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
# **Practise now:** [2.9 `bilinear_forms`](02_linear_algebra_numpy.ipynb), the score without the table.

# %% [markdown]
# ## Projection: as close as you can get
#
# All that `A @ x` can reach is the span of A's columns. A target `b` usually lies outside. The reachable
# point closest to it is its projection, its shadow. What remains, the residual, is orthogonal to every
# column: otherwise a step along that column would lead closer. Least squares is this projection; the
# predictions are the shadow of the target.
#
# **In the figure:** among all multiples of one column, the shadow is closest to `b`, and there the residual
# meets the line at a right angle.

# %%
alt = "A vector b, its shadow on a line, the residual at a right angle; the distance is least there."
show(figures.projection(np.array([2.0, 1.0]), np.array([2.0, 3.0])), alt=alt)
options = {
    "A": "It falls",
    "B": "It stays: noise carries no information",
    "C": "It rises: noise misleads the model",
}
question = "Add twenty columns of random numbers to the wine model. What does its squared training error do?"
predict("la_noise", question, options)

# %%
column = measurements[:, 5]
shadow = column * (column @ alcohol) / (column @ column)
print(f"one column · its residual: {column @ (alcohol - shadow):.0e}")
noise = rng.normal(size=(len(alcohol), 20))
before, after = (np.linalg.lstsq(A, alcohol)[1][0] for A in (measurements, np.hstack([measurements, noise])))
because = {
    "A": f"From {before:.1f} to {after:.1f}: a larger span comes closer. "
    "So a falling training error proves nothing.",
    "B": "The new columns are not in the old span; by accident each leans a little towards the residual.",
    "C": "On new wines, often. On the training rows the old predictions can still be reached.",
}
explain("la_noise", truth="A", because=because)

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
# **Practise now:** [2.4 `project`](02_linear_algebra_numpy.ipynb) for any number of columns, repeated ones
# too. Once you have built it, `LinearRegression(fit_intercept=False)` does the same in the clinic below.

# %% [markdown]
# ## Nearly parallel columns
#
# With orthogonal columns each coefficient can be read off alone. The closer two columns come to parallel, the
# further a small change of `b` moves the coefficients, although the fit hardly changes.
#
# The condition number, the largest singular value over the smallest, bounds that growth: 10ᵏ can cost k of
# the sixteen digits of float64. `A.T @ A` squares it. Läuchli's matrix, ones above a tiny diagonal, is the
# classic test.
#
# **In the figure:** the same noise in `b` (grey), above; below, the coefficients that fit it (green) spread
# along a line as the angle closes.

# %%
alt = "Two arrows at 90, 30 and 5 degrees: the cloud of coefficients stretches to a long streak."
show(figures.conditioning(angles=(90, 30, 5)), alt=alt)
lauchli = np.vstack([np.ones(3), 1e-8 * np.eye(3)])
options = {"A": "3, as for the matrix itself", "B": "2", "C": "1"}
question = "Three independent columns, told apart by 1e-8. What rank has `lauchli.T @ lauchli` in NumPy?"
predict("la_lauchli", question, options)

# %%
gram = lauchli.T @ lauchli
before, after = np.linalg.matrix_rank(lauchli), np.linalg.matrix_rank(gram)
print(f"condition numbers: wine {np.linalg.cond(wine.data):.0f}, Läuchli {np.linalg.cond(lauchli):.1e}")
because = {
    "A": f"On paper. NumPy finds rank {before} for the matrix itself, but rounds the product.",
    "B": "The columns are alike: rounding treats all three in the same way.",
    "C": f"Rank {after}: its smallest entry is {gram.min():.16g}, its largest {gram.max():.16g}. Next to 1, "
    "the square of 1e-8 is below float64's precision.",
}
explain("la_lauchli", truth="C", because=because)

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
# **Practise now:** [2.5 `orthonormal_basis`](02_linear_algebra_numpy.ipynb), which meets Läuchli's matrix.

# %% [markdown]
# ## Eigenvectors: directions that stay
#
# A square matrix turns most vectors. An eigenvector it only stretches: `A @ v` equals `lam * v`, and the
# eigenvalue `lam` may be negative, which reverses the arrow. A symmetric matrix has as many orthogonal
# eigenvectors as it has columns. In their directions it is nothing but a list of stretching factors, so
# applying it k times raises each factor to the power k, and the largest in size takes over.
#
# **In the figure:** along the two green lines `v` is not turned at all, or turned round by 180 degrees;
# between them any other angle occurs.

# %%
A = np.array([[1.0, 2.0], [2.0, -2.0]])
alt = "Unit vectors and their images: 0 degrees apart on the line of eigenvalue 2, 180 on that of -3."
show(figures.eigen_directions(A), alt=alt)
options = {
    "A": "It settles on the eigenvector of 2, the largest eigenvalue",
    "B": "It keeps to the line of -3, but never settles",
    "C": "It settles on the eigenvector of -3",
}
question = "Multiply a random vector by this A again and again, normalising. What do you see in the end?"
predict("la_power", question, options)

# %%
start, seen = rng.normal(size=2), []
for steps in (40, 41):
    v = np.linalg.matrix_power(A, steps) @ start
    seen.append(v / np.linalg.norm(v))
because = {
    "A": "2 is largest with its sign. Growth asks for the size: 3 beats 2 at every step.",
    "B": f"After 40 steps {seen[0].round(4)}, after 41 {seen[1].round(4)}: the same line, the sign flips.",
    "C": "The line is right, but each step multiplies by a negative number.",
}
explain("la_power", truth="B", because=because)

# %% [markdown]
# **Why** is "stop when `v` no longer changes" a bad rule for this iteration?
#
# <details><summary>Answer</summary>
#
# With a negative dominant eigenvalue it never comes true. Test the promise itself: is `A @ v` close to `lam *
# v`? That does not depend on the sign of `v`.
#
# </details>
#
# **Practise now:** [2.6 `power_iteration`](02_linear_algebra_numpy.ipynb).

# %% [markdown]
# ## SVD: a matrix in layers
#
# Every matrix, square or not, is a sum of layers: a pattern down the rows times a pattern across the columns,
# times a size. These sizes are the singular values, largest first; patterns of different layers are
# orthogonal. The first r layers are the best approximation of rank r, and the squared sizes that you leave
# out add up to the squared error.
#
# **In the figure:** five layers give light and shade, twenty the building, sixty most details. Move the
# slider: at which rank do you first see that it is a tower?

# %%
layers = np.linalg.svd(photo, full_matrices=False)
alt = "A photograph of a tower: stripes at rank 5, recognisable at 20, detailed at 60; the original."
show(image_layers.image_ranks(layers, ranks=(5, 20, 60)), alt=alt)
image_layers.rank_slider(layers)
options = {"A": "It more than triples", "B": "It falls", "C": "It stays: they are the same numbers"}
question = "Shuffle all pixels of the photograph. What happens to the relative error of twenty layers?"
predict("la_shuffle", question, options)

# %%
shuffled = rng.permutation(photo.ravel()).reshape(photo.shape)
sizes = np.array([layers[1], np.linalg.svd(shuffled, compute_uv=False)])
alt = "Singular values, log axes: the photograph's keep falling; the shuffled ones stay level."
show(image_layers.spectra({"photograph": sizes[0], "its pixels, shuffled": sizes[1]}), alt=alt)
error = np.linalg.norm(sizes[:, 20:], axis=1) / np.linalg.norm(sizes, axis=1)
because = {
    "A": f"From {error[0]:.0%} to {error[1]:.0%}: low rank is a property of the arrangement.",
    "B": "Shuffling removes the patterns that a layer can use.",
    "C": "The squared sizes add up to the same total, but they are spread over more layers.",
}
explain("la_shuffle", truth="A", because=because)

# %% [markdown]
# **In the figure:** both start with one large value; after it the photograph's values fall layer by layer,
# and those of its shuffled pixels stay level.
#
# **Why** is the first value large in both?
#
# <details><summary>Answer</summary>
#
# All pixels are positive, so the first layer holds the average brightness, which no shuffling changes.
# Remember this when you forget to centre a table.
#
# </details>
#
# **Practise now:** [2.8 `low_rank`](02_linear_algebra_numpy.ipynb): approximate, and count what you store.

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
alt = "Scatter plots of three wine cultivars: raw columns overlap, standardised ones form three groups."
show(figures.wine_maps(wine.data, wine.target), alt=alt)
options = {
    "A": "Still the direction of largest variance",
    "B": "The average digit",
    "C": "A random mix of pixels",
}
question = "You forget to subtract the means of the digits. Which direction comes first in the SVD?"
predict("la_centre", question, options)

# %%
mean, variances = digits.data.mean(axis=0), digits.data.var(axis=0)
patterns = [np.linalg.svd(table, full_matrices=False)[2][0] for table in (digits.data, digits.data - mean)]
forgot, centred = ((digits.data @ pattern).var() / variances.sum() for pattern in patterns)
cosine = abs(patterns[0] @ mean) / np.linalg.norm(mean)
because = {
    "A": f"It holds {forgot:.1%} of the variance; after centring, the first direction holds {centred:.1%}.",
    "B": f"The cosine of its angle to the mean image is {cosine:.5f}.",
    "C": "It is the same for any sample of digits: their common brightness.",
}
explain("la_centre", truth="B", because=because)

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
# **Practise now:** [2.7 `pca`](02_linear_algebra_numpy.ipynb). Once you have built it, import it:

# %%
small = PCA(n_components=0.9).fit(digits.data)
kept = small.explained_variance_ratio_.sum()
print(f"{small.n_components_} of {digits.data.shape[1]} directions hold {kept:.1%} of the variance")

# %% [markdown]
# ## Wrong-answer clinic
#
# Two wrong answers, both right on the input shown. Change that input until it separates the wrong answer from
# scikit-learn's, then make it as small as you can.
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
# |---|---|---|
# | `(n,)` minus `(n, 1)` works row by row | a good model scores below zero | the errors' shape is `y`'s |
# | a square example is test enough | wrong axis, first seen on real data | sizes that are all different |
# | `sd == 0` finds constant columns | a constant column becomes ±1 | a column of six times 0.1 |
# | `inv(A.T @ A)` is least squares | an error, or wild coefficients | repeat a column |
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
# All nine are in [the exercises of this module](02_linear_algebra_numpy.ipynb). The order of this lesson is
# 2.3, 2.2, 2.1, 2.9, 2.4, 2.5, 2.6, 2.8, 2.7.
