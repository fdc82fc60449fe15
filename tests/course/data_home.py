"""A data folder of a test's own, with a log in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course import log

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pytest

    from course.records import Record


def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the log of this test in a folder of its own; return that."""
    monkeypatch.setenv(log.HOME, str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "home"


def write_log(records: Iterable[Record], name: str = "laptop") -> Path:
    """Put records into the log as one device's file; return the file."""
    path = log.folder() / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(dict(record.data))}\n" for record in records), encoding="utf-8")
    return path


def everything(folder: Path) -> dict[str, bytes]:
    """Return what every file below a folder holds."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
