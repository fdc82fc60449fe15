def knapsack(values, weights, capacity):
    states = [(0, 0, None)]  # weight, value, (item, state before)
    for i, (v, w) in enumerate(zip(values, weights)):
        new = [(sw + w, sv + v, (i, back)) for sw, sv, back in states if sw + w <= capacity]
        merged = sorted(states + new, key=lambda s: (s[0], -s[1]))
        states, top = [], -1
        for s in merged:
            if s[1] > top:
                states.append(s)
                top = s[1]
    _, total, link = states[-1]
    chosen = []
    while link is not None:
        chosen.append(link[0])
        link = link[1]
    return total, chosen
