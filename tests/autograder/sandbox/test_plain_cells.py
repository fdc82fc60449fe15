"""Cells that are only Python run without IPython's search for magics, and nobody can tell."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from autograder.sandbox import shell as shells
from autograder.sandbox.plain_cells import run_plain
from autograder.sandbox.shell import Shell

PLAIN = [
    "x = 1",
    "# only a remark\ny = 2",
    "x + 1",
    "_ + 1",
    "print(In[3], _i2, Out)",
    "x;",
    "x\ny",
    "'quiet';",
    "None",
    "import sys\nprint('told', file=sys.stderr)\nx",
    "def f():\n    return 1 / 0\n\nf()",
    "raise KeyboardInterrupt",
    "raise SystemExit(3)",
    "before = 1\nraise ValueError('no')\nafter = 2",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>b</b>'))\n[1, 2]",
    "import warnings\nwarnings.warn('careful')",
    "warnings.warn('careful')\nwarnings.warn('careful')",
    "get_ipython().run_cell('z = 5').result",
    "z",
    "'%d' % 3",
    "lists = [1]\nlists.append(2)\nlists",
    "ls = 4",
    "class A:\n    def __repr__(self):\n        raise TypeError('no words')\n\nA()",
    "print('tail')\n",
]
FOR_IPYTHON = [
    "", "  ", "\n\nx = 1", "  indented = 1", "%time 1", "%%time\n1", "!true", "x?", "?x", "y = !true",
    ">>> 1 + 1", "In [1]: 1 + 1", "ls", "who", "exit", "quit()", "import asyncio\nawait asyncio.sleep(0)",
    "def broken(:", "first = 1\nreturn 3", "from __future__ import annotations", "'\\d'", "1 is 1", "\0",
]  # fmt: skip


def new_shell() -> Shell:
    """Make a shell that knows nothing of another one."""
    shells._Shell.clear_instance()
    return Shell(1 << 20)


@pytest.fixture(scope="module")
def shell() -> Shell:
    """Give every test the same shell."""
    return new_shell()


def _lives(shell: Shell) -> list[Any]:
    """Run all plain cells one after the other; returns what each left."""
    lived = []
    for source in PLAIN:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("default")
            outputs, error = shell.run(source, 10.0)
        outputs += [(str(item.message), item.filename, item.lineno) for item in warned]
        names = {name for name in shell.names if not name.startswith("__")}
        lived.append((source, outputs, repr(error), shell.shell.execution_count, names))
    return lived


def test_plain_cells_leave_what_they_leave_under_ipython(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Outputs, errors with their lines, warnings, the history and the last values are the same."""
    plain = _lives(new_shell())
    ran_by_ipython: list[str] = []
    monkeypatch.setattr(shells, "run_plain", lambda _shell, source, _codes: ran_by_ipython.append(source))
    assert plain == _lives(new_shell())
    assert [source for source in ran_by_ipython if source in PLAIN] == PLAIN


@pytest.mark.filterwarnings("ignore:(To exit|careful)")
@pytest.mark.parametrize("source", PLAIN)
def test_plain_cells_need_no_search(shell: Shell, source: str) -> None:
    """None of them goes the long way."""
    with shell.shell.display_trap:
        assert run_plain(shell.shell, source) is not None


@pytest.mark.parametrize("source", FOR_IPYTHON)
def test_other_cells_are_left_to_ipython(shell: Shell, source: str) -> None:
    """Magics, prompts, `await`, what is not valid or worth a warning: nothing of it is run here."""
    count = shell.shell.execution_count
    assert run_plain(shell.shell, source) is None
    assert shell.shell.execution_count == count


def test_a_transformer_sees_every_cell() -> None:
    """Whoever registers one changes plain cells, too."""
    shell = new_shell()
    shell.run("def twice(lines):\n    return [line.replace('one', 'two') for line in lines]", 10.0)
    shell.run("get_ipython().input_transformers_post.append(twice)", 10.0)
    outputs, _ = shell.run("print('one')", 10.0)
    assert outputs[0]["text"] == "two\n"


def test_what_is_registered_for_cells_hears_of_plain_ones() -> None:
    """Events come around every cell, with its source and its result."""
    shell = new_shell()
    heard: list[Any] = []
    shell.shell.events.register("pre_run_cell", lambda info: heard.append(info.raw_cell))
    shell.shell.events.register("post_run_cell", lambda result: heard.append(result.result))
    shell.run("3 + 4", 10.0)
    assert heard == ["3 + 4", 7]
