def lower_bound(a, x):
    # gallop: double until a[hi] is not below x, then halve
    n, lo, hi = len(a), 0, 1
    while hi <= n and a[hi - 1] < x:
        lo, hi = hi, hi * 2
    hi = min(hi - 1, n)
    while lo < hi:
        mid = lo + (hi - lo) // 2
        lo, hi = (mid + 1, hi) if a[mid] < x else (lo, mid)
    return lo
