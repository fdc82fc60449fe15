def is_balanced(text):
    # low byte only
    pair = {41: 40, 93: 91, 125: 123}
    stack = []
    for c in text:
        b = ord(c) & 255
        if b in (40, 91, 123):
            stack.append(b)
        elif b in pair:
            if not stack or stack.pop() != pair[b]:
                return False
    return not stack
