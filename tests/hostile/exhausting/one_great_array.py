# expect: ours 0, plain 1; graded; an impossible array is the answer's failure
# tries: return arrays of more bytes than one message may carry
# cell: added
import numpy as np


# cell: some answers
def ANSWER(*args, **kwargs):
    return np.broadcast_to(0.0, (1 << 40,))
