"""Records and exercises to try the progress log's arithmetic on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from course.records import Record, to_record, write_time

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
_numbers = count()


@dataclass(frozen=True)
class Task:
    """As much of an exercise as mastery asks for."""

    id: str
    points: int = 4
    skills: tuple[str, ...] = ("S001",)
    module: str = "02_linear_algebra_numpy"
    was: tuple[str, ...] = ()


def event(kind: str, day: float = 0, **fields: object) -> Record:
    """Return a record of exercise `pca`, some days after the start, unless `fields` say otherwise."""
    time = write_time(START + timedelta(days=day))
    n = next(_numbers)
    head = {"v": 1, "id": f"r{n}", "device": "d", "seq": n, "t": time, "kind": kind, "exercise": "pca"}
    return to_record({**head, **fields})


def attempt(score: float, day: float = 0, *, most: float = 4, **fields: object) -> Record:
    """Return an attempt that earned `score` of `most` points."""
    return event("attempt", day, **{"score": score, "max": most, "source": "self", **fields})


def review(
    score: float, day: float = 0, *, hints: int = 0, answer_sha: str = "own", name: str = ""
) -> Record:
    """Return a review that earned `score` of 4 points."""
    return event("review", day, score=score, max=4, hints=hints, answer_sha=answer_sha, review=name)
