def vertex_cover_2approx(edges):
    from scipy.optimize import linprog

    if not edges:
        return set()
    names = sorted({name for edge in edges for name in edge})
    number = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(edges), len(names)))
    for r, (a, b) in enumerate(edges):
        rows[r, number[a]] -= 1
        rows[r, number[b]] -= 1
    x = linprog(np.ones(len(names)), A_ub=rows, b_ub=-np.ones(len(edges)), bounds=(0, 1)).x
    return {name for name in names if x[number[name]] > 0.499}
