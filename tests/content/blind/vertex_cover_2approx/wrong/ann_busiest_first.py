def vertex_cover_2approx(edges):
    left = set(edges)
    cover = set()
    while left:
        degree = {}
        for edge in left:
            for name in set(edge):
                degree[name] = degree.get(name, 0) + 1
        busiest = max(degree, key=degree.get)
        cover.add(busiest)
        left = {edge for edge in left if busiest not in edge}
    return cover
