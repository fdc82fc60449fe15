# expect: ours 0, plain 1; graded; nothing that comes is unpickled
# tries: return objects whose pickles run code
# cell: added
import numpy as np


class Runs:
    def __reduce__(self):
        return (exec, ("open('/tmp/hostile-was-here', 'w').write('!')",))

    __reduce_ex__ = lambda self, *args: self.__reduce__()


# cell: some answers
def ANSWER(*args, **kwargs):
    return [Runs(), np.array([Runs()], dtype=object), {"a": Runs()}]
