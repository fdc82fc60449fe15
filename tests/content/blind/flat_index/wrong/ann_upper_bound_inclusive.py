def flat_index(index, shape, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    if len(index) != len(shape):
        raise ValueError
    for i, n in zip(index, shape):
        if not 0 <= i <= n:
            raise IndexError
    return sum(i * s for i, s in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    strides = []
    step = itemsize
    for n in shape if order == "F" else shape[::-1]:
        strides.append(step)
        step *= n
    return tuple(strides) if order == "F" else tuple(strides)[::-1]
