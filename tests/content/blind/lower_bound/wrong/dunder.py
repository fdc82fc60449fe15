def lower_bound(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid].__lt__(x):
            lo = mid + 1
        else:
            hi = mid
    return lo
