def cache_misses(addresses, line_size, n_lines):
    """Count the accesses that miss a fully associative cache with LRU replacement, which is empty at first."""
    if line_size < 1 or n_lines < 1:
        raise ValueError("line_size and n_lines must be 1 or more")
    cache = {}  # a dict keeps the order of insertion: the first key is the least recently used
    misses = 0
    for a in addresses:
        line = a // line_size
        if line in cache:
            del cache[line]
        else:
            misses += 1
            if len(cache) == n_lines:
                cache.clear()
        cache[line] = True
    return misses
