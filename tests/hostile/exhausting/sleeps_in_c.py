# expect: plain 0; graded; the process is ended from outside
# tries: stay in one long call of C that no signal of Python's reaches
# cell: added
import ctypes
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
ctypes.PyDLL(None).sleep(1000)
