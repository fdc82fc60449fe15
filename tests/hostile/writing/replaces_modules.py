# expect: ours 0, plain 0; graded; no installed file changes
# tries: overwrite, delete, rename and link over the files of installed packages and of the grader
# cell: added
import os

import numpy
import sklearn

import autograder.boundary.codec as codec

for path in (numpy.__file__, sklearn.__file__, codec.__file__, os.__file__):
    for attempt in (
        lambda: open(path, "a").write("raise SystemExit\n"),
        lambda: os.remove(path),
        lambda: os.rename(path, path + ".hostile-was-here"),
        lambda: os.symlink("/dev/null", os.path.dirname(path) + "/hostile-was-here"),
        lambda: os.chmod(path, 0o777),
        lambda: os.utime(path, (0, 0)),
        lambda: os.truncate(path, 0),
    ):
        try:
            print(attempt())
        except OSError as error:
            print(error)
