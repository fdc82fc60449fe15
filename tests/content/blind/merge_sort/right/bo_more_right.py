def merge_sort(items, key=None):
    key = key or (lambda x: x)

    def merged(left, right):
        end = object()
        a, b = next(left, end), next(right, end)
        while a is not end and b is not end:
            if key(a) <= key(b):
                yield a
                a = next(left, end)
            else:
                yield b
                b = next(right, end)
        if a is not end:
            yield a
        if b is not end:
            yield b
        yield from left
        yield from right

    def run(lo, hi):
        if hi - lo < 2:
            return iter(items[lo:hi])
        mid = (lo + hi) // 2
        return merged(run(lo, mid), run(mid, hi))

    return list(run(0, len(items)))
