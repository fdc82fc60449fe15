def top_k(stream, k):
    values = iter(stream)
    try:
        first = next(values)
    except StopIteration:
        return []
    if k < 0:
        raise ValueError("k must be 0 or more")
    best = [first][:k]
    for v in values:
        if len(best) < k:
            heapq.heappush(best, v)
        elif k and v > best[0]:
            heapq.heapreplace(best, v)
    best.sort(reverse=True)
    return best
