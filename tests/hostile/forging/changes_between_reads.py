# expect: ours 0, plain 1; graded; each read is judged for itself
# tries: return objects whose items and attributes differ with every read
# cell: added
import numpy as np


class Restless:
    reads = 0

    def __getattr__(self, name):
        Restless.reads += 1
        if name.startswith("__"):
            raise AttributeError(name)
        return [np.zeros(4), (4,), "float64", None, 0][Restless.reads % 5]

    def __getitem__(self, key):
        Restless.reads += 1
        return Restless.reads

    def __len__(self):
        Restless.reads += 1
        return Restless.reads % 7

    def __iter__(self):
        while True:
            Restless.reads += 1
            yield Restless.reads


# cell: some answers
def ANSWER(*args, **kwargs):
    return Restless()
