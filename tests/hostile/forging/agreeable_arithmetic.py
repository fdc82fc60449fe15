# expect: ours 0, plain 1; graded; nobody gets points for an object whose difference to everything is 0
# tries: return objects that give 0 for every calculation, so that |result - expected| is small
# cell: added
import numpy as np


class Nothing:
    """Whatever it is combined with, the result is 0 in the shape of the other."""

    __array_priority__ = 1e9
    __array_ufunc__ = None
    dtype, ndim, size = np.dtype("float64"), 1, 4
    shape = (4,)
    T = property(lambda self: self)

    def __init__(self, *args):
        pass

    def combine(self, other=0, *more):
        return np.zeros(np.shape(other)) if isinstance(other, np.ndarray) else 0.0

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self

    def __call__(self, *args, **kwargs):
        return self

    def __getitem__(self, key):
        return self

    def __len__(self):
        return 4

    def __iter__(self):
        return iter([self] * 4)

    def __contains__(self, value):
        return True

    def __abs__(self):
        return 0.0


for _name in "add sub mul truediv floordiv mod pow matmul and or xor".split():
    setattr(Nothing, f"__{_name}__", Nothing.combine)
    setattr(Nothing, f"__r{_name}__", Nothing.combine)
# cell: every answer
ANSWER = Nothing()
