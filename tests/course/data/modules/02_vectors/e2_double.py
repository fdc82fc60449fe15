# ---
# title: Double every number
# id: double
# version: 3
# skills: [S025, S108]
# stars: 2
# minutes: 15
# was: [twice]
# ---

# %% [markdown]
# Gains are often doubled. Write `double(x)`.
#
# - `x` has shape `(n,)`; the result has the same shape.

# %%
import numpy as np

# %% role="answer"
FACTOR = 2


def double(x):
    """Return twice `x`, an array of shape (n,).

    >>> double(np.array([1, 2]))
    array([2, 4])
    """
    ### BEGIN SOLUTION
    doubled = np.asarray(x) * FACTOR
    return doubled.reshape(np.shape(x))
    ### END SOLUTION


# %% role="shared"
CASES = [np.arange(5), np.ones(3)]

# %% role="check" name="keeps the shape" points=0
for x in CASES:
    assert double(x).shape == x.shape, f"double({x!r}) has another shape than its argument"

# %% role="check" name="doubles the example" points=1 needs="keeps the shape"
assert double(np.array([1, 2])).tolist() == [2, 4], "double of [1, 2] is [2, 4]"

# %% role="check" name="doubles noise" points=3 hidden=true needs=["keeps the shape", "doubles the example"]
for _ in range(20):
    x = rng.normal(size=7)
    assert close(double(x), x + x), "double(x) is not x + x for some random x"

# %% [markdown] role="hint"
# Look at what an operator does with an array.

# %% [markdown] role="hint"
# Multiply the array by the factor.

# %% [markdown] role="hint"
# `return x * ...`

# %% [markdown] role="explanation"
# NumPy multiplies every number at once. `x + x` does the same.


# %% role="alternative" name="by adding"
def double(x):
    return np.add(x, x)


# %% role="misconception" name="squares" fails="doubles the example"
# You squared the numbers;
# 2 is the only one for which that is the same. Multiply by 2.
def double(x):
    return np.asarray(x) ** 2


# %% role="variant" of="squares"
def double(x):
    return np.multiply(x, x)
