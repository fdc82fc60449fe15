def knapsack(values, weights, capacity):
    by_weight = {0: (0, 0)}  # weight -> value, bitmask of items
    for i in range(len(values)):
        for weight, (value, mask) in list(by_weight.items()):
            new = weight + weights[i]
            if new > capacity:
                continue
            if value + values[i] > by_weight.get(new, (-1, 0))[0]:
                by_weight[new] = (value + values[i], mask | 1 << i)
    total, mask = max(by_weight.values())
    return total, [i for i in range(len(values)) if mask >> i & 1]
