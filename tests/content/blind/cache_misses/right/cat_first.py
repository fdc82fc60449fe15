from collections import OrderedDict


def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError("line_size and n_lines must be 1 or more")
    cache = OrderedDict()
    misses = 0
    for address in addresses:
        line = address // line_size
        if line in cache:
            cache.move_to_end(line)
        else:
            misses += 1
            if len(cache) == n_lines:
                cache.popitem(last=False)
            cache[line] = True
    return misses
