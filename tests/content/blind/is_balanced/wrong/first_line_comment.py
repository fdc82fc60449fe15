def is_balanced(text):
    pair = {")": "(", "]": "[", "}": "{"}
    stack = []
    for line in text.split("\n"):
        line = line.split("#")[0]
        for c in line:
            if c in "([{":
                stack.append(c)
            elif c in pair:
                if not stack or stack.pop() != pair[c]:
                    return False
    return not stack
