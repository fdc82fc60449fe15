"""Brings a workspace up to date with the course, the notebooks included that the learner has worked in.

    untouched                  replaced
    touched                    a backup, then merged (`course.merge_notebooks`)
    touched, nothing new       left alone
    missing, or empty          written
    not to be matched          left alone; the course's version stands beside it as name.new.ipynb
    newer than the course      left alone

Every file is written in one step, after all backups are complete. So whatever goes wrong, each notebook is
the old one or the new one, and running the command again goes on from there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from course.errors import WorkspaceError
from course.inheritance import inherited, renamed, retired
from course.marker import current_marker, write_marker
from course.merge_notebooks import Unmatched, merge
from course.notebook_files import UnreadableNotebook, fingerprint
from course.offers import beside, offered
from course.safe_files import back_up
from course.steps import Outcome, Step, carry_out, judge
from course.trust import is_trusted, sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from course.marker import Marker


_CHANGES_WORK = (Outcome.MERGED, Outcome.RESET)


@dataclass(frozen=True, slots=True)
class Update:
    """What `update` did, or would do."""

    directory: Path
    steps: tuple[Step, ...]
    backup: Path | None = None
    """The folder with the notebooks as they were before they were merged; None where none was."""

    @property
    def failed(self) -> bool:
        """Whether something needs the learner's attention."""
        return any(step.outcome is Outcome.FAILED for step in self.steps)


def update(directory: Path, *, dry_run: bool = False) -> Update:
    """Bring a workspace up to date, or with `dry_run` only say what would happen.

    Raises `WorkspaceError` where nothing could be done, and then nothing was changed.
    """
    marker = current_marker(directory)
    try:
        steps = tuple(plan(directory, marker))
    except OSError as error:
        raise WorkspaceError(
            f"{error.filename or directory}: {error.strerror}, so nothing was changed. "
            "See what is wrong with:  course doctor"
        ) from error
    if dry_run:
        return Update(directory, steps)
    return perform(directory, steps, marker, "update")


def plan(directory: Path, marker: Marker) -> Iterator[Step]:
    """Yield what an update would do with each notebook, in course order."""
    notebooks = dict(offered())
    gone = retired(directory, marker, notebooks)
    for name, source in notebooks.items():
        step = inherited(directory, judge(directory, name, source.read_bytes(), marker), marker, gone)
        yield merged(directory, step, marker) if step.outcome is Outcome.KEPT else step
    for name in gone:
        yield Step(name, Outcome.RETIRED, detail="yours to keep or delete")


def merged(directory: Path, step: Step, marker: Marker) -> Step:
    """Return the step that merges a touched notebook, or puts the course's version beside it."""
    mine = step.before or b""
    try:
        result = merge(mine, step.offered, marker.cells.get(step.name, {}), renamed(mine, step.offered))
    except (UnreadableNotebook, Unmatched) as error:
        return _aside(directory, step, marker, str(error))
    return replace(step, outcome=Outcome.MERGED, after=result.content, detail=result.told)


def perform(directory: Path, steps: Iterable[Step], marker: Marker, reason: str) -> Update:
    """Back up what is to be merged or reset, then write.

    Raises `WorkspaceError` where the backup is not complete or the marker could not be written.
    """
    planned = list(steps)
    precious = {
        step.name: step.before
        for step in planned
        if step.outcome in _CHANGES_WORK and step.before and step.before != step.after
    }
    try:
        backup = back_up(directory, precious, reason)
    except OSError as error:
        raise WorkspaceError(
            f"{directory}: no backup could be made ({error.strerror}), so nothing was changed. "
            "Make room, or make the folder writable, and run the command again."
        ) from error
    trusted = {step.name for step in planned if step.after == step.offered or is_trusted(step.before or b"")}
    done = tuple(carry_out(directory, planned, marker))
    _note(directory, marker, backup)
    written = (step for step in done if step.outcome is not Outcome.FAILED and step.name in trusted)
    sign(step.after for step in written if step.after)
    return Update(directory, done, backup)


def _note(directory: Path, marker: Marker, backup: Path | None) -> None:
    try:
        write_marker(directory, marker)
    except OSError as error:
        where = f" Your notebooks as they were: {backup}." if backup else ""
        raise WorkspaceError(
            f"{directory}: the notebooks are in place, but what was done could not be noted "
            f"({error.strerror}).{where} Make room, and run  course update  again."
        ) from error


def _aside(directory: Path, step: Step, marker: Marker, why: str) -> Step:
    """Put the course's version beside a notebook that cannot be merged, never over one that is in use."""
    for name in (beside(step.name, number) for number in count(1)):
        path = directory / name
        before = path.read_bytes() if path.is_file() else None
        free = not path.exists() or (before is not None and fingerprint(before) == marker.files.get(name))
        if free or before == step.offered:
            after = step.offered if before != step.offered else None
            detail = f"{why}; the course's version is {name}"
            return Step(step.name, Outcome.ASIDE, step.offered, before, after, name, detail)
    raise AssertionError("names do not run out")
