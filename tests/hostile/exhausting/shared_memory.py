# expect: ours 0, plain 0; graded; shared memory is bounded and goes with the process
# tries: hold memory in shared segments, message queues and anonymous files
# cell: added
import ctypes
import mmap
import os
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)
for number in range(50):
    try:
        segment = shared_memory.SharedMemory(create=True, size=60 << 20)
        segment.buf[:] = b"x" * len(segment.buf)
    except (OSError, ValueError, MemoryError) as error:
        print(number, error)
        break
for name, args in (
    ("shmget", (0, 1 << 26, 0o1666)),
    ("msgget", (0, 0o1666)),
    ("semget", (0, 1, 0o1666)),
    ("memfd_create", (b"x", 0)),
):
    print(name, getattr(libc, name)(*args), os.strerror(ctypes.get_errno()))
held = mmap.mmap(-1, 256 << 20)
print(len(held))
