def merge_sort(items, key=None):
    key = key or (lambda x: x)

    def quick(pairs):
        if len(pairs) < 2:
            return pairs
        pivot = pairs[len(pairs) // 2][0]
        return (
            quick([p for p in pairs if p[0] < pivot])
            + [p for p in pairs if not p[0] < pivot and not pivot < p[0]]
            + quick([p for p in pairs if pivot < p[0]])
        )

    return [x for _, x in quick([(key(x), x) for x in items])]
