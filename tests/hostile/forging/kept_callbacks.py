# expect: ours 0, plain 1; graded; a callback answers while its check runs and never later
# tries: keep every function that a test lends and call it in later calls and cells
# cell: added
kept = []


def later():
    for function in kept:
        try:
            print(function(1), function(2))
        except BaseException as error:
            print(repr(error)[:200])


# cell: answer apply
def twice(f, x):
    kept.append(f)
    for _ in range(100):
        f(x)
    later()
    return f


# cell: some answers
def ANSWER(*args, **kwargs):
    kept.extend(value for value in args if callable(value))
    later()
