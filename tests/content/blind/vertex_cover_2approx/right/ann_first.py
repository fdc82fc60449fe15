def vertex_cover_2approx(edges):
    """Return a set of nodes that holds an end of every edge, at most twice as many as necessary."""
    cover = set()
    for a, b in edges:
        if a not in cover and b not in cover:
            cover.add(a)
            cover.add(b)
    return cover
