# expect: ours 0, plain 0; graded; the worker's memory stays bounded
# tries: send its worker a message of 60 MB that becomes gigabytes when it is read
# cell: added
import os
import struct

data = b"[" + b"[]," * 20_000_000 + b"[]]"
view = memoryview(struct.pack("<I", len(data)) + data)
while view:
    view = view[os.write(3, view[: 1 << 16]) :]
