"""A small exercise of its own for tests, and ways to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.source import parse

if TYPE_CHECKING:
    from pathlib import Path

    from course.exercise import Exercise

MODULE = "90_tiny"
TEXT = '''\
# ---
# title: Halve an array
# id: halve
# version: 1
# skills: [S025]
# stars: 1
# minutes: 5
# limit: 1
# ---

# %% [markdown]
# Write `halve(x)`: a new float64 array with half of each number.

# %%
import numpy as np

# %% role="answer"
def halve(x):
    """Return x / 2, float64, in the shape of x."""
    ### BEGIN SOLUTION
    return np.asarray(x, dtype=np.float64) / 2
    ### END SOLUTION

# %% role="check" name="leaves x alone" points=0
pure(halve, np.array([4.0, 6.0]))

# %% role="check" name="the example" points=1 needs="leaves x alone"
out = halve(np.array([4.0, 6.0]))
assert close(out, [2.0, 3.0]), f"halve([4, 6]) gave {out}; [2, 3] was promised."

# %% role="check" name="any numbers" points=1 hidden=true needs="leaves x alone"
for _ in range(5):
    x = rng.normal(size=(3, 2))
    out = halve(x)
    assert close(out, x / 2), f"halve(x) of {kind(x)} is not half of every number."

# %% [markdown] role="hint"
# Look at the operators of arrays.

# %% [markdown] role="hint"
# Divide by two.

# %% [markdown] role="hint"
# `return ... / 2`

# %% [markdown] role="explanation"
# Division gives a new array.

# %% role="alternative" name="item by item"
def halve(x):
    result = np.empty(np.shape(x))
    for place, value in np.ndenumerate(x):
        result[place] = 0.5 * value
    return result

# %% role="misconception" name="doubles" fails="the example"
# Twice is not half: divide by two.
def halve(x):
    return np.asarray(x) * 2.0

# %% role="misconception" name="in place" fails="leaves x alone"
# You wrote into the array of whoever called you.
def halve(x):
    x /= 2
    return x

# %% role="misconception" name="first column only" fails="any numbers"
# You halved the first column only.
def halve(x):
    result = np.array(x, dtype=float)
    result[..., 0] /= 2
    return result if result.ndim > 1 else np.asarray(x) / 2
'''


def write(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the exercise with some of its text replaced; returns the file."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "modules" / MODULE / "e1_halve.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def exercise(folder: Path, *changes: tuple[str, str]) -> Exercise:
    """Return the exercise with some of its text replaced."""
    path = write(folder, *changes)
    return parse(path.read_text(encoding="utf-8"), path)
