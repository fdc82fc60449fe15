import sys


def is_balanced(text):
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 3 * len(text) + 1000))
    close = {"(": ")", "[": "]", "{": "}"}

    def parse(i, wanted):
        while i < len(text):
            c = text[i]
            if c in close:
                i = parse(i + 1, close[c])
                if i < 0:
                    return -1
            elif c in ")]}":
                return i + 1 if c == wanted else -1
            else:
                i += 1
        return i if wanted is None else -1

    return parse(0, None) == len(text)
