from bisect import bisect_left, insort


def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError
    last = {}
    uses = []  # sorted times of the last use of each line
    misses = 0
    for t, a in enumerate(addresses):
        line = a // line_size
        if line in last:
            k = bisect_left(uses, last[line])
            if len(uses) - k > n_lines:
                misses += 1
            del uses[k]
        else:
            misses += 1
        insort(uses, t)
        last[line] = t
    return misses
