"""Keeps an exercise's version in step with what decides its verdicts.

A grade cell that a learner already has carries the version and digest it was built from. Two different
contents under one version would make old and new scores look alike.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from course.catalog import content_dir
from course.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from course.exercise import Exercise


METADATA_KEY = "mle_course"
"""Where a grade cell's metadata says which version of which exercise it belongs to."""


class Built(NamedTuple):
    """What a built notebook says about one exercise."""

    version: int
    digest: str


def version_problems(exercises: Iterable[Exercise]) -> list[ContentError]:
    """Return an error for each exercise that differs from its build but is not marked as newer."""
    built = built_versions(content_dir("solutions"))
    problems = (_problem(exercise, built[exercise.id]) for exercise in exercises if exercise.id in built)
    return [problem for problem in problems if problem]


def built_versions(folder: Path) -> dict[str, Built]:
    """Read the versions and digests out of the notebooks in a folder of assignments, by exercise id."""
    notebooks = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*.ipynb")))
    return {stamp["exercise"]: Built(stamp["version"], stamp["digest"]) for stamp in _stamps(notebooks)}


def _stamps(notebooks: Iterable[dict]) -> Iterator[dict]:
    for notebook in notebooks:
        for cell in notebook["cells"]:
            if METADATA_KEY in cell["metadata"]:
                yield cell["metadata"][METADATA_KEY]


def _problem(exercise: Exercise, built: Built) -> ContentError | None:
    if exercise.version < built.version:
        found = f"version {exercise.version}, older than the built version {built.version}"
    elif exercise.version == built.version and exercise.digest != built.digest:
        found = (
            f"version {built.version} again, although set-up, reference or checks changed since it was built"
        )
    else:
        return None
    expected = f"version: {built.version + 1}, or `course build --same-version` if no learner has it yet"
    return ContentError(exercise.path, _version_line(exercise.path), found, expected)


def _version_line(path: Path) -> int:
    text = path.read_text(encoding="utf-8")
    match = re.search(r"^# *version *:", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1
