"""What is looked at before and after, from outside: files, processes, mounts."""

from __future__ import annotations

import hashlib
import os
import site
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

START_UP = (
    ".profile",
    ".bashrc",
    ".bash_profile",
    ".ipython/profile_default/startup",
    ".jupyter",
    ".pythonrc.py",
    ".config/autostart",
)
MARK = "hostile-was-here"
"""Name of every file that an attack tries to leave behind."""
_LEFT_BEHIND = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/etc", "/usr/local/bin", "/")  # noqa: S108 -- looked at only


def contents(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, links by where they point."""
    return {
        str(path.relative_to(folder)): _digest(path)
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def installation() -> dict[str, tuple[int, int]]:
    """Return size and time of all that a Python of this installation imports, and of start-up files."""
    folders = [Path(item) for item in site.getsitepackages()] + [Path.home() / name for name in START_UP]
    files = (path for folder in folders for path in _files(folder) if "__pycache__" not in path.parts)
    return {str(path): (status.st_size, status.st_mtime_ns) for path in files if (status := path.lstat())}


def left_behind() -> list[str]:
    """Return the files that attacks left outside of their sandbox."""
    places = [Path(item) for item in _LEFT_BEHIND] + [Path.home()]
    return [str(path) for place in places if place.is_dir() for path in place.glob(f"*{MARK}*")]


def namespaces_below(process: int) -> set[str]:
    """Return the process namespaces of a process's descendants, its own apart."""
    parents = {number: _parent(number) for number in _processes()}
    below, found = {process}, set[str]()
    while more := {number for number, parent in parents.items() if parent in below} - below:
        below |= more
        found |= {_namespace(number) for number in more}
    return found - {_namespace(process), ""}


def processes_in(namespaces: set[str], patience: float = 5.0) -> list[str]:
    """Return our processes that live in one of these namespaces; one that is ending may take some time to."""
    until = time.monotonic() + patience
    while found := [number for number in _processes() if _is_left_over(number, namespaces)]:
        if time.monotonic() > until:
            break
        time.sleep(0.1)
    return [f"{number} {_command(number)}" for number in found]


def _is_left_over(process: int, namespaces: set[str]) -> bool:
    """Whether a process is ours or an orphan: a number of a namespace may be used again by others."""
    if _namespace(process) not in namespaces:
        return False
    while _namespace(process) in namespaces:
        process = _parent(process)
    return process <= 1 or os.getpid() in (process, _parent(process))


def mounts() -> set[str]:
    """Return what is mounted for this process."""
    return {" ".join(line.split()[3:]) for line in Path("/proc/self/mountinfo").read_text().splitlines()}


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
    yield from (path for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    return str(path.readlink()) if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()


def _processes() -> list[int]:
    return [int(path.name) for path in Path("/proc").glob("[0-9]*")]


def _parent(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return -1


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")[:200]
    except OSError:
        return ""


def _namespace(process: int) -> str:
    try:
        return str(Path(f"/proc/{process}/ns/pid").readlink())
    except OSError:
        return ""
