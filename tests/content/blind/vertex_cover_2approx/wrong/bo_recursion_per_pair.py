def vertex_cover_2approx(edges):
    if not edges:
        return set()
    (a, b), *rest = edges
    return {a, b} | vertex_cover_2approx([e for e in rest if a not in e and b not in e])
