def knapsack(values, weights, capacity):
    row = [(0, ())] * (capacity + 1)
    for i in range(len(values)):
        for room in range(capacity, weights[i] - 1, -1):
            total, chosen = row[room - weights[i]]
            if total + values[i] >= row[room][0]:
                row[room] = (total + values[i], chosen + (i,))
    total, chosen = row[capacity]
    return total, list(chosen)
