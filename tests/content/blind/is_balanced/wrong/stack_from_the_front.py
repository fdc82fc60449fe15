def is_balanced(text):
    pair = {"(": ")", "[": "]", "{": "}"}
    stack = []
    for c in text:
        if c in pair:
            stack = [pair[c]] + stack
        elif c in ")]}":
            if not stack or stack[0] != c:
                return False
            stack = stack[1:]
    return not stack
