def vertex_cover_2approx(edges):
    cover = set()
    for a, b in edges:
        if a not in cover and b not in cover:
            cover.update(a)
            cover.update(b)
    return cover
