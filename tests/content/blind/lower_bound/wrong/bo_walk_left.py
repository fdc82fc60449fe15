def lower_bound(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] == x:
            while mid > 0 and a[mid - 1] == x:
                mid -= 1
            return mid
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
