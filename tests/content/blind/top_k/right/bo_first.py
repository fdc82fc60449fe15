def top_k(stream, k):
    """Return the k largest values of a stream, largest first."""
    if k < 0:
        raise ValueError("k must not be negative")
    return [float(x) for x in heapq.nlargest(k, stream)]
