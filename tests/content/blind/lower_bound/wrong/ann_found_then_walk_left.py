def lower_bound(a, x):
    low, high = 0, len(a) - 1
    while low <= high:
        middle = (low + high) // 2
        value = a[middle]
        if value == x:
            while middle > 0 and a[middle - 1] == x:
                middle -= 1
            return middle
        if value < x:
            low = middle + 1
        else:
            high = middle - 1
    return low
