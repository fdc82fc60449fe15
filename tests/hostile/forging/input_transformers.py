# expect: ours 0, plain 1; graded; no test's text reaches the transformers but that of a cell listed as forgeable
# tries: rewrite every later cell so that nothing can fail
# seen: in one process with the tests (as in a kernel) it won all points
# cell: added
import ast


def harmless(lines):
    return ["pass\n"]


class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.copy_location(ast.Pass(), node)


get_ipython().ast_transformers.append(NoAsserts())
get_ipython().input_transformers_cleanup.append(harmless)
