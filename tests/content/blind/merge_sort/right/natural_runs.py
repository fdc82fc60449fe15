def merge_sort(items, key=None):
    rows = [(x if key is None else key(x), x) for x in items]
    runs = []
    for row in rows:
        if runs and not row[0] < runs[-1][-1][0]:
            runs[-1].append(row)
        else:
            runs.append([row])

    def merge(a, b):
        i = j = 0
        out = []
        while True:
            if i == len(a):
                return out + b[j:]
            if j == len(b):
                return out + a[i:]
            if b[j][0] < a[i][0]:
                out.append(b[j])
                j += 1
            else:
                out.append(a[i])
                i += 1

    while len(runs) > 1:
        runs = [merge(*runs[i : i + 2]) if i + 1 < len(runs) else runs[i] for i in range(0, len(runs), 2)]
    return [x for _, x in runs[0]] if runs else []
