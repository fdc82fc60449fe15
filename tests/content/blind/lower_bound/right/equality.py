def lower_bound(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] == x:
            hi = mid
        elif a[mid] > x:
            hi = mid
        else:
            lo = mid + 1
    return lo
