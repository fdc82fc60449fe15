def vertex_cover_2approx(edges):
    degree = {}
    for a, b in edges:
        degree[a] = degree.get(a, 0) + 1
        degree[b] = degree.get(b, 0) + 1
    cover = set()
    for a, b in edges:
        if a not in cover and b not in cover:
            cover.add(a if degree[a] >= degree[b] else b)
    return cover
