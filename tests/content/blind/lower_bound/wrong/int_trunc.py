import math


def lower_bound(a, x):
    if isinstance(x, float) and len(a) and isinstance(a[0], int):
        x = math.ceil(x)
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
