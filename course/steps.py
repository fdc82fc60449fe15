"""What is to be done with each notebook of a workspace, and doing it.

`judge` compares three contents: what the course offers, what it wrote before (as a fingerprint), and what the
learner has. It decides everything but how to merge; `course.update` does that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from course.notebook_files import UnreadableNotebook, exercise_versions, fingerprint, read
from course.safe_files import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from course.marker import Marker


class Outcome(StrEnum):
    """What happens to a notebook, in the words of the table."""

    WRITTEN = "new"
    REPLACED = "replaced"
    MERGED = "merged"
    RESET = "reset"
    ASIDE = "not merged"
    CURRENT = "up to date"
    YOURS = "nothing new"
    """The learner has worked in it, and the course has not changed since."""
    KEPT = "left as it is"
    """The learner has worked in it, and the course has something new for it."""
    NEWER = "newer than the course"
    RETIRED = "no longer in the course"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one notebook."""

    name: str
    """In the workspace, with forward slashes."""
    outcome: Outcome
    offered: bytes = b""
    before: bytes | None = None
    """What the file to be written holds now; None where there is none."""
    after: bytes | None = None
    """What it will hold; None where nothing is written."""
    target: str = ""
    """The file to be written: `name`, or a new file beside it."""
    detail: str = ""


def judge(directory: Path, name: str, offered: bytes, marker: Marker) -> Step:
    """Decide what to do with a notebook that the course offers; one that needs merging is KEPT."""
    try:
        present = (directory / name).read_bytes()
    except FileNotFoundError:
        return Step(name, Outcome.WRITTEN, offered, None, offered, name)
    except OSError as error:
        return Step(name, Outcome.FAILED, detail=f"it cannot be read: {error.strerror}")
    if not present.strip():
        return Step(name, Outcome.WRITTEN, offered, present, offered, name, "the file was empty")
    outcome = _compare(present, offered, marker.files.get(name))
    return Step(name, outcome, offered, present, offered if outcome is Outcome.REPLACED else None, name)


def _compare(present: bytes, offered: bytes, written_before: str | None) -> Outcome:
    if present == offered:
        return Outcome.CURRENT
    if _is_newer(present, offered):
        return Outcome.NEWER
    if fingerprint(present) == written_before:
        return Outcome.REPLACED
    return Outcome.YOURS if fingerprint(offered) == written_before else Outcome.KEPT


def _is_newer(present: bytes, offered: bytes) -> bool:
    """Whether a notebook checks a later version of an exercise than the course has."""
    try:
        mine, ours = (exercise_versions(read(content)) for content in (present, offered))
    except UnreadableNotebook:
        return False
    return any(version > ours.get(exercise, version) for exercise, version in mine.items())


def carry_out(directory: Path, steps: Iterable[Step], marker: Marker) -> Iterator[Step]:
    """Do what the steps say, note it in the marker, and yield them as they went."""
    for step in steps:
        done = _write(directory, step) if step.after is not None else step
        if done.outcome is not Outcome.FAILED and (done.after is not None or done.outcome is Outcome.CURRENT):
            marker.note(done.target, done.offered)
        yield done


def _write(directory: Path, step: Step) -> Step:
    path = directory / step.target
    try:
        if _content(path) != step.before:
            why = "it changed while the course was looking at it; run `course update` again"
            return replace(step, outcome=Outcome.FAILED, detail=why)
        write(path, step.after or b"")
    except OSError as error:
        why = f"left as it was: {error.strerror}"
        return replace(step, outcome=Outcome.FAILED, detail=why)
    return step


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
