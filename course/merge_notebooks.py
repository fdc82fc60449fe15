"""Brings a learner's notebook up to date with the course, and loses nothing that the learner typed.

The learner owns the answer cells and every cell that was added; the course owns the rest, and its order. An
added cell stays below the cell that it stood below. Where the learner changed a cell of the course, the
course's text comes back, and the learner's stands below it as a cell of its own. Outputs stay where the text
that made them stays. Merging twice is the same as merging once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.cell_matching import match
from course.notebook_files import Cell, Notebook, fingerprint, is_answer, print_of, read, stamp, text, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COURSE_METADATA = ("nbgrader", "mle_course", "deletable", "editable")
_EDITED = "*Your version of the cell above, kept by `course update`. Delete it when you like.*"
_REMOVED = "*The course no longer has the next cell. Kept by `course update`, because you wrote in it.*"


class Unmatched(ValueError):
    """None of the learner's cells is one of the course's; the text says so."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A learner's notebook, up to date."""

    content: bytes
    answers: int
    """Answers that were kept."""
    added: int
    """The learner's own cells."""
    edits: int
    """Texts that are now a cell of their own: edits to the course's cells, answers to removed exercises."""
    new_starters: tuple[str, ...]
    """Exercises whose starter changed below an answer that was kept."""

    @property
    def told(self) -> str:
        """What of the learner's is in it, for the table."""
        parts = (
            _counted(self.answers, "answer", "answers"),
            _counted(self.added, "cell of yours", "cells of yours"),
            _counted(
                self.edits, "edited text, now a cell of its own", "edited texts, now cells of their own"
            ),
        )
        starters = f"; new starter: {', '.join(self.new_starters)}" if self.new_starters else ""
        return f"kept: {', '.join(filter(None, parts)) or 'nothing to keep'}{starters}"


def merge(mine: bytes, offered: bytes, base: Mapping[str, str], renamed: Mapping[str, str]) -> Merged:
    """Return the learner's notebook `mine`, brought up to date with the course's notebook `offered`.

    `base` has the fingerprint of each cell as the course wrote it before, by id; without it, whatever differs
    from the course counts as the learner's. `renamed` has the present id of each exercise that had another
    one. Raises `UnreadableNotebook` or `Unmatched`.
    """
    theirs, ours = read(mine), read(offered)
    sorting = _Sorting({cell["id"]: cell for cell in ours["cells"]}, base)
    identities = match(theirs["cells"], ours["cells"], base, renamed)
    if not any(identities):
        raise Unmatched("none of its cells is one of the course's")
    for cell, identity in zip(theirs["cells"], identities, strict=True):
        sorting.add(cell, identity)
    return Merged(
        write(_assembled(theirs, ours, sorting)),
        sorting.counts["answers"],
        sorting.counts["added"],
        sorting.counts["edits"],
        tuple(sorting.new_starters),
    )


@dataclass(slots=True)
class _Sorting:
    """The learner's cells, sorted into those that fill the course's cells and those that follow them."""

    offered: Mapping[str, Cell]
    base: Mapping[str, str]
    filled: dict[str, Cell] = field(default_factory=dict)
    following: dict[str | None, list[Cell]] = field(default_factory=dict)
    """The learner's own cells by the course's cell above them; None for those above all."""
    counts: Counter[str] = field(default_factory=Counter)
    new_starters: list[str] = field(default_factory=list)
    above: str | None = None

    def add(self, cell: Cell, identity: str | None) -> None:
        """Sort the next of the learner's cells, which is the course's cell of that id."""
        if identity is None:
            self._keep(cell, "added")
        elif identity not in self.offered:
            self._keep_if_typed(cell, identity, _REMOVED)
        else:
            self.above = identity
            self._fill(cell, identity)

    def _fill(self, cell: Cell, identity: str) -> None:
        place = self.offered[identity]
        same_kind = cell["cell_type"] == place["cell_type"]
        if same_kind and is_answer(place) and self._is_typed(cell, identity):
            self.filled[identity] = _with_answer(place, cell)
            self.counts["answers"] += 1
            if identity in self.base and print_of(place) != self.base[identity]:
                self.new_starters.append(_exercise(place))
        elif same_kind and text(cell) == text(place) and stamp(cell) == stamp(place):
            self.filled[identity] = _with_answer(place, cell)
        else:
            self._keep_if_typed(cell, identity, _EDITED)

    def _is_typed(self, cell: Cell, identity: str) -> bool:
        """Whether a cell holds something that the course did not write into it."""
        known = {self.base.get(identity), self.base.get(cell.get("id", ""))}
        if identity in self.offered:
            known.add(print_of(self.offered[identity]))
        return bool(text(cell).strip()) and print_of(cell) not in known

    def _keep_if_typed(self, cell: Cell, identity: str, why: str) -> None:
        if self._is_typed(cell, identity):
            self._keep({"cell_type": "markdown", "metadata": {}, "source": why})
            self._keep(cell, "edits")

    def _keep(self, cell: Cell, as_what: str = "notes") -> None:
        self.following.setdefault(self.above, []).append(cell)
        self.counts[as_what] += 1


def _assembled(theirs: Notebook, ours: Notebook, sorting: _Sorting) -> Notebook:
    """Return the course's cells in their order, each with the learner's cells that follow it."""
    return {
        **ours,
        "metadata": {**ours.get("metadata", {}), **theirs.get("metadata", {})},
        "nbformat_minor": max(_minor(theirs), _minor(ours)),
        "cells": list(_in_order(sorting)),
    }


def _minor(notebook: Notebook) -> int:
    minor = notebook.get("nbformat_minor")
    return minor if isinstance(minor, int) else 0


def _in_order(sorting: _Sorting) -> Iterator[Cell]:
    taken = {*sorting.offered, *sorting.base}
    for identity in (None, *sorting.offered):
        if identity is not None:
            yield sorting.filled.get(identity, sorting.offered[identity])
        for cell in sorting.following.get(identity, ()):
            own = _own(cell, taken)
            taken.add(own["id"])
            yield own


def _with_answer(place: Cell, cell: Cell) -> Cell:
    """Return the course's cell with the learner's text and outputs in it."""
    metadata = _without_course_metadata(cell)
    return {**place, **cell, "id": place["id"], "metadata": {**metadata, **place["metadata"]}}


def _own(cell: Cell, taken: set[str]) -> Cell:
    """Return a cell that nbgrader and JupyterLab treat as the learner's, with an id that is free."""
    needed = {"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {}
    identity = cell.get("id", "")
    number = 0
    while not identity or identity in taken:
        identity = fingerprint(f"{number} {text(cell)}")[:8]
        number += 1
    return {**needed, **cell, "id": identity, "metadata": _without_course_metadata(cell)}


def _without_course_metadata(cell: Cell) -> dict[str, object]:
    return {key: value for key, value in cell.get("metadata", {}).items() if key not in _COURSE_METADATA}


def _exercise(cell: Cell) -> str:
    return cell["metadata"]["nbgrader"]["grade_id"].partition("-")[0]


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
