def knapsack(values, weights, capacity):
    # best[w]: (value, bit mask) of the best set that weighs exactly w
    best = {0: (0, 0)}
    for i, (value, weight) in enumerate(zip(values, weights)):
        for used, (total, mask) in list(best.items()):
            now = used + weight
            if now <= capacity:
                candidate = (total + value, mask | 1 << i)
                if now not in best or candidate[0] > best[now][0]:
                    best[now] = candidate
        # list() above is a snapshot, so no item is taken twice
    total, mask = max(best.values())
    return total, [i for i in range(len(values)) if mask >> i & 1]
