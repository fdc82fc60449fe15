"""A lock between processes that no crash leaves behind: the operating system drops it with its holder."""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

WAIT_SECONDS = 3.0
"""How long to wait for another process; a record is written in milliseconds."""
_PAUSE = 0.005
_NOT_SUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
"""Some network folders know no locks. There, appending in one write has to be enough."""


def _where_there_is(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        return None


fcntl, msvcrt = _where_there_is("fcntl"), _where_there_is("msvcrt")


@contextmanager
def locked(path: Path) -> Generator[None]:
    """Hold the lock file at `path` inside the block.

    Raises OSError where the file cannot be made, TimeoutError where another process keeps the lock.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(descriptor, path)
        try:
            yield
        finally:
            _release(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not _taken(descriptor):
        if time.monotonic() > deadline:
            raise TimeoutError(0, f"another program has held {path.name} for {WAIT_SECONDS:.0f} seconds")
        time.sleep(_PAUSE)


def _taken(descriptor: int) -> bool:
    """Try once; false while another process holds the lock."""
    try:
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif msvcrt is not None:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise
    return True


def _release(descriptor: int) -> None:
    """Closing is enough where there is `flock`; Windows wants the byte back first."""
    if fcntl is None and msvcrt is not None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
