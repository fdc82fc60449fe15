def lower_bound(a, x):
    lo, hi = 0, len(a)
    while hi - lo > 0:
        third = (hi - lo) // 3
        m1, m2 = lo + third, hi - 1 - third
        if a[m1] >= x:
            hi = m1
        elif a[m2] >= x:
            lo, hi = m1 + 1, m2
        else:
            lo = m2 + 1
    return lo
