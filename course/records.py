"""One record of the progress log: how it is read, and how the records of several devices become one log.

    {"v": 1, "id": …, "device": …, "seq": 7, "t": "2026-11-03T09:20:31.250Z", "kind": "attempt", …}

Only these six fields are needed to read a record. Everything else belongs to its kind and is kept as it was
written, whatever version of the course wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1
"""The version that this course writes; it reads newer ones where it can."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened."""

    id: str
    kind: str
    time: datetime
    """When, in UTC."""
    device: str
    seq: int
    """Its place among the records of its device."""
    data: Mapping[str, Any]
    """The whole record as it was written."""

    @property
    def order(self) -> tuple[datetime, str, int, str]:
        """Sort key: by time, and within a device as it was written."""
        return self.time, self.device, self.seq, self.id

    def text(self, name: str) -> str:
        """Return a field that holds text; empty where it holds none."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """Return a field that holds a number; None where it holds none, or one that is not finite."""
        value = self.data.get(name)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if number and abs(value) < float("inf") else None

    @property
    def share(self) -> float:
        """Return the share of the points that it earned, from 0 to 1: points may change, shares stay."""
        names = ("points", "max_points") if self.kind == "grade" else ("score", "max")
        score, most = map(self.number, names)
        if score is None or most is None or most <= 0:
            return 0.0
        return round(min(max(score / most, 0.0), 1.0), 6)


def read_record(line: bytes) -> Record:
    """Read one line of a log; raises ValueError where it is no record that this course can read."""
    try:
        data = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return to_record(data)


def to_record(data: object) -> Record:
    """Make a record of plain data; raises ValueError where one of the six fields is missing or odd."""
    if not isinstance(data, Mapping):
        raise ValueError("no record")  # noqa: TRY004 - one exception for whatever a file may hold
    record_id, kind, device, time = data.get("id"), data.get("kind"), data.get("device"), data.get("t")
    seq = data.get("seq")
    if not (_is_word(record_id) and _is_word(kind) and _is_word(device) and _is_word(time)) or not isinstance(
        seq, int
    ):
        raise ValueError("a record without id, kind, device, seq or t")
    return Record(record_id, kind, read_time(time), device, seq, data)


def _is_word(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and value != ""


def read_time(text: str) -> datetime:
    """Read a time as UTC; one without a zone is taken for UTC. Raises ValueError for what is no time."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is UTC:
        return time
    try:
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("a time out of range") from error


def write_time(time: datetime) -> str:
    """Return a time as it stands in a record: UTC, to the millisecond."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def merge(*logs: Iterable[Record]) -> tuple[Record, ...]:
    """Unite logs by id, in order of time; which log comes first, and how often, makes no difference."""
    united: dict[str, Record] = {}
    for record in (record for log in logs for record in log):
        known = united.setdefault(record.id, record)
        if known is not record and known.data != record.data:
            united[record.id] = max(known, record, key=_canonical)
    return tuple(sorted(united.values(), key=lambda record: record.order))


def _canonical(record: Record) -> str:
    """Decide between two records of one id, which only a damaged or edited log can hold."""
    return json.dumps(record.data, sort_keys=True, default=str)


def settings(records: Iterable[Record]) -> dict[str, Any]:
    """Return the learner's settings by name: for each, the value that was set last."""
    chosen = [record for record in records if record.kind == "setting" and record.text("name")]
    chosen.sort(key=lambda record: (record.time, record.id))
    return {record.text("name"): record.data.get("value") for record in chosen}
