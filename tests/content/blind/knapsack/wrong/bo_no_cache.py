def knapsack(values, weights, capacity):
    def best(i, room):
        if i == len(values):
            return 0, []
        total, chosen = best(i + 1, room)
        if weights[i] <= room:
            t, c = best(i + 1, room - weights[i])
            if t + values[i] > total:
                return t + values[i], [i] + c
        return total, chosen

    return best(0, capacity)
