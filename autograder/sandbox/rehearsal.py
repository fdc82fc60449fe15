"""Runs once what every submission of a notebook begins with: forks of that process go on from there.

A notebook's first cells are the instructor's: they import, and load the data. A zygote forks a process of its
own kind that runs them, and forks from that one find everything loaded. It counts only where a copy could not
tell the difference: the cells raised nothing and left no thread, process, descriptor or file behind. What
they drew at random from a generator of their own is then everybody's.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.sandbox import confine, syscalls
from autograder.sandbox.files import unpack

if TYPE_CHECKING:
    from autograder.sandbox.confine import Limits
    from autograder.sandbox.shell import Shell

FIRST_PROCESS = 1
"""The number that every fork has in its own namespace, and so in the name of its folder."""


class NotRepeatable(GraderError):
    """The cells left something behind that a copy of the process would not have."""


def rehearse(shell: Shell, task: dict[str, Any], limits: Limits, *, ours: bool) -> list[list[dict[str, Any]]]:
    """Run the cells of a task in a folder like that of a fork, and return their outputs.

    Raises `NotRepeatable` where forks have to run them themselves.
    """
    syscalls.unshare(syscalls.CLONE_NEWNS)
    confine.mount_private_folders(limits, os.geteuid(), ours=ours)
    unpack(task["folder"], task["files"], FIRST_PROCESS)
    folders = confine.private_folders(ours=ours)
    before = _traces(folders)
    outputs = []
    for source in task["cells"]:
        said, error = shell.run(source, task["seconds"])
        if error is not None:
            raise NotRepeatable(f"a cell raised {type(error).__name__}")
        outputs.append(said)
    for source in task["later"]:
        shell.compile(source)
    left = [kind for kind, found in _traces(folders).items() if found != before[kind]]
    if left:
        raise NotRepeatable(f"the cells changed: {', '.join(left)}")
    return outputs


def generators() -> dict[str, Any]:
    """Return the states of the global random generators, to see which of them cells touched."""
    states: dict[str, Any] = {"random": random.getstate()}
    if "numpy" in sys.modules:
        states["numpy"] = str(sys.modules["numpy"].random.get_state(legacy=False))
    return states


def _traces(folders: tuple[str, ...]) -> dict[str, Any]:
    """Return what cells may leave behind outside the memory of their process."""
    return {
        "threads": len(_numbers("task")),
        "descriptors": _numbers("fd"),
        "processes": _has_children(),
        "the working directory": Path.cwd(),
        "files": [*map(_files, folders)],
    }


def _numbers(kind: str) -> list[int]:
    return sorted(int(path.name) for path in Path("/proc/self", kind).iterdir())


def _has_children() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def _files(folder: str) -> list[tuple[str, int, int]]:
    paths = (Path(here) / name for here, _, names in os.walk(folder) for name in names)
    found = ((path, path.lstat()) for path in paths)
    return sorted((str(path), status.st_size, status.st_mtime_ns) for path, status in found)
