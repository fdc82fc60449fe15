def strides_for(shape, itemsize, order="C"):
    order = order.strip()
    if order not in ("C", "F"):
        raise ValueError(order)
    out, step = [], itemsize
    for n in shape[::-1] if order == "C" else shape:
        out.append(step)
        step *= n
    return tuple(out[::-1] if order == "C" else out)


def flat_index(index, shape, order="C"):
    steps = strides_for(shape, 1, order)
    if len(index) != len(shape):
        raise ValueError
    if any(not 0 <= i < n for i, n in zip(index, shape)):
        raise IndexError
    return sum(i * s for i, s in zip(index, steps))
