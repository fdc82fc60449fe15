# expect: ours 0, plain 1; graded; the judge is not stalled by what it decodes
# tries: return a set of 60,000 integers that all have one hash
# seen: it stalled a judge for 22 s a reply that built the set
# cell: added
numbers = [k * ((1 << 61) - 1) for k in range(1, 60_000)]
# cell: answer project
from collections import deque

import autograder.boundary.codec_core as codec

codec._encoders[deque] = lambda encoder, value: ["set", [["int", hex(n)] for n in numbers]]


def project(A, b):
    return deque()


# cell: answer mean
from collections import deque

import autograder.boundary.codec_core as codec

codec._encoders[deque] = lambda encoder, value: ["set", [["int", hex(n)] for n in numbers]]


def mean(values):
    return deque()
