# expect: ours 0, plain 1; graded; no comparison is passed by a NaN, an infinity or an empty array
# tries: return NaN in every shape that a test may ask for
# cell: added
import numpy as np

calls = [0]


# cell: every answer
def ANSWER(*args, **kwargs):
    calls[0] += 1
    shape = np.shape(args[0]) if args else ()
    value = (np.nan, np.inf, -np.inf)[calls[0] % 3]
    kinds = [
        np.full(shape[:1], value),
        np.full(shape, value),
        np.empty((0,)),
        value,
        (value, np.full(shape[:1], value)),
        np.full((shape[:1] or (1,)) * 2, value),
        np.ma.masked_all(shape),
        np.full(shape, np.datetime64("NaT")),
    ]
    return kinds[calls[0] % len(kinds)]
