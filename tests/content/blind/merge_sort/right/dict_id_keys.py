def merge_sort(items, key=None):
    keys = {}
    for x in items:
        keys[id(x)] = x if key is None else key(x)

    def go(r):
        if len(r) < 2:
            return list(r)
        m = len(r) // 2
        a, b, out, i, j = go(r[:m]), go(r[m:]), [], 0, 0
        while i < len(a) and j < len(b):
            if keys[id(b[j])] < keys[id(a[i])]:
                out.append(b[j]); j += 1
            else:
                out.append(a[i]); i += 1
        return out + a[i:] + b[j:]

    return go(items)
