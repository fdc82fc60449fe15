# expect: ours 0, plain 1; graded; a question where a reply is due gets no secret and costs only the answer
# tries: ask the judge for its own objects, private attributes and for what it never lent
# cell: added
import json
import os
import struct

import autograder.boundary.wire as wire

send = wire.PipeWire._send
heard = []


def curious(self, kind, message):
    for number in range(3):
        for question in (
            ["get", [["yours", number], "__globals__"], None],
            ["get", [["yours", number], "reference"], None],
            ["call", [["yours", number], ["tuple", []], ["dict", [], []]], None],
            ["ask", [], None],
            ["begin", [None, ["reference"], 0], None],
            ["_export", [1], None],
            ["root", ["reference"], None],
        ):
            send(self, b"q", wire.Message(question, []))
            try:
                heard.append(str(self._receive())[:500])
            except BaseException as error:
                heard.append(repr(error))
    send(self, kind, message)


wire.PipeWire._send = curious


# cell: answer project
def project(A, b):
    return b


# cell: answer mean
def mean(values):
    return 2


# cell: answer answer
print(heard)
# cell: answer low_rank
print(heard)
