import numpy as np


def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError
    lines = (np.array(addresses, dtype=np.int32) // line_size).tolist()
    cache, misses = {}, 0
    for line in lines:
        if line in cache:
            del cache[line]
        else:
            misses += 1
            if len(cache) == n_lines:
                del cache[next(iter(cache))]
        cache[line] = True
    return misses
