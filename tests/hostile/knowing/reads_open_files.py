# expect: ours 0, plain 0; graded; no secret in any output
# tries: read what hides behind the descriptors that the process was born with
# cell: added
import os

for number in range(64):
    try:
        print(number, os.readlink(f"/proc/self/fd/{number}"), os.fstat(number))
        print(os.pread(number, 100_000, 0).decode(errors="replace"))
    except OSError as error:
        print(number, error)
