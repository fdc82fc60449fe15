from math import prod


def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError
    steps = strides_for(shape, 1, order)
    if not all(0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, steps))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    steps = tuple(itemsize * prod(shape[k + 1 :]) for k in range(len(shape)))
    return steps if order == "C" else steps[::-1]
