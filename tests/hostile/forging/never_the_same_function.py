# expect: ours 0, plain 1; graded; a namespace that answers differently each time earns nothing
# tries: put a namespace below its cells that gives another object for each read of a name
# cell: added
import autograder.boundary.answer_side as answer_side

reads = [0]


class Shifting(dict):
    def get(self, name, default=None):
        reads[0] += 1
        return [default, 0, [], lambda *a, **k: 0, type("X", (), {}), float("nan"), "text"][reads[0] % 7]


begin = answer_side.AnswerSide.__init__


def shifted(self, namespace, *more):
    begin(self, Shifting(namespace), *more)


answer_side.AnswerSide.__init__ = shifted


# cell: some answers
def ANSWER(*args, **kwargs):
    return 0
