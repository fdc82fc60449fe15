"""Runs cells that are Python and nothing else, without IPython's search for what they might be instead.

Magics, prompts, shell commands, `await`, what is not valid, and everything after somebody registered a
transformer: all that stays with IPython. What it does around a cell is done here just so: events, the
history (`In`, `_i`), the display hook (`Out`, `_`), and its own way of running code and telling exceptions.
"""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING, Any

from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

_OWN_WORDS = ("exit", "quit")
_PROMPTS = ("In [", "[nav]", "[ins]")


def run_plain(shell: Any, source: str, codes: Sequence[CodeType] | None = None) -> ExecutionResult | None:
    """Run a cell and return what came of it; None, and nothing was done, where it is IPython's to run."""
    if shell.ast_transformers or shell.input_transformers_post:
        return None
    codes = codes or compiled(shell, source)
    if codes is None:
        return None
    info = ExecutionInfo(source, True, False, True, None)  # noqa: FBT003 -- IPython's signature
    result = ExecutionResult(info)
    try:
        _run(shell, codes, source, info, result)
    finally:
        shell.events.trigger("post_execute")
        shell.events.trigger("post_run_cell", result)
    return result


def compiled(shell: Any, source: str) -> list[CodeType] | None:
    """Return the code of a cell that IPython would not change, and has nothing to say about."""
    if source.startswith(_PROMPTS) or source[:1].isspace() or "__future__" in source:
        return None
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            tree = ast.parse(source)
            if not tree.body or _may_be_magic(shell, tree, source):
                return None
            name = shell.compile.cache(_line_ended(source), shell.execution_count, raw_code=source)
            codes = _parts(shell, tree, name)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return None
    return None if warned else codes


def _line_ended(source: str) -> str:
    """Return a cell as IPython hands it on, and names it in tracebacks."""
    return source if source.endswith("\n") else source + "\n"


def _may_be_magic(shell: Any, tree: ast.Module, source: str) -> bool:
    """Whether one line may be a magic without its sign, as `ls -l` is, or `exit`."""
    if len(source.splitlines()) > 1 or not any(isinstance(node, ast.Expr) for node in tree.body):
        return False
    word = re.split(r"\W", source, maxsplit=1)[0]
    return word in _OWN_WORDS or shell.find_magic(word) is not None


def _parts(shell: Any, tree: ast.Module, name: str) -> list[CodeType]:
    """Compile a cell: its last line by itself where that is an expression, whose value is shown."""
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    codes = [shell.compile(tree, name, "exec")] if tree.body else []
    return codes if last is None else [*codes, shell.compile(ast.Interactive([last]), name, "single")]


def _run(
    shell: Any, codes: Sequence[CodeType], source: str, info: ExecutionInfo, result: ExecutionResult
) -> None:
    count = result.execution_count = shell.execution_count
    shell.execution_count += 1
    shell.events.trigger("pre_execute")
    shell.events.trigger("pre_run_cell", info)
    shell.history_manager.store_inputs(count, _line_ended(source), source)
    with shell.builtin_trap, shell.display_trap:
        shell.displayhook.exec_result = result
        raised = any(_raises(shell, code, result) for code in codes)
        shell.displayhook.exec_result = None
    shell.last_execution_succeeded, shell.last_execution_result = not raised, result


def _raises(shell: Any, code: CodeType, result: ExecutionResult) -> bool:
    """Run code as IPython does, which writes a coroutine that waits for nothing."""
    try:
        shell.run_code(code, result).send(None)
    except StopIteration as ended:
        return bool(ended.value)
    return True
