import numpy as np
from itertools import islice


def top_k(stream, k):
    if k < 0:
        raise ValueError("negative k")
    stream = iter(stream)
    best = np.empty(0)
    while True:
        chunk = np.fromiter(islice(stream, 1000), dtype=float)
        if chunk.size == 0:
            break
        best = np.sort(np.concatenate([best, chunk]))[::-1][:k]
    return best.tolist()
