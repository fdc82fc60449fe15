# expect: ours 0, plain 1; graded; the judge is not stalled by what it decodes
# tries: return a set of 60,000 integers that all have one hash
# seen: it stalled a judge for 22 s a reply that built the set
# cell: added
numbers = [k * ((1 << 61) - 1) for k in range(1, 60_000)]
# cell: answer project
import autograder.boundary.codec as codec

codec._encoders[codec.deque] = lambda encoder, value: ["set", [["int", hex(n)] for n in numbers]]


def project(A, b):
    return codec.deque()


# cell: answer mean
import autograder.boundary.codec as codec

codec._encoders[codec.deque] = lambda encoder, value: ["set", [["int", hex(n)] for n in numbers]]


def mean(values):
    return codec.deque()
