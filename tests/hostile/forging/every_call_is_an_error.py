# expect: ours 1, plain 0; graded; "raises ValueError" alone is worth little
# tries: raise ValueError always, for the checks that ask for an error
# cell: every answer
def ANSWER(*args, **kwargs):
    raise ValueError("no")
