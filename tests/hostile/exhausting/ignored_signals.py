# expect: ours 0; graded; the process is ended from outside
# tries: ignore and block every signal, then loop
# cell: added
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True:
    pass
