def lower_bound(a, x):
    def search(low, high):
        if low == high:
            return low
        middle = low + (high - low) // 2
        return search(middle + 1, high) if a[middle] < x else search(low, middle)

    return search(0, len(a))
