def lower_bound(a, x):
    """Return the smallest index whose value is not below x."""

    def search(lo, hi):
        if lo == hi:
            return lo
        mid = (lo + hi) // 2
        return search(mid + 1, hi) if a[mid] < x else search(lo, mid)

    return search(0, len(a))
