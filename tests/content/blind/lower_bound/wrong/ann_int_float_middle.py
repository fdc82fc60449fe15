def lower_bound(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) / 2
        if a[int(middle)] < x:
            low = middle + 1
        else:
            high = middle
    return int(low)
