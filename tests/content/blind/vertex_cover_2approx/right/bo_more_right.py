from collections import defaultdict


def vertex_cover_2approx(edges):
    """Loops, then the inner nodes of depth-first trees of the rest (Savage 1982)."""
    cover = {a for a, b in edges if a == b}
    graph = defaultdict(list)
    for a, b in edges:
        if a not in cover and b not in cover:
            graph[a].append(b)
            graph[b].append(a)
    seen = set()
    for root in list(graph):
        if root in seen:
            continue
        seen.add(root)
        path = [(root, iter(graph[root]))]
        while path:
            node, rest = path[-1]
            child = next((c for c in rest if c not in seen), None)
            if child is None:
                path.pop()
            else:
                cover.add(node)
                seen.add(child)
                path.append((child, iter(graph[child])))
    return cover
