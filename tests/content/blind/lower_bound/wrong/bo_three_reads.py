def lower_bound(a, x):
    def search(lo, hi):
        if lo >= hi:
            return lo
        mid = (lo + hi) // 2
        if a[mid] >= x and (mid == 0 or a[mid - 1] < x):
            return mid
        if a[mid] < x:
            return search(mid + 1, hi)
        return search(lo, mid)

    return search(0, len(a))
