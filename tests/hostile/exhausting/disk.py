# expect: ours 0, plain 0; graded; what can be written is bounded
# tries: fill every folder that it may write to, with large files and with many files
# cell: added
import os

written = 0
for folder in (os.path.expanduser("~"), "/tmp", "/dev/shm", "/var/tmp", "/run", "/"):
    for number in range(12):
        try:
            with open(f"{folder}/hostile-was-here-{number}", "wb") as file:
                for _ in range(63):
                    written += file.write(b"x" * (1 << 20))
        except OSError as error:
            print(folder, number, error)
            break
    try:
        for number in range(20_000):
            open(f"{folder}/hostile-was-here.{number}", "w").close()
    except OSError as error:
        print(folder, number, error)
print("wrote", written >> 20)
