"""What a library does once in a process is done before the first fork."""

from __future__ import annotations

import sys
from subprocess import run

import pytest

from autograder.sandbox import warm
from autograder.sandbox.shell import Shell


def test_a_library_that_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken library is met by the cell that uses it, and not by the whole batch."""

    def fails() -> None:
        raise RuntimeError("broken")

    used: list[str] = []
    monkeypatch.setattr(
        warm, "_FIRST_USES", {"sys": fails, "os": lambda: used.append("os"), "nowhere": fails}
    )

    warm.warm_up()

    assert used == ["os"]


def test_every_first_use_works_and_leaves_no_output() -> None:
    """Each library is really used: a first use that raises would warm nothing, and nobody would hear of it."""
    text = """
import importlib
from autograder.sandbox import warm
for name, use in warm._FIRST_USES.items():
    importlib.import_module(name)
for use in warm._FIRST_USES.values():
    use()
warm.warm_up()
"""
    ended = run([sys.executable, "-c", text], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_an_exception_is_not_put_into_words_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell that raises costs one plain traceback, not IPython's own as well, which takes forty times as long."""
    shell = Shell(1 << 20)
    monkeypatch.setattr(
        shell.shell.InteractiveTB, "structured_traceback", lambda *_: pytest.fail("formatted")
    )

    outputs, error = shell.run("1 / 0", 10.0)

    assert type(error) is ZeroDivisionError
    assert [item["ename"] for item in outputs] == ["ZeroDivisionError"]
