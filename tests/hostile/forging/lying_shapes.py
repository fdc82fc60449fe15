# expect: ours 0, plain 1; graded; shape and dtype are read from the bytes that came
# tries: return things with the right shape and dtype and no numbers
# cell: added
import collections

import numpy as np

Shaped = collections.namedtuple("Shaped", "shape dtype ndim size T")


def shaped(shape=(4,)):
    return Shaped(shape, np.dtype("float64"), len(shape), int(np.prod(shape)), None)


# cell: every answer
def ANSWER(*args, **kwargs):
    first = args[0] if args else np.zeros(4)
    return shaped(np.shape(first) or (4,))
