# expect: ours 0, plain 1; graded; comparison, truth and conversion of a learner's object decide nothing
# tries: return objects that are equal to, greater than and close to everything
# seen: in one process with the tests (as in a kernel) it won 8 of 20 points
# cell: added
import numpy as np


class Agreeable:
    dtype, shape, ndim, size, T = np.dtype("float64"), (4,), 1, 4, None
    __array_priority__ = 1e9

    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__

    def __hash__(self):
        return 0

    def __bool__(self):
        return True

    def __float__(self):
        return 0.0

    def __array__(self, dtype=None, copy=None):
        return np.zeros(4)

    def __array_function__(self, function, types, args, kwargs):
        return True

    def __array_ufunc__(self, *args, **kwargs):
        return np.True_

    @property
    def __class__(self):
        return np.ndarray


# cell: every answer
def ANSWER(*args, **kwargs):
    return Agreeable()
