def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError(order)
    out, step = [], itemsize
    for n in shape[::-1] if order == "C" else shape:
        out.append(step)
        step *= n
    return tuple(out[::-1] if order == "C" else out)


def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError
    strides_for((), 1, order)
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    place = 0.0
    for i, n in zip(index, shape) if order == "C" else zip(index[::-1], shape[::-1]):
        place = place * n + i
    return int(place)
