# expect: plain 0; graded; the cell is stopped and named
# tries: loop without end and catch every exception
# cell: added
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
