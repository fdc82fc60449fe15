def top_k(stream, k):
    if k < 0:
        raise ValueError("negative k")
    return heapq.nlargest(k, stream)
