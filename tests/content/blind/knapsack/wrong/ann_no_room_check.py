def knapsack(values, weights, capacity):
    n = len(values)
    table = [[0] * (capacity + 1) for _ in range(n + 1)]
    for i in range(n):
        for c in range(capacity + 1):
            table[i + 1][c] = table[i][c]
            if weights[i] <= c:
                table[i + 1][c] = max(table[i][c], table[i][c - weights[i]] + values[i])
    c = capacity
    chosen = []
    for i in range(n - 1, -1, -1):
        if table[i + 1][c] == table[i][c - weights[i]] + values[i]:
            chosen.append(i)
            c -= weights[i]
    return table[n][capacity], chosen
