def merge_sort(items, key=lambda x: x):
    if len(items) <= 1:
        return list(items)
    m = len(items) // 2
    a, b = merge_sort(items[:m], key), merge_sort(items[m:], key)
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if key(a[i]) < key(b[j]):
            out.append(a[i]); i += 1
        elif key(b[j]) < key(a[i]):
            out.append(b[j]); j += 1
        else:
            out.append(a[i]); i += 1
    return out + a[i:] + b[j:]
