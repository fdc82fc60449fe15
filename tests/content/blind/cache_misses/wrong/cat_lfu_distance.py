def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("sizes")
    lines = [a // line_size for a in addresses]
    last = {}
    misses = 0
    for i, line in enumerate(lines):
        # a hit if the line was used within the last n_lines accesses
        if line not in last or i - last[line] > n_lines:
            misses += 1
        last[line] = i
    return misses
