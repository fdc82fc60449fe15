# expect: ours 0, plain 1; graded; a well-formed message that says nothing sensible is the answer's failure
# tries: answer each question of the judge with JSON of another form
# seen: it ended a judge that read replies outside of a check's limits
# cell: added
import autograder.boundary.answer_side as answer_side
from autograder.boundary.wire import Message

count = [0]


def nonsense(self, question):
    count[0] += 1
    trees = [
        None,
        [],
        ["value"],
        ["value", ["mine", -1, []], None, None],
        ["value", ["sklearn:object"], None, None],
        "value",
        ["value", ["dict", [["list", []]], [1]], None, None],
        [["value"], 1, 2, 3],
        ["value", None, None, ["dict", [0], [7]]],
        ["raised", {"a": 1}, None, None],
        ["value", ["rng", 0], None, None],
        ["value", ["yours", 10**9], None, None],
    ]
    return Message(trees[count[0] % len(trees)], [])


answer_side.AnswerSide.serve = nonsense


# cell: some answers
def ANSWER(*args, **kwargs):
    return 0
