def merge_sort(items, key=None):
    f = key if key is not None else (lambda v: v)
    if len(items) < 2:
        return list(items)
    m = len(items) // 2
    left, right = merge_sort(items[:m], key=key), merge_sort(items[m:], key=key)
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if f(right[j]) < f(left[i]):
            out.append(right[j]); j += 1
        else:
            out.append(left[i]); i += 1
    out += left[i:]
    out += right[j:]
    return out
