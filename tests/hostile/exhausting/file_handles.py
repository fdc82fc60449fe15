# expect: ours 0, plain 0; graded; nobody runs out of descriptors but the cell itself
# tries: open files, pipes and sockets until there are none, and send them to itself
# cell: added
import os
import socket

opened = []
try:
    while True:
        opened.append(os.pipe())
except OSError as error:
    print(len(opened), error)
for pair in opened[:20]:
    os.close(pair[0])
    os.close(pair[1])
left, right = socket.socketpair()
try:
    for _ in range(1000):
        socket.send_fds(left, [b"x"], [opened[30][0]] * 50, socket.MSG_DONTWAIT)
except OSError as error:
    print(error)
