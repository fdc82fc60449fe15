import numpy as np


def knapsack(values, weights, capacity):
    n = len(values)
    table = np.zeros((n + 1, capacity + 1), dtype=np.int32)
    for i, (v, w) in enumerate(zip(values, weights), start=1):
        table[i] = table[i - 1]
        if w <= capacity:
            table[i, w:] = np.maximum(table[i - 1, w:], table[i - 1, : capacity + 1 - w] + v)
    chosen, room = [], capacity
    for i in range(n, 0, -1):
        if table[i, room] != table[i - 1, room]:
            chosen.append(i - 1)
            room -= weights[i - 1]
    return int(table[n, capacity]), chosen
