# expect: ours 0, plain 1; graded; no frame of a check is in reach
# tries: climb from its own call into the frames of whoever called it and change their values
# cell: added
import ctypes
import gc
import sys


def climb():
    frame = sys._getframe(1)
    while frame is not None:
        for name, value in list(frame.f_locals.items()):
            if name in ("expected", "points", "ok", "passed", "error", "forms", "judged", "verdict"):
                print("found", name)
            if type(value) is dict and "expected" in value:
                value["expected"] = 0
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(1))
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing).__name__ in ("Verdict", "_Ending", "Judged"):
            print("found", type(thing).__name__)


# cell: some answers
def ANSWER(*args, **kwargs):
    climb()
    return 0
