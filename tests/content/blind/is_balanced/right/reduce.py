from functools import reduce
import re


def is_balanced(text):
    # linked stack of (top, rest); None marks a failure
    def step(stack, c):
        if stack is False:
            return False
        if c in "([{":
            return (c, stack)
        if stack and stack[0] + c in ("()", "[]", "{}"):
            return stack[1]
        return False

    return reduce(step, re.findall(r"[()\[\]{}]", text), ()) == ()
