from functools import lru_cache


def knapsack(values, weights, capacity):
    """Choose items of the greatest total value that fit."""

    @lru_cache(maxsize=None)
    def best(i, room):
        if i == len(values):
            return 0
        skip = best(i + 1, room)
        if weights[i] > room:
            return skip
        return max(skip, values[i] + best(i + 1, room - weights[i]))

    chosen, room = [], capacity
    for i in range(len(values)):
        if best(i, room) != best(i + 1, room):
            chosen.append(i)
            room -= weights[i]
    return best(0, capacity), chosen
