def merge_sort(items, key=None):
    if key is None and len(items) > 1 and all(x is not None for x in items):
        # short cut: already in order
        if all(not items[i + 1] < items[i] for i in range(len(items) - 1)):
            return items
    rows = [(x if key is None else key(x), x) for x in items]

    def go(r):
        if len(r) < 2:
            return r
        m = len(r) // 2
        a, b, out, i, j = go(r[:m]), go(r[m:]), [], 0, 0
        while i < len(a) and j < len(b):
            if b[j][0] < a[i][0]:
                out.append(b[j]); j += 1
            else:
                out.append(a[i]); i += 1
        return out + a[i:] + b[j:]

    return [x for _, x in go(rows)]
