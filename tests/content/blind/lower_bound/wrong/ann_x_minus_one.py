def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] <= x - 1:
            low = middle + 1
        else:
            high = middle
    return low
