import pandas as pd


def cache_misses(addresses, line_size, n_lines):
    if line_size < 1 or n_lines < 1:
        raise ValueError
    lines = pd.Series(addresses, dtype="int64") // line_size
    lines = lines[lines != lines.shift()]  # a repeat at once is always a hit
    stack, misses = [], 0
    for line in lines.tolist():
        if line in stack[-n_lines:]:
            stack.remove(line)
        else:
            misses += 1
        stack.append(line)
        stack = stack[-n_lines:]
    return misses
