def merge_sort(items, key=None):
    """Return the items in ascending order; ties stay in the order in which they came."""
    n = len(items)
    # pairs (key, item); only the keys are ever compared
    source = []
    for item in items:
        if key is None:
            source.append((item, item))
        else:
            source.append((key(item), item))

    width = 1
    while width < n:
        target = []
        for left in range(0, n, 2 * width):
            middle = min(left + width, n)
            right = min(left + 2 * width, n)
            i = left
            j = middle
            while i < middle and j < right:
                if source[j][0] < source[i][0]:
                    target.append(source[j])
                    j += 1
                else:
                    target.append(source[i])
                    i += 1
            while i < middle:
                target.append(source[i])
                i += 1
            while j < right:
                target.append(source[j])
                j += 1
        source = target
        width *= 2

    result = []
    for pair in source:
        result.append(pair[1])
    return result
