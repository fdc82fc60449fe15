def flat_index(index, shape, order="C"):
    """Return how many cells lie before one cell of an array that is stored without gaps."""
    if order != "C" and order != "F":
        raise ValueError("order has to be 'C' or 'F'")
    if len(index) != len(shape):
        raise ValueError("index and shape differ in length")
    for i in range(len(shape)):
        if not 0 <= index[i] < shape[i]:
            raise IndexError("index out of range on axis " + str(i))
    steps = strides_for(shape, 1, order)
    place = 0
    for i in range(len(shape)):
        place += index[i] * steps[i]
    return place


def strides_for(shape, itemsize, order="C"):
    """Return the bytes from a cell to the next one along each axis of an array that is stored without gaps."""
    if order != "C" and order != "F":
        raise ValueError("order has to be 'C' or 'F'")
    if order == "C":
        axes = range(len(shape) - 1, -1, -1)
    else:
        axes = range(len(shape))
    strides = [0] * len(shape)
    step = itemsize
    for axis in axes:
        strides[axis] = step
        step *= shape[axis]
    return tuple(strides)
