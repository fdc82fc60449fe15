def top_k(stream, k):
    if k < 0:
        raise ValueError("negative k")
    buffer = []
    for value in stream:
        buffer.append(value)
        if len(buffer) >= 2 * k + 10:
            buffer = sorted(buffer, reverse=True)[:k]
    return sorted(buffer, reverse=True)[:k]
