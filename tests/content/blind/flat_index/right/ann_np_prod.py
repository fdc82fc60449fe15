def flat_index(index, shape, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    if len(index) != len(shape):
        raise ValueError
    for i, n in zip(index, shape):
        if i < 0 or i >= n:
            raise IndexError
    return sum(i * s for i, s in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    if order == "C":
        return tuple(int(itemsize * np.prod(shape[k + 1:])) for k in range(len(shape)))
    return tuple(int(itemsize * np.prod(shape[:k])) for k in range(len(shape)))
