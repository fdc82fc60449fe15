from collections import defaultdict


def vertex_cover_2approx(edges):
    cover = set()
    neighbours = defaultdict(set)
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
        if cover.isdisjoint((a, b)):
            cover |= {a, b}
    for node in sorted(cover, key=lambda n: len(neighbours[n])):
        if neighbours[node] <= cover - {node}:
            cover.remove(node)
    return cover
