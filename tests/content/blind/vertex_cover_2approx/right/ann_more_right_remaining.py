def vertex_cover_2approx(edges):
    remaining = list(edges)
    cover = set()
    while remaining:
        a, b = remaining[-1]
        cover.update((a, b))
        remaining = [e for e in remaining if a not in e and b not in e]
    return cover
