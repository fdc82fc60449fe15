# An nbgrader notebook that is not ours: plain asserts and hidden tests. Cells are named by their grade_id.

# %% grade_id="setup" locked=true
import numpy as np
from sklearn.datasets import load_iris
from sklearn.linear_model import LinearRegression

X, y = load_iris(return_X_y=True)


# %% grade_id="mean" solution=true
def mean(values):
    ### BEGIN SOLUTION
    return float(np.mean(values))
    ### END SOLUTION


# %% grade_id="normalise" solution=true
def normalise(M):
    ### BEGIN SOLUTION
    M = np.asarray(M, dtype=float)
    return M / M.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% grade_id="count" solution=true
def count(words):
    ### BEGIN SOLUTION
    table = {}
    for word in words:
        table[word] = table.get(word, 0) + 1
    return table
    ### END SOLUTION


# %% grade_id="fit" solution=true
def fit(X, y):
    ### BEGIN SOLUTION
    return LinearRegression().fit(X, y)
    ### END SOLUTION


# %% grade_id="stack" solution=true
class Stack:
    ### BEGIN SOLUTION
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError("empty")
        return self.items.pop()

    def __eq__(self, other):
        return self.items == other.items

    ### END SOLUTION


# %% grade_id="squares" solution=true
def squares():
    ### BEGIN SOLUTION
    n = 0
    while True:
        yield n * n
        n += 1
    ### END SOLUTION


# %% grade_id="answer" solution=true
### BEGIN SOLUTION
slope = 3
names = ["a", "b"]
### END SOLUTION


# %% grade_id="apply" solution=true
def twice(f, x):
    ### BEGIN SOLUTION
    return f(f(x))
    ### END SOLUTION


# %% grade_id="test-mean" points=2
assert mean([1, 2, 3]) == 2
### BEGIN HIDDEN TESTS
assert abs(mean([0.5, 0.25]) - 0.375) < 1e-12
### END HIDDEN TESTS

# %% grade_id="test-normalise" points=2
result = normalise([[1, 1], [3, 1]])
np.testing.assert_allclose(result.sum(axis=1), 1)
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(result, [[0.5, 0.5], [0.75, 0.25]])
### END HIDDEN TESTS

# %% grade_id="test-count" points=1
assert count(["a", "b", "a"]) == {"a": 2, "b": 1}

# %% grade_id="test-fit" points=3
model = fit(X[:100], y[:100])
assert model.coef_.shape == (4,)
### BEGIN HIDDEN TESTS
expected = LinearRegression().fit(X[:100], y[:100])
np.testing.assert_allclose(model.predict(X[100:]), expected.predict(X[100:]))
### END HIDDEN TESTS

# %% grade_id="test-stack" points=2
stack = Stack()
stack.push(1)
stack.push("two")
assert stack.pop() == "two"
assert stack.pop() == 1
try:
    stack.pop()
except IndexError:
    pass
else:
    assert False, "pop of an empty stack"

# %% grade_id="test-same" points=1
left, right = Stack(), Stack()
left.push(1)
right.push(1)
assert left == right

# %% grade_id="test-squares" points=2
from itertools import islice

assert list(islice(squares(), 4)) == [0, 1, 4, 9]

# %% grade_id="test-partial" points=4
points = 0
points += 3 * (slope == 3)
points += names == ["a", "b"]
points

# %% grade_id="test-apply" points=1
assert twice(lambda v: v + 2, 1) == 5
