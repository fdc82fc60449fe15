# expect: ours 0, plain 0; graded; pipes and sockets hold little
# tries: fill pipes and sockets with data that nobody reads
# cell: added
import fcntl
import os
import socket

total = 0
held = []
for _ in range(80):
    try:
        read, write = os.pipe()
        held += [read, write]
        try:
            fcntl.fcntl(write, 1031, 1 << 20)
        except OSError:
            pass
        os.set_blocking(write, False)
        while True:
            total += os.write(write, b"x" * (1 << 20))
    except OSError:
        pass
for _ in range(20):
    left, right = socket.socketpair()
    held += [left, right]
    left.setblocking(False)
    try:
        while True:
            total += left.send(b"x" * 60_000)
    except OSError:
        pass
print(total >> 20, "MB")
