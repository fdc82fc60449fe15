def vertex_cover_2approx(edges):
    pending = {frozenset(e) for e in edges}
    cover = {n for e in pending if len(e) == 1 for n in e}
    pending = {e for e in pending if not e & cover}
    while pending:
        degree = {}
        for e in pending:
            for n in e:
                degree.setdefault(n, []).append(e)
        leaf = next((n for n, es in degree.items() if len(es) == 1), None)
        if leaf is not None:
            (take,) = degree[leaf][0] - {leaf}
            taken = {take}
        else:
            taken = set(next(iter(pending)))
        cover |= taken
        pending = {e for e in pending if not e & taken}
    return cover
