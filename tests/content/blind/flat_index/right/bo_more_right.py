from functools import reduce
from itertools import accumulate
from operator import mul


def flat_index(index, shape, order="C"):
    if order not in {"C", "F"} or len(index) != len(shape):
        raise ValueError
    if any(i not in range(n) for i, n in zip(index, shape)):
        raise IndexError
    axes = list(zip(index, shape))[:: 1 if order == "C" else -1]
    return reduce(lambda place, axis: place * axis[1] + axis[0], axes, 0)


def strides_for(shape, itemsize, order="C"):
    if order == "F":
        return tuple(accumulate(shape, mul, initial=itemsize))[: len(shape)]
    if order == "C":
        return strides_for(shape[::-1], itemsize, "F")[::-1]
    raise ValueError(order)
