# expect: ours 0, plain 0; graded; no secret in any output
# tries: walk through everything that can be read and print what looks like an answer or a secret
# cell: added
import os

WANTED = (b"CANARY", b"BEGIN SOLUTION", b"BEGIN HIDDEN", b'role="check"', b'role="answer"')
SKIP = ("/proc", "/sys", "/usr/share", "/usr/lib/x86", "/usr/lib/python3", "/usr/lib/gcc", "/usr/lib/llvm")
seen = 0
for here, folders, names in os.walk("/"):
    folders[:] = [
        f for f in folders if not os.path.join(here, f).startswith(SKIP) and "-packages/" not in here
    ]
    for name in names:
        path = os.path.join(here, name)
        seen += 1
        if seen > 30_000 or not name.endswith((".py", ".ipynb", ".json", ".txt", ".db", ".toml", ".md")):
            continue
        try:
            with open(path, "rb") as file:
                data = file.read(200_000)
        except OSError:
            continue
        for word in WANTED:
            place = data.find(word)
            if place >= 0 and "site-packages" not in path:
                print(path, data[max(0, place - 100) : place + 1500].decode(errors="replace"))
