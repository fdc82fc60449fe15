def merge_sort(items, key=None):
    if key is None:
        key = lambda item: item
    keys = [key(item) for item in items]

    def order(low, high):
        """Indices low..high-1 in the order of their keys."""
        if high - low < 2:
            return list(range(low, high))
        middle = (low + high) // 2
        return list(merge(order(low, middle), order(middle, high)))

    def merge(left, right):
        i = j = 0
        while i < len(left) or j < len(right):
            if j == len(right) or (i < len(left) and keys[left[i]] <= keys[right[j]]):
                yield left[i]
                i += 1
            else:
                yield right[j]
                j += 1

    return [items[i] for i in order(0, len(items))]
