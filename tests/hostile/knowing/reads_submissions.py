# expect: ours 0, plain 0; graded; no secret in any output
# tries: open the course folder, other submissions, the gradebook and the salt by relative and absolute paths
# cell: added
import glob
import os

here = os.getcwd()
print("at", here)
for pattern in (
    "../*",
    "../../*",
    "../../../*",
    "../../submitted/*/*/*",
    "/tmp/**/submitted",
    "/tmp/**/gradebook.db",
    "/home/*/*",
    "/root/*",
    "/work/*",
    "/srv/*",
    "/mnt/*",
    "/**/.autograder/*",
    "/**/secret.txt",
):
    for path in glob.glob(pattern, recursive="usr" not in pattern)[:50]:
        try:
            print(path, open(path).read()[:500])
        except OSError as error:
            print(path, error)
