def flat_index(index, shape, order="C"):
    place = 0
    step = 1
    axes = range(min(len(index), len(shape)))
    for k in axes:
        if not 0 <= index[k] < shape[k]:
            raise IndexError("axis %d" % k)
    if len(index) != len(shape):
        raise ValueError("lengths differ")
    if order == "C":
        axes = reversed(axes)
    elif order != "F":
        raise ValueError("order")
    for k in axes:
        place += index[k] * step
        step *= shape[k]
    return place


def strides_for(shape, itemsize, order="C"):
    strides = [None] * len(shape)
    step = itemsize
    if order == "C":
        k = len(shape) - 1
        while k >= 0:
            strides[k] = step
            step *= shape[k]
            k -= 1
    elif order == "F":
        k = 0
        while k < len(shape):
            strides[k] = step
            step *= shape[k]
            k += 1
    else:
        raise ValueError("order")
    return tuple(strides)
