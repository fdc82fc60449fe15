def knapsack(values, weights, capacity):
    best = [(0, [])] * (capacity + 1)
    for i, (v, w) in enumerate(zip(values, weights)):
        for c in range(w, capacity + 1):
            t, chosen = best[c - w]
            if t + v > best[c][0]:
                best[c] = t + v, chosen + [i]
    return best[capacity]
