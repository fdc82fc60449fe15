def is_balanced(text):
    """Tell whether the brackets (), [] and {} of a text nest properly."""
    opener_of = {")": "(", "]": "[", "}": "{"}
    open_now = []
    for ch in text:
        if ch == "(" or ch == "[" or ch == "{":
            open_now.append(ch)
        elif ch in opener_of:
            if len(open_now) == 0:
                return False
            last = open_now.pop()
            if last != opener_of[ch]:
                return False
    return len(open_now) == 0
