# expect: ours 0, plain 1; graded; only a cell listed as forgeable can be passed so
# tries: replace the functions that run cells and report errors
# seen: in one process with the tests (as in a kernel) it won all points
# cell: added
import autograder.sandbox.learner as learner
import autograder.sandbox.shell as shell

shell.Shell.run = lambda self, source, seconds: ([], None)
learner._Learner.on_run = lambda self, source, seconds: {"outputs": [], "raised": None}
type(get_ipython()).run_cell = lambda self, *args, **kwargs: None
