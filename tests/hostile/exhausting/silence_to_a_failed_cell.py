# expect: ours 0; graded; whoever answers nothing is not waited for beyond the exercise's limit
# tries: fail in the answer cell and then leave one question of the judge unanswered
# seen: it stalled a judge for 300 s that asked without a deadline
# cell: answer project
import time

import autograder.boundary.answer_side as answer_side


def silent(self, name):
    time.sleep(1000)


answer_side.AnswerSide.on_root = silent
raise ValueError("so the judge asks which names are missing")
