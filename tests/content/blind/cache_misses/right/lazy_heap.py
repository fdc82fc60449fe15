import heapq


def cache_misses(addresses, line_size, n_lines):
    if line_size <= 0 or n_lines <= 0:
        raise ValueError("positive sizes")
    last, heap, misses = {}, [], 0
    for t, a in enumerate(addresses):
        line, _ = divmod(a, line_size)
        if line not in last:
            misses += 1
            if len(last) == n_lines:
                while True:
                    when, old = heapq.heappop(heap)
                    if last.get(old) == when:
                        del last[old]
                        break
        last[line] = t
        heapq.heappush(heap, (t, line))
    return misses
