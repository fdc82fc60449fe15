from itertools import islice


def top_k(stream, k):
    if k < 0:
        raise ValueError
    if k == 0:
        return []
    heap = list(islice(stream, k))
    heapq.heapify(heap)
    for x in stream:
        heapq.heappushpop(heap, x)
    return sorted(heap, reverse=True)
