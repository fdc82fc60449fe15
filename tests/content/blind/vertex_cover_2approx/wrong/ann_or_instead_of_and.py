def vertex_cover_2approx(edges):
    cover = set()
    for a, b in edges:
        if a not in cover or b not in cover:
            cover.add(a)
            cover.add(b)
    return cover
