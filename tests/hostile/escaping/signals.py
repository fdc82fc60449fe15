# expect: ours 0, plain 0; graded; no signal leaves the process's own namespace
# tries: kill everything, its parent first
# cell: added
import os
import signal

print(os.getpid(), os.getppid(), sorted(os.listdir("/proc"))[:8])
for number in (os.getppid(), 1, 2, 3, -1, -os.getpgid(0)):
    for sent in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(number, sent)
            print("sent", sent, "to", number)
        except OSError as error:
            print(number, error)
