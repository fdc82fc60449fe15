def merge_sort(items, key=None):
    """Return the items in ascending order; stable."""

    def merged(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right = merged(pairs[:half]), merged(pairs[half:])
        out, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if right[j][0] < left[i][0]:
                out.append(right[j])
                j += 1
            else:
                out.append(left[i])
                i += 1
        return out + left[i:] + right[j:]

    return [x for _, x in merged([(x if key is None else key(x), x) for x in items])]
