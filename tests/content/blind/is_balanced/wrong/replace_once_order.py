def is_balanced(text):
    # last opened kind only; the order further down is forgotten
    opens = {"(": 0, "[": 0, "{": 0}
    pair = {")": "(", "]": "[", "}": "{"}
    last = None
    for c in text:
        if c in opens:
            opens[c] += 1
            last = c
        elif c in pair:
            if opens[pair[c]] == 0 or last is not None and last != pair[c]:
                return False
            opens[pair[c]] -= 1
            last = None
    return not any(opens.values())
