def merge_sort(items, key=None):
    items = list(items)
    if len(items) < 2:
        return items
    key = key or (lambda x: x)
    half = len(items) // 2
    left, right, out = merge_sort(items[:half]), merge_sort(items[half:]), []
    while left and right:
        out.append(left.pop(0) if key(left[0]) <= key(right[0]) else right.pop(0))
    return out + left + right
