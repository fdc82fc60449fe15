def vertex_cover_2approx(edges):
    # maximal matching, loops first, then drop what is not needed, one by one
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)
    cover = {a for a in neighbours if a in neighbours[a]}
    for a in neighbours:
        if a in cover:
            continue
        for b in neighbours[a]:
            if b not in cover:
                cover |= {a, b}
                break
    for a in sorted(cover):
        if all(b in cover and b != a for b in neighbours[a]):
            cover.remove(a)
    return cover
