def top_k(stream, k):
    if k < 0:
        raise ValueError("k")
    k = min(k, 1000)
    heap = []
    for x in stream:
        heapq.heappush(heap, x)
        if len(heap) > k:
            heapq.heappop(heap)
    return sorted(heap, reverse=True)
