def lower_bound(a, x):
    # double the bound from the front, then halve: at most 2 reads a bit
    n = len(a)
    step = 1
    low = 0
    while low + step <= n and a[low + step - 1] < x:
        low += step
        step *= 2
    high = min(low + step - 1, n)
    while low < high:
        middle = (low + high) >> 1
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low
