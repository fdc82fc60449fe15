def vertex_cover_2approx(edges):
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)
    cover = set()
    for a, b in edges:
        if a not in cover and b not in cover:
            cover.update((a, b))
    for a in list(cover):
        if neighbours[a] <= cover:
            cover.remove(a)
    return cover
