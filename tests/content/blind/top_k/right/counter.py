def top_k(stream, k):
    """Heap of distinct values with counts."""
    if not isinstance(k, int):
        raise TypeError
    if k < 0:
        raise ValueError
    if k == 0:
        return []
    heap, counts, total = [], {}, 0
    for x in stream:
        if x in counts:
            counts[x] += 1
        elif total < k or x > heap[0]:
            heapq.heappush(heap, x)
            counts[x] = 1
        else:
            continue
        total += 1
        while total - counts[heap[0]] >= k:
            smallest = heapq.heappop(heap)
            total -= counts.pop(smallest)
    return [x for value in sorted(heap, reverse=True) for x in [value] * counts[value]][:k]
