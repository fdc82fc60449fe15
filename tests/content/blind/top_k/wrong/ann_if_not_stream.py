def top_k(stream, k):
    if k < 0:
        raise ValueError
    if not stream or k == 0:
        return []
    best = []
    for value in stream:
        heapq.heappush(best, value)
        if len(best) > k:
            heapq.heappop(best)
    return sorted(best, reverse=True)
