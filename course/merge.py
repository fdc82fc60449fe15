"""Takes records from a file into the log: another machine's export, a backup, or an instructor's grades.

Three kinds of files are read:

- what `course progress --export json` writes: an object whose `records` are whole records;
- a backup: JSON lines, a record each;
- `progress-<student>.json`, which an instructor's grading writes for one learner:

      {"format": "mle-course-grades", "v": 1, "records": [
        {"kind": "grade", "exercise": "project", "version": 1, "points": 3.5, "max_points": 4,
         "time": "2026-11-03T09:20:31Z", "assessor": "Dr. R. Osei"}]}

  `exercise` is an exercise's or a capstone's id, `version` the one that was graded, `points` lie between 0
  and `max_points`, `time` is when the work was handed in, `assessor` names who answers for the grade. A
  capstone's grade adds `rubric`, its criteria with marks from 0 to 3. Other fields are kept. A grade's id
  follows from its content, so importing it twice is the same as once; a corrected grade is another record,
  and the better counts.

Importing is a union by id. Nothing in the log is ever changed or removed, and a backup is made first. A file
with a mistake in it is refused as a whole, with the place and the reason; only a backup may hold torn lines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeGuard

from course import log
from course.backup import back_up
from course.errors import CourseError
from course.records import VERSION, Record, read_time, to_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

LARGEST = 64_000_000
"""Bytes of a file that is read at all: more than 200,000 records."""
_HEAD = ("id", "device", "seq", "t")
_SHOWN = 5
_EXPECTED = "expected an export (JSON), a backup (JSON lines) or an instructor's progress-<student>.json"


class UnreadableProgress(CourseError):
    """A file that cannot be imported; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    found: int
    """Records in the file."""
    new: int
    """Those of them that the log did not have."""
    skipped: tuple[str, ...]
    """Lines of a backup that could not be read, one sentence each."""
    backup: Path | None
    """The log as it was before; None where there was none, or nothing changed."""


def import_file(path: Path) -> Imported:
    """Take a file's records into the log; raises `UnreadableProgress` and leaves everything as it was."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableProgress(
                f"{path}: larger than {LARGEST:,} bytes; {_EXPECTED}. Nothing was changed."
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableProgress(f"{path}: {error.strerror}; {_EXPECTED}.") from error
    return import_content(content, str(path))


def import_content(content: bytes, name: str) -> Imported:
    """Take records into the log; `name` says in messages where they came from."""
    records, skipped = read_content(content, name)
    try:
        log.folder().mkdir(parents=True, exist_ok=True)
        with log.locked(log.folder() / ".lock"):
            new = _unknown(records)
            backup = back_up("before-import") if new else None
            if new:
                _write(new)
    except OSError as error:
        raise UnreadableProgress(
            f"{log.folder()}: {error.strerror or error}. Nothing was imported."
        ) from error
    return Imported(len(records), len(new), skipped, backup)


def read_content(content: bytes, name: str) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """Return a file's records, and what of a backup could not be read; raises `UnreadableProgress`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableProgress(f"{name}: no text; {_EXPECTED}. Nothing was changed.") from error
    data = _json(text)
    if isinstance(data, Mapping) and isinstance(data.get("records"), list):
        return _all_of(data["records"], name), ()
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or (data is not None and len(lines) != 1):
        raise UnreadableProgress(f"{name}: no records; {_EXPECTED}. Nothing was changed.")
    return _lines(lines, name)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _all_of(entries: Sequence[object], name: str) -> tuple[Record, ...]:
    """Read every entry, or refuse the file with the first mistakes in it."""
    records, mistakes = [], []
    for number, entry in enumerate(entries, 1):
        try:
            records.append(_record(entry))
        except ValueError as error:
            mistakes.append(f"{name}: record {number}: {error}")
    if mistakes:
        more = [f"and {len(mistakes) - _SHOWN} more"] if len(mistakes) > _SHOWN else []
        raise UnreadableProgress("\n".join([*mistakes[:_SHOWN], *more, "Nothing was changed."]))
    return tuple(records)


def _lines(lines: Iterable[str], name: str) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    records, skipped = [], []
    for number, line in enumerate(lines, 1):
        try:
            records.append(_record(_json(line)))
        except ValueError as error:
            skipped.append(f"{name}: line {number}: {error}; it was left out")
    if not records:
        raise UnreadableProgress(f"{name}: no records; {_EXPECTED}. Nothing was changed.")
    return tuple(records), tuple(skipped)


def _record(entry: object) -> Record:
    """Read a whole record, or make one of a grade; raises ValueError with what was found and expected."""
    if not isinstance(entry, Mapping):
        raise ValueError("found no object; expected a record")  # noqa: TRY004 - one error for all of a file
    if entry.get("kind") == "grade" and not any(field in entry for field in _HEAD):
        return to_record(_with_head(entry))
    try:
        return to_record(entry)
    except ValueError as error:
        raise ValueError(f"found {error}; expected id, kind, device, seq and t, or a grade") from error


def _with_head(entry: Mapping[str, Any]) -> dict[str, Any]:
    _check_grade(entry)
    canonical = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode()).hexdigest()[:28]
    head = {"v": VERSION, "id": f"grade-{digest}", "device": "grades", "seq": 0}
    return {**head, "t": entry["time"], **entry}


def _check_grade(entry: Mapping[str, Any]) -> None:
    """Raise ValueError where a grade is not of the promised shape."""
    for field in ("exercise", "assessor", "time"):
        value = entry.get(field)
        if not isinstance(value, str) or not value.strip() or len(value) > 200:
            raise ValueError(f"found {field} {value!r}; expected a line of text")
    try:
        read_time(entry["time"])
    except ValueError as error:
        raise ValueError(
            f"found time {entry['time']!r}; expected one such as 2026-11-03T09:20:31Z"
        ) from error
    version, points, most = (entry.get(field) for field in ("version", "points", "max_points"))
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError(f"found version {version!r}; expected a whole number from 1")
    if not _is_number(most) or most <= 0:
        raise ValueError(f"found max_points {most!r}; expected a number above 0")
    if not _is_number(points) or not 0 <= points <= most:
        raise ValueError(f"found points {points!r}; expected a number from 0 to max_points ({most!r})")
    rubric = entry.get("rubric", {})
    if not isinstance(rubric, Mapping) or not all(
        _is_number(mark) and 0 <= mark <= 3 for mark in rubric.values()
    ):
        raise ValueError(f"found rubric {rubric!r}; expected criteria with marks from 0 to 3")


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")


def _unknown(records: Iterable[Record]) -> list[Record]:
    """Return what the log does not have, each once."""
    known = {record.id: record.data for record in log.read_all().records}
    new: dict[str, Record] = {}
    for record in records:
        if known.get(record.id) != record.data and new.get(record.id, record).data == record.data:
            new[record.id] = record
    return list(new.values())


def _write(records: Iterable[Record]) -> None:
    """Add a file of its own to the log, in one step; its name follows from its content."""
    lines = (json.dumps(dict(record.data), separators=(",", ":")) for record in records)
    content = "".join(f"{line}\n" for line in lines).encode()
    path = log.folder() / f"import-{hashlib.sha256(content).hexdigest()[:12]}.jsonl"
    draft = path.with_suffix(".part")
    draft.write_bytes(content)
    draft.replace(path)
