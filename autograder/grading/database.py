"""What can be wrong with the database that holds a gradebook: in use, away, out of reach, not complete.

nbgrader's `db_url` may name a file or a server. What passes by itself is waited for; what a person has to
mend is said with the address, less its password.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, TypeVar

from autograder.errors import GraderError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Table

LOCKED = "The gradebook is in use by another program. Waiting for it; nothing is lost."
AWAY = "The gradebook's server does not answer. Waiting for it; nothing is lost."
_STAMPS = "SELECT version_num FROM alembic_version"
PAUSE = 0.5
"""Seconds between two tries to use a gradebook that is locked."""

Done = TypeVar("Done")


class NotNow(Exception):
    """Another program uses the database, or its server went away for a while; the text says which."""


def patiently(do: Callable[[], Done], waits: Callable[[str], None]) -> Done:
    """Do something until no `NotNow` comes of it; `waits` is told the reason, once."""
    told = ""
    while True:
        try:
            return do()
        except NotNow as why:
            if told != str(why):
                told = str(why)
                waits(told)
            time.sleep(PAUSE)


def reason_to_wait(error: Exception) -> str:
    """Return what to say while a gradebook that could be used before cannot be used now; else nothing."""
    from sqlalchemy.exc import DBAPIError, OperationalError

    if is_locked(error):
        return LOCKED
    if not isinstance(error, DBAPIError) or isinstance(error.orig, sqlite3.Error):
        return ""
    not_connected = isinstance(error, OperationalError) and error.statement is None
    return AWAY if not_connected or error.connection_invalidated else ""


def is_locked(error: Exception) -> bool:
    """Whether an error says that another program uses the database.

    nbgrader passes some of the database's errors on as its own, with their text.
    """
    said = str(error).lower()
    return any(word in said for word in ("is locked", "database is busy", "deadlock", "lock timeout"))


def unusable(db_url: str, error: Exception) -> GraderError:
    """Return what to say of a gradebook that cannot be opened; a password in its address is not shown."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError, OperationalError

    try:
        url = make_url(db_url)
    except ArgumentError:
        return GraderError(
            "The gradebook's address is none; expected such as sqlite:///gradebook.db or "
            "postgresql://user@host/name. Give it with --db or as CourseDirectory.db_url."
        )
    said = f"{url.render_as_string(hide_password=True)}: the gradebook cannot be used: {error}. "
    if isinstance(error, ImportError):
        return GraderError(f"{said}Install the driver with:  pip install 'mle-course[postgresql]'")
    if isinstance(error, OperationalError) and error.statement is None:
        return GraderError(f"{said}Is the address right, and the server running?")
    return GraderError(f"{said}If it is of an older nbgrader, copy it and run `nbgrader db upgrade`.")


def prepare(db_url: str) -> None:
    """Make the tables that a gradebook lacks, and give it nbgrader's version where it has none.

    nbgrader would start a program for that, which takes seconds. Without a version `nbgrader db upgrade`
    would take a gradebook for one of the first, as one is that lacks columns: that is left alone.
    """
    from nbgrader.api import Base
    from sqlalchemy import create_engine

    engine = create_engine(db_url)
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
            _stamp(connection, Base.metadata.sorted_tables)
    finally:
        engine.dispose()


def _stamp(connection: Connection, tables: Sequence[Table]) -> None:
    from sqlalchemy import inspect, text

    found = inspect(connection)
    if found.has_table("alembic_version") and connection.execute(text(_STAMPS)).first():
        return
    there = {
        table: {column["name"] for column in found.get_columns(table.name)}
        for table in tables
        if found.has_table(table.name)
    }
    if all(column.name in there.get(table, ()) for table in tables for column in table.columns):
        connection.execute(
            text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)")
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": _version()})


def _version() -> str | None:
    """Return the version of nbgrader's own migrations."""
    from alembic.script import ScriptDirectory
    from nbgrader.dbutil import ALEMBIC_DIR

    return ScriptDirectory(ALEMBIC_DIR).get_current_head()
