def lower_bound(a, x):
    """Same as bisect.bisect_left, without it."""

    def bisect(low, high):
        if low >= high:
            return low
        middle = (low + high) // 2
        return bisect(middle + 1, high) if a[middle] < x else bisect(low, middle)

    return bisect(0, len(a))
