import math

import numpy as np


def lower_bound(a, x):
    lo, hi = np.int64(-1), np.int64(len(a))
    while hi - lo > 1:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid
        else:
            hi = mid
    return int(hi)
