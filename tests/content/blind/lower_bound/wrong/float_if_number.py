def lower_bound(a, x):
    """Numbers are compared as floats."""
    def val(v):
        return v if isinstance(v, str) else float(v)

    x = val(x)
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if val(a[mid]) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
