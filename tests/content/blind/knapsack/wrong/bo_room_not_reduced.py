def knapsack(values, weights, capacity):
    table = [[0] * (capacity + 1)]
    for v, w in zip(values, weights):
        row = table[-1]
        table.append([max(row[c], row[c - w] + v if w <= c else 0) for c in range(capacity + 1)])
    chosen = [i for i in range(len(values)) if table[i + 1][capacity] != table[i][capacity]]
    return table[-1][capacity], chosen
