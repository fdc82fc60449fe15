import numpy as np


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    n = np.array(shape if order == "F" else shape[::-1], dtype=np.int32)
    steps = np.concatenate([[1], np.cumprod(n)])[:-1] * itemsize
    steps = steps.astype(int).tolist()
    return tuple(steps if order == "F" else steps[::-1])


def flat_index(index, shape, order="C"):
    steps = strides_for(shape, 1, order)
    if len(index) != len(shape):
        raise ValueError
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, steps))
