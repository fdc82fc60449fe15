def is_balanced(text):
    def group(closer):
        """Coroutine: parse until closer; yields a child to run, returns whether it closed."""
        for c in chars:
            if c in pairs:
                ok = yield group(pairs[c])
                if not ok:
                    return False
            elif c in ")]}":
                return c == closer
        return closer is None

    pairs = {"(": ")", "[": "]", "{": "}"}
    chars = iter(text)
    tasks, value = [group(None)], None
    while tasks:
        try:
            tasks.append(tasks[-1].send(value))
            value = None
        except StopIteration as stop:
            tasks.pop()
            value = stop.value
    return value
