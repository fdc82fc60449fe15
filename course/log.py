"""The progress log: what a learner did, as JSON lines that are only ever added to.

    <data folder>/log/<device>.jsonl      one file for each device; see `course.records` for a line

The data folder is the user's own (platformdirs), or the one that MLE_COURSE_HOME names. A device has a random
name, kept outside the data folder: machines that share the folder still write files of their own, so that no
synchronisation ever has two versions of one file. Nothing here is sent anywhere, and everything else
(mastery, points, levels) is computed from these records.

Writing never fails loudly: `record` returns a sentence for the learner instead.
"""

from __future__ import annotations

import json
import os
import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from course.locking import locked
from course.records import VERSION, Record, merge, read_record, to_record, write_time

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = "mle-course"
MARKER = ".mle-course.json"
"""What `course.workspace` puts into a workspace. A check does not pay for the rest of that module."""
HOME = "MLE_COURSE_HOME"
"""Environment variable that names another data folder."""
_APPENDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_TAIL = 8_192
"""Bytes at the end of a file in which the last record is looked for."""


@dataclass(frozen=True, slots=True)
class Log:
    """The records of all devices, in order of time."""

    records: tuple[Record, ...] = ()
    problems: tuple[str, ...] = ()
    """What could not be read, one sentence each; the rest of the log is not affected."""


def home() -> Path:
    """Return the data folder, which need not exist."""
    import platformdirs

    return Path(os.environ.get(HOME) or platformdirs.user_data_dir(PROJECT, appauthor=False))


def folder() -> Path:
    """Return the folder with the log's files, which need not exist."""
    return home() / "log"


def in_workspace() -> bool:
    """Whether a learner is at work here: in a workspace, with neither nbgrader nor a test running the cell.

    A test may record where MLE_COURSE_HOME keeps it away from the person's own log.
    """
    if "NBGRADER_EXECUTION" in os.environ or _is_a_test():
        return False
    try:
        here = Path.cwd()
        return any((place / MARKER).is_file() for place in (here, *here.parents))
    except OSError:
        return False


def _is_a_test() -> bool:
    """Whether a test runs that did not name a data folder of its own."""
    return "PYTEST_CURRENT_TEST" in os.environ and HOME not in os.environ


def record(kind: str, **fields: object) -> str | None:
    """Append one record, where a learner is at work; elsewhere do nothing.

    Returns None, or a sentence for the learner if it could not be kept.
    """
    return keep(kind, **fields) if in_workspace() else None


def keep(kind: str, **fields: object) -> str | None:
    """Append one record wherever this is called: for what a learner sets, which is no work in a notebook.

    Returns None, or a sentence for the learner if it could not be kept.
    """
    if _is_a_test():
        return None
    try:
        _append(kind, fields)
    except (OSError, TypeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return (
            f"This could not be kept in your progress log, `{folder()}` ({reason}). "
            "Nothing else is affected: mend that, then run the cell again."
        )
    return None


def files() -> list[Path]:
    """Return the log's files; raises OSError where the folder cannot be read."""
    return sorted(path for path in folder().iterdir() if path.suffix == ".jsonl")


def read_all() -> Log:
    """Read the files of all devices; what cannot be read is reported and left as it is."""
    records: list[Record] = []
    problems: list[str] = []
    for path in _files(problems):
        try:
            content = path.read_bytes()
        except OSError as error:
            problems.append(f"{path}: {error.strerror}")
            continue
        for entry in _entries(path, content):
            (records if isinstance(entry, Record) else problems).append(entry)  # ty: ignore[invalid-argument-type]
    return Log(merge(records), tuple(problems))


def _files(problems: list[str]) -> list[Path]:
    try:
        return files()
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(f"{folder()}: {error.strerror}")
        return []


def _entries(path: Path, content: bytes) -> Iterator[Record | str]:
    """Yield each line's record, or the sentence that says why there is none."""
    lines = content.split(b"\n")
    at_once = _at_once([line for line in lines if line.strip()])
    if at_once is not None:
        yield from at_once
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield read_record(line)
            except ValueError as error:
                torn = isinstance(error, json.JSONDecodeError | UnicodeDecodeError)
                why = "an incomplete line" if torn else "a record that this version of the course cannot read"
                yield f"{path}:{number}: {why}; it was left out"


def _at_once(lines: list[bytes]) -> list[Record] | None:
    """Return the records of whole lines, in half the time; None where a line needs a look of its own."""
    try:
        data = json.loads(b"[%s]" % b",".join(lines))
        return [to_record(entry) for entry in data] if len(data) == len(lines) else None
    except (ValueError, RecursionError):
        return None


def _append(kind: str, fields: dict[str, object]) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    with locked(folder() / ".lock"):
        device = _device()
        path = folder() / f"{device}.jsonl"
        seq, whole = _end_of(path)
        head = {"v": VERSION, "id": uuid.uuid4().hex, "device": device, "seq": seq + 1}
        data = {**head, "t": write_time(datetime.now(UTC)), "kind": kind, **fields}
        line = json.dumps(data, allow_nan=False, separators=(",", ":")).encode()
        _write(path, b"%s%s\n" % (b"" if whole else b"\n", line))


def _write(path: Path, line: bytes) -> None:
    """Add a line in one write, and let it reach the disk."""
    descriptor = os.open(path, _APPENDING, 0o600)
    try:
        if os.write(descriptor, line) < len(line):
            raise OSError(0, "the disk is full")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _end_of(path: Path) -> tuple[int, bool]:
    """Return the last number in a device's file, and whether the file ends with a whole line."""
    try:
        with path.open("rb") as file:
            file.seek(max(file.seek(0, os.SEEK_END) - _TAIL, 0))
            tail = file.read()
    except FileNotFoundError:
        return 0, True
    numbers = (entry.seq for entry in _entries(path, tail) if isinstance(entry, Record))
    return max(numbers, default=0), tail.endswith(b"\n") or not tail


def _device() -> str:
    """Return this device's random name; the first call makes it up.

    It moves into the data folder where the system's place for such things cannot be written.
    """
    import platformdirs

    try:
        return _kept_name(Path(platformdirs.user_state_dir(PROJECT, appauthor=False)))
    except OSError:
        return _kept_name(home())


def _kept_name(place: Path) -> str:
    path = place / "device"
    name = path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
    if not re.fullmatch(r"[0-9a-f]{12}", name):
        name = uuid.uuid4().hex[:12]
        place.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", encoding="ascii")
    return name
