# expect: plain 1; graded; a number that no float can hold is no points and no fault of ours
# tries: give the forgeable test a value of 400 digits
# seen: at a grader that turned the number into a float it cost the whole submission its score
# cell: answer stack
class Stack:
    def __init__(self):
        raise ValueError


import autograder.sandbox.learner as learner

learner._Learner.on_run = lambda self, source, seconds: {
    "outputs": [{"output_type": "execute_result", "data": {"text/plain": 10**400}, "metadata": {}}],
    "raised": None,
}
