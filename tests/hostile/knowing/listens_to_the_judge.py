# expect: ours 0, plain 0; graded; no hidden check's source in any output
# tries: record every question of the judge and show the record in a later cell
# cell: added
import autograder.boundary.answer_side as answer_side

heard = []
serve = answer_side.AnswerSide.serve


def listening(self, question):
    heard.append(repr(question)[:5000])
    return serve(self, question)


answer_side.AnswerSide.serve = listening
# cell: some answers
print(heard)


def ANSWER(*args, **kwargs):
    import sys

    heard.append([repr(args)[:1000], sorted(sys._getframe(1).f_locals)])
    frame = sys._getframe()
    while frame is not None:
        heard.append(sorted(map(str, frame.f_locals.items()))[:20])
        frame = frame.f_back
    return heard
