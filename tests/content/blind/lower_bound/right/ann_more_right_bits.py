def lower_bound(a, x):
    n = len(a)
    count = 0
    for bit in reversed(range(n.bit_length())):
        step = 1 << bit
        if count + step <= n and a[count + step - 1] < x:
            count += step
    return count
