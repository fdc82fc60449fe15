# expect: ours 0, plain 0; graded; the process is ended, the machine lives
# tries: take all memory at once, in steps and in many processes
# cell: added
import os

hoard = []
for _ in range(3):
    if os.fork() == 0:
        break
try:
    while True:
        hoard.append(bytearray(os.urandom(1 << 20) * 64))
except MemoryError:
    pass
while True:
    pass
