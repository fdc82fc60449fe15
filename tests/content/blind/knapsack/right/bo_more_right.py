def knapsack(values, weights, capacity):
    best = {0: (0, ())}  # weight -> (value, linked list of items)
    for i, (v, w) in enumerate(zip(values, weights)):
        for used, (total, chain) in list(best.items()):
            if used + w <= capacity and (used + w not in best or best[used + w][0] < total + v):
                best.setdefault(used + w, None)
        new = dict(best)
        for used, entry in best.items():
            old = best.get(used - w)
            if old and (not entry or old[0] + v > entry[0]):
                new[used] = (old[0] + v, (i, old[1]))
        best = new
    total, chain = max(best.values(), key=lambda entry: entry[0])
    chosen = []
    while chain:
        i, chain = chain
        chosen.append(i)
    return total, chosen
