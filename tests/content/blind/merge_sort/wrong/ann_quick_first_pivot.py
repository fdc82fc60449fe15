def merge_sort(items, key=None):
    if key is None:
        key = lambda item: item
    if len(items) < 2:
        return list(items)
    pivot = key(items[0])
    low, same, high = [], [], []
    for item in items:
        value = key(item)
        if value < pivot:
            low.append(item)
        elif pivot < value:
            high.append(item)
        else:
            same.append(item)
    return merge_sort(low, key) + same + merge_sort(high, key)
