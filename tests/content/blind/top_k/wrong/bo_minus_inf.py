def top_k(stream, k):
    if k < 0:
        raise ValueError
    heap = [float("-inf")] * k
    for x in stream:
        if k and x > heap[0]:
            heapq.heapreplace(heap, x)
    return [x for x in sorted(heap, reverse=True) if x > float("-inf")]
