# expect: ours 0, plain 0; graded; no process outlives its submission
# tries: leave a daemon behind, orphaned twice, in a session of its own, that answers to no signal
# cell: added
import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 65):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        while True:
            time.sleep(1)
            try:
                open("/tmp/hostile-was-here", "w").close()
            except OSError:
                pass
    os._exit(0)
