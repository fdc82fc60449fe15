def top_k(stream, k):
    if k < 0:
        raise ValueError
    best = []
    for value in stream:
        if len(best) < k:
            heapq.heappush(best, value)
        elif value > best[0]:
            heapq.heapreplace(best, value)
    return sorted(best, reverse=True)
