def vertex_cover_2approx(edges):
    cover = set()
    for a, b in {tuple(sorted(e)) for e in edges if len(set(e)) == 2}:
        if not cover & {a, b}:
            cover |= {a, b}
    return cover
