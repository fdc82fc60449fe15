def top_k(stream, k):
    if k < 0:
        raise ValueError
    best = []
    for value in stream:
        if len(best) < k:
            heapq.heappush(best, value)
        elif k and value > best[0]:
            heapq.heapreplace(best, value)
    return best[::-1]
