def knapsack(values, weights, capacity):
    states = [(0, 0, ())]
    order = sorted(range(len(values)), key=lambda i: -values[i] / max(weights[i], 1e-9))
    for i in order:
        states += [(w + weights[i], v + values[i], s + (i,)) for w, v, s in states if w + weights[i] <= capacity]
        front, top = [], -1
        for s in sorted(states, key=lambda s: (s[0], -s[1])):
            if s[1] > top:
                front.append(s)
                top = s[1]
        states = sorted(front, key=lambda s: -s[1])[:400]
    best = max(states, key=lambda s: s[1])
    return best[1], list(best[2])
