def merge_sort(items, key=None):
    # a binary insertion is n log n comparisons as well
    result = []
    keys = []
    for item in items:
        value = item if key is None else key(item)
        low, high = 0, len(keys)
        while low < high:
            middle = (low + high) // 2
            if value < keys[middle]:
                high = middle
            else:
                low = middle + 1
        keys.insert(low, value)
        result.insert(low, item)
    return result
