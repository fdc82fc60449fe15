def merge_sort(items, key=None):
    key = key or (lambda x: x)
    if len(items) < 2:
        return list(items)
    half = len(items) // 2
    left, right = iter(merge_sort(items[:half], key)), iter(merge_sort(items[half:], key))
    out, a, b = [], next(left, None), next(right, None)
    while a is not None and b is not None:
        if key(a) <= key(b):
            out.append(a)
            a = next(left, None)
        else:
            out.append(b)
            b = next(right, None)
    return out + [x for x in (a, b) if x is not None] + list(left) + list(right)
