def is_balanced(text):
    """Tell whether the brackets (), [] and {} of a text nest properly."""
    closer = dict(zip("([{", ")]}"))
    stack = []
    for ch in text:
        if ch in closer:
            stack.append(closer[ch])
        elif ch in ")]}" and (not stack or stack.pop() != ch):
            return False
    return not stack
