"""How much memory this process holds, and how much more an answer may take in it.

In a live kernel nothing but looking helps: a limit of the system's would hold for the whole kernel. Where the
system does not tell (no `/proc`), nothing is watched.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

MOST = 2 * 1024**3
"""Bytes that an answer may take at most."""
SHARE = 0.5
"""Share of what is free that an answer may take."""


def held() -> int:
    """Return the bytes of memory that this process has in use; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * _page()
    except (OSError, IndexError, ValueError):
        return 0


def allowance() -> int:
    """Return how many bytes an answer may take from now on."""
    try:
        found = re.search(r"^MemAvailable: +(\d+) kB", Path("/proc/meminfo").read_text("ascii"), re.MULTILINE)
    except (OSError, ValueError):
        return MOST
    return min(MOST, int(SHARE * int(found[1]) * 1024)) if found else MOST


@cache
def _page() -> int:
    return os.sysconf("SC_PAGE_SIZE")
