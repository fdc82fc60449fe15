def knapsack(values, weights, capacity, i=0, memo={}):
    if i == len(values):
        return 0, []
    if (i, capacity) not in memo:
        total, chosen = knapsack(values, weights, capacity, i + 1)
        if weights[i] <= capacity:
            t, c = knapsack(values, weights, capacity - weights[i], i + 1)
            if t + values[i] > total:
                total, chosen = t + values[i], [i] + c
        memo[i, capacity] = total, chosen
    return memo[i, capacity]
