def is_balanced(text):
    t = "".join(c for c in text if c in "()[]{}")
    old = None
    while old != t:
        old = t
        t = t.replace("()", "").replace("[]", "").replace("{}", "")
    return t == ""
