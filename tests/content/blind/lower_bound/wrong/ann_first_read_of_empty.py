def lower_bound(a, x):
    if not a[0] < x:
        return 0
    low, high = 0, len(a)
    while high - low > 1:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle
        else:
            high = middle
    return high
