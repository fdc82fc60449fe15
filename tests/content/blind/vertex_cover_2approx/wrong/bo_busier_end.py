from collections import Counter


def vertex_cover_2approx(edges):
    degree, cover = Counter(x for e in edges for x in e), set()
    for e in edges:
        if not cover & set(e):
            cover.add(max(e, key=degree.get))
    return cover
