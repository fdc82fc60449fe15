from collections import Counter


def vertex_cover_2approx(edges):
    cover, left = set(), {frozenset(e) for e in edges}
    while left:
        node = Counter(x for e in left for x in e).most_common(1)[0][0]
        cover.add(node)
        left = {e for e in left if node not in e}
    return cover
