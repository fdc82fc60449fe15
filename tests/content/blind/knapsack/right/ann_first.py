def knapsack(values, weights, capacity):
    """Choose items of the greatest total value whose weights add up to the capacity at most."""
    n = len(values)
    # table[i][c]: the best total of the first i items with capacity c
    table = [[0] * (capacity + 1)]
    for i in range(n):
        before = table[i]
        row = [0] * (capacity + 1)
        for c in range(capacity + 1):
            best = before[c]
            if weights[i] <= c:
                with_item = before[c - weights[i]] + values[i]
                if with_item > best:
                    best = with_item
            row[c] = best
        table.append(row)

    chosen = []
    c = capacity
    for i in range(n - 1, -1, -1):
        if table[i + 1][c] != table[i][c]:
            chosen.append(i)
            c -= weights[i]
    chosen.reverse()
    return table[n][capacity], chosen
