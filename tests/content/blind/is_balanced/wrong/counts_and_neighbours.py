def is_balanced(text):
    counts = {c: text.count(c) for c in "()[]{}"}
    if any(counts[o] != counts[c] for o, c in ("()", "[]", "{}")):
        return False
    # nested per kind only
    for o, c in ("()", "[]", "{}"):
        depth = 0
        for ch in text:
            depth += (ch == o) - (ch == c)
            if depth < 0:
                return False
    # neighbours must not cross
    only = "".join(ch for ch in text if ch in "()[]{}")
    return not any(bad in only for bad in ("(]", "(}", "[)", "[}", "{)", "{]"))
