from collections import deque


def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError
    cache = deque(maxlen=n_lines)
    misses = 0
    for a in addresses:
        if a // line_size not in cache:
            misses += 1
            cache.append(a // line_size)
    return misses
