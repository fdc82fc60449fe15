def top_k(stream, k):
    heap = []
    for x in stream:
        if k < 0:
            raise ValueError("k")
        heapq.heappush(heap, x)
        if len(heap) > k:
            heapq.heappop(heap)
    return sorted(heap, reverse=True)
