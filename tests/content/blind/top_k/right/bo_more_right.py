from itertools import islice


def top_k(stream, k):
    if k < 0:
        raise ValueError(k)
    best, rest = [], iter(stream)
    while block := list(islice(rest, k + 1)):
        best = sorted(best + block, reverse=True)[:k]
    return best
