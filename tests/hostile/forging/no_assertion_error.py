# expect: ours 0, plain 1; graded; no patch reaches the judge
# tries: make AssertionError something that is never raised
# cell: added
import builtins
import ctypes


class Never(BaseException):
    def __new__(cls, *args):
        return SystemExit(0)


builtins.AssertionError = Never
builtins.__debug__ if True else None
ctypes.c_int.in_dll(ctypes.pythonapi, "Py_OptimizeFlag").value = 2
get_ipython().showtraceback = lambda *args, **kwargs: None
