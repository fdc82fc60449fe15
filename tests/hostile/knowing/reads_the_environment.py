# expect: ours 0, plain 0; graded; no variable of the instructor's in any output
# tries: print every environment, argument list and open file of every process in sight
# cell: added
import glob
import os
import sys

print(dict(os.environ))
print(sys.argv, sys.orig_argv, sys.flags)
for name in glob.glob("/proc/[0-9]*"):
    for item in ("environ", "cmdline", "maps", "mountinfo", "status", "cgroup"):
        try:
            print(name, item, open(f"{name}/{item}", "rb").read()[:6000].decode(errors="replace"))
        except OSError as error:
            print(name, item, error)
    for item in ("cwd", "exe", "root"):
        try:
            print(name, item, os.readlink(f"{name}/{item}"))
        except OSError as error:
            print(name, item, error)
