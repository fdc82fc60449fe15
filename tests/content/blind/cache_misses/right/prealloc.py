def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError
    slots, stamps, misses = [None] * n_lines, [-1] * n_lines, 0
    for t, a in enumerate(addresses):
        line = a // line_size
        if line in slots:
            k = slots.index(line)
        else:
            misses += 1
            k = stamps.index(min(stamps))
            slots[k] = line
        stamps[k] = t
    return misses
