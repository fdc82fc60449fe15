# expect: ours 0, plain 0; any; whoever closes its connections ends its own process
# tries: close, duplicate and hand on every descriptor that it holds
# cell: added
import os

for number in range(3, 30):
    try:
        os.dup2(0, number)
    except OSError:
        pass
os.closerange(0, 256)
