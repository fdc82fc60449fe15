"""A PostgreSQL server in a folder of its own, reached through a socket in that folder and not by network.

`initdb` refuses to be run by root, so root hands the folder to `nobody` and runs the server as that.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NEEDED = "needs a PostgreSQL server, which `make system-deps` installs"
READY_WITHIN = 30.0
PASSWORD = "not-to-be-shown"  # noqa: S105 -- the server asks for none


def programs() -> Path | None:
    """Return the folder of a server's programs; Debian keeps them off PATH."""
    beside = shutil.which("initdb")
    if beside:
        return Path(os.path.realpath(beside)).parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in found), key=lambda path: int(path.parent.name), default=None)


@dataclass
class PostgresServer:
    """One server; its folder's path is short, because a socket's may have 107 bytes at most."""

    folder: Path
    programs: Path
    process: subprocess.Popen[bytes] | None = None
    account: dict[str, Any] = field(default_factory=dict)
    """Whom its programs run as: arguments of `Popen`."""

    def make(self) -> None:
        """Make the database's files."""
        if os.geteuid() == 0:
            self.account = {"user": "nobody", "group": "nogroup", "extra_groups": []}
            shutil.chown(self.folder, "nobody", "nogroup")
        options = ("-U", "instructor", "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
        self._run("initdb", "-D", str(self.folder / "data"), *options)

    def start(self) -> None:
        """Start, and wait until it answers; raises `TimeoutError` with what it said."""
        settings = (f"unix_socket_directories={self.folder}", "listen_addresses=", "fsync=off")
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.folder / "data"]
                + [part for setting in settings for part in ("-c", setting)],
                stdout=log, stderr=log, cwd=self.folder, start_new_session=True, **self.account,
            )  # fmt: skip
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise TimeoutError((self.folder / "log").read_text())
            time.sleep(0.1)

    def stop(self) -> None:
        """End it, connections or not."""
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(READY_WITHIN)
            self.process = None

    def database(self, name: str) -> str:
        """Make a database; returns its address."""
        self._execute(f'CREATE DATABASE "{name}"')
        return f"postgresql://instructor:{PASSWORD}@/{name}?host={self.folder}"

    def _execute(self, statement: str) -> None:
        import psycopg

        where = f"host={self.folder} user=instructor dbname=postgres connect_timeout=2"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement)  # ty: ignore[no-matching-overload]

    def _answers(self) -> bool:
        import psycopg

        with contextlib.suppress(psycopg.OperationalError):
            self._execute("SELECT 1")
            return True
        return False

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder, capture_output=True, text=True, timeout=60, check=False, **self.account,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
