# expect: ours 0, plain 0; graded; no reference in any output
# tries: ask the course itself for the solutions, and bind what it says
# cell: added
import autograder
import course

for name in ("solution", "hint", "progress"):
    for module in (autograder, course):
        try:
            print(name, getattr(module, name)("project"))
        except Exception as error:
            print(name, repr(error)[:200])
