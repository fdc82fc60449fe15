def is_balanced(text):
    # push the closer that is awaited; a closer that does not fit is answered at once
    awaited = list()
    for ch in text:
        match ch:
            case "(":
                awaited.append(")")
            case "[":
                awaited.append("]")
            case "{":
                awaited.append("}")
            case ")" | "]" | "}":
                if not awaited or awaited[-1] != ch:
                    return False
                del awaited[-1]
    return not awaited
