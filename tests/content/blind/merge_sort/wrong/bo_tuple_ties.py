def merge_sort(items, key=None):
    def merged(pairs):
        if len(pairs) < 2:
            return pairs
        half = len(pairs) // 2
        left, right, out, i, j = merged(pairs[:half]), merged(pairs[half:]), [], 0, 0
        while i < len(left) and j < len(right):
            if left[i] <= right[j]:
                out.append(left[i])
                i += 1
            else:
                out.append(right[j])
                j += 1
        return out + left[i:] + right[j:]

    return [x for _, x in merged([(key(x) if key else x, x) for x in items])]
