def searchsorted(read, n, wanted):
    lo, hi = 0, n
    while lo < hi:
        mid = (lo + hi) // 2
        lo, hi = (mid + 1, hi) if read(mid) < wanted else (lo, mid)
    return lo


def lower_bound(a, x):
    return searchsorted(a.__getitem__, len(a), x)
