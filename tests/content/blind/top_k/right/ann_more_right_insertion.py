def top_k(stream, k):
    if k < 0:
        raise ValueError("negative k")
    best = []  # descending
    for value in map(float, stream):
        place = len(best)
        while place > 0 and best[place - 1] < value:
            place -= 1
        best.insert(place, value)
        if len(best) > k:
            best.pop()
    return best
