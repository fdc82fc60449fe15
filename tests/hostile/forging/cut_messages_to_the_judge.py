# expect: ours 0, plain 1; graded; half a message is the answer's failure
# tries: end the connection to the judge in the middle of a message, or send one without end
# cell: added
import os

import autograder.boundary.wire as wire

count = [0]


def cut(self, kind, message):
    count[0] += 1
    data = [
        b"r\x10\x00\x00\x00\x00\x00\x00\x00[1,",
        b"\xff" * 9,
        b"r\xff\xff\xff\xff\xff\xff\xff\xff",
        b"x" * 100,
        b"r" + b"\0" * 8,
    ]
    os.write(self.write_fd, data[count[0] % len(data)])
    os.close(self.write_fd)


wire.PipeWire._send = cut


# cell: answer project
def project(A, b):
    return b


# cell: answer mean
def mean(values):
    return 2
