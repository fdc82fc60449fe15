def _check(order):
    if order not in ("C", "F"):
        raise ValueError(order)


def flat_index(index, shape, order="C"):
    if len(index) != len(shape):
        raise ValueError("lengths")
    if not shape:
        return 0
    _check(order)
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, strides_for(shape, 1, order)))


def strides_for(shape, itemsize, order="C"):
    if not shape:
        return ()
    _check(order)
    out, step = [], itemsize
    for n in shape[::-1] if order == "C" else shape:
        out.append(step)
        step *= n
    return tuple(out[::-1] if order == "C" else out)
