def merge_sort(items, key=None):
    if len(items) <= 1:
        return items[:]
    m = len(items) // 2
    a, b = merge_sort(items[:m], key), merge_sort(items[m:], key)
    k = key or (lambda x: x)
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if k(b[j]) < k(a[i]):
            out.append(b[j]); j += 1
        else:
            out.append(a[i]); i += 1
    return out + list(a[i:]) + list(b[j:])
