from collections import OrderedDict

_cache = OrderedDict()


def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError
    misses = 0
    for a in addresses:
        line = a // line_size
        if line in _cache:
            _cache.move_to_end(line)
        else:
            misses += 1
            _cache[line] = 1
            if len(_cache) > n_lines:
                _cache.popitem(last=False)
    return misses
