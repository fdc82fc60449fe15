def lower_bound(a, x):
    lo = 0
    hi = len(a)
    while True:
        if lo >= hi:
            break
        mid = int((lo + hi) / 2)
        if x <= a[mid]:
            hi = mid
        else:
            lo = mid + 1
    return lo
