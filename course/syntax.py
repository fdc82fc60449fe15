"""Compiles the code of content files, whose cells begin somewhere below line 1."""

from __future__ import annotations

import ast
import warnings

from course.cells import Problem


def syntax(text: str, line: int) -> tuple[ast.Module | None, Problem | None]:
    """Return the syntax tree of a cell whose text begins on `line`, or the problem with it.

    A warning of the compiler counts as a mistake: `assert (x, "…")` is always true.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            tree = ast.parse(text)
            compile(tree, "<cell>", "exec", dont_inherit=True)
        except (SyntaxError, SyntaxWarning, ValueError) as error:
            place = line + (getattr(error, "lineno", None) or 1) - 1
            return None, Problem(place, f"code that Python refuses ({error.args[0]})", "valid Python")
    return tree, None
