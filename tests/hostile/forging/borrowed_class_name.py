# expect: ours 0, plain 1; graded; a class is known by identity, not by its name
# tries: return objects whose class calls itself float64, ndarray or LinearRegression of the right module
# cell: added
import numpy as np


def forged(name, module):
    return type(
        name,
        (),
        {
            "__module__": module,
            "__qualname__": name,
            "__eq__": lambda self, other: True,
            "__sub__": lambda self, other: 0.0,
            "__array__": lambda self, *a, **k: np.zeros(4),
            "coef_": np.zeros(4),
            "predict": lambda self, X: np.zeros(len(X)),
            "dtype": np.dtype("f8"),
        },
    )()


results = [
    forged("float64", "numpy"),
    forged("ndarray", "numpy"),
    forged("LinearRegression", "sklearn.linear_model._base"),
    forged("DataFrame", "pandas.core.frame"),
    forged("bool", "builtins"),
    forged("Handle", "autograder.boundary.handles"),
]


# cell: some answers
def ANSWER(*args, **kwargs):
    results.append(results.pop(0))
    return results[0]
