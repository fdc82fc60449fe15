# expect: ours 0, plain 1; graded; a name bound to what cannot cross is the answer's failure, never a fault of ours
# tries: bind the names that the judge asks for to integers of 20,000 digits
# seen: it ended a judge that expected only names that are missing
# cell: some answers
ANSWER = 1 << 70_000
