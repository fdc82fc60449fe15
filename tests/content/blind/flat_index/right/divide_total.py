from math import prod


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    step = prod(shape) * itemsize
    out = []
    for n in shape if order == "C" else shape[::-1]:
        step //= n
        out.append(step)
    return tuple(out if order == "C" else out[::-1])


def flat_index(index, shape, order="C"):
    steps = strides_for(shape, 1, order)
    if len(index) != len(shape):
        raise ValueError
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, steps))
