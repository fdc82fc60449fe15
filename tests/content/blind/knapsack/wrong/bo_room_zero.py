from functools import cache


def knapsack(values, weights, capacity):
    @cache
    def best(i, room):
        if i < 0 or room <= 0:
            return 0, ()
        skip = best(i - 1, room)
        if weights[i] > room:
            return skip
        t, c = best(i - 1, room - weights[i])
        return max(skip, (t + values[i], c + (i,)))

    total, chosen = best(len(values) - 1, capacity)
    return total, list(chosen)
