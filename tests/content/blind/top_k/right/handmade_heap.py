def top_k(stream, k):
    if k < 0:
        raise ValueError("k must be at least 0")
    heap = [float("-inf")] * k
    seen = 0
    for x in stream:
        seen += 1
        if k == 0 or not x > heap[0]:
            continue
        i = 0
        while 2 * i + 1 < k:
            c = 2 * i + 1
            if c + 1 < k and heap[c + 1] < heap[c]:
                c += 1
            if heap[c] >= x:
                break
            heap[i] = heap[c]
            i = c
        heap[i] = x
    return sorted(heap, reverse=True)[: min(seen, k)]
