from itertools import islice


def top_k(stream, k):
    if k < 0:
        raise ValueError
    if k == 0:
        return []
    best = list(islice(stream, k))
    heapq.heapify(best)
    for value in stream:
        if value > best[0]:
            heapq.heapreplace(best, value)
    return sorted(best, reverse=True)
