# expect: ours 0, plain 0; graded; a crash of the interpreter costs its own cell
# tries: overflow the stack of C and crash
# cell: added
import ctypes
import sys

sys.setrecursionlimit(1 << 30)


def down():
    return down()


try:
    ctypes.string_at(0)
finally:
    down()
