def cache_misses(addresses, line_size, n_lines):
    if min(line_size, n_lines) < 1:
        raise ValueError("too small")
    lru = []
    misses = 0
    for line in (a // line_size for a in addresses):
        try:
            lru.remove(line)
        except ValueError:
            misses += 1
        lru.append(line)
        del lru[:-n_lines]
    return misses
