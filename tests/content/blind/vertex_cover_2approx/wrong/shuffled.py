import random


def vertex_cover_2approx(edges):
    # in random order, and the best of a few: each is a maximal matching
    best = None
    for _ in range(5):
        cover = set()
        for a, b in random.sample(edges, len(edges)):
            if a not in cover and b not in cover:
                cover |= {a, b}
        if best is None or len(cover) < len(best):
            best = cover
    return best
