# expect: plain 0; graded; a StopIteration out of a call does not end the instructor's loop
# tries: end the loop of a test early by raising StopIteration from a call
# seen: in one process with the tests (as in a kernel) it won a test that maps; at a judge that rebuilds StopIteration, too
# cell: every answer
def ANSWER(*args, **kwargs):
    raise StopIteration
