from math import prod


def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError
    if not all(0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in "CF":
        raise ValueError
    n = range(len(shape))
    return tuple(itemsize * prod(shape[k + 1 :] if order == "C" else shape[:k]) for k in n)
