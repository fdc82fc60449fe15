"""How much memory a process and its descendants hold, seen from outside through /proc."""

from __future__ import annotations

import os
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_ENOUGH = 256 << 20
"""Below this, pages that forks share do not matter."""


def memory_in_use(pid: int) -> int:
    """Return the bytes that a process and its descendants hold; above a size, shared pages count once."""
    family = _family(pid)
    roughly = sum(_resident(member) for member in family)
    return roughly if roughly < _ENOUGH else sum(_proportional(member) for member in family)


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        member = waiting.pop()
        found.append(member)
        try:
            for task in Path(f"/proc/{member}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, ValueError):
            continue
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0


def _proportional(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    except (OSError, ValueError, IndexError):
        return 0
    return 0
