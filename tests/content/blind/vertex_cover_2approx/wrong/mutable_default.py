def vertex_cover_2approx(edges, cover=set()):
    start = set(cover)
    for a, b in edges:
        if a not in cover and b not in cover:
            cover.update((a, b))
    return cover - start
