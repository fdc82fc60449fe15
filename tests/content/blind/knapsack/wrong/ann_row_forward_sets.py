def knapsack(values, weights, capacity):
    best = [0] * (capacity + 1)
    chosen = [[] for _ in range(capacity + 1)]
    for i in range(len(values)):
        for c in range(weights[i], capacity + 1):
            if i not in chosen[c - weights[i]] and best[c - weights[i]] + values[i] > best[c]:
                best[c] = best[c - weights[i]] + values[i]
                chosen[c] = chosen[c - weights[i]] + [i]
    return best[capacity], chosen[capacity]
