def merge_sort(items, key=None):
    pairs = [(item if key is None else key(item), k) for k, item in enumerate(items)]

    def go(part):
        if len(part) < 2:
            return part
        middle = len(part) // 2
        left, right = go(part[:middle]), go(part[middle:])
        out, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if left[i] < right[j]:
                out.append(left[i])
                i += 1
            else:
                out.append(right[j])
                j += 1
        return out + left[i:] + right[j:]

    return [items[k] for _, k in go(pairs)]
