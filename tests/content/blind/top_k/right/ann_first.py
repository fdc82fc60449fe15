def top_k(stream, k):
    """Return the k largest values of a stream, largest first, or all of them if there are fewer."""
    if k < 0:
        raise ValueError("k has to be 0 or more")
    if k == 0:
        return []
    best = []  # heap: best[0] is the smallest of the best so far
    for value in stream:
        value = float(value)
        if len(best) < k:
            heapq.heappush(best, value)
        elif value > best[0]:
            heapq.heapreplace(best, value)
    result = []
    while best:
        result.append(heapq.heappop(best))
    result.reverse()
    return result
