def cache_misses(addresses, line_size, n_lines):
    """Remember when each line was used last; look for the oldest only when the cache is full."""
    if min(line_size, n_lines) < 1:
        raise ValueError("sizes start at 1")
    last_use, misses = {}, 0
    for now, a in enumerate(addresses):
        line = a // line_size
        if line not in last_use:
            misses += 1
            if len(last_use) >= n_lines:
                last_use.pop(min(last_use, key=last_use.get))
        last_use[line] = now
    return misses
