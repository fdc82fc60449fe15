import numpy as np


def flat_index(index, shape, order="C"):
    if order != "C" and order != "F":
        raise ValueError("bad order")
    if len(index) != len(shape):
        raise ValueError("index and shape must have the same length")
    if len(shape) == 0:
        return 0
    try:
        return int(np.ravel_multi_index(index, shape, mode="raise", order=order))
    except ValueError as error:
        raise IndexError(str(error)) from error


def strides_for(shape, itemsize, order="C"):
    if order != "C" and order != "F":
        raise ValueError("bad order")
    one = [1] * len(shape)
    result = []
    for axis in range(len(shape)):
        cell = one.copy()
        cell[axis] = 0
        rest = shape[axis + 1:] if order == "C" else shape[:axis]
        result.append(itemsize * int(np.prod(rest, dtype=np.int64)))
    return tuple(result)
