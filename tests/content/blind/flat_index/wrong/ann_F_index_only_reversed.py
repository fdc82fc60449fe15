def flat_index(index, shape, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    if len(index) != len(shape):
        raise ValueError
    for i, n in zip(index, shape):
        if not 0 <= i < n:
            raise IndexError
    if order == "F":
        index = index[::-1]
    place = 0
    for i, n in zip(index, shape):
        place = place * n + i
    return place


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    if order == "F":
        shape = shape[::-1]
    out = []
    step = itemsize
    for n in reversed(shape):
        out.append(step)
        step *= n
    return tuple(out[::-1])
