def vertex_cover_2approx(edges):
    """Return both ends of every edge that is not covered yet."""
    cover = set()
    for a, b in edges:
        if not cover & {a, b}:
            cover |= {a, b}
    return cover
