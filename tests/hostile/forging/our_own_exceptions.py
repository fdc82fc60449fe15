# expect: ours 1, plain 1; graded; an exception that calls itself ours is the answer's failure
# tries: raise exceptions under the names that the judge itself uses
# cell: added
import autograder.errors as errors

names = [
    "AnswerLost",
    "AuthorError",
    "Refused",
    "Expired",
    "MemoryExceeded",
    "AnswerRaised",
    "NotPlain",
    "NotImplementedError",
]
count = [0]


def raising():
    count[0] += 1
    name = names[count[0] % len(names)]
    raise getattr(errors, name, type(name, (BaseException,), {"__module__": "builtins"}))("not my fault")


# cell: some answers
def ANSWER(*args, **kwargs):
    raising()
