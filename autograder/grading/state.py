"""Remembers which submissions were graded, with what result: a second run grades only what changed.

A grade is of the submission's bytes and its timestamp, of the assignment (notebooks, files, exercises,
configuration) and of this grader. One file for each student keeps the digest of all that and the result;
it is written once the gradebook holds the grade.
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
from autograder.grading.handed_in import NotGradable
from autograder.grading.rows import read_with_timestamp
from autograder.grading.settings import CONFIG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from autograder.grading.handed_in import HandedIn
    from autograder.grading.master import Assignment
    from autograder.grading.settings import CourseFolder


class State:
    """What is remembered of one assignment in one gradebook."""

    def __init__(self, course: CourseFolder, assignment: Assignment, *, walls: bool) -> None:
        self.course, self.assignment = course, assignment
        self.digest = assignment_digest(course, assignment, walls=walls)
        place = hashlib.sha256(f"{course.gradebook_url}\0{assignment.name}".encode()).hexdigest()[:16]
        self.folder = course.state / "grades" / place
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def unchanged(self, student: str) -> dict[str, Any] | None:
        """Return the result of a submission that was graded as it stands there now."""
        kept = self._read(student)
        if kept is None or kept["digest"] != self._digest_now(student):
            return None
        folder = self.course.autograded_folder(self.assignment.name, student)
        there = kept["notebooks"] and all((folder / f"{name}.ipynb").is_file() for name in kept["notebooks"])
        return kept["result"] if there else None

    def keep(self, student: str, digest: str, notebooks: list[str], result: Mapping[str, Any]) -> None:
        """Remember a result that is in the gradebook."""
        path = self._path(student)
        written = path.with_name(f".{secrets.token_hex(8)}.tmp")
        content = {"digest": digest, "notebooks": notebooks, "result": result}
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file)
        written.replace(path)

    def _read(self, student: str) -> dict[str, Any] | None:
        try:
            return json.loads(self._path(student).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _digest_now(self, student: str) -> str:
        folder = self.course.submitted_folder(self.assignment.name, student)
        try:
            return submission_digest(read_with_timestamp(folder), self.digest)
        except (NotGradable, OSError):
            return ""

    def _path(self, student: str) -> Path:
        return self.folder / f"{hashlib.sha256(os.fsencode(student)).hexdigest()[:32]}.json"


def submission_digest(handed_in: HandedIn, assignment: str) -> str:
    """Return the digest of a submission, with its time, of an assignment that has the digest `assignment`."""
    notebooks = {f"{name}.ipynb": data for name, data in handed_in.notebooks.items()}
    return _digest(assignment, "", {**handed_in.files, **notebooks})


def assignment_digest(course: CourseFolder, assignment: Assignment, *, walls: bool) -> str:
    """Return the digest of everything but the submission that decides a grade."""
    folder = course.source_folder(assignment.name)
    paths = [*(folder / f"{book.name}.ipynb" for book in assignment.notebooks), *assignment.exercise_files]
    paths += [path for path in [course.root / CONFIG] if path.is_file()]
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
