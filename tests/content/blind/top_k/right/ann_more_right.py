def top_k(stream, k):
    # collect 2k, cut to k
    if k < 0:
        raise ValueError("negative k")
    pool = []
    for value in stream:
        pool.append(value)
        if len(pool) >= 2 * k + 1:
            pool.sort(reverse=True)
            del pool[k:]
    pool.sort(reverse=True)
    return [float(value) for value in pool[:k]]
