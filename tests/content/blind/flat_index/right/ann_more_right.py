def flat_index(index, shape, order="C"):
    if order not in ("C", "F"):
        raise ValueError(f"order {order!r}")
    if len(index) != len(shape):
        raise ValueError("lengths")
    if any(i < 0 or i >= n for i, n in zip(index, shape)):
        raise IndexError(index)
    pairs = list(zip(index, shape))
    if order == "F":
        pairs.reverse()
    place = 0
    for i, n in pairs:
        place = place * n + i
    return place


def strides_for(shape, itemsize, order="C"):
    import math

    if order == "C":
        return tuple(itemsize * math.prod(shape[k + 1 :]) for k in range(len(shape)))
    if order == "F":
        return tuple(itemsize * math.prod(shape[:k]) for k in range(len(shape)))
    raise ValueError(f"order {order!r}")
