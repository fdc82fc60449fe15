# expect: ours 0, plain 0; graded; the course folder stays as it is
# tries: give itself points in the gradebook, and replace submissions and configuration
# cell: added
import glob
import os
import sqlite3

for path in {
    *glob.glob("/**/gradebook.db", recursive=False),
    *glob.glob("/tmp/*/*/gradebook.db"),
    *glob.glob("/tmp/*/*/*/gradebook.db"),
    "../gradebook.db",
    "../../gradebook.db",
    "../../../gradebook.db",
}:
    try:
        with sqlite3.connect(path) as base:
            base.execute("create table if not exists hostile (points)")
            base.execute("update grade set auto_score = 100")
    except sqlite3.Error as error:
        print(path, error)
for up in ("..", "../..", "../../..", "../../../.."):
    for name in (
        "nbgrader_config.py",
        "submitted/right",
        "solutions",
        ".autograder/salt",
        "hostile-was-here",
    ):
        try:
            os.makedirs(os.path.dirname(f"{up}/{name}"), exist_ok=True)
            open(f"{up}/{name}", "w").write("import os")
        except OSError as error:
            print(up, name, error)
