# expect: ours 0, plain 0; graded; no terminal and no device of the machine is in reach
# tries: open terminals and devices, and type into them
# cell: added
import fcntl
import glob
import os

for path in (
    *glob.glob("/dev/**/*", recursive=True),
    "/dev/kvm",
    "/dev/mem",
    "/dev/kmsg",
    "/dev/fuse",
    "/dev/net/tun",
):
    try:
        number = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        continue
    print("opened", path)
    try:
        fcntl.ioctl(number, 0x5412, b"x")
        print("SUCCEEDED", path)
    except OSError as error:
        print(path, error)
