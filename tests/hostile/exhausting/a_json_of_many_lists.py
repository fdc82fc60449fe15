# expect: ours 0; graded; the judge's memory stays bounded
# tries: send the judge a short message that becomes gigabytes when it is read
# seen: it ended a judge by memory, and took 195 s
# cell: added
import os
import struct

import autograder.boundary.wire as wire


def flood(self, kind, message):
    head = b"[[" + b"[]," * 25_000_000 + b"[]],[]]"
    self_data = struct.pack("<cII", b"r", len(head), 0) + head
    view = memoryview(self_data)
    while view:
        self._wait_until_writable()
        view = view[os.write(self.write_fd, view[: 1 << 16]) :]


# cell: answer project
wire.PipeWire._send = flood


def project(A, b):
    return b


# cell: answer mean
wire.PipeWire._send = flood


def mean(values):
    return 2
