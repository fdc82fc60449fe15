def flat_index(index, shape, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    for k in range(len(index)):
        if not 0 <= index[k] < shape[k]:
            raise IndexError
    if len(index) != len(shape):
        raise ValueError
    place = 0
    strides = strides_for(shape, 1, order)
    for k in range(len(index)):
        place += index[k] * strides[k]
    return place


def strides_for(shape, itemsize, order="C"):
    if order not in ("C", "F"):
        raise ValueError
    out = [itemsize] * len(shape)
    if order == "C":
        for k in range(len(shape) - 2, -1, -1):
            out[k] = out[k + 1] * shape[k + 1]
    else:
        for k in range(1, len(shape)):
            out[k] = out[k - 1] * shape[k - 1]
    return tuple(out)
