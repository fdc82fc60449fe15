def lower_bound(a, x):
    lo, hi = 0, len(a)
    if isinstance(x, (int, float)) and hi:
        first, last = a[0], a[hi - 1]
        if last < x:
            return hi
        if x <= first:
            return 0
        guess = int((x - first) / (last - first) * (hi - 1))
        if a[guess] < x:
            lo = guess + 1
        else:
            hi = guess
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
