import numpy as np


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    if order == "C":
        return tuple(int(itemsize * np.prod(shape[k + 1:])) for k in range(len(shape)))
    return tuple(int(itemsize * np.prod(shape[:k])) for k in range(len(shape)))


def flat_index(index, shape, order="C"):
    steps = strides_for(shape, 1, order)
    if len(index) != len(shape):
        raise ValueError
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return int(np.dot(np.array(index, float), np.array(steps, float)))
