# expect: ours 0, plain 1; graded; an int, str, list or array of a learner's own class decides nothing
# tries: return numbers, texts, lists and arrays of classes that agree with everything
# seen: in one process with the tests (as in a kernel) it won 6 of 20 points
# cell: added
import numpy as np


def agreeing(kind):
    yes = lambda self, *other: True
    names = ("eq", "ne", "lt", "le", "gt", "ge", "contains", "bool")
    body = {f"__{name}__": yes for name in names if hasattr(kind, f"__{name}__")}
    zero = lambda self, *other: kind()
    body |= {
        f"__{name}__": zero for name in ("sub", "rsub", "abs", "add", "mul") if hasattr(kind, f"__{name}__")
    }
    return type(kind.__name__, (kind,), {**body, "__hash__": lambda self: 0, "__module__": "builtins"})


Array = type(
    "ndarray",
    (np.ndarray,),
    {
        "__eq__": lambda self, other: np.ones(self.shape, bool),
        "__module__": "numpy",
        "__sub__": lambda self, other: np.zeros(self.shape),
        "shape": (5,),
    },
)
results = [
    agreeing(int)(0),
    agreeing(float)(0.0),
    agreeing(str)(""),
    agreeing(list)(),
    agreeing(dict)(),
    agreeing(tuple)(),
    np.zeros(5).view(Array),
]


# cell: every answer
def ANSWER(*args, **kwargs):
    results.append(results.pop(0))
    return results[0]
