"""In-memory SQLite databases on which a check runs a learner's SQL text.

The text is the learner's: nothing outside the database is reachable (no ATTACH, PRAGMA, extensions), and
a statement that runs away is interrupted.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS = 2.0
_REFUSED = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_PRAGMA}


def database(script: str, *rows: tuple[str, Iterable[tuple[Any, ...]]]) -> sqlite3.Connection:
    """Return a database made by `script` and filled with `("INSERT …", tuples)` pairs."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(script)
    for insert, tuples in rows:
        connection.executemany(insert, tuples)
    connection.commit()
    connection.set_authorizer(_authorize)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 10_000_000)
    return _interrupt_long_statements(connection)


def _authorize(action: int, first: str | None, second: str | None, *_: Any) -> int:
    loads = action == sqlite3.SQLITE_FUNCTION and "load_extension" in (first, second)
    return sqlite3.SQLITE_DENY if action in _REFUSED or loads else sqlite3.SQLITE_OK


def _interrupt_long_statements(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Stop whatever comes after SECONDS of work, counted from the first step of each burst."""
    last = started = time.monotonic()

    def too_long() -> int:
        nonlocal last, started
        now = time.monotonic()
        if now - last > SECONDS / 4:
            started = now
        last = now
        return int(now - started > SECONDS)

    connection.set_progress_handler(too_long, 10_000)
    return connection
