import re


def is_balanced(text):
    stack = None  # linked pairs: (bracket, rest)
    for b in re.findall(r"[()\[\]{}]", text):
        if b in "([{":
            stack = (b, stack)
        elif stack is None or stack[0] + b not in ("()", "[]", "{}"):
            return False
        else:
            stack = stack[1]
    return stack is None
