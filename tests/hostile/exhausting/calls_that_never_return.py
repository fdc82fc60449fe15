# expect: ours 0; graded; each call costs at most its exercise's limit
# tries: hang in every call of the judge's
# cell: answer residuals
def residuals(*args):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
