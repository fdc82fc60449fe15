from math import prod


def flat_index(index, shape, order="C"):
    """Return how many cells lie before one cell."""
    if len(index) != len(shape):
        raise ValueError("index and shape differ in length")
    steps = strides_for(shape, 1, order)
    if not all(0 <= i < n for i, n in zip(index, shape)):
        raise IndexError("index out of range")
    return sum(i * s for i, s in zip(index, steps))


def strides_for(shape, itemsize, order="C"):
    """Return the bytes from a cell to the next one along each axis."""
    if order not in ("C", "F"):
        raise ValueError("order must be 'C' or 'F'")
    if order == "C":
        return tuple(itemsize * prod(shape[k + 1 :]) for k in range(len(shape)))
    return tuple(itemsize * prod(shape[:k]) for k in range(len(shape)))
