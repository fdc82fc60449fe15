# expect: ours 0, plain 1; graded; a name bound to what cannot cross is the answer's failure, never a fault of ours
# tries: bind the names that the judge asks for to values that no message can carry
# seen: it ended a judge that expected only names that are missing
# cell: some answers
ANSWER = []
for _ in range(90):
    ANSWER = [ANSWER]
