# expect: plain 1; graded; callbacks that are called without end cost the check's time and no more
# tries: call what a test lends without end
# cell: answer apply
def twice(f, x):
    while True:
        f(x)
