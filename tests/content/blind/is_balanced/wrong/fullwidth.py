import unicodedata


def is_balanced(text):
    pair = {")": "(", "]": "[", "}": "{"}
    stack = []
    for c in unicodedata.normalize("NFKC", text):
        if c in "([{":
            stack.append(c)
        elif c in pair:
            if not stack or stack.pop() != pair[c]:
                return False
    return not stack
