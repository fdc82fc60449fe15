def knapsack(values, weights, capacity):
    order = sorted(range(len(values)), key=lambda i: -values[i] / max(weights[i], 1e-9))
    best = [0, []]

    def bound(k, room):
        total = 0
        for i in order[k:]:
            if weights[i] <= room:
                room -= weights[i]
                total += values[i]
            else:
                return total + values[i] * room / weights[i]
        return total

    def go(k, room, total, chosen):
        if total > best[0]:
            best[:] = [total, chosen]
        if k == len(order) or total + bound(k, room) <= best[0]:
            return
        i = order[k]
        if weights[i] <= room:
            go(k + 1, room - weights[i], total + values[i], chosen + [i])
        go(k + 1, room, total, chosen)

    go(0, capacity, 0, [])
    return tuple(best)
