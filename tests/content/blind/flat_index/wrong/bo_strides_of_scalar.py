from itertools import accumulate
from operator import mul


def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError
    if not all(0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order == "C":
        return tuple(accumulate(shape[:0:-1], mul, initial=itemsize))[::-1]
    if order == "F":
        return tuple(accumulate(shape[:-1], mul, initial=itemsize))
    raise ValueError
