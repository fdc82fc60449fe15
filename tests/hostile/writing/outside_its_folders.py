# expect: ours 0, plain 0; graded; nothing that one submission writes can be read by another one
# tries: write to every folder that lets it, and read what an earlier submission left there
# cell: added
import os

for here, folders, names in os.walk("/"):
    if here.startswith(("/proc", "/sys", "/usr", "/packages/0/")):
        folders[:] = []
        continue
    if "hostile-was-here" in names:
        print("found MESSAGE at", here)
    if not here.startswith(("/home/learner", "/tmp", "/dev/shm")):
        try:
            with open(f"{here}/hostile-was-here", "w") as file:
                file.write("MESSAGE from the submission before")
            print("wrote", here)
        except OSError:
            pass
