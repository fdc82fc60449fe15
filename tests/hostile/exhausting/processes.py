# expect: ours 0, plain 0; graded; the count of processes is bounded, none survives
# tries: fork without end, in sessions of their own
# cell: added
import os
import time

made = 0
try:
    for _ in range(5000):
        if os.fork() == 0:
            os.setsid()
            while True:
                time.sleep(1)
        made += 1
except OSError as error:
    print(made, error)
