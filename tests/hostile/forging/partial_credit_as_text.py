# expect: plain 0; graded; a cell that gives points as a number gives none for what is no number
# tries: make the points a NumPy scalar, whose text is not a number's
# seen: in one process with the tests (as in a kernel) it won 4 points; under stock nbgrader's rule, too
# cell: answer answer
slope = np.float64(0)
names = ["b"]
