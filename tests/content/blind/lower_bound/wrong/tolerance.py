def lower_bound(a, x):
    eps = 0 if isinstance(x, str) else 1e-9
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] < x) if isinstance(x, str) else a[mid] < x - eps:
            lo = mid + 1
        else:
            hi = mid
    return lo
