def lower_bound(a, x):
    """Return the smallest index whose value is not below x."""
    # invariant: everything before low is < x, everything from high on is >= x
    low = 0
    high = len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low
