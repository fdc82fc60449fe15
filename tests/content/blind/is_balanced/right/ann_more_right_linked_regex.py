import re


def is_balanced(text):
    # a linked stack of nested pairs over the brackets only; misfits are pushed, so something stays open
    top = None
    for match in re.finditer(r"[()\[\]{}]", text):
        ch = match.group()
        if top is not None and top[0] + ch in ("()", "[]", "{}"):
            top = top[1]
        elif ch in ")]}":
            return False
        else:
            top = (ch, top)
    return top is None
