"""Remembers which submissions were graded, with what result: a second run grades only what changed.

A grade is of the submission's bytes, its timestamp and deadline, of the assignment (notebooks, files,
exercises, configuration, the rule for being late) and of this grader. One file for each student keeps the
digest of all that and the result; it is written once the gradebook holds the grade, or once it is clear
that nobody can give one:

    {"v": 1, "digest": "…", "notebooks": ["first"], "result": {…}}

`result` is `Outcome.as_json`, its texts and lists shortened: a class report is made of it. Without a grade
`digest` is empty, `notebooks` too, and the next run grades again.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import autograder
import course as course_package
from autograder.grading.graded_folder import is_complete
from autograder.grading.handed_in import NotGradable
from autograder.grading.rows import read_with_timestamp
from autograder.grading.settings import CONFIG, late_penalty_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from autograder.grading.handed_in import HandedIn
    from autograder.grading.master import Assignment
    from autograder.grading.settings import CourseFolder


VERSION = 1
LONGEST, MOST = 1_000, 400
"""Characters of a text, and members of a list or table, that are kept of a result."""


class State:
    """What is remembered of one assignment in one gradebook."""

    def __init__(self, course: CourseFolder, assignment: Assignment, *, walls: bool) -> None:
        self.course, self.assignment = course, assignment
        self.digest = assignment_digest(course, assignment, walls=walls)
        self.deadline: Callable[[str], str] = lambda _student: ""
        """Says until when a student had time, where the gradebook knows."""
        self.folder = results_folder(course, assignment.name)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def digest_of(self, student: str, handed_in: HandedIn) -> str:
        """Return the digest of everything that decides the grade of a submission."""
        return submission_digest(handed_in, f"{self.digest} {self.deadline(student)}")

    def unchanged(self, student: str) -> dict[str, Any] | None:
        """Return the result of a submission that was graded as it stands there now."""
        kept = self._read(student)
        if kept is None or kept["digest"] != self._digest_now(student):
            return None
        folder = self.course.autograded_folder(self.assignment.name, student)
        there = kept["notebooks"] and all((folder / f"{name}.ipynb").is_file() for name in kept["notebooks"])
        return kept["result"] if there and is_complete(folder) else None

    def keep(self, student: str, digest: str, notebooks: list[str], result: Mapping[str, Any]) -> None:
        """Remember a result that is in the gradebook."""
        path = self._path(student)
        written = path.with_name(f".{secrets.token_hex(8)}.tmp")
        content = {"v": VERSION, "digest": digest, "notebooks": notebooks, "result": shortened(result)}
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(json.dumps(content))
        written.replace(path)

    def _read(self, student: str) -> dict[str, Any] | None:
        try:
            return json.loads(self._path(student).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _digest_now(self, student: str) -> str:
        folder = self.course.submitted_folder(self.assignment.name, student)
        try:
            return self.digest_of(student, read_with_timestamp(folder))
        except (NotGradable, OSError):
            return ""

    def _path(self, student: str) -> Path:
        return self.folder / f"{hashlib.sha256(os.fsencode(student)).hexdigest()[:32]}.json"


def results_folder(course: CourseFolder, assignment: str) -> Path:
    """Return the folder with the results of an assignment in the course's gradebook."""
    place = hashlib.sha256(f"{course.gradebook_url}\0{assignment}".encode()).hexdigest()[:16]
    return course.state / "grades" / place


def kept_results(course: CourseFolder, assignment: str) -> Iterator[dict[str, Any]]:
    """Yield what is remembered of an assignment's submissions, as `Outcome.as_json` gives it."""
    for path in sorted(results_folder(course, assignment).glob("*.json")):
        try:
            result = json.loads(path.read_text(encoding="utf-8"))["result"]
            found = {"student": "", "reasons": [], "remarks": [], "cells": {}, **result}
        except (OSError, ValueError, KeyError, TypeError):
            continue
        yield found


def shortened(value: Any) -> Any:
    """Return JSON with long texts, lists and tables cut, so that no answer can fill the disk."""
    match value:
        case str():
            return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
        case list():
            return [shortened(item) for item in value[:MOST]]
        case dict():
            return {key: shortened(item) for key, item in [*value.items()][:MOST]}
    return value


def submission_digest(handed_in: HandedIn, assignment: str) -> str:
    """Return the digest of a submission, with its time, of an assignment that has the digest `assignment`."""
    notebooks = {f"{name}.ipynb": data for name, data in handed_in.notebooks.items()}
    return _digest(assignment, "", {**handed_in.files, **notebooks})


def assignment_digest(course: CourseFolder, assignment: Assignment, *, walls: bool) -> str:
    """Return the digest of everything but the submission that decides a grade."""
    folder = course.source_folder(assignment.name)
    paths = [*(folder / f"{book.name}.ipynb" for book in assignment.notebooks), *assignment.exercise_files]
    paths += [path for path in [course.root / CONFIG] if path.is_file()]
    paths += late_penalty_files(course)
    files = {str(number): path.read_bytes() for number, path in enumerate(paths)}
    head = f"{_code_digest()} {course.salt()} {walls} {course.gradebook_url}"
    return _digest(
        head, assignment.name, {**files, **{f"/{name}": data for name, data in assignment.files.items()}}
    )


@cache
def _code_digest() -> str:
    """Return the digest of this grader."""
    folders = [Path(str(package.__file__)).parent for package in (autograder, course_package)]
    paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return _digest("", "", {str(number): path.read_bytes() for number, path in enumerate(paths)})


def _digest(head: str, name: str, files: Mapping[str, bytes]) -> str:
    parts: Iterable[bytes] = (
        part for file, data in sorted(files.items()) for part in (os.fsencode(file), data)
    )
    digest = hashlib.sha256()
    for part in (head.encode(), os.fsencode(name), *parts):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
