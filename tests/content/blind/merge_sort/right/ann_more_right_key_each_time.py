def merge_sort(items, key=None):
    # the key is asked at each comparison: at most 2 n ceil(log2 n) calls
    if len(items) <= 1:
        return list(items)
    half = len(items) // 2
    left = merge_sort(items[:half], key)
    right = merge_sort(items[half:], key)
    out = []
    while left and right:
        l, r = left[0], right[0]
        if key is not None:
            l, r = key(l), key(r)
        out.append(right.pop(0) if r < l else left.pop(0))
    return out + left + right
